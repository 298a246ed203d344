// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ViewFigure.h"
#include "views/export/ComposedFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// The kinds that --panels names, in its order.
Result<std::vector<const ChartKind *>> panelKinds(const Arguments &arguments)
{
    QStringList known;
    for (const ChartKind &kind : chartKinds()) {
        if (kind.name != composeKind)
            known << kind.name;
    }
    std::vector<const ChartKind *> kinds;
    for (const QString &name :
         arguments.value(u"panels"_s).value_or(QString()).split(u',', Qt::SkipEmptyParts)) {
        if (!known.contains(name.trimmed()))
            return usageError(u"--panels \"%1\" is not known; valid: %2"_s.arg(
                name.trimmed(), known.join(u", "_s)));
        kinds.push_back(chartKind(name.trimmed()));
    }
    if (kinds.empty())
        return usageError(
            u"compose needs --panels, such as --panels %1"_s.arg(known.mid(0, 2).join(u',')));
    return kinds;
}

ExitCode makeCompose(const Arguments &arguments, const Selection &selection,
                     const FigureChoices &choices, Console &console, FigureRecipe &recipe)
{
    const auto kinds = panelKinds(arguments);
    if (!kinds)
        return console.usage(u"chart"_s, kinds.problem());
    const auto across = wholeNumber(arguments, u"across"_s, 1, 6);
    if (!across)
        return console.usage(u"chart"_s, across.problem());
    ComposedFigure page;
    page.title = choices.title;
    page.across = static_cast<int>(across->value_or(1));
    page.source = selection.context.libraryLine;
    for (std::size_t i = 0; i < kinds->size(); ++i) {
        const ChartKind &kind = *(*kinds)[i];
        FigureChoices own = choices;
        own.title.clear();
        own.withFooter = false;
        FigureRecipe panel;
        if (const ExitCode failed = kind.make(arguments, selection, own, console, panel);
            failed != Success)
            return failed;
        // Known only now; the letter stands in the title that the panel draws itself.
        own.title = letteredTitle(i, plainTitle(panel, selection.context.filterWords));
        if (const ExitCode failed = kind.make(arguments, selection, own, console, panel);
            failed != Success)
            return failed;
        page.panels.push_back(std::move(panel));
    }
    const QStringList footer = commonFooter(page.panels);
    if (choices.withFooter)
        page.footer = footer;
    recipe = figureRecipe(std::move(page));
    recipe.description = footer.join(u'\n');
    if (recipe.title.isEmpty())
        recipe.title = u"Anakinra: "_s + selection.context.filterWords;
    return Success;
}

} // namespace

ChartKind composeChart()
{
    return {composeKind.toString(),
            u"Several charts on one page, lettered A, B, C, with one footer."_s,
            {{u"panels"_s, {}, u"KIND,KIND…"_s, u"Kinds of chart in the order of the page."_s},
             {u"across"_s, {}, u"N"_s, u"Panels side by side; default 1."_s}},
            &makeCompose,
            {{u"panels"_s, u"panels"_s}, {u"across"_s, u"across"_s, ViewOption::Number}}};
}

} // namespace anakinra::cli
