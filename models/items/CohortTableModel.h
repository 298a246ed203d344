// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/FindingIndex.h"
#include "models/items/CohortColumns.h"

#include <QAbstractTableModel>
#include <QHash>

#include <array>
#include <memory>

namespace anakinra {

/// The cohorts of one library that a filter lists, in the order the user sorted them by. It keeps
/// its own index of rows: a new filter is one reset and one pass, sorting keeps persistent indexes.
/// Sorting is stable over the whole library, so that a filter change never reorders what stays.
class CohortTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum ExtraRole {
        CohortIdRole = Qt::UserRole, ///< QString, cohort id
        SortRole,                    ///< double or QString; invalid = missing, sorts last
        FlaggedRole,                 ///< bool, the value carries a flag or a note
        ComparatorRole,              ///< bool, listed only as a comparator, or one by its role
        UnjudgedRole,                ///< bool, listed although the filter could not judge it
        PartRole,                    ///< bool, part of another cohort that is listed too
        FindingRole,                 ///< QString, findingMark() of the findings about the value
    };
    Q_ENUM(ExtraRole)

    explicit CohortTableModel(QObject *parent = nullptr);
    ~CohortTableModel() override;

    /// Shows nothing of the new library until setVisible. Keeps the sort column.
    void setLibrary(std::shared_ptr<const Library> library);
    /// Cohorts to list (indices into Library::cohorts, any order, each once), and those among them
    /// that are listed as comparators or although they could not be judged.
    void setVisible(const std::vector<int> &cohorts, const std::vector<int> &comparators = {},
                    const std::vector<int> &unjudged = {});
    void setOptions(const RateOptions &options);
    /// What the audit of this library found; null = nothing is marked.
    void setFindings(std::shared_ptr<const FindingIndex> findings);

    [[nodiscard]] const Library *library() const { return m_library.get(); }
    [[nodiscard]] const RateOptions &options() const { return m_options; }
    [[nodiscard]] int rowOfCohort(int cohort) const; ///< -1 when not listed
    [[nodiscard]] int cohortAt(int row) const;       ///< index into Library::cohorts
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; } ///< cohorts as shown
    [[nodiscard]] int sortColumn() const { return m_sortColumn; }
    [[nodiscard]] Qt::SortOrder sortOrder() const { return m_sortOrder; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    /// Column -1 returns to the order of the library.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    enum Mark : quint8 { Listed = 1, Comparator = 2, Unjudged = 4 };

    /// A cell with what is found about it.
    struct Marked
    {
        CohortCell cell;
        QString mark;
        QString findings; ///< in words, one per line
    };

    const Marked &marked(int cohort, int column) const;
    const CohortCell &cell(int cohort, int column) const { return marked(cohort, column).cell; }
    QString toolTip(int cohort, int column) const;
    bool isMarked(int cohort, Mark mark) const;
    bool isPartOfListed(int cohort) const;
    QString accessibleText(int cohort, int column) const;
    void resetOrder();
    void sortOrderBy(int column, Qt::SortOrder order);
    void rebuildRows();

    std::shared_ptr<const Library> m_library;
    std::shared_ptr<const FindingIndex> m_findings;
    RateOptions m_options;
    std::vector<int> m_order;       ///< all cohorts of the library, sorted
    std::vector<quint8> m_marks;    ///< Mark bits by cohort
    std::vector<int> m_rows;        ///< the listed ones of m_order
    std::vector<int> m_rowOfCohort; ///< inverse of m_rows, -1 = not listed
    std::vector<std::vector<double>> m_sortNumbers; ///< by column, empty until first sorted by
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    /// A view asks for each cell under many roles; text and tooltip are made once. Bounded.
    mutable QHash<qint64, Marked> m_cells;
};

} // namespace anakinra
