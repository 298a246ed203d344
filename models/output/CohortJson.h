// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/output/JsonOut.h"

namespace anakinra {

class FindingIndex;

/// How much of a cohort is written.
enum class JsonDetail {
    List, ///< the keys that `list --format json` promises, no others
    Full, ///< these and where each value stands: for `show --format json`
};

/// One cohort as an object. Percent and bounds are in percent (0-100); intervals by `options`.
/// An inferred count replaces a bare percentage only with `options.showInferred`, and then the
/// status is "inferred". `findings` are those of its study: an outcome has the ids of its own, the
/// cohort all in full.
void writeCohort(JsonOut &json, const Library &library, int cohort, const RateOptions &options,
                 JsonDetail detail, const FindingIndex &findings);

/// The keys of a figure: events, n, percent, reported, status, ci, value, and with Full inferred
/// and note, then report, locator and flags.
void writeFigure(JsonOut &json, const Figure &figure, const RateOptions &options,
                 JsonDetail detail);

/// reported, status, report, locator, flags, note.
void writeSource(JsonOut &json, const Source &source);

/// "library": {title, version, curated}.
void writeLibrary(JsonOut &json, const Library &library);

} // namespace anakinra
