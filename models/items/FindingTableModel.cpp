// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/FindingTableModel.h"

#include "models/figures/FindingText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

QString severityWords(Severity severity)
{
    return (severity == Severity::Note ? u"* "_s : u"! "_s) + labelOf(severity);
}

QString findingStudy(const Library &library, const Finding &finding)
{
    const Study *study = library.study(finding.study);
    return study ? study->label : QString();
}

QString findingCohort(const Library &library, const Finding &finding)
{
    return finding.target.cohort < 0
        ? QString()
        : library.cohorts[static_cast<std::size_t>(finding.target.cohort)].label;
}

const std::vector<ColumnHead> &FindingTableModel::heads() const
{
    static const std::vector<ColumnHead> all{
        {u"Severity"_s,
         u"! = the record is at fault or the figure cannot be as printed; * = worth knowing"_s},
        {u"Check"_s, u"Which check found it"_s},
        {u"Study"_s, u"Study of the number"_s},
        {u"Cohort"_s, u"Cohort of the number"_s},
        {u"Number"_s, u"What the number counts"_s},
        {u"Finding"_s, u"What is found, in plain words"_s},
        {u"Working"_s, u"The arithmetic behind it"_s},
    };
    return all;
}

void FindingTableModel::setFindings(std::shared_ptr<const Library> library,
                                    std::shared_ptr<const FindingIndex> findings)
{
    if (library == m_library && findings == m_findings)
        return;
    resetRows([&] {
        m_library = std::move(library);
        m_findings = std::move(findings);
        return listedRows();
    });
}

void FindingTableModel::setFilter(FindingFilter filter)
{
    if (filter.cohorts)
        std::ranges::sort(*filter.cohorts); // isListed() searches
    if (filter == m_filter)
        return;
    resetRows([&] {
        m_filter = std::move(filter);
        return listedRows();
    });
}

const Finding &FindingTableModel::findingAt(int row) const
{
    return finding(recordAt(row));
}

std::vector<const Finding *> FindingTableModel::findings() const
{
    std::vector<const Finding *> shown;
    shown.reserve(rows().size());
    for (int row = 0; row < rowCount(); ++row)
        shown.push_back(&findingAt(row));
    return shown;
}

QString FindingTableModel::text(int record, int column) const
{
    const Finding &of = finding(record);
    switch (column) {
    case AtSeverity:
        return severityWords(of.severity);
    case AtCheck:
        return labelOf(of.check);
    case AtStudy:
        return findingStudy(*m_library, of);
    case AtCohort:
        return findingCohort(*m_library, of);
    case AtNumber:
        return numberName(*m_library, of.target);
    case AtText:
        return of.text;
    case AtWorking:
        return of.working;
    default:
        return {};
    }
}

/// What a narrow column cuts off is whole here.
QString FindingTableModel::toolTip(int record, int) const
{
    const Finding &of = finding(record);
    QStringList lines{findingSubject(*m_library, of), severityWords(of.severity), of.text, of.working};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString FindingTableModel::cohortId(int record) const
{
    const int cohort = finding(record).target.cohort;
    return cohort < 0 ? QString() : m_library->cohorts[static_cast<std::size_t>(cohort)].id;
}

bool FindingTableModel::isListed(int record) const
{
    const Finding &of = finding(record);
    if (m_filter.severity && of.severity != *m_filter.severity)
        return false;
    if (m_filter.cohorts) {
        const auto isOne = [&](const FindingTarget &target) {
            return std::ranges::binary_search(*m_filter.cohorts, target.cohort);
        };
        if (!isOne(of.target) && std::ranges::none_of(of.alsoAt, isOne))
            return false;
    }
    const QStringList words = m_filter.words.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    QString all = of.id;
    for (int column = 0; column < ColumnCount; ++column)
        all += u'\n' + text(record, column);
    return std::ranges::all_of(words, [&](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

std::vector<int> FindingTableModel::listedRows() const
{
    std::vector<int> listed;
    if (!m_library || !m_findings)
        return listed;
    for (int record = 0; record < int(m_findings->all().size()); ++record) {
        if (isListed(record))
            listed.push_back(record);
    }
    return listed;
}

void FindingTableModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    if (column > AtSeverity) {
        RowListModel::sortRows(rows, column, descending);
        return;
    }
    const int sign = column == AtSeverity && descending ? -1 : 1;
    std::ranges::stable_sort(rows, {}, [&](int record) { return sign * int(finding(record).severity); });
}

} // namespace anakinra
