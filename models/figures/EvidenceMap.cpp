// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/EvidenceMap.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

struct DoseBand
{
    QStringView label;
    Range range;
    DoseUnit unit;
};

/// Neighbouring bands do not share a dose: the lower end is just above the band before.
const std::array<DoseBand, 5> &doseBands()
{
    constexpr double above = 1e-6;
    static const std::array<DoseBand, 5> bands{{
        {u"≤100 mg/day", {std::nullopt, 100.0}, DoseUnit::MgPerDay},
        {u">100–200 mg/day", {100.0 + above, 200.0}, DoseUnit::MgPerDay},
        {u">200 mg/day", {200.0 + above, std::nullopt}, DoseUnit::MgPerDay},
        {u"≤4 mg/kg/day", {std::nullopt, 4.0}, DoseUnit::MgPerKgPerDay},
        {u">4 mg/kg/day", {4.0 + above, std::nullopt}, DoseUnit::MgPerKgPerDay},
    }};
    return bands;
}

Facet facetOf(MapAxis axis)
{
    switch (axis) {
    case MapAxis::Product:
        return Facet::Product;
    case MapAxis::Route:
        return Facet::Route;
    case MapAxis::Disease:
        return Facet::Disease;
    case MapAxis::Design:
        return Facet::Design;
    case MapAxis::Indication:
        return Facet::Indication;
    case MapAxis::Timing:
    case MapAxis::DoseBand: // has a range instead of a facet
        break;
    }
    return Facet::Timing;
}

/// One value of an axis: how the filter says it.
struct AxisValue
{
    QString label;
    QString code;                  ///< of the facet
    std::optional<DoseRange> dose; ///< of a dose band
};

void restrict(FilterCriteria &criteria, MapAxis axis, const AxisValue &value)
{
    if (axis == MapAxis::DoseBand)
        criteria.dose = value.dose;
    else
        criteria.setValues(facetOf(axis), {value.code});
}

void release(FilterCriteria &criteria, MapAxis axis)
{
    if (axis == MapAxis::DoseBand)
        criteria.dose.reset();
    else
        criteria.setValues(facetOf(axis), {});
}

std::vector<AxisValue> axisValues(const FilterResult &everything, MapAxis axis)
{
    std::vector<AxisValue> values;
    if (axis == MapAxis::DoseBand) {
        for (const DoseBand &band : doseBands())
            values.push_back({band.label.toString(), {}, DoseRange{band.range, band.unit}});
        return values;
    }
    const auto &entries = everything.facets[static_cast<std::size_t>(facetOf(axis))];
    for (const FacetValue &entry : entries) {
        // Whatever no cohort of the library reports would be an empty line of its own.
        if (entry.cohorts > 0 || entry.code != notReportedCode)
            values.push_back({entry.label, entry.code, {}});
    }
    return values;
}

MapCell makeCell(const FilterEngine &engine, const FilterCriteria &criteria, bool productAxis)
{
    const FilterResult result = engine.apply(criteria);
    MapCell cell;
    std::ranges::set_difference(result.cohorts, result.comparators, std::back_inserter(cell.cohorts));
    cell.studies = result.counts.studies;
    cell.participants = result.counts.participants;
    cell.participantsAtLeast = result.counts.participantsAtLeast;
    if (productAxis && result.counts.products.size() == 1) {
        const ProductCount &product = result.counts.products.front();
        if (product.code != notReportedCode) {
            cell.knownShare = product.participants;
            cell.shareUnknown = product.unknownIn > 0;
        }
    }
    return cell;
}

QString counted(int number, const QString &one, const QString &many)
{
    return QString::number(number) + u' ' + (number == 1 ? one : many);
}

/// How many listed cohorts stand in more than one field, and how many in none.
QStringList placeNotes(const EvidenceMap &map, const std::vector<int> &listed)
{
    std::vector<int> placed;
    for (const auto &row : map.cells) {
        for (const MapCell &cell : row)
            placed.insert(placed.end(), cell.cohorts.begin(), cell.cohorts.end());
    }
    std::ranges::sort(placed);
    int several = 0;
    int none = 0;
    for (const int cohort : listed) {
        const auto [first, last] = std::ranges::equal_range(placed, cohort);
        const auto fields = last - first;
        several += fields > 1 ? 1 : 0;
        none += fields == 0 ? 1 : 0;
    }
    QStringList notes;
    if (several > 0) {
        notes << (several == 1 ? u"1 cohort has several values and stands in several fields"_s
                               : u"%1 cohorts have several values and stand in several fields"_s
                                     .arg(several));
    }
    if (none > 0) {
        notes << counted(none, u"cohort stands"_s, u"cohorts stand"_s)
                + u" in no field: a dose that is not reported or lies in several bands, or a parent "
                  "whose parts stand for it"_s;
    }
    return notes;
}

} // namespace

