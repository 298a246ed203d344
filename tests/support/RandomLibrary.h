// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterCriteria.h"

#include <QRandomGenerator>

#include <memory>
#include <set>
#include <vector>

namespace anakinra::test {

/// A small library drawn at random, with the people behind its numbers: every printed number of
/// recipients is the size of a set of people, so that sums can be held against unions.
struct RandomLibrary
{
    std::shared_ptr<const Library> library;
    std::vector<std::set<int>> recipients; ///< per cohort, printed or not
    /// The same if every overlap that cannot be excluded is real: as many people as possible of the
    /// two cohorts are the same.
    std::vector<std::set<int>> recipientsIfShared;
};

/// Parents and parts of several levels, missing values everywhere, alternatives, overlaps, also
/// such as cannot be excluded. Parts
/// of one role and parent never share people; parts of different roles do.
[[nodiscard]] RandomLibrary randomLibrary(quint32 seed);

/// The words that may stand in labels, titles and notes of a random library, and nowhere else.
[[nodiscard]] const QStringList &randomWords();

/// Criteria that often match something in a random library.
[[nodiscard]] FilterCriteria randomCriteria(QRandomGenerator &random, const Library &library);

} // namespace anakinra::test
