// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortColumns.h"

#include "models/items/ColumnCells.h"

#include <algorithm>
#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;
using namespace cells;

namespace {

CohortColumn rateColumn(const QString &code, const QString &title, const QString &meaning)
{
    return {code, title,
            meaning + u": events/n and per cent; only where everyone infused was at risk"_s, true,
            code, rateCell, rateKey};
}

CohortColumn responseColumn(const QString &code, const QString &title, const QString &meaning)
{
    return {code, title, meaning + u": events/n and per cent of the tumour response"_s, true, code,
            rateCell, rateKey};
}

} // namespace

std::span<const CohortColumn> cohortColumns()
{
    static const std::array<CohortColumn, 18> columns{{
        {u"study"_s, u"Study"_s, u"Study, with a year only where a source prints it"_s, false, {},
         studyCell, studyKey},
        {u"cohort"_s, u"Cohort"_s, u"Group of participants with a denominator of its own"_s, false,
         {}, cohortCell, cohortKey},
        {u"role"_s, u"Role"_s, u"What the group is in its study"_s, false, {}, roleCell, roleKey},
        {u"design"_s, u"Design"_s, u"Design of the study"_s, false, {}, designCell, designKey},
        {u"n"_s, u"n"_s, u"Participants of the cohort"_s, true, {}, sizeCell, sizeKey},
        {u"products"_s, u"Products"_s, u"CAR T products and how many patients had each"_s, false, {},
         productsCell, productsKey},
        {u"regimen"_s, u"Regimen"_s, u"Starting regimen of anakinra as printed"_s, false, {},
         regimenCell, regimenKey},
        {u"dose"_s, u"Dose per day"_s,
         u"Daily dose of the starting regimen; mg/day and mg/kg/day are two scales"_s, false, {},
         doseCell, doseColumnKey},
        {u"route"_s, u"Route"_s, u"Subcutaneous (SC) or intravenous (IV)"_s, false, {}, routeCell,
         routeKey},
        {u"timing"_s, u"Timing"_s, u"The protocol's intent when anakinra starts"_s, false, {},
         timingCell, timingKey},
        {u"start-day"_s, u"Start day"_s,
         u"Day of the first dose of anakinra after the CAR T-cell infusion (day 0)"_s, true, {},
         startDayCell, startDayKey},
        rateColumn(u"crs.any"_s, u"CRS any"_s, u"Cytokine release syndrome of any grade"_s),
        rateColumn(u"crs.ge3"_s, u"CRS ≥3"_s, u"Cytokine release syndrome, grade ≥3"_s),
        rateColumn(u"icans.any"_s, u"ICANS any"_s, u"Neurotoxicity (ICANS) of any grade"_s),
        rateColumn(u"icans.ge3"_s, u"ICANS ≥3"_s, u"Neurotoxicity (ICANS), grade ≥3"_s),
        responseColumn(u"response.orr"_s, u"ORR"_s, u"Overall response rate"_s),
        responseColumn(u"response.cr"_s, u"CR"_s, u"Complete response or remission"_s),
        {u"resolution"_s, u"Toxicity resolution"_s,
         u"Toxicity that improved or resolved after anakinra, by target: events/n and per cent"_s,
         false, {}, resolutionCell, resolutionKey},
    }};
    return columns;
}

int cohortColumnIndex(QStringView key)
{
    const auto columns = cohortColumns();
    const auto it = std::ranges::find_if(columns,
                                         [key](const CohortColumn &c) { return c.key == key; });
    return it == columns.end() ? -1 : int(it - columns.begin());
}

} // namespace anakinra
