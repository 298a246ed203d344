// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

#include <QWidget>

class QAction;
class QPushButton;
class QTreeView;

namespace anakinra {

class FacetModel;

/// The facets as a tree with "all" and "none" for the facet of the current row. Emits requests
/// only; what it shows comes back as a filter result.
class FacetPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FacetPanel(QWidget *parent = nullptr);

    void setFacets(const std::vector<std::vector<FacetValue>> &facets);

    /// Codes of the opened facets, for the saved layout.
    [[nodiscard]] QStringList expandedFacets() const;
    void setExpandedFacets(const QStringList &codes);

    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] FacetModel *model() const { return m_model; }

Q_SIGNALS:
    void toggleRequested(anakinra::Facet facet, const QString &code);
    void selectAllRequested(anakinra::Facet facet, const QStringList &codes);
    void selectNoneRequested(anakinra::Facet facet);

private:
    void selectAll();
    void selectNone();
    void updateActions();
    void showMenu(const QPoint &position);

    FacetModel *m_model;
    QTreeView *m_view;
    QPushButton *m_all;
    QPushButton *m_none;
    QStringList m_expanded; ///< kept while the tree is rebuilt for another library
};

} // namespace anakinra
