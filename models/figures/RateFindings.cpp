// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/RateFindings.h"

#include "models/figures/FindingText.h"
#include "models/integrity/Audit.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// More findings than this are counted instead of told one by one.
constexpr std::size_t mostNotes = 8;

const QStringList &allMarks()
{
    static const QStringList marks{u"!"_s, u"*"_s};
    return marks;
}

} // namespace

std::vector<Finding> findingsForFigure(const Library &library, std::span<const int> cohorts)
{
    // What does not add up is found at the whole.
    QSet<int> audited;
    std::vector<int> order;
    const auto add = [&](int cohort) {
        if (cohort >= 0 && !audited.contains(cohort)) {
            audited.insert(cohort);
            order.push_back(cohort);
        }
    };
    for (const int cohort : cohorts) {
        add(cohort);
        add(library.cohorts[static_cast<std::size_t>(cohort)].parent);
    }
    std::vector<Finding> findings;
    for (const int cohort : order) {
        for (Finding &finding : auditCohort(library, cohort)) {
            if (finding.check != Check::LocatorMissing)
                findings.push_back(std::move(finding));
        }
    }
    return findings;
}

FindingIndex::List findingsOfRate(const Library &library, const Rate &rate,
                                  const FindingIndex &findings)
{
    if (!rate.observation || rate.observation->figure.source.status == Status::NotReported)
        return {};
    const auto &outcomes = library.cohorts[static_cast<std::size_t>(rate.cohort)].outcomes;
    return findings.at(NumberKind::Endpoint, rate.cohort, int(rate.observation - outcomes.data()));
}

void markFindings(Rate &rate, const Library &library, const FindingIndex &findings)
{
    const FindingIndex::List found = findingsOfRate(library, rate, findings);
    rate.findingMark = findingMark(found);
    rate.findingLines = findingLines(found);
}

void markFindings(RateSeries &series, const Library &library, const FindingIndex &findings)
{
    for (RatePanel &panel : series.panels) {
        for (std::vector<Rate> &row : panel.rates) {
            for (Rate &rate : row)
                markFindings(rate, library, findings);
        }
    }
}

QStringList markFindings(const Library &library, std::span<Rate *const> rates)
{
    std::vector<int> cohorts;
    cohorts.reserve(rates.size());
    for (const Rate *rate : rates)
        cohorts.push_back(rate->cohort);
    const FindingIndex findings(findingsForFigure(library, cohorts));
    FindingNotes notes;
    QStringList marks;
    for (Rate *rate : rates) {
        markFindings(*rate, library, findings);
        if (!marks.contains(rate->findingMark))
            marks << rate->findingMark;
        notes.add(findingsOfRate(library, *rate, findings));
    }
    QStringList lines{markKey(marks)};
    lines << notes.lines(library);
    lines.removeAll(QString());
    return lines;
}

QString withMark(const QString &number, const QString &mark)
{
    return mark.isEmpty() ? number : number + QChar::Nbsp + mark;
}

QString afterMark(const QString &mark, const QString &number)
{
    return mark.isEmpty() ? number : mark + QChar::Nbsp + number;
}

QString markMeaning(const QString &mark)
{
    return mark == allMarks().first() ? u"finding: cannot be as printed, or an error in the record"_s
                                      : u"finding: worth knowing"_s;
}

QString markKey(const QStringList &marks)
{
    QStringList words;
    for (const QString &mark : allMarks()) {
        if (marks.contains(mark))
            words << mark + u" = "_s + markMeaning(mark);
    }
    return words.isEmpty() ? QString() : words.join(u"; "_s) + u'.';
}

QString gravestMark(const QStringList &marks)
{
    for (const QString &mark : allMarks()) {
        if (marks.contains(mark))
            return mark;
    }
    return {};
}

QStringList marksOf(const RateSeries &series)
{
    QSet<QString> seen;
    for (const RatePanel &panel : series.panels) {
        for (const std::vector<Rate> &row : panel.rates) {
            for (const Rate &rate : row)
                seen.insert(rate.findingMark);
        }
    }
    QStringList marks = allMarks();
    marks.removeIf([&](const QString &mark) { return !seen.contains(mark); });
    return marks;
}

void FindingNotes::add(FindingIndex::List findings)
{
    for (const Finding *finding : findings) {
        if (m_told.contains(finding->id))
            continue;
        m_told.insert(finding->id);
        m_findings.push_back(finding);
    }
}

QStringList FindingNotes::lines(const Library &library) const
{
    QStringList notes;
    for (const Finding *finding : std::span(m_findings).first(std::min(mostNotes, m_findings.size())))
        notes << afterMark(findingMark({&finding, 1}), findingNote(library, *finding));
    if (m_findings.size() > mostNotes)
        notes << u"%1 more findings about these rates stand in the details of their cohorts."_s.arg(
            m_findings.size() - mostNotes);
    return notes;
}

} // namespace anakinra
