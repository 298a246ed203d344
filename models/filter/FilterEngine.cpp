// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterEngine.h"

#include "models/filter/judging/Columns.h"

#include <QHash>

#include <functional>

namespace anakinra {

using namespace Qt::StringLiterals;
using namespace filter;

namespace {

/// One active restriction, applied to all cohorts.
struct Restriction
{
    BitSet accepted;
    BitSet unjudged;
    std::optional<Facet> facet;
    bool throughParts = false;
    std::function<Reasons(int cohort)> reasons; ///< of a cohort judged by itself
};

/// Judges a library against one set of criteria; lives for one call of apply().
class Run
{
public:
    Run(const Library &library, const Columns &columns, FilterCriteria criteria)
        : m_library(library)
        , m_columns(columns)
        , m_criteria(std::move(criteria))
        , m_size(columns.tree.size())
    {
        for (const FacetColumn &column : columns.facets)
            addFacet(column);
        addRanges();
        addSearch();
        addExclusions();
        for (Restriction &restriction : m_restrictions) {
            if (restriction.throughParts)
                columns.tree.judgeThroughParts(restriction.accepted, restriction.unjudged);
        }
    }

    FilterResult result() const
    {
        FilterResult result;
        const BitSet accepted = acceptedByAllBut(std::nullopt);
        BitSet unjudged = notRejected();
        unjudged -= accepted;

        BitSet listed = accepted;
        if (m_criteria.keepUnjudged)
            listed |= unjudged;
        std::vector<bool> studies = studiesOf(listed);
        BitSet added(m_size);
        if (m_criteria.withComparators)
            added = comparatorsToAdd(listed, studies);

        fillUnjudged(unjudged, result);
        result.facets = facetValues(accepted);
        fillCounts(listed, studies, result);
        listed |= added;
        result.cohorts.reserve(at(listed.count()));
        listed.forEach([&](int i) { result.cohorts.push_back(i); });
        added.forEach([&](int i) { result.comparators.push_back(i); });
        result.counts.comparators = static_cast<int>(result.comparators.size());
        return result;
    }

private:
    void addFacet(const FacetColumn &column)
    {
        QStringList codes = m_criteria.values(column.facet);
        if (codes.isEmpty() && column.facet == Facet::Role)
            codes.append(codeOf(Role::Anakinra));
        if (codes.isEmpty())
            return;
        Restriction restriction{BitSet(m_size), BitSet(m_size), column.facet,
                                column.isJudgedThroughParts(), [&column](int i) {
                                    return bit(column.partlyReported.test(i) ? column.partly
                                                                             : column.notReported);
                                }};
        column.judge(codes, restriction.accepted, restriction.unjudged);
        m_restrictions.push_back(std::move(restriction));
    }

    /// `judge(cohort)` -> Judgement
    template<typename Judge>
    void addRange(bool throughParts, Judge judge)
    {
        Restriction restriction{BitSet(m_size), BitSet(m_size), std::nullopt, throughParts,
                                [judge](int i) { return judge(i).reasons; }};
        for (int i = 0; i < m_size; ++i) {
            const Verdict verdict = judge(i).verdict;
            if (verdict == Verdict::Accept)
                restriction.accepted.set(i);
            else if (verdict == Verdict::Unjudged)
                restriction.unjudged.set(i);
        }
        m_restrictions.push_back(std::move(restriction));
    }

    void addRanges()
    {
        const Columns &columns = m_columns;
        if (const auto &dose = m_criteria.dose; dose && !dose->range.isOpen()) {
            addRange(true, [&columns, wanted = *dose, weight = m_criteria.bodyWeight](int i) {
                return columns.dose(i, wanted, weight);
            });
        }
        if (const auto &days = m_criteria.startDay; days && !days->isOpen())
            addRange(true, [&columns, wanted = *days](int i) { return columns.startDay(i, wanted); });
        if (const auto &size = m_criteria.size; size && !size->isOpen())
            addRange(false, [&columns, wanted = *size](int i) { return columns.size(i, wanted); });
        if (const auto &year = m_criteria.year; year && !year->isOpen())
            addRange(false, [&columns, wanted = *year](int i) { return columns.year(i, wanted); });
    }

    void addSearch()
    {
        if (m_criteria.search.isEmpty())
            return;
        m_restrictions.push_back(
            {m_columns.search().find(m_criteria.search), BitSet(m_size), {}, false, {}});
    }

    void addExclusions()
    {
        if (m_criteria.excluded.isEmpty())
            return;
        BitSet rest(m_size, true);
        for (const QString &id : m_criteria.excluded) {
            if (const int cohort = m_library.cohortIndex.value(id, -1); cohort >= 0)
                rest.reset(cohort);
        }
        m_kept = rest;
        m_restrictions.push_back({std::move(rest), BitSet(m_size), {}, false, {}});
    }

    BitSet acceptedByAllBut(std::optional<Facet> facet) const
    {
        BitSet accepted(m_size, true);
        for (const Restriction &restriction : m_restrictions) {
            if (!facet || restriction.facet != facet)
                accepted &= restriction.accepted;
        }
        return accepted;
    }

    BitSet notRejected() const
    {
        BitSet all(m_size, true);
        for (const Restriction &restriction : m_restrictions) {
            BitSet possible = restriction.accepted;
            possible |= restriction.unjudged;
            all &= possible;
        }
        return all;
    }

