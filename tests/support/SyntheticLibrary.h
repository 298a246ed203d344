// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace anakinra::test {

/// A library file of exactly `cohorts` invented cohorts in studies of about five, as compact JSON.
/// The same seed gives the same bytes on every machine. Everything the format knows occurs: parts
/// by route, responders, controls, untreated groups, doses on both scales, mixed products, shared
/// reports, missing values. Counts are consistent: parts add up to their parent, grade >=3 is part
/// of any grade, complete response part of overall response, printed percentages fit their counts.
[[nodiscard]] QByteArray syntheticLibrary(int cohorts, quint64 seed = 1);

} // namespace anakinra::test
