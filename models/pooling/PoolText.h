// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolAnalysis.h"

/// The words of a pool: screen, sheet, command line and bundle print the same.
namespace anakinra {

/// "Random-intercept logistic model (GLMM)", "Logit REML with Hartung–Knapp".
[[nodiscard]] QString poolMethodName(statistics::PoolMethod method);
/// "glmm", "reml-hk".
[[nodiscard]] QString poolMethodCode(statistics::PoolMethod method);
[[nodiscard]] std::optional<statistics::PoolMethod> poolMethodFromCode(QStringView code);

/// Why no model was fitted, in a sentence; "" where one was.
[[nodiscard]] QString obstacleText(statistics::PoolObstacle obstacle);

/// "19.3 % (9.1–36.5 %)": the median rate with its interval; "" without a model.
[[nodiscard]] QString pooledRateText(const statistics::PooledRate &pooled);
/// "Median rate 19.3 % (95 % interval 9.1–36.5 %, t(4)); population mean 22.0 %"; for a crude total
/// "Crude total, not a pooled estimate: 3/31 9.7 % (exact 95 % interval 2.0–25.8 %)".
[[nodiscard]] QString pooledSentence(const PoolGroup &group);
/// "Prediction interval 3.0–66.1 % (95 %, t(4))"; "" where there is none.
[[nodiscard]] QString predictionText(const statistics::PooledRate &pooled);
/// "τ² 0.42 (0.00–3.10), I² 35 %, Q 7.1 on 4 df, p 0.13"; "" without a model.
[[nodiscard]] QString heterogeneityText(const statistics::PooledRate &pooled);
/// "5 studies, 23 of 118 participants".
[[nodiscard]] QString poolSizeText(const GuardedPool &pool);
/// "Difference between groups: likelihood-ratio test, χ² 3.2 on 1 df, p 0.074", or why not done.
[[nodiscard]] QString subgroupText(const SubgroupTest &test);

/// A p value: "0.13", "0.0042", "<0.0001".
[[nodiscard]] QString pText(double p);

/// A paragraph for a methods section: what was pooled and how, the program with its version, and
/// full references of the methods used.
[[nodiscard]] QString methodsText(const PoolAnalysis &analysis, const Library &library);
/// The references alone, numbered as in methodsText().
[[nodiscard]] QStringList methodsReferences(const PoolAnalysis &analysis);

/// The version that methods texts name; set once by the program.
[[nodiscard]] QString programNameAndVersion();

} // namespace anakinra
