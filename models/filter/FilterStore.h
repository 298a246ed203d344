// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <QObject>

#include <optional>
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
    void setDose(const std::optional<anakinra::DoseRange> &range);
    void setStartDay(const std::optional<anakinra::Range> &range);
    void setSize(const std::optional<anakinra::Range> &range);
    void setYear(const std::optional<anakinra::Range> &range);
    void setBodyWeight(std::optional<double> kilograms);
    void setKeepUnjudged(bool keep);
    void setWithComparators(bool with);
    void setExcludePossibleOverlaps(bool exclude);
    void setSearch(const QString &text); ///< consecutive edits of the search are one undo step
    void excludeCohort(const QString &cohortId);
    void includeCohort(const QString &cohortId); ///< takes an exclusion by hand back
    void clear();
    void undo();
    void redo();
    /// Forgets the history and the filter; used when another library is opened. Emits if there was
    /// anything to forget, as undo and redo then become unavailable.
    void reset();

Q_SIGNALS:
    void changed(const anakinra::FilterCriteria &criteria);

private:
    void record(const FilterCriteria &criteria, bool isSearchEdit = false);
    template<typename Edit>
    void edit(Edit &&edit);
    void step(std::vector<FilterCriteria> &from, std::vector<FilterCriteria> &to);

    FilterCriteria m_criteria;
    std::vector<FilterCriteria> m_undo;
    std::vector<FilterCriteria> m_redo;
    bool m_lastWasSearch = false;
};

} // namespace anakinra
