// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <span>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
QT_END_NAMESPACE

namespace anakinra {

/// Rows and columns of a table model as lines of text for the clipboard, one line each, ended by
/// "\n", in the order wanted. A field that contains the separator, a quote or a line break is
/// quoted, its quotes doubled (RFC 4180).
[[nodiscard]] QString tableText(const QAbstractItemModel &model, std::span<const int> rows,
                                std::span<const int> columns, QChar separator = u'\t',
                                bool withHeaders = true);

} // namespace anakinra
