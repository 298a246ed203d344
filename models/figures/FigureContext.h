// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/filter/FilterEngine.h"

#include <QDate>

namespace anakinra {

/// What every figure, sheet and table must say about itself besides its content.
struct FigureContext
{
    QString filterWords;  ///< the filter in words
    QString libraryLine;  ///< title, version, curation date
    QString dateLine;     ///< date of making, ISO
    QString methodLine;   ///< "Rates: events/n; whiskers: 95 % Wilson score interval"
    QStringList leftOut;  ///< what is not shown, how much and why: cohorts that could not be judged
    QString banner;       ///< not the shipped library, or loaded in part; "" otherwise
    QString counts;       ///< the counts line

    /// The lines of a footer in printing order, empty ones left out.
    [[nodiscard]] QStringList footerLines() const;
};

[[nodiscard]] FigureContext makeFigureContext(const Library &library, const FilterCriteria &criteria,
                                              const FilterResult &result, const RateOptions &options,
                                              QDate date);

/// "Published aggregate data; anakinra is used off-label here; not medical advice": on every sheet
/// and in About.
[[nodiscard]] QString disclaimer();

} // namespace anakinra
