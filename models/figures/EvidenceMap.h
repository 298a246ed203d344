// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureTable.h"
#include "models/filter/FilterEngine.h"

namespace anakinra {

/// What the rows or columns of the evidence map are.
enum class MapAxis { Timing, Product, Route, DoseBand, Disease, Design, Indication };

template<>
struct CodeList<MapAxis>
{
    static constexpr std::array<CodeEntry<MapAxis>, 7> entries{{
        {MapAxis::Timing, u"timing", u"Timing"},
        {MapAxis::Product, u"product", u"Product"},
        {MapAxis::Route, u"route", u"Route"},
        {MapAxis::DoseBand, u"dose-band", u"Dose band"},
        {MapAxis::Disease, u"disease", u"Disease"},
        {MapAxis::Design, u"design", u"Design"},
        {MapAxis::Indication, u"indication", u"Indication"},
    }};
};

/// One field of the map: what the filter would give with this row and this column chosen.
struct MapCell
{
    std::vector<int> cohorts;       ///< indices into Library::cohorts, without comparators
    int studies = 0;
    int participants = 0;           ///< each counted once
    bool participantsAtLeast = false;
    /// Of them, where a product is an axis: known to have had it; the others had another one, or
    /// their share is not reported. nullopt without that axis.
    std::optional<int> knownShare;
    bool shareUnknown = false;      ///< a cohort had the product in a share that is not printed
    bool chosen = false;            ///< the filter is on exactly this field
    FilterCriteria click;           ///< the filter that a click asks for: this field, or, where it
                                    ///< is chosen, no restriction of the two axes
};

/// Where there is evidence and where there is none: two properties of cohorts against each other.
/// A cohort with several values of a property (two routes) stands in several fields.
struct EvidenceMap
{
    MapAxis rowAxis = MapAxis::Timing;
    MapAxis columnAxis = MapAxis::Product;
    QStringList rows;                        ///< labels; all values that occur in the library
    QStringList columns;
    std::vector<std::vector<MapCell>> cells; ///< [row][column]; fields without cohorts are kept
    QStringList notes;                       ///< what stands in several fields or in none

    [[nodiscard]] bool isEmpty() const { return rows.isEmpty() || columns.isEmpty(); }
    [[nodiscard]] int mostParticipants() const;
};

/// Pure. The filter's own restrictions of the two properties do not thin out the map: they mark the
/// field that is chosen. Dose bands take cohorts whose whole starting dose lies inside them.
[[nodiscard]] EvidenceMap makeEvidenceMap(const FilterEngine &engine, const FilterCriteria &criteria,
                                          MapAxis rowAxis, MapAxis columnAxis);

/// "46 participants", "at least 13 participants", "23 of 31 participants" of mixed cohorts,
/// "14 participants, share not reported", "participants NR".
[[nodiscard]] QString participantsText(const MapCell &cell);
/// "Prophylactic, liso-cel: 3 cohorts of 1 study, 25 participants", or that there is none.
[[nodiscard]] QString spokenCell(const EvidenceMap &map, int row, int column);
[[nodiscard]] FigureTable mapTable(const EvidenceMap &map);

} // namespace anakinra
