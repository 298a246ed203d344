// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Selection.h"
#include "views/export/FigureRecipe.h"

#include <QJsonObject>

namespace anakinra::cli {

/// An option of a kind under the name that its page in the window remembers it by.
struct ViewOption
{
    enum Type { Text, Number, Switch, List };

    QString option; ///< on the command line: "group"
    QString key;    ///< in EvidencePage::options: "groupBy"; its values are spelled the same
    Type type = Text;
};

/// A kind of figure that `chart` writes. Names are those of the window's tabs.
struct ChartKind
{
    QString name;
    QString help;                    ///< what it shows, one or two sentences
    std::vector<OptionSpec> options; ///< its own; no two kinds share a name
    /// The selection is not empty. Anything but Success has been explained on the console: a problem
    /// of the arguments is a usage error, one of the selection (an outcome that nobody reports) a
    /// fault.
    ExitCode (*make)(const Arguments &arguments, const Selection &selection,
                     const FigureChoices &choices, Console &console, FigureRecipe &recipe) = nullptr;
    /// The options that kept views share with the page.
    std::vector<ViewOption> viewOptions = {};
    /// For what no single option of the page says: adds arguments that lead to what a view's options
    /// and filter stand for, where the command line does not say otherwise.
    void (*readView)(const QJsonObject &options, const FilterCriteria &filter,
                     Arguments &arguments) = nullptr;
    /// The other way round: completes the options and, where the page takes it from there, the
    /// filter of a view.
    void (*writeView)(const Arguments &arguments, const Library &library, QJsonObject &options,
                      FilterCriteria &filter) = nullptr;
    bool drawsSums = false; ///< as many marks however many cohorts match
};

/// Of several charts on one page.
inline constexpr QStringView composeKind = u"compose";

[[nodiscard]] ChartKind compareChart();
[[nodiscard]] ChartKind composeChart();
[[nodiscard]] ChartKind forestChart();
[[nodiscard]] ChartKind gapsChart();
[[nodiscard]] ChartKind overlapChart();
[[nodiscard]] ChartKind ratesChart();
[[nodiscard]] ChartKind doseChart();
[[nodiscard]] ChartKind timingChart();
[[nodiscard]] ChartKind mapChart();
[[nodiscard]] ChartKind benefitHarmChart();
[[nodiscard]] ChartKind peopleChart();

/// All kinds, in the order of the window's tabs.
[[nodiscard]] const std::vector<ChartKind> &chartKinds();
[[nodiscard]] const ChartKind *chartKind(const QString &name);

} // namespace anakinra::cli
