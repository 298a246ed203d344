// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/ViewOption.h"

#include "app/ProgramName.h"
#include "models/kept/ReadyViews.h"
#include "models/kept/ViewFolder.h"
#include "views/export/EmbeddedView.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

std::optional<SavedView> viewByName(const QString &name)
{
    std::vector<SavedView> all = readyViews();
    for (const ViewFolder::Entry &entry : ViewFolder(keptViewsPath()).read().views)
        all.push_back(entry.view);
    const auto found = std::ranges::find_if(all, [&](const SavedView &view) {
        return view.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

OptionSpec viewOption()
{
    return {
        u"view"_s,
        {},
        u"FILE"_s,
        u"Begin with a kept view: its file, a PNG, SVG or PDF that this program exported, or the "
        "name of a ready-made or kept view. Flags given beside it take the place of what it says."_s};
}

Result<SavedView> viewNamed(const QString &fileOrName, Console &console)
{
    if (!QFileInfo::exists(fileOrName)) {
        if (const auto view = viewByName(fileOrName))
            return *view;
    }
    const ViewReport report = readViewOf(fileOrName);
    if (!report.view)
        return report.problems.front();
    for (const Problem &problem : report.problems)
        console.message(problem.toString());
    return *report.view;
}

Result<std::optional<SavedView>> chosenView(const Arguments &arguments, Console &console)
{
    const auto name = arguments.value(viewOption().name);
    if (!name)
        return std::optional<SavedView>();
    const auto view = viewNamed(*name, console);
    if (!view)
        return view.problem();
    return std::optional(*view);
}

} // namespace anakinra::cli
