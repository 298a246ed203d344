// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/evidence/Problem.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace anakinra {

/// What came of reading a library file.
struct LoadReport
{
    /// What is sound in the file; null if the file cannot be read as a library at all.
    std::shared_ptr<const Library> library;
    /// Every fault found (of more than 20,000 the rest is only counted). Empty: the file is sound.
    std::vector<Problem> problems;
    /// Stopped on request: then there is no library and no problem.
    bool cancelled = false;

    [[nodiscard]] bool isUsable() const { return library != nullptr; }
};

struct ReadOptions
{
    /// The JSON Schema is the published contract; the reader's own checks cover all of it and
    /// more. The schema run takes about 25 ms per megabyte, so large files go without by default.
    enum class Schema { UpToLimit, Always, Never };
    Schema schema = Schema::UpToLimit;

    static constexpr qsizetype schemaLimit = 8 * 1024 * 1024; ///< bytes
};

/// How a long read talks to whoever waits for it.
struct LoadProgress
{
    std::function<void(double)> report; ///< share done, 0-1, never decreasing; may be empty
    std::stop_token stop;               ///< polled often; the read ends with `cancelled`
};

/// Reads an evidence library (":/evidence/anakinra-car-t.json" is the shipped one).
///
/// Never stops at the first fault and guesses nothing: a faulty value is left out and its cohort
/// stays, a faulty cohort is left out (with its parts) and its study stays, and each is reported
/// once with the file, the record's id (or its JSON pointer where it has none), the field and the
/// fault. A library that lacks something so is marked `partial`. A file that is no library at all
/// gives a null library and one problem.
[[nodiscard]] LoadReport readLibrary(const QString &path, const ReadOptions &options = {},
                                     const LoadProgress &progress = {});

/// The same from the bytes of a file; `fileName` is what problems name.
[[nodiscard]] LoadReport readLibrary(const QByteArray &bytes, const QString &fileName,
                                     const ReadOptions &options = {},
                                     const LoadProgress &progress = {});

} // namespace anakinra
