// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/pooling/PoolAnalysis.h"

/// The words of a pool: screen, sheet, command line and bundle print the same.
namespace anakinra {

/// "random-intercept logistic model (GLMM, maximum likelihood)".
[[nodiscard]] QString poolMethodName(statistics::PoolMethod method);
/// "glmm", "reml-hk".
[[nodiscard]] QString poolMethodCode(statistics::PoolMethod method);
[[nodiscard]] std::optional<statistics::PoolMethod> poolMethodFromCode(QStringView code);

/// Why no model was fitted, in a sentence; "" where one was.
[[nodiscard]] QString obstacleText(statistics::PoolObstacle obstacle);

/// "19.3 % (9.1–36.5 %)": the median rate with its interval; "" without a model.
[[nodiscard]] QString pooledRateText(const statistics::PooledRate &pooled);
/// "Median rate 19.3 % (95 % interval 9.1–36.5 %, t(4)); population mean 22.0 %"; for a crude total
/// "Crude total, not a pooled estimate: 3/31, 9.7 % (exact 95 % interval 2.0–25.8 %)".
[[nodiscard]] QString pooledSentence(const PoolGroup &group);
/// An interval of rates of 0-1: "3.0–66.1 %".
[[nodiscard]] QString rateIntervalText(const statistics::Interval &interval);
/// "Prediction interval 3.0–66.1 % (95 %, t(4))"; "" where there is none.
[[nodiscard]] QString predictionText(const statistics::PooledRate &pooled);
/// "τ² 0.42 (0.00–3.10), I² 35 %, Q 7.1 on 4 df, p 0.13"; "" without a model.
[[nodiscard]] QString heterogeneityText(const statistics::PooledRate &pooled);
/// "5 studies, 23 of 118 participants"; "nothing to pool".
[[nodiscard]] QString poolSizeText(const GuardedPool &pool);
/// "Difference between groups (not randomised): likelihood-ratio test, χ² 3.20 on 1 df, p 0.074",
/// or why not done.
[[nodiscard]] QString comparisonText(const GroupComparison &comparison);

/// "P(rate < 30 %)", for outcomes of which more is better "P(rate > 30 %)"; "" without a threshold.
[[nodiscard]] QString thresholdHead(const PoolRequest &request, Direction direction);
/// How probable that is of the true rate behind these counts: "90.6 %", "<0.1 %", ">99.9 %".
[[nodiscard]] QString thresholdText(statistics::EventsOfN counts, const PoolRequest &request,
                                    Direction direction);
/// How it is computed, in a sentence.
[[nodiscard]] QString thresholdNote(const PoolRequest &request, Direction direction);

/// A p value: "0.13", "0.0042", "<0.0001".
[[nodiscard]] QString pText(double p);

/// A paragraph for a methods section: what was pooled and how, and the program with its version.
/// Numbers in brackets point to methodsReferences().
[[nodiscard]] QString methodsText(const PoolAnalysis &analysis, const Library &library);
/// The full references, in the order of their numbers.
[[nodiscard]] QStringList methodsReferences(const PoolAnalysis &analysis);

/// "Anakinra Evidence Browser 0.1.0".
[[nodiscard]] QString programNameAndVersion();

} // namespace anakinra
