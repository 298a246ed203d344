// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/filter/FilterCriteria.h"

#include <span>
#include <vector>

/// Which cohorts may enter one pool. The study is the unit, no participant enters twice, and what
/// does not measure the same thing is not pooled at all.
namespace anakinra {

/// What happens to cohorts whose overlap "cannot be excluded" from the documents.
enum class PossibleOverlap {
    Admit,   ///< both enter, with a warning
    Exclude, ///< treated like shared participants: one of them enters
};

template<>
struct CodeList<PossibleOverlap>
{
    static constexpr std::array<CodeEntry<PossibleOverlap>, 2> entries{{
        {PossibleOverlap::Admit, u"admit", u"Admit with a warning"},
        {PossibleOverlap::Exclude, u"exclude", u"Exclude"},
    }};
};

/// What a filter says of overlaps holds for its totals and its pools alike.
[[nodiscard]] inline PossibleOverlap possibleOverlapOf(const FilterCriteria &criteria)
{
    return criteria.excludePossibleOverlaps ? PossibleOverlap::Exclude : PossibleOverlap::Admit;
}

struct GuardOptions
{
    PossibleOverlap possibleOverlap = PossibleOverlap::Admit;
    QStringList preferred;     ///< cohort ids that the user wants in, instead of what they overlap
    QStringList excluded;      ///< cohort ids that the user wants out
    bool showInferred = false; ///< also take unproven counts

    friend bool operator==(const GuardOptions &, const GuardOptions &) = default;
};

/// One candidate and what became of it.
struct PoolCandidate
{
    int cohort = -1;                          ///< index into Library::cohorts
    const Observation *observation = nullptr; ///< the figure that is or would be taken; null = none
    std::optional<int> events;
    std::optional<int> n;  ///< denominator of this outcome, not the cohort's size
    bool inferred = false; ///< events and n are an unproven count
    bool usable = false;   ///< may enter a pool, by itself: it could be preferred
    bool used = false;
    bool heldBack = false; ///< would be used, were the pool not refused
    QString reason; ///< why it is not used; "" where it is
};

/// One row of the model: a study. Where several disjoint arms of a study enter and their parent
/// does not report the outcome, their counts are added.
struct PoolRow
{
    int study = -1;           ///< index into Library::studies
    std::vector<int> cohorts; ///< indices into Library::cohorts, at least one
    int events = 0;
    int n = 0;
};

struct GuardedPool
{
    QString outcome;                       ///< code
    std::vector<PoolCandidate> candidates; ///< every candidate once, in the order given
    std::vector<PoolRow> rows; ///< what may be pooled, in that order; empty where refused
    QStringList warnings;      ///< one plain sentence each, to be printed with the pool
    QString refused;           ///< why nothing may be pooled, in words; "" = admitted
    bool greedy = false;       ///< the independent set may not be the largest one

    [[nodiscard]] int k() const { return static_cast<int>(rows.size()); }
    [[nodiscard]] const PoolCandidate *candidate(int cohort) const;
};

/// Cohorts of whom some had the toxicity already ("selected") refuse the pool of an incidence
/// unless they share participants with what is pooled; so do different targets, different response
/// criteria, and different disease groups for a tumour response.
///
/// Pure. `cohorts` are the candidates, usually what a filter lists; comparators and whole study
/// populations never enter. Where cohorts share participants a parent is preferred to its parts,
/// else the set with the largest total denominator of the outcome is taken: exactly within groups
/// of up to 20 overlapping cohorts, else greedily from the largest down.
[[nodiscard]] GuardedPool guardPool(const Library &library, std::span<const int> cohorts,
                                    const QString &outcome, const GuardOptions &options);

} // namespace anakinra
