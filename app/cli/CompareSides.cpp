// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/CompareSides.h"

#include "app/cli/FilterOptions.h"
#include "models/comparison/ComparisonContext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

bool isFilter(const QString &side)
{
    return side.startsWith(u'-') || side.startsWith(u'{');
}

Result<QStringList> sidesFrom(const Arguments &arguments, const QStringList &cohorts)
{
    const auto a = arguments.value(u"a"_s);
    const auto b = arguments.value(u"b"_s);
    if (!a && !b) {
        if (cohorts.size() != 2)
            return usageError(u"two cohorts are needed, or --a and --b"_s);
        return cohorts;
    }
    if (!a || !b)
        return usageError(u"--a and --b are needed both"_s);
    if (!cohorts.isEmpty())
        return usageError(u"\"%1\": cohorts are named either by --a and --b or without them"_s.arg(
            cohorts.first()));
    if (a->isEmpty() || b->isEmpty())
        return usageError(u"--a and --b need a cohort or a FILTER in quotes"_s);
    if (isFilter(*a) != isFilter(*b))
        return usageError(u"a cohort is compared with a cohort, a FILTER with a FILTER"_s);
    return QStringList{*a, *b};
}

/// "" = all outcomes.
Result<QString> outcomeFrom(const Arguments &arguments, const Library &library)
{
    const auto given = arguments.value(u"outcome"_s);
    if (!given)
        return QString();
    QStringList valid;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (term.code.compare(*given, Qt::CaseInsensitive) == 0)
            return term.code;
        valid << term.code;
    }
    return usageError(
        u"--outcome \"%1\" is not known; valid: %2"_s.arg(*given, valid.join(u", "_s)));
}

QString unknownCohort(const QString &id, const Library &library)
{
    constexpr std::size_t most = 60; // more would bury the message
    QStringList known;
    const Study *study = library.study(id);
    for (const Cohort &cohort : library.cohorts) {
        if ((!study || &library.studies[static_cast<std::size_t>(cohort.study)] == study)
            && known.size() < static_cast<qsizetype>(most))
            known << cohort.id;
    }
    return u"No cohort \"%1\" in this library. %2: %3"_s.arg(
        id, study ? u"Cohorts of this study"_s : u"Cohorts"_s, known.join(u", "_s));
}

Result<FilterCriteria> criteriaFrom(const QString &side, const Library &library)
{
    if (side.startsWith(u'{')) {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(side.toUtf8(), &error);
        if (!json.isObject())
            return usageError(u"\"%1\" is no filter: %2"_s.arg(side, error.errorString()));
        return FilterCriteria::fromJson(json.object());
    }
    const auto parsed = Arguments::parse(QProcess::splitCommand(side), {filterOptions()});
    if (!parsed)
        return parsed.problem();
    if (!parsed->positional().isEmpty())
        return usageError(u"\"%1\" is no part of a FILTER"_s.arg(parsed->positional().first()));
    return filterFrom(*parsed, library);
}

} // namespace

std::vector<OptionSpec> compareOptionSpecs(const QString &methodOption)
{
    return {
        {u"a"_s, {}, u"SIDE"_s,
         u"Side A: the id of a cohort, or a FILTER in quotes, e.g. --a \"--route SC\"."_s},
        {u"b"_s, {}, u"SIDE"_s, u"Side B, of the same kind."_s},
        {methodOption, {}, u"newcombe|miettinen-nurminen"_s,
         u"Interval of the difference of two cohorts: Newcombe's hybrid score (default) or "
         "Miettinen-Nurminen's score interval."_s},
    };
}

QString sideOf(const FilterCriteria &filter)
{
    return QString::fromUtf8(QJsonDocument(filter.toJson()).toJson(QJsonDocument::Compact));
}

Result<std::optional<FilterCriteria>> sideFilter(const QString &side, const Library &library)
{
    if (!isFilter(side))
        return std::optional<FilterCriteria>();
    const auto criteria = criteriaFrom(side, library);
    if (!criteria)
        return criteria.problem();
    return std::optional(*criteria);
}

ExitCode makeComparison(const QString &command, const Arguments &arguments,
                        const QStringList &cohorts, const Library &library, const RateOptions &rates,
                        Console &console, AskedComparison &asked)
{
    const auto sides = sidesFrom(arguments, cohorts);
    if (!sides)
        return console.usage(command, sides.problem());
    const auto method = choice(arguments, command == u"compare" ? u"method"_s : u"difference"_s,
                               {codeOf(DifferenceMethod::Newcombe),
                                codeOf(DifferenceMethod::MiettinenNurminen)});
    if (!method)
        return console.usage(command, method.problem());
    const auto outcome = outcomeFrom(arguments, library);
    if (!outcome)
        return console.usage(command, outcome.problem());
    CompareOptions options;
    options.rates = rates;
    options.difference = *fromCode<DifferenceMethod>(*method);
    const QDate today = QDate::currentDate();

    if (isFilter(sides->first())) {
        const FilterEngine engine(std::shared_ptr<const Library>(&library, [](const Library *) {}));
        std::vector<ComparedFilter> filters;
        for (const QString &side : *sides) {
            const auto criteria = criteriaFrom(side, library);
            if (!criteria)
                return console.usage(command, criteria.problem());
            for (const QString &unknown : engine.unknownValues(*criteria))
                console.message(unknown);
            // Asked for on one side it holds for both, as their participants are set against each other.
            if (possibleOverlapOf(*criteria) == PossibleOverlap::Exclude)
                options.possibleOverlap = PossibleOverlap::Exclude;
            filters.push_back(comparedFilter(library, *criteria, engine.apply(*criteria)));
        }
        asked.filters = compareFilters(library, filters[0], filters[1], options, *outcome);
        asked.context = comparisonContext(library, *asked.filters, today);
        return Success;
    }
    if (sides->first() == sides->last())
        return console.usage(command, usageError(u"the two cohorts are the same"_s));
    std::vector<int> indices;
    for (const QString &id : *sides) {
        const int index = library.cohortIndex.value(id, -1);
        if (index < 0)
            return console.fault({{}, {}, {}, unknownCohort(id, library)});
        indices.push_back(index);
    }
    asked.cohorts = compareCohorts(library, indices[0], indices[1], options, *outcome);
    asked.context = comparisonContext(library, *asked.cohorts, today);
    return Success;
}

} // namespace anakinra::cli
