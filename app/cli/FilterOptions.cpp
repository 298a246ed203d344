// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

template<typename E>
std::vector<std::pair<QString, QString>> codesOf()
{
    std::vector<std::pair<QString, QString>> codes;
    for (const auto &entry : CodeList<E>::entries)
        codes.emplace_back(entry.code.toString(), entry.label.toString());
    return codes;
}

std::vector<std::pair<QString, QString>> codesOf(const std::vector<Term> &terms)
{
    std::vector<std::pair<QString, QString>> codes;
    for (const Term &term : terms)
        codes.emplace_back(term.code, term.label);
    return codes;
}

FacetCodes withNotReported(FacetCodes codes)
{
    codes.codes.emplace_back(notReportedCode.toString(), u"Not reported"_s);
    return codes;
}

/// `given` in the spelling of the library; as it stands when no code fits.
QString canonical(const FacetCodes &known, const QString &given, bool *found)
{
    for (const auto &[code, label] : known.codes) {
        if (code.compare(given, Qt::CaseInsensitive) == 0) {
            *found = true;
            return code;
        }
    }
    *found = false;
    return given;
}

/// "8 mg/kg/day" or "400 mg/day"; spaces are free and "d" stands for "day".
std::optional<std::pair<double, DoseUnit>> parseDose(const QString &text)
{
    static const QRegularExpression pattern(
        u"^\\s*([0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)\\s*(mg\\s*/\\s*(kg\\s*/\\s*)?d(?:ay)?)\\s*$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double dose = match.captured(1).toDouble();
    if (!std::isfinite(dose) || dose > 1e6)
        return std::nullopt;
    return std::pair(dose,
                     match.captured(3).isEmpty() ? DoseUnit::MgPerDay : DoseUnit::MgPerKgPerDay);
}

Result<std::optional<DoseRange>> doseFrom(const Arguments &arguments)
{
    DoseRange range;
    std::optional<DoseUnit> unit;
    const std::array<std::pair<QString, std::optional<double> *>, 2> ends{
        {{u"dose-min"_s, &range.range.min}, {u"dose-max"_s, &range.range.max}}};
    for (const auto &[option, bound] : ends) {
        const std::optional<QString> text = arguments.value(option);
        if (!text)
            continue;
        const auto dose = parseDose(*text);
        if (!dose) {
            return usageError(u"--%1 needs a dose with its unit, such as \"400 mg/day\" or "
                              "\"8 mg/kg/day\", not \"%2\""_s.arg(option, *text));
        }
        if (unit && *unit != dose->second)
            return usageError(u"--dose-min and --dose-max must have the same unit"_s);
        unit = dose->second;
        *bound = dose->first;
    }
    if (!unit)
        return std::optional<DoseRange>();
    if (range.range.min && range.range.max && *range.range.min > *range.range.max)
        return usageError(u"--dose-min is larger than --dose-max"_s);
    range.unit = *unit;
    return std::optional(range);
}

/// An inclusive range from two options; `maxOption` "" where only a minimum exists.
Result<std::optional<Range>> rangeFrom(const Arguments &arguments, const QString &minOption,
                                       const QString &maxOption, double lowest, double highest,
                                       bool whole)
{
    const auto read = whole ? wholeNumber : number;
    const auto min = read(arguments, minOption, lowest, highest);
    if (!min)
        return min.problem();
    const auto max = maxOption.isEmpty() ? Result<std::optional<double>>(std::optional<double>())
                                         : read(arguments, maxOption, lowest, highest);
    if (!max)
        return max.problem();
    if (!*min && !*max)
        return std::optional<Range>();
    if (*min && *max && **min > **max)
        return usageError(u"--%1 is larger than --%2"_s.arg(minOption, maxOption));
    return std::optional(Range{*min, *max});
}

Outcome readFacets(const Arguments &arguments, const Library &library, FilterCriteria &criteria)
{
    for (const auto &entry : CodeList<Facet>::entries) {
        const QString option = entry.code.toString();
        if (!arguments.has(option))
            continue;
        const FacetCodes known = facetCodes(entry.value, library);
        QStringList codes;
        for (const QString &given : arguments.values(option)) {
            bool found = false;
            codes.append(canonical(known, given, &found));
            if (found || !known.closed)
                continue;
            QStringList valid;
            for (const auto &[code, label] : known.codes)
                valid.append(code);
            return usageError(u"--%1 \"%2\" is not known; valid: %3"_s.arg(
                option, given, valid.isEmpty() ? u"none in this library"_s : valid.join(u", "_s)));
        }
        criteria.setValues(entry.value, codes);
    }
    return std::monostate{};
}

Outcome readRanges(const Arguments &arguments, FilterCriteria &criteria)
{
    const auto dose = doseFrom(arguments);
    if (!dose)
        return dose.problem();
    if (*dose)
        criteria.dose = *dose;
    struct Ranged
    {
        QString min;
        QString max;
        double lowest;
        double highest;
        bool whole;
        std::optional<Range> *target;
    };
    const std::array<Ranged, 3> ranges{{
        {u"start-day-min"_s, u"start-day-max"_s, -3650, 3650, false, &criteria.startDay},
        {u"min-n"_s, {}, 0, 1e9, true, &criteria.size},
        {u"year-min"_s, u"year-max"_s, 1900, 2200, true, &criteria.year},
    }};
    for (const Ranged &ranged : ranges) {
        const auto range = rangeFrom(arguments, ranged.min, ranged.max, ranged.lowest,
                                     ranged.highest, ranged.whole);
        if (!range)
            return range.problem();
        if (*range)
            *ranged.target = *range;
    }
    const auto weight = number(arguments, u"body-weight"_s, 1, 500);
    if (!weight)
        return weight.problem();
    if (*weight)
        criteria.bodyWeight = *weight;
    return std::monostate{};
}

} // namespace

