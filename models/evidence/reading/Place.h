// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace anakinra::reading {

/// A place in the terms of a Problem, and as a JSON pointer to tell equal places apart.
struct Where
{
    QString record;
    QString field;
    QString pointer;
};

/// The way from the root of the file to the value being read. Lives on the stack, linked to the
/// places above it; words are made only when a problem is reported.
class Place
{
public:
    Place() = default; ///< the root
    Place(const Place &up, std::string_view name) : m_up(&up), m_name(name) {}
    Place(const Place &up, std::size_t index) : m_up(&up), m_index(static_cast<qint64>(index)) {}

    /// This place begins a record (study, report, cohort ...) with this id.
    void beginRecord(QString id) { m_record = std::move(id); }

    /// The record is the nearest one at or above this place, and the field the way from there;
    /// without a record, it is the JSON pointer of what contains the place, and the field its name.
    [[nodiscard]] Where where() const;

private:
    [[nodiscard]] std::vector<const Place *> path() const;

    const Place *m_up = nullptr;
    std::string_view m_name;
    qint64 m_index = -1;
    QString m_record;
};

} // namespace anakinra::reading
