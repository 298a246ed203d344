// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ViewFigure.h"

#include "app/DrawLimit.h"

#include <QBuffer>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

/// Values of a command-line option; none where the page's value cannot be said there.
QStringList valuesOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringList{QString()} : QStringList();
    if (value.isDouble())
        return {QString::number(value.toDouble())};
    if (value.isArray()) {
        QStringList values;
        for (const QJsonValue &item : value.toArray())
            values += valuesOf(item);
        return values;
    }
    return value.isString() && !value.toString().isEmpty() ? QStringList{value.toString()}
                                                           : QStringList();
}

QJsonValue valueOf(const QStringList &values, const ViewOption &option)
{
    switch (option.type) {
    case ViewOption::Switch:
        return true;
    case ViewOption::Number:
        return values.front().toDouble();
    case ViewOption::List:
        return QJsonArray::fromStringList(values);
    case ViewOption::Text:
        break;
    }
    return values.front();
}

} // namespace

Arguments withViewOptions(Arguments arguments, const ChartKind &kind, const QJsonObject &options,
                          const FilterCriteria &filter)
{
    if (kind.readView)
        kind.readView(options, filter, arguments);
    for (const ViewOption &option : kind.viewOptions) {
        const QStringList values = valuesOf(options.value(option.key));
        if (!values.isEmpty())
            arguments.setDefault(option.option, values);
    }
    // A page of several charts keeps the options of each under its name.
    for (const ChartKind &panel : chartKinds()) {
        if (options.value(panel.name).isObject())
            arguments =
                withViewOptions(arguments, panel, options.value(panel.name).toObject(), filter);
    }
    return arguments;
}

namespace {

/// The options of the kind's page that the arguments stand for.
QJsonObject viewOptionsOf(const Arguments &arguments, const ChartKind &kind,
                          const Library &library, FilterCriteria &filter)
{
    QJsonObject options;
    for (const ViewOption &option : kind.viewOptions) {
        if (arguments.has(option.option))
            options.insert(option.key, valueOf(arguments.values(option.option), option));
    }
    if (kind.name == composeKind) {
        for (const ChartKind *panel :
             panelKindsOf(arguments.value(u"panels"_s).value_or(QString()))) {
            if (const QJsonObject own = viewOptionsOf(arguments, *panel, library, filter);
                !own.isEmpty())
                options.insert(panel->name, own);
        }
    }
    if (kind.writeView)
        kind.writeView(arguments, library, options, filter);
    return options;
}

} // namespace

std::vector<const ChartKind *> panelKindsOf(const QString &panels)
{
    std::vector<const ChartKind *> kinds;
    for (const QString &name : panels.split(u',', Qt::SkipEmptyParts)) {
        const ChartKind *kind = chartKind(name.trimmed());
        if (kind && kind->name != composeKind)
            kinds.push_back(kind);
    }
    return kinds;
}

SavedView viewOf(const Selection &selection, const ChartKind &kind, const Arguments &arguments)
{
    SavedView view = viewOf(selection);
    view.chart = kind.name;
    const FilterCriteria before = view.filter;
    view.options = viewOptionsOf(arguments, kind, *selection.library, view.filter);
    if (view.filter != before)
        stampView(view, *selection.library, FilterEngine(selection.library).apply(view.filter));
    return view;
}

Result<FigureRecipe> figureOfView(const SavedView &view,
                                  const std::shared_ptr<const Library> &library,
                                  const FilterEngine &engine, const FigureChoices &choices,
                                  std::size_t mostCohorts)
{
    // A view that does not say which chart shows what the window starts with.
    const ChartKind *kind = view.chart.isEmpty() ? &chartKinds().front() : chartKind(view.chart);
    if (!kind) {
        return Problem{{},
                       view.name,
                       {},
                       u"no chart of kind \"%1\" in this version of the program"_s.arg(view.chart)};
    }
    const Selection selection = selectionOf(view, library, engine);
    const std::size_t count = selection.result.cohorts.size();
    if (count == 0)
        return FigureRecipe::nothing();
    if (count > mostCohorts && !kind->drawsSums)
        return Problem{{}, view.name, {}, tooManyCohorts(count, mostCohorts)};
    const Arguments arguments = withViewOptions({}, *kind, view.options, view.filter);
    QBuffer out;
    QBuffer said;
    out.open(QIODevice::WriteOnly);
    said.open(QIODevice::WriteOnly);
    Console console(out, said);
    FigureRecipe recipe;
    if (kind->make(arguments, selection, choices, console, recipe) != Success) {
        const QString message = QString::fromUtf8(said.data()).section(u'\n', 0, 0);
        return Problem{{}, view.name, {}, message};
    }
    recipe.view = viewOf(selection, *kind, arguments).toMetadata();
    return recipe;
}

std::optional<FigureRecipe> sheetFigure(const SavedView &view,
                                        const std::shared_ptr<const Library> &library,
                                        const FilterEngine &engine)
{
    FigureChoices choices;
    choices.withFooter = false;
    const auto untitled = figureOfView(view, library, engine, choices);
    if (!untitled || untitled->empty)
        return std::nullopt;
    choices.title = plainTitle(*untitled, describe(view.filter, *library));
    const auto titled = figureOfView(view, library, engine, choices);
    return titled ? std::optional(*titled) : std::nullopt;
}

QString plainTitle(const FigureRecipe &recipe, const QString &filterWords)
{
    QString title = recipe.title;
    const QString filter = u": "_s + filterWords;
    if (title.endsWith(filter))
        title.chop(filter.size());
    return title;
}

} // namespace anakinra::cli
