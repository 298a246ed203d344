// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/DosePoints.h"

#include "models/figures/DoseTrendFit.h"
#include "models/figures/RateNotes.h"
#include "models/figures/SourceText.h"
#include "models/filter/FilterEngine.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr double headroom = 1.2; ///< of the axis above the highest dose
constexpr double mostTicks = 6.0;

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

std::vector<Dose> startingDoses(const Cohort &cohort)
{
    std::vector<Dose> doses;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind == RegimenKind::Starting && regimen.dose &&
            std::ranges::find(doses, *regimen.dose) == doses.end())
            doses.push_back(*regimen.dose);
    }
    return doses;
}

QString dosesInWords(const std::vector<Dose> &doses)
{
    QStringList words;
    for (const Dose &dose : doses)
        words << doseText(dose);
    return words.join(u"; "_s);
}

DoseRoute routeOf(const Cohort &cohort)
{
    bool subcutaneous = false;
    bool intravenous = false;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind != RegimenKind::Starting)
            continue;
        for (const Route route : regimen.routes)
            (route == Route::Subcutaneous ? subcutaneous : intravenous) = true;
    }
    if (subcutaneous && intravenous)
        return DoseRoute::Both;
    if (subcutaneous)
        return DoseRoute::Subcutaneous;
    return intravenous ? DoseRoute::Intravenous : DoseRoute::NotReported;
}

/// Why a cohort cannot be drawn, apart from doses on two scales; "" = it can.
QString missing(const Cohort &cohort, const Rate &rate, bool hasDose)
{
    if (isComparator(cohort.role))
        return u"Comparator, no anakinra"_s;
    QString noRate;
    if (rate.kind == RateKind::NotReported) {
        noRate = rate.events     ? u"Denominator of the rate not reported"_s
                 : rate.setAside ? u"Not an incidence, as not everyone infused was at risk"_s
                                 : u"Rate not reported"_s;
    }
    if (hasDose)
        return noRate;
    return noRate.isEmpty() ? u"Dose not reported"_s : u"Neither dose nor rate reported"_s;
}

/// The doses as one range on `unit`, or nullopt where they lie on two scales that no body weight
/// joins.
std::optional<std::pair<double, double>> spanOf(const std::vector<Dose> &doses, DoseUnit unit,
                                                std::optional<double> bodyWeight)
{
    std::pair span(doses.front().min, doses.front().max);
    bool first = true;
    for (const Dose &dose : doses) {
        if (dose.unit != unit && !bodyWeight)
            return std::nullopt;
        const double factor = dose.unit == unit ? 1.0 : *bodyWeight;
        span.first = first ? dose.min * factor : std::min(span.first, dose.min * factor);
        span.second = first ? dose.max * factor : std::max(span.second, dose.max * factor);
        first = false;
    }
    return span;
}

void scaleAxis(DosePanel &panel)
{
    double highest = 0.0;
    for (const DosePoint &point : panel.points)
        highest = std::max(highest, point.max);
    panel.max = highest * headroom;
    const double decade = std::pow(10.0, std::floor(std::log10(panel.max / mostTicks)));
    panel.step = decade * 10.0;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (panel.max / (decade * factor) <= mostTicks) {
            panel.step = decade * factor;
            break;
        }
    }
}

bool hasStepUp(const Cohort &cohort)
{
    return std::ranges::any_of(cohort.regimens, [](const Regimen &regimen) {
        return regimen.kind == RegimenKind::StepUp;
    });
}

void addNotes(const Library &library, DoseSeries &series, std::optional<double> bodyWeight)
{
    QStringList notes;
    bool ranges = false;
    bool stepUps = false;
    bool parts = false;
    bool sameDose = false;
    for (const DosePanel &panel : series.panels) {
        for (const DosePoint &point : panel.points) {
            ranges = ranges || point.min < point.max;
            sameDose = sameDose ||
                       std::ranges::count(panel.points, point.middle(), &DosePoint::middle) > 1;
            parts = parts || series.rates.cohorts[point.row].partOfShown;
            stepUps =
                stepUps || hasStepUp(cohortAt(library, series.rates.cohorts[point.row].cohort));
        }
    }
    if (bodyWeight) {
        notes << u"Doses per kilogram are multiplied by a reference body weight of %1 kg that the "
                 u"reader chose; "
                 "no source prints a weight."_s.arg(plainNumber(*bodyWeight));
    } else if (series.panels.size() > 1) {
        notes
            << u"mg/day and mg/kg/day are two scales: no source prints a body weight that would join them."_s;
    }
    if (ranges)
        notes
            << u"A horizontal bar is the printed range of doses; the mark stands at its middle."_s;
    if (sameDose)
        notes << u"Marks of one dose stand side by side."_s;
    if (stepUps)
        notes << u"Conditional step-ups are not part of the dose."_s;
    series.rates.notes.removeAll(indentedPartsNote());
    if (parts)
        notes
            << u"Lighter marks are parts of another cohort of the filter, not additional patients."_s;
    series.rates.notes = notes + series.rates.notes;
}

} // namespace

