// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonValue>
#include <QStringList>

#include <optional>

namespace anakinra::test {

/// JSON pointers ("/studies/0/id") of every node below the root, parents before their parts.
[[nodiscard]] QStringList jsonPointers(const QJsonValue &root);

/// A copy of `root` with the node at `pointer` replaced, or deleted where `value` is nullopt. A
/// name that an object lacks is added. Fails the program if the way there does not exist.
[[nodiscard]] QJsonValue edited(const QJsonValue &root, const QString &pointer,
                                const std::optional<QJsonValue> &value);

/// Compact text of an object.
[[nodiscard]] QByteArray toJson(const QJsonValue &root);
[[nodiscard]] QJsonValue fromJson(const QByteArray &bytes);

} // namespace anakinra::test
