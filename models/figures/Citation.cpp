// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Citation.h"

#include <algorithm>
#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The facts of one of the works that a report's citation speaks of.
class WorkFacts
{
public:
    WorkFacts(const Report &report, CitedWork work) : m_report(report), m_work(work) {}

    /// The value of a field with its mark, "" where the citation has none.
    QString fact(QStringView field, const QString &before = {}, const QString &after = {}) const
    {
        for (const CitationField &f : m_report.citation) {
            if (f.of == m_work && f.field == field && !f.value.isEmpty())
                return before + f.value
                    + (f.status == Status::CuratorAdded ? u"*"_s : QString()) + after;
        }
        return {};
    }

    QStringList parts() const
    {
        QStringList parts{firstOf(fact(u"authors"), fact(u"first-author")), fact(u"title"),
                          fact(u"container"), issueText(), fact(u"event"), fact(u"institution"),
                          fact(u"publisher"), fact(u"doi", u"doi "_s), fact(u"pmid", u"PMID "_s),
                          fact(u"pmcid"), fact(u"registration")};
        parts.removeAll(QString());
        return parts;
    }

private:
    static QString firstOf(const QString &a, const QString &b) { return a.isEmpty() ? b : a; }

    /// "2023 Jul;29(7):1710-1717", as far as there is anything.
    QString issueText() const
    {
        QString when = firstOf(fact(u"published"), fact(u"year"));
        const QString volume = fact(u"volume") + fact(u"issue", u"("_s, u")"_s);
        const QString pages = fact(u"pages");
        if (!volume.isEmpty())
            when += (when.isEmpty() ? u""_s : u";"_s) + volume;
        if (!pages.isEmpty())
            when += (when.isEmpty() ? u""_s : u":"_s) + pages;
        return when;
    }

    const Report &m_report;
    CitedWork m_work;
};

/// "A. B. C."
QString sentences(const QStringList &parts)
{
    QString text;
    for (QString part : parts) {
        while (part.endsWith(u'.'))
            part.chop(1);
        text += (text.isEmpty() ? QString() : u" "_s) + part + u'.';
    }
    return text;
}

} // namespace

QString citationText(const Report &report)
{
    const WorkFacts own(report, CitedWork::Report);
    QStringList parts = own.parts();
    // A date or an event alone does not name what was read.
    if (own.fact(u"authors").isEmpty() && own.fact(u"first-author").isEmpty()
        && own.fact(u"title").isEmpty())
        parts.prepend(report.label);
    const std::array<std::pair<CitedWork, QString>, 3> others{
        {{CitedWork::Review, u"In: "_s},
         {CitedWork::StudyArticle, u"The study's article: "_s},
         {CitedWork::OtherWork, u"Also tells of: "_s}}};
    for (const auto &[work, lead] : others) {
        QStringList facts = WorkFacts(report, work).parts();
        if (facts.isEmpty())
            continue;
        facts.first().prepend(lead);
        parts << facts;
    }
    if (!report.document.isEmpty())
        parts << u"Read as: "_s + report.document;
    return sentences(parts);
}

bool hasCuratorAddedFacts(const Report &report)
{
    return std::ranges::any_of(report.citation, [](const CitationField &f) {
        return f.status == Status::CuratorAdded && !f.value.isEmpty();
    });
}

} // namespace anakinra
