// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

namespace anakinra {

/// The colours of a card, as names that HTML knows ("#rrggbb").
struct StudyCardColours
{
    QString soft = QStringLiteral("#5f5f5f");  ///< provenance, labels
    QString line = QStringLiteral("#d8d8d8");  ///< rules between rows
    QString shade = QStringLiteral("#f0f2f4"); ///< section titles
    QString link = QStringLiteral("#0060a8");
    QString alert = QStringLiteral("#b04a00"); ///< flags, conflicts; always with a word beside it
};

/// Everything recorded of a cohort and its study as HTML for rich-text widgets: reports and
/// citations, the study's cohorts as links "cohort:ID", regimens with the arithmetic of the daily
/// dose, every figure with interval, print, status, report and locator, what is not reported among
/// the main outcomes, comparisons, notes, overlaps. Pure; all text of the library is escaped.
/// An unknown id gives a sentence that asks to select a cohort.
[[nodiscard]] QString studyCardHtml(const Library &library, const QString &cohortId,
                                    const RateOptions &options,
                                    const StudyCardColours &colours = {});

} // namespace anakinra
