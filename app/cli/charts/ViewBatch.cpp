// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/ViewBatch.h"

#include "models/kept/ViewFolder.h"
#include "views/export/ComposedFigure.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

ViewBatch::ViewBatch(std::vector<SavedView> views, std::shared_ptr<const Library> library,
                     BatchSpec spec)
    : m_views(std::move(views)), m_library(std::move(library)), m_engine(m_library),
      m_spec(std::move(spec))
{
}

QString ViewBatch::freeName(const QString &viewName)
{
    const QString base = fileNameOf(viewName);
    QString name = base;
    for (int number = 2; m_used.contains(name); ++number)
        name = base + u"-%1"_s.arg(number);
    m_used.insert(name);
    return name + u'.' + figureSuffix(m_spec.format);
}

ViewBatch::Step ViewBatch::next()
{
    const SavedView &view = m_views[m_next++];
    Step step{view.name, {}, {}};
    FigureChoices choices = m_spec.choices;
    if (choices.title.isEmpty())
        choices.title = view.name;
    const auto recipe = figureOfView(view, m_library, m_engine, choices, m_spec.mostCohorts);
    if (!recipe) {
        step.problem = recipe.problem();
        return step;
    }
    if (recipe->empty)
        return step;
    const QString file = QDir(m_spec.folder).filePath(freeName(view.name));
    const Outcome written = exportFigure(withNote(*recipe, choices.note), m_spec.spec, file);
    if (written)
        step.file = file;
    else
        step.problem = written.problem();
    return step;
}

} // namespace anakinra::cli