FacetCodes facetCodes(Facet facet, const Library &library)
{
    const Vocabulary &words = library.vocabulary;
    switch (facet) {
    case Facet::Product:
    case Facet::OnlyProduct:
        return withNotReported({codesOf(words.products), false});
    case Facet::Route:
        return withNotReported({codesOf<Route>(), true});
    case Facet::OnlyRoute:
        return {codesOf<Route>(), true};
    case Facet::Timing:
        return {codesOf<Timing>(), true};
    case Facet::Disease:
        return withNotReported({codesOf(words.diseases), false});
    case Facet::AgeGroup:
        return withNotReported({codesOf(words.ageGroups), true});
    case Facet::Design:
        return withNotReported({codesOf(words.designs), true});
    case Facet::Indication:
        return withNotReported({codesOf(words.indications), true});
    case Facet::Publication:
        return withNotReported({codesOf(words.publications), true});
    case Facet::PeerReviewed:
        return {codesOf<PeerReviewed>(), true};
    case Facet::Role:
        return {codesOf<Role>(), true};
    case Facet::Study: {
        FacetCodes studies;
        for (const Study &study : library.studies)
            studies.codes.emplace_back(study.id, study.label);
        return studies;
    }
    }
    Q_UNREACHABLE();
}

Result<FilterCriteria> filterFrom(const Arguments &arguments, const Library &library,
                                  const FilterCriteria &base)
{
    FilterCriteria criteria = base;
    if (const Outcome facets = readFacets(arguments, library, criteria); !facets)
        return facets.problem();
    if (const Outcome ranges = readRanges(arguments, criteria); !ranges)
        return ranges.problem();
    criteria.search = arguments.value(u"search"_s).value_or(criteria.search);
    if (arguments.has(u"exclude"_s))
        criteria.excluded = arguments.values(u"exclude"_s);
    criteria.keepUnjudged = criteria.keepUnjudged || arguments.has(u"keep-unjudged"_s);
    criteria.withComparators = criteria.withComparators || arguments.has(u"with-comparators"_s);
    const auto overlap = choice(arguments, u"possible-overlap"_s, {u"admit"_s, u"exclude"_s});
    if (!overlap)
        return overlap.problem();
    if (arguments.has(u"possible-overlap"_s))
        criteria.excludePossibleOverlaps = *overlap == u"exclude";
    return criteria.normalised();
}

Result<RateOptions> rateOptionsFrom(const Arguments &arguments, const RateOptions &base)
{
    const auto method = choice(arguments, u"ci"_s, {u"wilson"_s, u"clopper-pearson"_s});
    if (!method)
        return method.problem();
    // Below 50 it is nearly always a slip such as 0.95.
    const auto level = number(arguments, u"level"_s, 50, 99.99);
    if (!level)
        return level.problem();
    RateOptions options = base;
    if (arguments.has(u"ci"_s)) {
        options.method = *method == u"clopper-pearson" ? statistics::IntervalMethod::ClopperPearson
                                                       : statistics::IntervalMethod::Wilson;
    }
    options.level = level->value_or(base.level);
    options.showInferred = base.showInferred || arguments.has(u"show-inferred"_s);
    return options;
}

} // namespace anakinra::cli
