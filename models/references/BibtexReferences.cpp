// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceFormats.h"

#include <QRegularExpression>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString typeCode(ReferenceType type)
{
    switch (type) {
    case ReferenceType::JournalArticle:
    case ReferenceType::ReviewTable:
        return u"article"_s;
    case ReferenceType::ConferencePaper:
        return u"inproceedings"_s;
    case ReferenceType::News:
    case ReferenceType::Interview:
    case ReferenceType::Document:
        return u"misc"_s;
    }
    Q_UNREACHABLE();
}

/// TeX's special characters as commands; everything else stays as it is, in UTF-8.
QString escaped(const QString &text)
{
    QString result;
    for (const QChar c : text.simplified()) {
        switch (c.unicode()) {
        case u'\\':
            result += u"\\textbackslash{}"_s;
            break;
        case u'~':
            result += u"\\textasciitilde{}"_s;
            break;
        case u'^':
            result += u"\\textasciicircum{}"_s;
            break;
        case u'&':
        case u'%':
        case u'$':
        case u'#':
        case u'_':
        case u'{':
        case u'}':
            result += u'\\';
            [[fallthrough]];
        default:
            result += c;
        }
    }
    return result;
}

/// Styles write titles in lower case; "CD19", "CAR" and "T-Cell" must keep their capitals.
QString protectedTitle(const QString &title)
{
    if (title.startsWith(u'['))
        return u'{' + escaped(title) + u'}'; // a description with names in it
    QStringList words;
    for (const QString &word : title.simplified().split(u' ', Qt::SkipEmptyParts)) {
        const auto isCapital = [](QChar c) { return c.isUpper(); };
        const auto first = std::find_if(word.cbegin(), word.cend(), [](QChar c) { return c.isLetter(); });
        const bool inner = first != word.cend() && std::any_of(first + 1, word.cend(), isCapital);
        const bool single = word.size() > 1 && isCapital(word.front()) && word[1] == u'-';
        words << (inner || single ? u'{' + escaped(word) + u'}' : escaped(word));
    }
    return words.join(u' ');
}

/// Only characters that no program takes for syntax.
QString keyText(const QString &key)
{
    static const QRegularExpression others(u"[^A-Za-z0-9:._-]"_s);
    return QString(key).replace(others, u"-"_s);
}

/// "and" joins authors, so a name that is one word group only is braced as a whole.
QString nameText(const ReferenceName &name)
{
    if (name.given.isEmpty())
        return u'{' + escaped(name.family) + u'}';
    return escaped(name.family) + u", "_s + escaped(name.given);
}

QString monthCode(int month)
{
    static constexpr QStringView codes = u"janfebmaraprmayjunjulaugsepoctnovdec";
    return codes.mid(3 * (month - 1), 3).toString();
}

class Entry
{
public:
    explicit Entry(const ReferenceRecord &record)
        : m_text(u'@' + typeCode(record.type) + u'{' + keyText(record.key))
    {
    }
    /// A value that is escaped already.
    void raw(const QString &field, const QString &value) { m_text += u",\n  "_s + field + u" = "_s + value; }
    void braced(const QString &field, const QString &value)
    {
        if (!value.isEmpty())
            raw(field, u'{' + value + u'}');
    }
    void add(const QString &field, const QString &value) { braced(field, escaped(value)); }
    [[nodiscard]] QString end() const { return m_text + u"\n}\n\n"_s; }

private:
    QString m_text;
};

QString entryText(const ReferenceRecord &record)
{
    Entry entry(record);
    QStringList names;
    for (const ReferenceName &name : record.authors)
        names << nameText(name);
    entry.braced(u"author"_s, names.join(u" and "_s));
    entry.braced(u"title"_s, protectedTitle(record.title));
    const bool article = typeCode(record.type) == u"article";
    if (article)
        entry.add(u"journal"_s, record.container);
    else if (record.type == ReferenceType::ConferencePaper)
        entry.add(u"booktitle"_s, record.container.isEmpty() ? record.event : record.container);
    else
        entry.add(u"howpublished"_s, record.container.isEmpty()
                                         ? record.kind
                                         : record.kind + u", "_s + record.container);
    if (record.issued.year)
        entry.add(u"year"_s, QString::number(*record.issued.year));
    if (record.issued.month)
        entry.raw(u"month"_s, monthCode(*record.issued.month));
    entry.add(u"volume"_s, record.volume);
    entry.add(u"number"_s, record.issue);
    entry.add(u"pages"_s, record.pages(u"--"_s));
    entry.add(u"publisher"_s, record.publisher);
    // An identifier is no text: programs take it as it stands.
    entry.braced(u"doi"_s, record.doi);
    entry.add(u"pmid"_s, record.pmid);
    entry.add(u"pmcid"_s, record.pmcid);
    QStringList notes = record.notes;
    const bool eventShown = record.type == ReferenceType::ConferencePaper && record.container.isEmpty();
    if (!record.event.isEmpty() && !eventShown)
        notes.prepend(u"Event: "_s + record.event);
    entry.add(u"note"_s, inSentences(notes));
    return entry.end();
}

} // namespace

QByteArray bibtexReferences(std::span<const ReferenceRecord> records)
{
    QString text;
    for (const ReferenceRecord &record : records)
        text += entryText(record);
    return text.toUtf8();
}

} // namespace anakinra
