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
    return m_findings->all()[static_cast<std::size_t>(recordAt(row))];
}

std::vector<const Finding *> FindingTableModel::findings() const
{
    std::vector<const Finding *> shown;
    shown.reserve(rows().size());
    for (int row = 0; row < rowCount(); ++row)
        shown.push_back(&findingAt(row));
    return shown;
}

QString FindingTableModel::text(const Finding &finding, int column) const
{
    switch (column) {
    case AtSeverity:
        return severityWords(finding.severity);
    case AtCheck:
        return labelOf(finding.check);
    case AtStudy:
        return findingStudy(*m_library, finding);
    case AtCohort:
        return findingCohort(*m_library, finding);
    case AtNumber:
        return numberName(*m_library, finding.target);
    case AtText:
        return finding.text;
    case AtWorking:
        return finding.working;
    default:
        return {};
    }
}

QVariant FindingTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Finding &finding = findingAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(finding, index.column());
    case Qt::ToolTipRole: {
        // What a narrow column cuts off is whole here.
        QStringList lines{findingSubject(*m_library, finding), severityWords(finding.severity),
                          finding.text, finding.working};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case Qt::AccessibleTextRole:
        return QString(heads()[static_cast<std::size_t>(index.column())].title + u": "_s
                       + text(finding, index.column()));
    case CohortIdRole:
        return finding.target.cohort < 0
            ? QString()
            : m_library->cohorts[static_cast<std::size_t>(finding.target.cohort)].id;
    default:
        return {};
    }
}

bool FindingTableModel::isListed(const Finding &finding) const
{
    if (m_filter.severity && finding.severity != *m_filter.severity)
        return false;
    if (m_filter.cohorts) {
        const auto isOne = [&](const FindingTarget &target) {
            return std::ranges::binary_search(*m_filter.cohorts, target.cohort);
        };
        if (!isOne(finding.target) && std::ranges::none_of(finding.alsoAt, isOne))
            return false;
    }
    const QStringList words = m_filter.words.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return true;
    QString all = finding.id;
    for (int column = 0; column < ColumnCount; ++column)
        all += u'\n' + text(finding, column);
    return std::ranges::all_of(words, [&](const QString &word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

std::vector<int> FindingTableModel::listedRows() const
{
    std::vector<int> listed;
    if (!m_library || !m_findings)
        return listed;
    const auto &all = m_findings->all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (isListed(all[i]))
            listed.push_back(int(i));
    }
    return listed;
}

void FindingTableModel::sortRows(std::vector<int> &rows, int column, bool descending) const
{
    const auto finding = [&](int position) -> const Finding & {
        return m_findings->all()[static_cast<std::size_t>(position)];
    };
    if (column > AtSeverity) {
        sortByText(rows, descending, [&](int i) { return text(finding(i), column); });
        return;
    }
    const int sign = column == AtSeverity && descending ? -1 : 1;
    std::ranges::stable_sort(rows, {}, [&](int i) { return sign * int(finding(i).severity); });
}

} // namespace anakinra
