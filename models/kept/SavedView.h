// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/filter/FilterCriteria.h"

#include <QJsonObject>

namespace anakinra {

/// How the table of cohorts is sorted.
struct TableOrder
{
    QString column; ///< key of a CohortColumn
    bool descending = false;

    friend bool operator==(const TableOrder &, const TableOrder &) = default;
};

/// The library that a view was kept with.
struct ViewLibrary
{
    QString title;   ///< "" = not recorded, as in the ready-made views
    QString version;
    QString curated; ///< ISO date

    friend bool operator==(const ViewLibrary &, const ViewLibrary &) = default;
};

/// A way to look at the evidence that can be kept, mailed and repeated: what is filtered, which
/// chart is in front and how it is drawn. A regular value; it holds no numbers of the evidence.
struct SavedView
{
    QString name;
    FilterCriteria filter;   ///< with the cohorts taken out by hand
    QString chart;           ///< code of the chart's tab: "rates"; "" = whichever is in front
    QJsonObject options;     ///< of that chart, as its page gives them
    RateOptions rates;
    RatePanels panels = RatePanels::ToxicityAndResponse;
    std::optional<TableOrder> order; ///< nullopt: as in the library
    ViewLibrary library;
    QString program;         ///< version of the program that kept it, "" = not recorded
    QStringList cohorts;     ///< ids of what it listed then; empty where not recorded

    static constexpr qsizetype mostCohorts = 500; ///< of more the view does not record which

    [[nodiscard]] QJsonObject toJson() const;
    /// A file of its own, for people and version control.
    [[nodiscard]] QByteArray toFile() const;
    /// On one line, to travel inside a picture.
    [[nodiscard]] QByteArray toMetadata() const;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// In "type" of the file, so that it is never taken for a library.
inline constexpr QStringView viewFileType = u"anakinra-evidence-view";
inline constexpr int viewFileFormat = 1;
/// The suffix of the files, without a point.
inline constexpr QStringView viewFileSuffix = u"anakinra-view";

[[nodiscard]] ViewLibrary viewLibrary(const Library &library);
/// Ids of the listed cohorts, none where they are too many to record.
[[nodiscard]] QStringList viewCohorts(const Library &library, const std::vector<int> &cohorts);
/// Records with which library and program the view was kept, and what it listed.
void stampView(SavedView &view, const Library &library, const FilterResult &result);

} // namespace anakinra
