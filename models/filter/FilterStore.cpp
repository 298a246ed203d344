// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterStore.h"

#include <utility>

namespace anakinra {

namespace {

/// Open ranges and unsorted lists are the same filter as their plain form. The search keeps its
/// blanks: it may be in the middle of being typed.
FilterCriteria tidied(const FilterCriteria &criteria)
{
    FilterCriteria result = criteria.normalised();
    result.search = criteria.search;
    return result;
}

} // namespace

FilterStore::FilterStore(QObject *parent)
    : QObject(parent)
{
}

void FilterStore::record(const FilterCriteria &criteria, bool isSearchEdit)
{
    FilterCriteria next = tidied(criteria);
    if (next == m_criteria)
        return;
    const bool merge = isSearchEdit && m_lastWasSearch;
    if (!merge)
        m_undo.push_back(m_criteria);
    m_redo.clear();
    m_criteria = std::move(next);
    m_lastWasSearch = isSearchEdit;
    // Typed and deleted again: there is nothing left to undo.
    if (merge && m_undo.back() == m_criteria) {
        m_undo.pop_back();
        m_lastWasSearch = false;
    }
    Q_EMIT changed(m_criteria);
}

void FilterStore::set(const FilterCriteria &criteria)
{
    record(criteria);
}

template<typename Edit>
void FilterStore::edit(Edit &&edit)
{
    FilterCriteria next = m_criteria;
    edit(next);
    record(next);
}

void FilterStore::toggle(Facet facet, const QString &code)
{
    edit([&](FilterCriteria &next) { next.toggle(facet, code); });
}

void FilterStore::selectAll(Facet facet, const QStringList &codes)
{
    edit([&](FilterCriteria &next) { next.setValues(facet, codes); });
}

void FilterStore::selectNone(Facet facet)
{
    edit([&](FilterCriteria &next) { next.setValues(facet, {}); });
}

void FilterStore::setDose(const std::optional<DoseRange> &range)
{
    edit([&](FilterCriteria &next) { next.dose = range; });
}

void FilterStore::setStartDay(const std::optional<Range> &range)
{
    edit([&](FilterCriteria &next) { next.startDay = range; });
}

void FilterStore::setSize(const std::optional<Range> &range)
{
    edit([&](FilterCriteria &next) { next.size = range; });
}

void FilterStore::setYear(const std::optional<Range> &range)
{
    edit([&](FilterCriteria &next) { next.year = range; });
}

void FilterStore::setBodyWeight(std::optional<double> kilograms)
{
    edit([&](FilterCriteria &next) { next.bodyWeight = kilograms; });
}

void FilterStore::setKeepUnjudged(bool keep)
{
    edit([&](FilterCriteria &next) { next.keepUnjudged = keep; });
}

void FilterStore::setWithComparators(bool with)
{
    edit([&](FilterCriteria &next) { next.withComparators = with; });
}

void FilterStore::setExcludePossibleOverlaps(bool exclude)
{
    edit([&](FilterCriteria &next) { next.excludePossibleOverlaps = exclude; });
}

void FilterStore::setSearch(const QString &text)
{
    FilterCriteria next = m_criteria;
    next.search = text;
    record(next, true);
}

void FilterStore::excludeCohort(const QString &cohortId)
{
    edit([&](FilterCriteria &next) { next.excluded.append(cohortId); });
}

void FilterStore::includeCohort(const QString &cohortId)
{
    edit([&](FilterCriteria &next) { next.excluded.removeAll(cohortId); });
}

void FilterStore::clear()
{
    record(FilterCriteria());
}

void FilterStore::undo()
{
    step(m_undo, m_redo);
}

void FilterStore::redo()
{
    step(m_redo, m_undo);
}

void FilterStore::step(std::vector<FilterCriteria> &from, std::vector<FilterCriteria> &to)
{
    if (from.empty())
        return;
    to.push_back(std::exchange(m_criteria, from.back()));
    from.pop_back();
    m_lastWasSearch = false;
    Q_EMIT changed(m_criteria);
}

void FilterStore::reset()
{
    if (m_undo.empty() && m_redo.empty() && m_criteria == FilterCriteria())
        return;
    m_undo.clear();
    m_redo.clear();
    m_criteria = FilterCriteria();
    m_lastWasSearch = false;
    Q_EMIT changed(m_criteria);
}

} // namespace anakinra
