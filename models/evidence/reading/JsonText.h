// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryReader.h"

#include <rapidjson/document.h>

#include <QByteArray>

#include <functional>
#include <optional>
#include <string_view>

namespace anakinra::reading {

using Json = rapidjson::Value;

[[nodiscard]] inline std::string_view view(const Json &text)
{
    return {text.GetString(), text.GetStringLength()};
}

/// The parsed text of a library file: one parse serves the schema and the reader.
/// RapidJSON and not QJsonDocument, because libraries of 100,000 cohorts must load in seconds.
class JsonText
{
public:
    /// The only fault that leaves nothing to read: the bytes are not UTF-8 JSON, with line and
    /// column. NaN, Infinity and numbers beyond the range of a double are let through as non-finite
    /// numbers, so that they are reported where they stand and the rest can be read.
    /// nullopt: parsed, or stopped on request (then `stopped()`).
    ///
    /// `bytes` are decoded in place, without a copy where nobody shares them; `original` gives
    /// them once more where a fault must be located.
    [[nodiscard]] std::optional<QString> parse(QByteArray bytes,
                                               const std::function<QByteArray()> &original,
                                               const LoadProgress &progress);

    [[nodiscard]] const Json &root() const { return m_document; }
    [[nodiscard]] bool stopped() const { return m_stopped; }

    /// Deeper nesting than any library has; protects the stack.
    static constexpr int maxDepth = 32;

private:
    QByteArray m_buffer; ///< the strings of the document point into it
    rapidjson::Document m_document;
    bool m_stopped = false;
};

} // namespace anakinra::reading
