// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/KeptViews.h"

#include "app/DrawLimit.h"
#include "app/LibrarySession.h"
#include "app/ViewsExport.h"
#include "app/cli/charts/ViewFigure.h"
#include "app/pages/PageStack.h"
#include "models/kept/ReadyViews.h"
#include "models/kept/ViewChanges.h"
#include "models/output/SaveFile.h"
#include "views/export/EmbeddedView.h"
#include "views/table/CohortTableView.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

KeptViews::KeptViews(Window window, const Dialogs &dialogs, const QString &folder, QWidget *parent)
    : QObject(parent), m_window(window), m_dialogs(dialogs), m_folder(folder), m_parent(parent)
{
}

SavedView KeptViews::current(const QString &name) const
{
    const LibrarySession &session = m_window.session;
    SavedView view;
    view.name = name;
    view.filter = session.criteria();
    view.chart = m_window.figures.currentCode();
    view.options = m_window.figures.options().value(view.chart).toObject();
    view.rates = session.options();
    view.panels = session.panels();
    view.order = m_window.table.order();
    stampView(view, session.library(), session.result());
    return view;
}

void KeptViews::restore(const SavedView &view)
{
    QStringList details;
    m_window.session.setOptions(view.rates);
    m_window.session.setPanels(view.panels);
    m_window.session.filter()->set(view.filter);
    m_window.table.setOrder(view.order);
    restoreChart(view, details);
    sayChanges(view, details);
}

void KeptViews::restoreChart(const SavedView &view, QStringList &details)
{
    PageStack &figures = m_window.figures;
    if (view.chart == cli::composeKind) {
        // The window shows one chart at a time: the panels get their options, the first is in
        // front.
        const QStringList panels =
            view.options["panels"_L1].toString().split(u',', Qt::SkipEmptyParts);
        for (const QString &panel : panels)
            figures.setOptions(panel, view.options.value(panel).toObject());
        figures.setCurrent(panels.value(0));
    } else if (figures.has(view.chart)) {
        figures.setOptions(view.chart, view.options);
        figures.setCurrent(view.chart);
    } else if (!view.chart.isEmpty()) {
        details << tr("No chart of kind \"%1\" in this version of the program; the chart in front "
                      "has stayed")
                       .arg(view.chart);
    }
}

void KeptViews::sayChanges(const SavedView &view, QStringList details)
{
    const LibrarySession &session = m_window.session;
    ViewChanges changes =
        viewChanges(view, session.library(), *session.engine(), session.result());
    changes.details = details + changes.details;
    const QString name =
        view.name.isEmpty() ? tr("View opened") : tr("View opened: %1").arg(view.name);
    if (!changes.details.isEmpty())
        m_dialogs.warn(
            m_parent, name,
            tr("Some of it is not as it was when the view was kept.\n\n%1").arg(changes.toString()),
            {});
    else
        Q_EMIT said(changes.isEmpty() ? name : name + u". "_s + changes.versions);
}

void KeptViews::restoreFrom(const QString &path)
{
    const ViewReport report = readViewOf(path);
    if (!report.view) {
        failed(tr("Open view"), report.problems.front());
        return;
    }
    if (!report.problems.empty()) {
        m_dialogs.warn(m_parent, tr("Open view"),
                       tr("Some of the view was not understood and was left out:\n\n%1")
                           .arg(report.problems.front().toString()),
                       report.problems.size() > 1 ? linesOf(report.problems) : QString());
    }
    restore(*report.view);
}

ExportableFigure KeptViews::withView(const ExportableFigure &figure) const
{
    ExportableFigure result = figure;
    result.recipe = [made = figure.recipe, view = current()](const FigureChoices &choices) {
        SavedView chosen = view;
        if (choices.grouping)
            chosen.options.insert(u"groupBy"_s, groupingCode(*choices.grouping));
        FigureRecipe recipe = made(choices);
        recipe.view = chosen.toMetadata();
        return recipe;
    };
    return result;
}

std::vector<std::pair<QString, QString>> KeptViews::charts() const
{
    std::vector<std::pair<QString, QString>> charts;
    for (const auto &[code, title] : m_window.figures.titles()) {
        if (cli::chartKind(code))
            charts.emplace_back(code, title);
    }
    return charts;
}

std::vector<FigureRecipe> KeptViews::figures(const QStringList &codes) const
{
    std::vector<FigureRecipe> recipes;
    const QJsonObject pages = m_window.figures.options();
    for (const QString &code : codes) {
        if (code == "rates"_L1)
            continue;
        SavedView view = current();
        view.chart = code;
        view.options = pages.value(code).toObject();
        auto recipe = cli::sheetFigure(view, m_window.session.sharedLibrary(), *m_window.session.engine());
        if (recipe)
            recipes.push_back(std::move(*recipe));
    }
    return recipes;
}

