// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/ReferenceFormats.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString typeCode(ReferenceType type)
{
    switch (type) {
    case ReferenceType::JournalArticle:
    case ReferenceType::ReviewTable:
        return u"JOUR"_s;
    case ReferenceType::ConferencePaper:
        return u"CPAPER"_s;
    case ReferenceType::News:
        return u"NEWS"_s;
    case ReferenceType::Interview:
        return u"MGZN"_s; // the format has no interviews; most stand in a magazine
    case ReferenceType::Document:
        return u"GEN"_s;
    }
    Q_UNREACHABLE();
}

/// Lines that every reader of the format takes: two letters, two blanks, a dash, a blank, a value
/// on the same line, CR LF.
class Lines
{
public:
    void add(QLatin1StringView tag, const QString &value)
    {
        const QString plain = value.simplified();
        if (!plain.isEmpty())
            m_text += tag + u"  - "_s + plain + u"\r\n"_s;
    }
    void end() { m_text += u"ER  - \r\n\r\n"_s; }
    void begin(const QString &type) { m_text += u"TY  - "_s + type + u"\r\n"_s; }
    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

/// "2023/07/03/", as far as known; the slashes belong to the format.
QString dateText(const ReferenceDate &date)
{
    if (!date.year)
        return {};
    const auto two = [](std::optional<int> number) {
        return number ? QString::number(*number).rightJustified(2, u'0') : QString();
    };
    return u"%1/%2/%3/"_s.arg(*date.year).arg(two(date.month), two(date.day));
}

} // namespace

QByteArray risReferences(std::span<const ReferenceRecord> records)
{
    Lines lines;
    for (const ReferenceRecord &record : records) {
        lines.begin(typeCode(record.type));
        lines.add("ID"_L1, record.key);
        for (const ReferenceName &name : record.authors)
            lines.add("AU"_L1, name.given.isEmpty() ? name.family : name.family + u", "_s + name.given);
        lines.add("TI"_L1, record.title);
        lines.add("T2"_L1, record.container);
        if (record.type == ReferenceType::ConferencePaper && record.container.isEmpty())
            lines.add("T2"_L1, record.event);
        else if (!record.event.isEmpty())
            lines.add("N1"_L1, u"Event: "_s + record.event);
        if (record.issued.year)
            lines.add("PY"_L1, QString::number(*record.issued.year));
        if (record.issued.month)
            lines.add("DA"_L1, dateText(record.issued));
        lines.add("VL"_L1, record.volume);
        lines.add("IS"_L1, record.issue);
        lines.add("SP"_L1, record.firstPage);
        lines.add("EP"_L1, record.lastPage);
        lines.add("PB"_L1, record.publisher);
        lines.add("DO"_L1, record.doi);
        if (!record.pmid.isEmpty())
            lines.add("N1"_L1, u"PMID: "_s + record.pmid);
        if (!record.pmcid.isEmpty())
            lines.add("N1"_L1, u"PMCID: "_s + record.pmcid);
        for (const QString &note : record.notes)
            lines.add("N1"_L1, note);
        lines.end();
    }
    return lines.bytes();
}

} // namespace anakinra