    /// A parent's reasons are those of its parts.
    Reasons reasonsOf(const Restriction &restriction, int cohort) const
    {
        const auto parts = m_columns.tree.regimenParts(cohort);
        if (!restriction.throughParts || parts.empty())
            return restriction.reasons(cohort);
        Reasons reasons = 0;
        for (const int part : parts) {
            if (restriction.unjudged.test(part))
                reasons |= reasonsOf(restriction, part);
        }
        return reasons;
    }

    void fillUnjudged(const BitSet &unjudged, FilterResult &result) const
    {
        QHash<Reasons, QStringList> texts; // few combinations, many cohorts
        result.unjudged.reserve(at(unjudged.count()));
        unjudged.forEach([&](int i) {
            Reasons reasons = 0;
            for (const Restriction &restriction : m_restrictions) {
                if (restriction.unjudged.test(i))
                    reasons |= reasonsOf(restriction, i);
            }
            auto text = texts.constFind(reasons);
            if (text == texts.constEnd())
                text = texts.insert(reasons, reasonTexts(reasons));
            result.unjudged.push_back({i, *text});
        });
        result.counts.unjudged = static_cast<int>(result.unjudged.size());
    }

    std::vector<std::vector<FacetValue>> facetValues(const BitSet &accepted) const
    {
        std::vector<std::vector<FacetValue>> all;
        all.reserve(m_columns.facets.size());
        for (const FacetColumn &column : m_columns.facets) {
            const QStringList &selected = m_criteria.values(column.facet);
            const bool active = !selected.isEmpty() || column.facet == Facet::Role;
            const std::vector<int> counts =
                column.counts(active ? acceptedByAllBut(column.facet) : accepted);
            std::vector<bool> isSelected(column.entries.size(), false);
            QStringList strangers;
            for (const QString &code : selected) {
                if (const int entry = column.find(code); entry >= 0)
                    isSelected[at(entry)] = true;
                else
                    strangers.append(code);
            }
            std::vector<FacetValue> values;
            values.reserve(column.entries.size());
            for (std::size_t e = 0; e < column.entries.size(); ++e) {
                const FacetEntry &entry = column.entries[e];
                if (entry.occurs || isSelected[e])
                    values.push_back({entry.code, entry.label, counts[e], isSelected[e]});
            }
            for (const QString &code : std::as_const(strangers))
                values.push_back({code, code, 0, true});
            all.push_back(std::move(values));
        }
        return all;
    }

    std::vector<bool> studiesOf(const BitSet &cohorts) const
    {
        const std::vector<int> &studyOf =
            m_columns.facets[static_cast<std::size_t>(Facet::Study)].entryOf;
        std::vector<bool> studies(m_library.studies.size(), false);
        cohorts.forEach([&](int i) {
            if (studyOf[at(i)] >= 0)
                studies[at(studyOf[at(i)])] = true;
        });
        return studies;
    }

    BitSet comparatorsToAdd(const BitSet &listed, const std::vector<bool> &studies) const
    {
        BitSet added = m_columns.comparators;
        added -= listed;
        if (!m_criteria.excluded.isEmpty())
            added &= m_kept;
        const std::vector<int> &studyOf =
            m_columns.facets[static_cast<std::size_t>(Facet::Study)].entryOf;
        BitSet result(m_size);
        added.forEach([&](int i) {
            if (studyOf[at(i)] >= 0 && studies[at(studyOf[at(i)])])
                result.set(i);
        });
        return result;
    }

    void fillCounts(const BitSet &listed, const std::vector<bool> &studies, FilterResult &result) const
    {
        ResultCounts &counts = result.counts;
        counts.cohorts = listed.count();
        for (std::size_t s = 0; s < studies.size(); ++s) {
            if (studies[s]) {
                ++counts.studies;
                counts.reports += static_cast<int>(m_library.studies[s].reports.size());
            }
        }
        m_columns.participants.count(listed, m_criteria.values(Facet::Product),
                                     m_criteria.excludePossibleOverlaps, counts);
    }

    const Library &m_library;
    const Columns &m_columns;
    FilterCriteria m_criteria;
    int m_size;
    BitSet m_kept; ///< all but those excluded by hand, if there are any
    std::vector<Restriction> m_restrictions;
};

} // namespace

FilterEngine::FilterEngine(std::shared_ptr<const Library> library)
    : m_library(std::move(library))
    , m_columns(std::make_unique<const Columns>(*m_library))
{
}

FilterEngine::~FilterEngine() = default;
FilterEngine::FilterEngine(FilterEngine &&) noexcept = default;
FilterEngine &FilterEngine::operator=(FilterEngine &&) noexcept = default;

void FilterEngine::prepareSearch() const
{
    static_cast<void>(m_columns->search());
}

FilterResult FilterEngine::apply(const FilterCriteria &criteria) const
{
    return Run(*m_library, *m_columns, criteria.normalised()).result();
}

QStringList FilterEngine::unknownValues(const FilterCriteria &criteria) const
{
    QStringList messages;
    for (const FacetColumn &column : m_columns->facets) {
        for (const QString &code : criteria.values(column.facet)) {
            if (column.find(code) >= 0)
                continue;
            QString title = labelOf(column.facet).toLower();
            if (column.facet == Facet::OnlyProduct || column.facet == Facet::OnlyRoute)
                title.remove(0, 5);
            messages.append(u"no %1 \"%2\" in this library"_s.arg(title, code));
        }
    }
    for (const QString &id : criteria.excluded) {
        if (!m_library->cohortIndex.contains(id))
            messages.append(u"no cohort \"%1\" in this library"_s.arg(id));
    }
    messages.removeDuplicates();
    return messages;
}

} // namespace anakinra
