// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/judging/BitSet.h"
#include "models/filter/judging/CohortTree.h"
#include "models/filter/FilterCriteria.h"
#include "models/filter/judging/Judgement.h"

#include <QHash>

namespace anakinra::filter {

/// A value of a facet and what selecting it alone does to every cohort.
struct FacetEntry
{
    QString code;
    QString label;
    bool occurs = false; ///< in a cohort of the library (always, for closed lists shown in full)
    BitSet accepted;
    BitSet unjudged;
    /// What the value gives on its own, parents judged through their parts; for counting.
    BitSet given;
};

/// One facet over all cohorts of a library. Facets whose values exclude each other and are always
/// known (study, role) keep one number per cohort instead of sets per value.
class FacetColumn
{
public:
    Facet facet = Facet::Product;
    std::vector<FacetEntry> entries;  ///< in the order of display
    std::vector<int> entryOf;         ///< per cohort, only for exclusive facets
    BitSet partlyReported;            ///< Unjudged for another reason than "not reported"
    Reason notReported = Reason::ProductNotReported;
    Reason partly = Reason::RouteNotForAll;

    [[nodiscard]] bool isExclusive() const { return !entryOf.empty(); }
    [[nodiscard]] int find(const QString &code) const { return m_index.value(code, -1); }
    [[nodiscard]] bool isJudgedThroughParts() const { return judgedThroughParts(facet); }
    [[nodiscard]] static bool judgedThroughParts(Facet facet);

    /// Own judgement of every cohort under these codes (OR), parents not yet through their parts.
    void judge(const QStringList &codes, BitSet &accepted, BitSet &unjudged) const;
    /// Cohorts of `others` that each entry would give.
    [[nodiscard]] std::vector<int> counts(const BitSet &others) const;

    int addEntry(const QString &code, const QString &label, int cohorts);
    /// Fills `given` once the sets are complete.
    void finish(const CohortTree &tree);

private:
    QHash<QString, int> m_index;
};

/// All facets of a library, by Facet.
[[nodiscard]] std::vector<FacetColumn> makeFacetColumns(const Library &library, const CohortTree &tree);

} // namespace anakinra::filter
