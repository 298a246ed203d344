// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <utility>
#include <variant>
#include <vector>

namespace anakinra {

/// One fault in something the user gave us, in terms the user can act on.
struct Problem
{
    QString file;    ///< path as given, or ":/..." for a resource; "" when no file is concerned
    QString record;  ///< id of the study, report, cohort ..., or a JSON pointer where there is no id
    QString field;   ///< name of the field inside the record, "" for the record as a whole
    QString message; ///< one sentence, without a full stop, e.g. "events (7) exceed n (6)"

    friend bool operator==(const Problem &, const Problem &) = default;

    /// "file: record: field: message", leaving out what is empty.
    [[nodiscard]] QString toString() const;
};

/// One line each.
[[nodiscard]] QString linesOf(const std::vector<Problem> &problems);

/// A value or the problem that prevented it, for operations with one way to fail.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_value(std::move(value)) {}
    Result(Problem problem) : m_value(std::move(problem)) {}

    [[nodiscard]] bool hasValue() const { return std::holds_alternative<T>(m_value); }
    explicit operator bool() const { return hasValue(); }
    [[nodiscard]] const T &value() const { return std::get<T>(m_value); }
    [[nodiscard]] T &value() { return std::get<T>(m_value); }
    [[nodiscard]] const Problem &problem() const { return std::get<Problem>(m_value); }
    const T &operator*() const { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, Problem> m_value;
};

/// For operations that yield nothing but may fail.
using Outcome = Result<std::monostate>;

} // namespace anakinra
