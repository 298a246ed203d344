// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/reading/Record.h"

#include <optional>

/// Recorded values: each with its source. A reader returns nullopt where the value has a fault,
/// which it has reported; what is left out then is decided by the caller.
namespace anakinra::reading {

/// Largest number of participants taken seriously; sums of many stay far from overflow.
inline constexpr int maxParticipants = 10'000'000;
/// Largest magnitude of a day, a dose or a continuous value.
inline constexpr double maxNumber = 1e12;

/// The source of the value that `record` holds: status, report, locator, flags, note.
/// `absent`: nothing is recorded as reported, so without a stated status it is not-reported.
Source readSource(Record &record, bool absent = false);

std::optional<Count> readCount(Reading &reading, const Place &place, const Json &json);

std::optional<Coded> readCoded(Reading &reading, const Place &place, const Json &json,
                               const CodeSet &list, QStringView listName);

std::optional<Note> readNote(Reading &reading, const Place &place, const Json &json);

/// Events, n, percentage, continuous value and inferred count of `record`, with its source.
/// A comparison group may leave report and locator to its comparison, which is `fallback` then.
Figure readFigure(Record &record, const Source *fallback = nullptr);

} // namespace anakinra::reading
