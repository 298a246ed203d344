// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

#include <QAbstractItemModel>

#include <vector>

namespace anakinra {

/// The facets of a filter result as a tree: facets on top, their values as checkable children with
/// the number of cohorts that a click would give. One model and one view instead of a check box per
/// value. It shows what the filter is and asks for changes; it never changes the filter itself.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Label, Cohorts, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    /// Takes FilterResult::facets. The tree is rebuilt only when a library brings other values;
    /// a mere change of counts and ticks keeps expansion, scroll position and current row.
    void setFacets(const std::vector<std::vector<FacetValue>> &facets);

    [[nodiscard]] bool isFacet(const QModelIndex &index) const;
    [[nodiscard]] bool isValue(const QModelIndex &index) const;
    /// The facet of a row, or of the row's parent. Requires a valid index of this model.
    [[nodiscard]] Facet facetAt(const QModelIndex &index) const;
    [[nodiscard]] QString codeAt(const QModelIndex &index) const; ///< "" for a facet
    [[nodiscard]] QStringList codes(Facet facet) const;
    [[nodiscard]] QModelIndex indexOf(Facet facet) const;
    [[nodiscard]] QModelIndex indexOf(Facet facet, const QString &code) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

Q_SIGNALS:
    void toggleRequested(anakinra::Facet facet, const QString &code);

private:
    struct Group
    {
        Facet facet;
        std::vector<FacetValue> values;

        [[nodiscard]] int selectedCount() const;
    };

    [[nodiscard]] QVariant facetData(const Group &group, int column, int role) const;
    [[nodiscard]] QVariant valueData(const Group &group, const FacetValue &value, int column,
                                     int role) const;
    [[nodiscard]] const Group &groupAt(const QModelIndex &index) const;

    std::vector<Group> m_groups; ///< facets without values are left out
};

} // namespace anakinra
