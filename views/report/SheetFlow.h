// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/report/SheetText.h"

#include <QRectF>

#include <functional>
#include <vector>

namespace anakinra {

/// Places text and boxes on pages from top to bottom, all in sheet units. A page begins only when
/// something is put on it, so there is never an empty last one.
class SheetFlow
{
public:
    using Draw = std::function<void(QPainter &, QPointF topLeft)>;

    /// `content` is the area of a page between its margins, above the footer.
    explicit SheetFlow(QRectF content);

    [[nodiscard]] qreal width() const { return m_content.width(); }
    [[nodiscard]] qreal left() const { return m_content.left(); }
    [[nodiscard]] qreal remaining() const { return m_content.bottom() - m_y; }
    /// Height for content on a fresh page.
    [[nodiscard]] qreal pageHeight() const;
    [[nodiscard]] bool atPageTop() const { return m_atTop; }

    /// Drawn at the top of every page but the first.
    void setRunningHead(const SheetTextBlock &head, qreal spaceBelow);
    void newPage();
    /// Starts a new page unless `height` is left on this one.
    void ensure(qreal height);
    /// Space between blocks; nothing at the top of a page.
    void space(qreal height);
    /// Puts something that cannot be divided; one taller than a page is let run, not lost.
    void box(qreal height, const Draw &draw, qreal indent = 0.0);
    /// Puts text that continues on the next page where it must.
    void text(const SheetTextBlock &block, qreal indent = 0.0);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    void drawPage(int page, QPainter &painter) const;

private:
    struct Piece
    {
        QPointF topLeft;
        Draw draw;
    };

    QRectF m_content;
    qreal m_y = 0.0;
    bool m_atTop = true;
    std::vector<std::vector<Piece>> m_pages;
    std::vector<SheetTextBlock> m_head; // at most one
    qreal m_headHeight = 0.0;
};

} // namespace anakinra