void KeptViews::askAndCompose()
{
    const auto chosen =
        m_dialogs.choosePanels(m_parent, charts(), {m_window.figures.currentCode()});
    if (!chosen)
        return;
    SavedView view = current();
    const QJsonObject pages = m_window.figures.options();
    view.chart = cli::composeKind.toString();
    view.options = {{u"panels"_s, chosen->panels.join(u',')}, {u"across"_s, chosen->across}};
    for (const QString &panel : chosen->panels)
        view.options.insert(panel, pages.value(panel));
    ExportableFigure figure;
    figure.fileName = u"figure"_s;
    figure.choices.legend = LegendPlace::Top;
    figure.recipe = [this, view](const FigureChoices &choices) {
        const auto recipe = cli::figureOfView(view, m_window.session.sharedLibrary(),
                                              *m_window.session.engine(), choices, mostCohortsDrawn);
        return recipe ? *recipe : FigureRecipe::nothing(recipe.problem().message);
    };
    // What cannot be drawn is said before a size is asked for.
    const auto tried = cli::figureOfView(view, m_window.session.sharedLibrary(),
                                         *m_window.session.engine(), figure.choices, mostCohortsDrawn);
    if (tried)
        m_dialogs.exportFigure(m_parent, figure);
    else
        failed(tr("Figure of several panels"), tried.problem());
}

void KeptViews::askAndRestore()
{
    const QString path = m_dialogs.openFile(
        m_parent, tr("Open view"),
        tr("Views and exported figures (*.%1 *.json *.png *.svg *.pdf);;All files (*)")
            .arg(viewFileSuffix));
    if (!path.isEmpty())
        restoreFrom(path);
}

std::optional<ViewFolder::Entry> KeptViews::entryNamed(const QString &name) const
{
    const std::vector<ViewFolder::Entry> views = kept().views;
    const auto found = std::ranges::find_if(
        views, [&](const ViewFolder::Entry &entry) { return entry.view.name == name; });
    return found == views.end() ? std::nullopt : std::optional(*found);
}

void KeptViews::askAndKeep()
{
    const QString name = m_dialogs
                             .askText(m_parent, tr("Keep view"), tr("Name of the view:"),
                                      m_window.session.context().filterWords)
                             .simplified();
    if (name.isEmpty())
        return;
    if (entryNamed(name) &&
        !m_dialogs.confirm(
            m_parent, tr("Keep view"),
            tr("There is a view \"%1\" already. Replace it by what is shown now?").arg(name),
            tr("Replace")))
        return;
    const auto saved = m_folder.save(current(name));
    if (!saved) {
        failed(tr("Keep view"), saved.problem());
        return;
    }
    Q_EMIT changed();
    Q_EMIT said(tr("View kept: %1").arg(name));
}

void KeptViews::askAndRename(const ViewFolder::Entry &entry)
{
    const QString name =
        m_dialogs.askText(m_parent, tr("Rename view"), tr("New name of the view:"), entry.view.name)
            .simplified();
    if (name.isEmpty() || name == entry.view.name)
        return;
    if (entryNamed(name)) {
        failed(tr("Rename view"), {{}, {}, {}, tr("There is a view \"%1\" already").arg(name)});
        return;
    }
    const Outcome renamed = m_folder.rename(entry.file, name);
    if (!renamed)
        failed(tr("Rename view"), renamed.problem());
    Q_EMIT changed();
}

void KeptViews::askAndRemove(const ViewFolder::Entry &entry)
{
    if (!m_dialogs.confirm(m_parent, tr("Delete view"),
                           tr("Delete the view \"%1\"? Its file is removed from this computer; the "
                              "evidence is not touched.")
                               .arg(entry.view.name),
                           tr("Delete")))
        return;
    const Outcome removed = m_folder.remove(entry.file);
    if (removed)
        Q_EMIT said(tr("View deleted: %1").arg(entry.view.name));
    else
        failed(tr("Delete view"), removed.problem());
    Q_EMIT changed();
}

void KeptViews::askAndExport(const SavedView &view)
{
    QString path = m_dialogs.saveFile(m_parent, tr("Export view to file"),
                                      fileNameOf(view.name) + u'.' + viewFileSuffix,
                                      tr("Views (*.%1)").arg(viewFileSuffix));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += u'.' + viewFileSuffix.toString();
    const Outcome written = saveFile(path, view.toFile());
    if (written)
        Q_EMIT said(tr("View written to %1").arg(QDir::toNativeSeparators(path)));
    else
        failed(tr("Export view to file"), written.problem());
}

void KeptViews::askAndExportAll()
{
    const QString folder = m_dialogs.chooseFolder(m_parent, tr("Export all views"));
    if (folder.isEmpty())
        return;
    std::vector<SavedView> views = readyViews();
    for (ViewFolder::Entry &entry : m_folder.read().views)
        views.push_back(std::move(entry.view));
    auto *run =
        new ViewsExport(std::move(views), m_window.session.sharedLibrary(), folder, m_parent);
    connect(
        run, &ViewsExport::finished, this, [this, folder](int written, const QStringList &left) {
            const QString text =
                tr("%1 figures written to %2").arg(written).arg(QDir::toNativeSeparators(folder));
            if (left.isEmpty())
                Q_EMIT said(text);
            else
                m_dialogs.warn(m_parent, tr("Export all views"),
                               text + u"\n\n"_s + left.join(u'\n'), {});
        });
    run->start();
}

void KeptViews::failed(const QString &title, const Problem &problem) const
{
    m_dialogs.warn(m_parent, title, problem.toString(), {});
}

} // namespace anakinra
