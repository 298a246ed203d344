// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ReportTable.h"

#include "models/figures/Citation.h"
#include "models/figures/FigureWords.h"
#include "models/figures/RecordedSources.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A source that says something: "not reported" comes from nowhere.
bool says(const Source &source)
{
    return !source.report.isEmpty() && source.status != Status::NotReported;
}

void add(ReportContribution &contribution, RecordedSort sort)
{
    switch (sort) {
    case RecordedSort::Outcome:
        ++contribution.outcomes;
        break;
    case RecordedSort::Regimen:
        ++contribution.regimens;
        break;
    case RecordedSort::Characteristic:
        ++contribution.characteristics;
        break;
    case RecordedSort::Comparison:
        ++contribution.comparisons;
        break;
    case RecordedSort::Note:
        ++contribution.notes;
        break;
    case RecordedSort::Other:
        ++contribution.others;
        break;
    }
}

/// One pass over everything recorded, filed by the report it stands in.
class Contributions
{
public:
    explicit Contributions(const Library &library) : m_library(library)
    {
        m_byReport.resize(library.reports.size());
        for (const Study &study : library.studies) {
            forEachSource(study, [&](RecordedSort sort, const Source &source) {
                if (ReportContribution *contribution = find(source))
                    add(*contribution, sort);
            });
        }
        for (std::size_t c = 0; c < library.cohorts.size(); ++c) {
            forEachSource(library.cohorts[c], [&](RecordedSort sort, const Source &source) {
                ReportContribution *contribution = find(source);
                if (!contribution)
                    return;
                add(*contribution, sort);
                auto &cohorts = contribution->cohorts;
                if (cohorts.empty() || cohorts.back() != static_cast<int>(c))
                    cohorts.push_back(static_cast<int>(c));
            });
        }
    }

    const ReportContribution &of(int report) const { return m_byReport[at(report)]; }

private:
    ReportContribution *find(const Source &source)
    {
        const int report = says(source) ? m_library.reportIndex.value(source.report, -1) : -1;
        return report < 0 ? nullptr : &m_byReport[at(report)];
    }

    const Library &m_library;
    std::vector<ReportContribution> m_byReport;
};

/// Figures of one study's cohort that stand in one report only.
QStringList onlyIn(const Library &library, const Cohort &cohort, const QString &report)
{
    QStringList words;
    const auto name = [&](const QString &what, const Figure &figure) {
        words << (cohort.label.isEmpty() ? QString() : cohort.label + u": "_s) + what + u' '
                + figureWords(library, figure, {});
    };
    const auto standsElsewhere = [&](const auto &list, const auto &same) {
        return std::ranges::any_of(list, [&](const auto &other) {
            return same(other) && says(other.figure.source) && other.figure.source.report != report;
        });
    };
    for (const Observation &o : cohort.outcomes) {
        if (!says(o.figure.source) || o.figure.source.report != report
            || standsElsewhere(cohort.outcomes,
                               [&](const Observation &other) { return other.outcome == o.outcome; }))
            continue;
        const OutcomeTerm *term = library.vocabulary.outcome(o.outcome);
        name(term ? term->shortLabel : o.outcome, o.figure);
    }
    for (const Characteristic &c : cohort.characteristics) {
        if (!says(c.figure.source) || c.figure.source.report != report
            || standsElsewhere(cohort.characteristics,
                               [&](const Characteristic &other) { return other.code == c.code; }))
            continue;
        name(c.label, c.figure);
    }
    return words;
}

} // namespace

std::vector<ReportRow> reportTable(const Library &library, std::span<const int> reports)
{
    const Contributions contributions(library);
    std::vector<ReportRow> rows;
    rows.reserve(reports.size());
    for (const int index : reports) {
        const Report &report = library.reports[at(index)];
        ReportRow row;
        row.report = index;
        row.study = report.study;
        row.kind = Vocabulary::label(library.vocabulary.publications, report.kind);
        row.peerReview = labelOf(report.peerReviewed);
        row.citation = citationText(report);
        row.document = report.document;
        row.contribution = contributions.of(index);
        row.onlyReport = report.study >= 0 && library.studies[at(report.study)].reports.size() == 1;
        for (const int cohort : row.contribution.cohorts)
            row.onlyHere += onlyIn(library, library.cohorts[at(cohort)], report.id);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<int> allReports(const Library &library)
{
    std::vector<int> reports(library.reports.size());
    std::iota(reports.begin(), reports.end(), 0);
    return reports;
}

std::vector<int> citedReports(const Library &library, std::span<const int> cohorts)
{
    std::vector<bool> cited(library.reports.size(), false);
    const auto cite = [&](RecordedSort, const Source &source) {
        const int report = says(source) ? library.reportIndex.value(source.report, -1) : -1;
        if (report >= 0)
            cited[at(report)] = true;
    };
    QSet<int> studies;
    for (const int index : cohorts) {
        const Cohort &cohort = library.cohorts[at(index)];
        forEachSource(cohort, cite);
        // What a part has from its whole stands in the sources of the whole.
        for (int p = cohort.parent; p >= 0; p = library.cohorts[at(p)].parent)
            forEachSource(library.cohorts[at(p)], cite);
        if (cohort.study < 0 || studies.contains(cohort.study))
            continue;
        studies.insert(cohort.study);
        forEachSource(library.studies[at(cohort.study)], cite);
    }
    std::vector<int> reports;
    for (std::size_t i = 0; i < cited.size(); ++i) {
        if (cited[i])
            reports.push_back(static_cast<int>(i));
    }
    return reports;
}

} // namespace anakinra