QString doseRouteText(DoseRoute route)
{
    switch (route) {
    case DoseRoute::Subcutaneous:
        return u"SC"_s;
    case DoseRoute::Intravenous:
        return u"IV"_s;
    case DoseRoute::Both:
        return u"SC and IV"_s;
    case DoseRoute::NotReported:
        break;
    }
    return u"route NR"_s;
}

DoseSeries makeDoseSeries(const Library &library, const FilterCriteria &criteria,
                          const FilterResult &result, const RateOptions &options,
                          const QString &outcome)
{
    DoseSeries series;
    series.rates = makeOutcomeSeries(library, criteria, result, options, outcome);
    const auto bodyWeight =
        criteria.bodyWeight && *criteria.bodyWeight > 0.0 ? criteria.bodyWeight : std::nullopt;
    DosePanel perDay{DoseUnit::MgPerDay, u"Daily dose, mg/day"_s, {}, 1.0, 1.0, {}};
    DosePanel perKg{DoseUnit::MgPerKgPerDay, u"Daily dose, mg/kg/day"_s, {}, 1.0, 1.0, {}};
    if (bodyWeight)
        perDay.title += u" at %1 kg"_s.arg(plainNumber(*bodyWeight));
    for (std::size_t row = 0; row < series.rates.cohorts.size(); ++row) {
        const Cohort &cohort = cohortAt(library, series.rates.cohorts[row].cohort);
        const std::vector<Dose> doses = startingDoses(cohort);
        const QString reason =
            missing(cohort, series.rates.panels.front().rates[row].front(), !doses.empty());
        if (!reason.isEmpty()) {
            series.omitted.push_back({row, reason});
            continue;
        }
        DosePanel &panel = bodyWeight || doses.front().unit == DoseUnit::MgPerDay ? perDay : perKg;
        const auto span = spanOf(doses, panel.unit, bodyWeight);
        if (!span) {
            series.omitted.push_back({row, u"Doses on two scales (%1)"_s.arg(dosesInWords(doses))});
            continue;
        }
        DosePoint point{row, span->first, span->second, routeOf(cohort), dosesInWords(doses), 0};
        const bool converted =
            std::ranges::any_of(doses, [&](const Dose &dose) { return dose.unit != panel.unit; });
        if (converted)
            point.dose += u" = "_s + doseText({point.min, point.max, panel.unit});
        panel.points.push_back(point);
    }
    int number = 0;
    for (DosePanel *panel : {&perDay, &perKg}) {
        if (panel->points.empty())
            continue;
        for (DosePoint &point : panel->points)
            point.number = ++number;
        scaleAxis(*panel);
        series.panels.push_back(std::move(*panel));
    }
    addNotes(library, series, bodyWeight);
    for (DosePanel &panel : series.panels) {
        DoseTrendFit fit =
            fitDoseTrend(library, series, panel, outcome, options, possibleOverlapOf(criteria));
        panel.trend = std::move(fit.trend);
        series.rates.notes += fit.notes;
    }
    return series;
}

FigureTable doseTable(const Library &library, const DoseSeries &series)
{
    const RatePanel &rates = series.rates.panels.front();
    FigureTable table;
    table.headers = {u"Cohort"_s,           u"n"_s,
                     u"Daily dose"_s,       u"Route"_s,
                     rates.labels.front(),  rates.labels.front() + u", interval"_s,
                     u"Not drawn because"_s, u"Findings"_s};
    std::vector<QString> reasons(series.rates.cohorts.size());
    for (const DoseOmission &omission : series.omitted)
        reasons[omission.row] = omission.reason;
    std::vector<const DosePoint *> points(series.rates.cohorts.size());
    for (const DosePanel &panel : series.panels) {
        for (const DosePoint &point : panel.points)
            points[point.row] = &point;
    }
    for (std::size_t row = 0; row < series.rates.cohorts.size(); ++row) {
        const RateCohort &entry = series.rates.cohorts[row];
        const Cohort &cohort = cohortAt(library, entry.cohort);
        const QString dose = points[row] ? points[row]->dose : dosesInWords(startingDoses(cohort));
        const DoseRoute route = routeOf(cohort);
        const auto ofAnakinra = [&](const QString &text) {
            return entry.comparator ? QString() : text.isEmpty() ? u"NR"_s : text;
        };
        table.rows.push_back(
            {entry.label, entry.nText, ofAnakinra(dose),
             ofAnakinra(route == DoseRoute::NotReported ? QString() : doseRouteText(route)),
             rates.rates[row].front().cellText(), rates.rates[row].front().intervalText(),
             reasons[row], rates.rates[row].front().findingLines});
    }
    return table;
}

} // namespace anakinra
