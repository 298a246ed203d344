// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <QObject>

#include <vector>

namespace anakinra {

/// The only owner of the current filter, with undo and redo. One verb per gesture; a change that
/// changes nothing is ignored; `changed` is emitted once per change.
class FilterStore : public QObject
{
    Q_OBJECT

public:
    explicit FilterStore(QObject *parent = nullptr);

    [[nodiscard]] const FilterCriteria &criteria() const { return m_criteria; }
    [[nodiscard]] bool canUndo() const { return !m_undo.empty(); }
    [[nodiscard]] bool canRedo() const { return !m_redo.empty(); }

public Q_SLOTS:
    void set(const anakinra::FilterCriteria &criteria);
    void toggle(anakinra::Facet facet, const QString &code);
    void selectAll(anakinra::Facet facet, const QStringList &codes);
    void selectNone(anakinra::Facet facet);
    void setSearch(const QString &text); ///< consecutive edits of the search are one undo step
    void excludeCohort(const QString &cohortId);
    void clear();
    void undo();
    void redo();
    /// Forgets the history and the filter; used when another library is opened.
    void reset();

Q_SIGNALS:
    void changed(const anakinra::FilterCriteria &criteria);

private:
    FilterCriteria m_criteria;
    std::vector<FilterCriteria> m_undo;
    std::vector<FilterCriteria> m_redo;
    bool m_lastWasSearch = false;
};

} // namespace anakinra
