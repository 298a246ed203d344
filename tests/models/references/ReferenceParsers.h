// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

/// Readers of the reference formats, written from their descriptions and sharing no code with the
/// writers: they accept only what the formats allow.
namespace anakinra::test {

using namespace Qt::StringLiterals;

/// Fields by name, in order; "!" holds what is wrong with the text.
using ParsedReference = QMap<QString, QStringList>;

/// RIS: lines "XX  - value" ended by CR LF, from TY to ER.
inline QList<ParsedReference> parseRis(const QByteArray &bytes)
{
    QList<ParsedReference> records;
    ParsedReference record;
    const auto fault = [&](const QString &what) { records << ParsedReference{{u"!"_s, {what}}}; };
    if (bytes.count('\n') != bytes.count("\r\n") || bytes.count('\r') != bytes.count("\r\n"))
        fault(u"a line does not end in CR LF"_s);
    bool inside = false;
    for (const QByteArray &raw : bytes.split('\n')) {
        const QString line = QString::fromUtf8(raw.endsWith('\r') ? raw.chopped(1) : raw);
        if (line.isEmpty())
            continue;
        const QString tag = line.left(2);
        if (line.mid(2, 4) != u"  - " || tag.toUpper() != tag) {
            fault(u"no tag: "_s + line);
            continue;
        }
        const QString value = line.mid(6);
        if (tag == u"TY") {
            if (inside)
                fault(u"TY inside a record"_s);
            inside = true;
            record = {};
        } else if (!inside) {
            fault(u"outside of a record: "_s + line);
        }
        if (tag == u"ER") {
            records << record;
            inside = false;
        } else {
            record[tag] << value;
        }
    }
    if (inside)
        fault(u"ER is missing"_s);
    return records;
}

/// Undoes TeX's escapes; braces that only protect capitals go.
inline QString plainTex(const QString &tex)
{
    QString text;
    for (qsizetype i = 0; i < tex.size(); ++i) {
        if (tex[i] == u'\\') {
            const QString rest = tex.mid(i + 1);
            bool command = false;
            for (const auto &[name, character] :
                 {std::pair(u"textbackslash{}"_s, u'\\'), std::pair(u"textasciitilde{}"_s, u'~'),
                  std::pair(u"textasciicircum{}"_s, u'^')}) {
                if (rest.startsWith(name)) {
                    text += character;
                    i += name.size();
                    command = true;
                    break;
                }
            }
            if (!command)
                text += tex[++i];
        } else if (tex[i] != u'{' && tex[i] != u'}') {
            text += tex[i];
        }
    }
    return text;
}

/// BibTeX: @type{key, name = {value} or word, ...}. Type and key are fields "type" and "key".
inline QList<ParsedReference> parseBibtex(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<ParsedReference> records;
    qsizetype i = 0;
    const auto skipBlanks = [&] {
        while (i < text.size() && text[i].isSpace())
            ++i;
    };
    const auto word = [&] {
        const qsizetype start = i;
        while (i < text.size() && !text[i].isSpace() && !u",={}"_s.contains(text[i]))
            ++i;
        return text.mid(start, i - start);
    };
    while (skipBlanks(), i < text.size()) {
        ParsedReference record;
        if (text[i++] != u'@')
            return {ParsedReference{{u"!"_s, {u"no @ at %1"_s.arg(i)}}}};
        record[u"type"_s] << word();
        ++i; // {
        record[u"key"_s] << word();
        while (skipBlanks(), i < text.size() && text[i] == u',') {
            ++i;
            skipBlanks();
            const QString name = word();
            skipBlanks();
            if (i >= text.size() || text[i++] != u'=')
                return {ParsedReference{{u"!"_s, {u"no = after "_s + name}}}};
            skipBlanks();
            QString value;
            if (text[i] == u'{') {
                int depth = 0;
                const qsizetype start = i + 1;
                do {
                    if (text[i] == u'\\')
                        ++i;
                    else if (text[i] == u'{')
                        ++depth;
                    else if (text[i] == u'}')
                        --depth;
                    ++i;
                } while (depth > 0 && i < text.size());
                value = text.mid(start, i - 1 - start);
            } else {
                value = word();
            }
            record[name] << value;
        }
        if (i >= text.size() || text[i++] != u'}')
            return {ParsedReference{{u"!"_s, {u"entry not closed: "_s + record[u"key"_s].value(0)}}}};
        records << record;
    }
    return records;
}

} // namespace anakinra::test
