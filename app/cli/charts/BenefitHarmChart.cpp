// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ChartKind.h"
#include "models/figures/ReportedOutcomes.h"
#include "views/charts/BenefitHarmFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// The outcome of an option, or the usual one of its domain; a code of another domain is an error.
Result<QString> outcomeOf(const Arguments &arguments, const Selection &selection, const QString &option,
                          Domain domain)
{
    const Library &library = *selection.library;
    const auto code = arguments.value(option);
    if (!code)
        return startingOutcome(ofDomain(library, reportedOutcomes(library, selection.result.cohorts), domain));
    const OutcomeTerm *term = library.vocabulary.outcome(*code);
    if (!term || term->domain != domain) {
        return usageError(u"--%1 takes an outcome of the domain %2, not \"%3\""_s.arg(
            option, labelOf(domain).toLower(), *code));
    }
    return *code;
}

ExitCode makeBenefitHarmChart(const Arguments &arguments, const Selection &selection,
                              const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto harm = outcomeOf(arguments, selection, u"harm"_s, Domain::ToxicityIncidence);
    if (!harm)
        return console.usage(u"chart"_s, harm.problem());
    const auto benefit = outcomeOf(arguments, selection, u"benefit"_s, Domain::TumourResponse);
    if (!benefit)
        return console.usage(u"chart"_s, benefit.problem());
    auto figure = std::make_shared<const BenefitHarmFigure>(
        selection.library,
        makeBenefitHarm(*selection.library, selection.result.cohorts, *harm, *benefit, selection.options),
        selection.options, FigureCaption{choices.title, selection.context, {}, choices.withFooter});
    if (figure->isEmpty()) {
        return console.fault({{}, {}, {}, u"not written: no cohort reports both a toxicity (%1) and a "
                                          "response (%2)"_s.arg(*harm, *benefit)});
    }
    recipe = figureRecipe(std::move(figure));
    return Success;
}

} // namespace

ChartKind benefitHarmChart()
{
    return {
        u"benefit-harm"_s,
        u"A toxicity against a response, each with its interval, one mark per cohort."_s,
        {{u"harm"_s, {}, u"CODE"_s, u"Toxicity; default the one that is reported most usually."_s},
         {u"benefit"_s, {}, u"CODE"_s, u"Tumour response; likewise."_s}},
        &makeBenefitHarmChart,
        {{u"harm"_s, u"harm"_s}, {u"benefit"_s, u"benefit"_s}}};
}

} // namespace anakinra::cli