int EvidenceMap::mostParticipants() const
{
    int most = 0;
    for (const auto &row : cells) {
        for (const MapCell &cell : row)
            most = std::max(most, cell.participants);
    }
    return most;
}

EvidenceMap makeEvidenceMap(const FilterEngine &engine, const FilterCriteria &criteria,
                            MapAxis rowAxis, MapAxis columnAxis)
{
    EvidenceMap map;
    map.rowAxis = rowAxis;
    map.columnAxis = columnAxis;
    FilterCriteria base = criteria;
    base.keepUnjudged = false; // a field holds what certainly belongs there
    base.withComparators = false;
    release(base, rowAxis);
    release(base, columnAxis);
    FilterCriteria cleared = criteria;
    release(cleared, rowAxis);
    release(cleared, columnAxis);

    const bool productAxis = rowAxis == MapAxis::Product || columnAxis == MapAxis::Product;
    const FilterResult all = engine.apply(base);
    const std::vector<AxisValue> rows = axisValues(all, rowAxis);
    const std::vector<AxisValue> columns = axisValues(all, columnAxis);
    for (const AxisValue &column : columns)
        map.columns << column.label;
    for (const AxisValue &row : rows) {
        map.rows << row.label;
        auto &cells = map.cells.emplace_back();
        for (const AxisValue &column : columns) {
            FilterCriteria here = base;
            restrict(here, rowAxis, row);
            restrict(here, columnAxis, column);
            MapCell cell = makeCell(engine, here, productAxis);
            FilterCriteria chosen = cleared;
            restrict(chosen, rowAxis, row);
            restrict(chosen, columnAxis, column);
            cell.chosen = chosen.normalised() == criteria.normalised();
            cell.click = cell.chosen ? cleared : chosen;
            cells.push_back(std::move(cell));
        }
    }
    map.notes = placeNotes(map, all.cohorts);
    return map;
}

QString participantsText(const MapCell &cell)
{
    if (cell.participants == 0 && !cell.cohorts.empty())
        return u"participants NR"_s;
    QString number = counted(cell.participants, u"participant"_s, u"participants"_s);
    if (cell.participantsAtLeast)
        number.prepend(u"at least "_s);
    if (cell.shareUnknown)
        return number + u", share not reported"_s;
    if (cell.knownShare && *cell.knownShare != cell.participants)
        return QString::number(*cell.knownShare) + u" of "_s + number;
    return number;
}

QString spokenCell(const EvidenceMap &map, int row, int column)
{
    const MapCell &cell = map.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const QString place = map.rows[row] + u", "_s + map.columns[column] + u": "_s;
    if (cell.cohorts.empty())
        return place + u"no cohort"_s;
    return place + counted(static_cast<int>(cell.cohorts.size()), u"cohort"_s, u"cohorts"_s) + u" of "_s
        + counted(cell.studies, u"study"_s, u"studies"_s) + u", "_s + participantsText(cell)
        + (cell.chosen ? u"; the filter is on this field"_s : QString());
}

FigureTable mapTable(const EvidenceMap &map)
{
    FigureTable table;
    table.headers = {labelOf(map.rowAxis), labelOf(map.columnAxis), u"Cohorts"_s, u"Studies"_s,
                     u"Participants"_s, u"Known to have had the product"_s};
    for (int row = 0; row < map.rows.size(); ++row) {
        for (int column = 0; column < map.columns.size(); ++column) {
            const MapCell &cell =
                map.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
            QString participants = QString::number(cell.participants);
            if (cell.participantsAtLeast)
                participants.prepend(u"≥"_s);
            if (cell.participants == 0 && !cell.cohorts.empty())
                participants = u"NR"_s;
            table.rows.push_back({map.rows[row], map.columns[column],
                                  QString::number(cell.cohorts.size()),
                                  QString::number(cell.studies), participants,
                                  cell.shareUnknown || !cell.knownShare
                                      ? u"NR"_s
                                      : QString::number(*cell.knownShare)});
        }
    }
    return table;
}

} // namespace anakinra
