// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/charts/ViewFigure.h"
#include "views/export/FigureExporter.h"

#include <QSet>

namespace anakinra::cli {

/// How the figures of a run are made.
struct BatchSpec
{
    QString folder;
    FigureFormat format = FigureFormat::Png;
    ExportSpec spec;
    FigureChoices choices; ///< the title is that of each view where this one is ""
    std::size_t mostCohorts = std::numeric_limits<std::size_t>::max(); ///< a view of more is left out
};

/// Writes the figures of many views into a folder, one at a time, so that whoever drives it can show
/// progress and stop in between. Every file is whole or not there.
class ViewBatch
{
public:
    ViewBatch(std::vector<SavedView> views, std::shared_ptr<const Library> library, BatchSpec spec);

    struct Step
    {
        QString name;                   ///< of the view
        QString file;                   ///< that was written, "" = none
        std::optional<Problem> problem; ///< nullopt and no file: no cohort matches
    };

    [[nodiscard]] int count() const { return static_cast<int>(m_views.size()); }
    [[nodiscard]] int done() const { return static_cast<int>(m_next); }
    [[nodiscard]] bool atEnd() const { return m_next == m_views.size(); }
    [[nodiscard]] QString nextName() const { return m_views[m_next].name; }
    /// Not at the end.
    Step next();

private:
    QString freeName(const QString &viewName); ///< file name that this run has not used

    std::vector<SavedView> m_views;
    std::shared_ptr<const Library> m_library;
    FilterEngine m_engine;
    BatchSpec m_spec;
    QSet<QString> m_used;
    std::size_t m_next = 0;
};

} // namespace anakinra::cli
