// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolGrouping.h"

#include "models/figures/RateSeries.h"
#include "models/figures/SourceText.h"
#include "models/pooling/DiseaseGroup.h"

#include <algorithm>
#include <span>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr int rankOfMixed = 1'000'000;       // after every named group
constexpr int rankOfNotReported = 2'000'000; // last

constexpr std::array mgBounds{100.0, 200.0};
constexpr std::array mgPerKgBounds{4.0};

PoolGroupKey notReported(const QString &what)
{
    return {u"not-reported"_s, what + u" not reported"_s, rankOfNotReported};
}

/// "≤100 mg/day", ">100–200 mg/day", ">200 mg/day".
PoolGroupKey doseBand(double dose, DoseUnit unit, std::span<const double> bounds, int firstRank)
{
    const QString unitText = labelOf(unit);
    const auto upper = std::ranges::lower_bound(bounds, dose);
    const int rank = firstRank + static_cast<int>(upper - bounds.begin());
    const QString above = upper == bounds.begin() ? QString() : plainNumber(*(upper - 1));
    const QString below = upper == bounds.end() ? QString() : plainNumber(*upper);
    if (above.isEmpty())
        return {u"to-%1-%2"_s.arg(below, unitText), u"≤%1 %2"_s.arg(below, unitText), rank};
    if (below.isEmpty())
        return {u"over-%1-%2"_s.arg(above, unitText), u">%1 %2"_s.arg(above, unitText), rank};
    return {u"over-%1-to-%2-%3"_s.arg(above, below, unitText),
            u">%1–%2 %3"_s.arg(above, below, unitText), rank};
}

PoolGroupKey doseBandOf(const Cohort &cohort)
{
    std::optional<double> mg;
    std::optional<double> mgPerKg;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind != RegimenKind::Starting || !regimen.dose)
            continue;
        auto &highest = regimen.dose->unit == DoseUnit::MgPerDay ? mg : mgPerKg;
        highest = std::max(highest.value_or(0.0), regimen.dose->max);
    }
    if (mg && mgPerKg)
        return {u"both-scales"_s, u"mg/day or mg/kg/day"_s, rankOfMixed};
    if (mg)
        return doseBand(*mg, DoseUnit::MgPerDay, mgBounds, 0);
    if (mgPerKg)
        return doseBand(*mgPerKg, DoseUnit::MgPerKgPerDay, mgPerKgBounds,
                        static_cast<int>(mgBounds.size()) + 1);
    return notReported(u"Dose"_s);
}

PoolGroupKey routeOf(const Cohort &cohort)
{
    bool sc = false;
    bool iv = false;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind != RegimenKind::Starting)
            continue;
        for (const Route route : regimen.routes)
            (route == Route::Subcutaneous ? sc : iv) = true;
    }
    if (sc && iv)
        return {u"SC-and-IV"_s, u"SC and IV"_s, rankOfMixed};
    if (sc || iv) {
        const Route route = sc ? Route::Subcutaneous : Route::Intravenous;
        return {codeOf(route), labelOf(route), static_cast<int>(route)};
    }
    return notReported(u"Route"_s);
}

PoolGroupKey timingOf(const Cohort &cohort)
{
    if (cohort.timing == Timing::NotReported)
        return notReported(u"Timing"_s);
    return {codeOf(cohort.timing), labelOf(cohort.timing), static_cast<int>(cohort.timing)};
}

PoolGroupKey termOf(const std::vector<Term> &terms, const QString &code)
{
    const auto it = std::ranges::find(terms, code, &Term::code);
    return {code, it == terms.end() ? code : it->label, static_cast<int>(it - terms.begin())};
}

PoolGroupKey productOf(const Library &library, const Cohort &cohort)
{
    if (cohort.products.empty())
        return notReported(u"Product"_s);
    if (hadOneProduct(cohort))
        return termOf(library.vocabulary.products, cohort.products.front().code);
    return {u"mixed"_s, u"Several products"_s, rankOfMixed};
}

PoolGroupKey designOf(const Library &library, const Cohort &cohort)
{
    const QStringList codes =
        cohort.study < 0 ? QStringList()
                         : library.studies[static_cast<std::size_t>(cohort.study)].design.codes;
    return codes.isEmpty() ? notReported(u"Design"_s)
                           : termOf(library.vocabulary.designs, codes.first());
}

PoolGroupKey diseaseOf(const Library &library, const Cohort &cohort)
{
    const std::vector<DiseaseGroup> groups = diseaseGroups(library, cohort);
    if (groups.empty())
        return notReported(u"Disease"_s);
    QStringList codes;
    QStringList labels;
    for (const DiseaseGroup &group : groups) {
        codes << group.code;
        labels << group.label;
    }
    return {codes.join(u"-and-"_s), labels.join(u" and "_s), codes.size() > 1 ? rankOfMixed : 0};
}

} // namespace

PoolGroupKey poolGroupOf(const Library &library, int cohort, PoolGrouping grouping)
{
    const Cohort &record = library.cohorts[static_cast<std::size_t>(cohort)];
    switch (grouping) {
    case PoolGrouping::None:
        return {};
    case PoolGrouping::Timing:
        return timingOf(record);
    case PoolGrouping::Route:
        return routeOf(record);
    case PoolGrouping::DoseBand:
        return doseBandOf(record);
    case PoolGrouping::Product:
        return productOf(library, record);
    case PoolGrouping::Design:
        return designOf(library, record);
    case PoolGrouping::Disease:
        return diseaseOf(library, record);
    }
    Q_UNREACHABLE();
}

} // namespace anakinra
