// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/figures/RateSeries.h"
#include "models/figures/SheetChoices.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

namespace anakinra {

/// What the window remembers from one start to the next, in a file of its own. A missing, broken or
/// foreign file gives the defaults and never stops the start.
struct WindowState
{
    QByteArray geometry;   ///< QWidget::saveGeometry; empty = default
    QByteArray docks;      ///< QMainWindow::saveState
    QByteArray splitter;   ///< QSplitter::saveState
    QByteArray table;      ///< CohortTableView::saveLayout
    QStringList openFacets;
    bool hasOpenFacets = false; ///< an empty list that was saved is a wish, a missing one is not
    QString figurePage;    ///< code of the chart in front, "" = the first
    QString listPage;      ///< code of the list in front, "" = the first
    QJsonObject pages;     ///< options of the charts and lists by code
    bool resolutionPanel = false;
    bool dark = false;          ///< dark colours chosen
    bool light = false;         ///< light colours chosen; neither: as the system
    RateOptions options;
    SheetChoices sheet;         ///< what went on the sheet of last time
    QJsonObject lastFilter;     ///< FilterCriteria::toJson of the last non-empty filter
    QStringList recentLibraries;///< paths, last first, at most maxRecent

    static constexpr qsizetype maxRecent = 8;

    void addRecent(const QString &path);
    void removeRecent(const QString &path);

    [[nodiscard]] static QString defaultPath();
    [[nodiscard]] static WindowState read(const QString &path);
    [[nodiscard]] Outcome write(const QString &path) const;
};

} // namespace anakinra
