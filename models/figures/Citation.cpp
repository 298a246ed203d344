// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Citation.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The value of a field with its mark, "" where the citation has none.
QString fact(const Report &report, QStringView field, const QString &before = {},
             const QString &after = {})
{
    for (const CitationField &f : report.citation) {
        if (f.field == field && !f.value.isEmpty())
            return before + f.value
                + (f.status == Status::CuratorAdded ? u"*"_s : QString()) + after;
    }
    return {};
}

QString firstOf(const QString &a, const QString &b)
{
    return a.isEmpty() ? b : a;
}

/// "2023 Jul;29(7):1710-1717", as far as there is anything.
QString issueText(const Report &report)
{
    QString when = firstOf(fact(report, u"published"), fact(report, u"year"));
    const QString volume = fact(report, u"volume") + fact(report, u"issue", u"("_s, u")"_s);
    const QString pages = fact(report, u"pages");
    if (!volume.isEmpty())
        when += (when.isEmpty() ? u""_s : u";"_s) + volume;
    if (!pages.isEmpty())
        when += (when.isEmpty() ? u""_s : u":"_s) + pages;
    return when;
}

} // namespace

QString citationText(const Report &report)
{
    const QString who = firstOf(fact(report, u"authors"), fact(report, u"first-author"));
    QStringList parts{who, fact(report, u"title"), fact(report, u"container"),
                      issueText(report), fact(report, u"event"), fact(report, u"institution"),
                      fact(report, u"publisher"), fact(report, u"doi", u"doi "_s),
                      fact(report, u"pmid", u"PMID "_s), fact(report, u"pmcid"),
                      fact(report, u"registration")};
    parts.removeAll(QString());
    if (parts.isEmpty())
        parts << report.label;
    if (!report.document.isEmpty())
        parts << u"Read as: "_s + report.document;
    QString text;
    for (QString part : parts) {
        while (part.endsWith(u'.'))
            part.chop(1);
        text += (text.isEmpty() ? QString() : u" "_s) + part + u'.';
    }
    return text;
}

bool hasCuratorAddedFacts(const Report &report)
{
    return std::ranges::any_of(report.citation, [](const CitationField &f) {
        return f.status == Status::CuratorAdded && !f.value.isEmpty();
    });
}

} // namespace anakinra
