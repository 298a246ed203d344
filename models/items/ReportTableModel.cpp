// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/ReportTableModel.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// "all" where the study has no other report: then every figure stands only here.
QString onlyHereWords(const ReportRow &row)
{
    if (row.onlyReport)
        return row.onlyHere.isEmpty() ? QString() : u"all"_s;
    return row.onlyHere.isEmpty() ? QString() : QString::number(row.onlyHere.size());
}

} // namespace

QString contributionWords(const ReportContribution &contribution)
{
    QStringList words;
    const auto add = [&](int count, QStringView one, QStringView many) {
        if (count > 0)
            words << QString(QString::number(count) + u' ' + (count == 1 ? one : many));
    };
    add(contribution.outcomes, u"outcome", u"outcomes");
    add(contribution.regimens, u"regimen", u"regimens");
    add(contribution.characteristics, u"characteristic", u"characteristics");
    add(contribution.comparisons, u"comparison", u"comparisons");
    add(contribution.notes, u"note", u"notes");
    add(contribution.others, u"other value", u"other values");
    return words.join(u", "_s);
}

const std::vector<ColumnHead> &ReportTableModel::heads() const
{
    static const std::vector<ColumnHead> all{
        {u"Study"_s, u"Study that it reports"_s},
        {u"Report"_s, u"Name of the report in this library"_s},
        {u"Kind"_s, u"Kind of report"_s},
        {u"Peer review"_s, u"Whether it was peer-reviewed"_s},
        {u"Values"_s, u"How many recorded values stand in it"_s},
        {u"What it gives"_s, u"The recorded values by sort"_s},
        {u"Only here"_s, u"Figures that no other report of the study gives; all = its only report"_s},
        {u"Reference"_s, u"As far as recorded; * = added by the curator, not printed in what was read"_s},
        {u"Document"_s, u"What was read"_s},
    };
    return all;
}

void ReportTableModel::setLibrary(std::shared_ptr<const Library> library)
{
    auto reports = reportTable(*library, allReports(*library));
    setLibrary(std::move(library), std::move(reports));
}

void ReportTableModel::setLibrary(std::shared_ptr<const Library> library, std::vector<ReportRow> reports)
{
    resetRows([&] {
        m_library = std::move(library);
        m_reports = std::move(reports);
        m_cohortOfStudy.assign(m_library->studies.size(), -1);
        return std::vector<int>();
    });
}

void ReportTableModel::setListed(std::vector<int> reports, const std::vector<int> &cohorts)
{
    resetRows([&] {
        m_cohortOfStudy.assign(m_library->studies.size(), -1);
        for (const int cohort : cohorts) {
            const int study = m_library->cohorts[at(cohort)].study;
            if (study >= 0 && m_cohortOfStudy[at(study)] < 0)
                m_cohortOfStudy[at(study)] = cohort;
        }
        std::ranges::sort(reports);
        return std::move(reports);
    });
}

std::vector<ReportRow> ReportTableModel::reports() const
{
    std::vector<ReportRow> shown;
    shown.reserve(rows().size());
    for (const int index : rows())
        shown.push_back(report(index));
    return shown;
}

QString ReportTableModel::text(int record, int column) const
{
    const ReportRow &row = report(record);
    switch (column) {
    case AtStudy:
        return row.study < 0 ? QString() : m_library->studies[at(row.study)].label;
    case AtReport:
        return m_library->reports[at(row.report)].label;
    case AtKind:
        return row.kind;
    case AtPeerReview:
        return row.peerReview;
    case AtValues:
        return QString::number(row.contribution.total());
    case AtGives:
        return contributionWords(row.contribution);
    case AtOnlyHere:
        return onlyHereWords(row);
    case AtReference:
        return row.citation;
    case AtDocument:
        return row.document;
    default:
        return {};
    }
}

QString ReportTableModel::toolTip(int record, int column) const
{
    const QStringList &onlyHere = report(record).onlyHere;
    return column == AtOnlyHere && !onlyHere.isEmpty() ? onlyHere.join(u'\n') : text(record, column);
}

QString ReportTableModel::cohortId(int record) const
{
    const int study = report(record).study;
    const int cohort = study < 0 ? -1 : m_cohortOfStudy[at(study)];
    return cohort < 0 ? QString() : m_library->cohorts[at(cohort)].id;
}

Qt::Alignment ReportTableModel::alignment(int column) const
{
    return column == AtValues ? Qt::AlignRight | Qt::AlignVCenter : RowListModel::alignment(column);
}

void ReportTableModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    const auto byNumber = [&](const auto &number) {
        std::ranges::stable_sort(rows, {}, [&](int i) {
            const qsizetype value = number(report(i));
            return descending ? -value : value;
        });
    };
    if (column == AtValues)
        byNumber([](const ReportRow &row) { return qsizetype{row.contribution.total()}; });
    else if (column == AtOnlyHere)
        byNumber([](const ReportRow &row) { return row.onlyHere.size(); });
    else
        RowListModel::sortRows(rows, column, descending);
}

} // namespace anakinra
