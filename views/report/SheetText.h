// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace anakinra {

/// Layout unit of sheets: 1/1536 inch, a sixteenth of the unit of chart scenes. Text is laid out
/// with pixel fonts of this fineness, so that its widths are the same on every device.
inline constexpr qreal sheetUnitsPerInch = 1536.0;
[[nodiscard]] constexpr qreal sheetMm(qreal mm) { return mm / 25.4 * sheetUnitsPerInch; }
[[nodiscard]] constexpr qreal sheetPt(qreal pt) { return pt / 72.0 * sheetUnitsPerInch; }

/// A run of text in one look. "\n" starts a new line.
struct SheetSpan
{
    enum Look { Plain, Bold, Soft, Mark };

    QString text;
    Look look = Plain;
};
using SheetSpans = std::vector<SheetSpan>;

/// Wrapped text of a fixed width whose lines can be drawn in parts, so that it may continue on the
/// next page. Never elides: a word longer than a line is broken.
class SheetTextBlock
{
public:
    SheetTextBlock(const SheetSpans &spans, qreal pointSize, qreal width);

    [[nodiscard]] int lineCount() const;
    /// Height of the lines [from, to).
    [[nodiscard]] qreal height(int from, int to) const;
    [[nodiscard]] qreal height() const { return height(0, lineCount()); }
    /// Width of the widest line.
    [[nodiscard]] qreal naturalWidth() const;
    /// How many lines from `from` on fit into `available`.
    [[nodiscard]] int linesWithin(int from, qreal available) const;
    void draw(QPainter &painter, QPointF topLeft, int from, int to) const;
    void draw(QPainter &painter, QPointF topLeft) const { draw(painter, topLeft, 0, lineCount()); }

private:
    std::shared_ptr<QTextLayout> m_layout; // shared: blocks are copied into the pages that draw them
};

} // namespace anakinra
