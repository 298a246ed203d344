// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortTableModel.h"

#include "models/figures/FindingText.h"
#include "models/items/FindingCells.h"
#include "models/items/SortKeys.h"

#include <algorithm>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// Some screens full of cells.
constexpr qsizetype mostCachedCells = 8192;

const CohortColumn &columnAt(int column)
{
    return cohortColumns()[static_cast<std::size_t>(column)];
}

std::size_t position(int cohort) { return static_cast<std::size_t>(cohort); }

} // namespace

CohortTableModel::CohortTableModel(QObject *parent)
    : QAbstractTableModel(parent), m_library(std::make_shared<const Library>())
{
    resetOrder();
}

CohortTableModel::~CohortTableModel() = default;

void CohortTableModel::setLibrary(std::shared_ptr<const Library> library)
{
    Q_ASSERT(library);
    beginResetModel();
    m_library = std::move(library);
    m_findings.reset();
    m_cells.clear();
    resetOrder();
    if (m_sortColumn >= 0)
        sortOrderBy(m_sortColumn, m_sortOrder);
    rebuildRows();
    endResetModel();
}

void CohortTableModel::setVisible(const std::vector<int> &cohorts,
                                  const std::vector<int> &comparators,
                                  const std::vector<int> &unjudged)
{
    std::vector<quint8> marks(m_library->cohorts.size(), 0);
    const auto mark = [&marks](const std::vector<int> &which, Mark bit) {
        for (const int cohort : which) {
            if (bit == Listed || marks[position(cohort)] & Listed)
                marks[position(cohort)] = quint8(marks[position(cohort)] | bit);
        }
    };
    mark(cohorts, Listed);
    mark(comparators, Comparator);
    mark(unjudged, Unjudged);
    if (marks == m_marks)
        return;
    beginResetModel();
    m_marks = std::move(marks);
    rebuildRows();
    endResetModel();
}

void CohortTableModel::setOptions(const RateOptions &options)
{
    if (options == m_options)
        return;
    const bool ratesChange = options.showInferred != m_options.showInferred;
    m_options = options;
    m_cells.clear();
    if (ratesChange) {
        for (int column = 0; column < columnCount(); ++column) {
            if (const QString &key = columnAt(column).key;
                !columnAt(column).outcome.isEmpty() || key == u"resolution")
                m_sortNumbers[position(column)].clear();
        }
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, SortRole,
                            FlaggedRole});
    if (ratesChange && m_sortColumn >= 0)
        sort(m_sortColumn, m_sortOrder);
}

void CohortTableModel::setFindings(std::shared_ptr<const FindingIndex> findings)
{
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    m_cells.clear();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                           {Qt::ToolTipRole, Qt::AccessibleTextRole, FindingRole});
}

int CohortTableModel::rowOfCohort(int cohort) const
{
    if (cohort < 0 || position(cohort) >= m_rowOfCohort.size())
        return -1;
    return m_rowOfCohort[position(cohort)];
}

int CohortTableModel::cohortAt(int row) const
{
    Q_ASSERT(row >= 0 && row < rowCount());
    return m_rows[position(row)];
}

int CohortTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CohortTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(cohortColumns().size());
}

QVariant CohortTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int cohort = m_rows[position(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(cohort, index.column()).text;
    case Qt::ToolTipRole:
        return toolTip(cohort, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(cohort, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (columnAt(index.column()).rightAligned ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    case CohortIdRole:
        return m_library->cohorts[position(cohort)].id;
    case SortRole:
        return cell(cohort, index.column()).sortKey;
    case FlaggedRole:
        return cell(cohort, index.column()).flagged;
    case FindingRole:
        return marked(cohort, index.column()).mark;
    case ComparatorRole:
        return isMarked(cohort, Comparator)
            || isComparator(m_library->cohorts[position(cohort)].role);
    case UnjudgedRole:
        return isMarked(cohort, Unjudged);
    case PartRole:
        return isPartOfListed(cohort);
    default:
        return {};
    }
}

QVariant CohortTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (section < 0 || section >= columnCount())
        return {};
    const CohortColumn &column = columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return column.toolTip;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((column.rightAligned ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    default:
        return {};
    }
}

void CohortTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < -1 || column >= columnCount())
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<int> cohorts;
    cohorts.reserve(position(int(before.size())));
    for (const QModelIndex &index : before)
        cohorts.push_back(m_rows[position(index.row())]);

    m_sortColumn = column;
    m_sortOrder = order;
    if (column < 0)
        std::iota(m_order.begin(), m_order.end(), 0);
    else
        sortOrderBy(column, order);
    rebuildRows();

    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(m_rowOfCohort[position(cohorts[position(int(i))])], before[i].column());
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

const CohortTableModel::Marked &CohortTableModel::marked(int cohort, int column) const
{
    const qint64 key = qint64{cohort} * columnCount() + column;
    if (const auto it = m_cells.constFind(key); it != m_cells.constEnd())
        return *it;
    if (m_cells.size() >= mostCachedCells)
        m_cells.clear();
    const CohortColumn &description = columnAt(column);
    Marked value{description.cell(*m_library, cohort, description, m_options), {}, {}};
    if (m_findings) {
        const std::vector<const Finding *> found
            = findingsOfCell(*m_library, cohort, description, m_options, *m_findings);
        value.mark = findingMark(found);
        value.findings = findingLines(found);
    }
    return *m_cells.insert(key, value);
}

/// What is found comes first: it may be why the reader asks.
QString CohortTableModel::toolTip(int cohort, int column) const
{
    const Marked &value = marked(cohort, column);
    QStringList parts{value.findings, value.cell.toolTip};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

bool CohortTableModel::isMarked(int cohort, Mark mark) const
{
    return m_marks[position(cohort)] & mark;
}

bool CohortTableModel::isPartOfListed(int cohort) const
{
    for (int p = m_library->cohorts[position(cohort)].parent; p >= 0;
         p = m_library->cohorts[position(p)].parent) {
        if (isMarked(p, Listed))
            return true;
    }
    return false;
}

/// "CRS any: 6/31 19.4 %, with a note", since a screen reader does not see the column's header or
/// the mark of a flagged value.
QString CohortTableModel::accessibleText(int cohort, int column) const
{
    const CohortCell &value = cell(cohort, column);
    QString text = value.text;
    if (text == u"NR")
        text = u"not reported"_s;
    else if (text == u"n/a")
        text = u"not applicable"_s;
    if (value.flagged)
        text += u", with a note"_s;
    if (const QString &findings = marked(cohort, column).findings; !findings.isEmpty())
        text += u". "_s + findings;
    return columnAt(column).title + u": "_s + text;
}

void CohortTableModel::resetOrder()
{
    const std::size_t count = m_library->cohorts.size();
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    m_marks.assign(count, 0);
    m_sortNumbers.assign(cohortColumns().size(), {});
}

void CohortTableModel::sortOrderBy(int column, Qt::SortOrder order)
{
    std::vector<double> &numbers = m_sortNumbers[position(column)];
    if (numbers.empty())
        numbers = sortNumbers(*m_library, columnAt(column), m_options);
    sortCohorts(m_order, numbers, order == Qt::DescendingOrder);
}

void CohortTableModel::rebuildRows()
{
    m_rows.clear();
    m_rowOfCohort.assign(m_marks.size(), -1);
    for (const int cohort : m_order) {
        if (!(m_marks[position(cohort)] & Listed))
            continue;
        m_rowOfCohort[position(cohort)] = int(m_rows.size());
        m_rows.push_back(cohort);
    }
}

} // namespace anakinra
