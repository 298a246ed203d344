// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetFlow.h"

#include <QPainter>

namespace anakinra {

SheetFlow::SheetFlow(QRectF content)
    : m_content(content), m_y(content.top())
{
    m_pages.emplace_back();
}

qreal SheetFlow::pageHeight() const
{
    return m_content.height() - m_headHeight;
}

void SheetFlow::setRunningHead(const SheetTextBlock &head, qreal spaceBelow)
{
    m_head = {head};
    m_headHeight = head.height() + spaceBelow;
}

void SheetFlow::newPage()
{
    m_pages.emplace_back();
    m_y = m_content.top() + m_headHeight;
    m_atTop = true;
    for (const SheetTextBlock &head : m_head)
        m_pages.back().push_back({m_content.topLeft(), [head](QPainter &painter, QPointF at) {
                                      head.draw(painter, at);
                                  }});
}

void SheetFlow::ensure(qreal height)
{
    if (!m_atTop && height > remaining())
        newPage();
}

void SheetFlow::space(qreal height)
{
    if (!m_atTop)
        m_y += height;
}

void SheetFlow::box(qreal height, const Draw &draw, qreal indent)
{
    ensure(height);
    m_pages.back().push_back({{m_content.left() + indent, m_y}, draw});
    m_y += height;
    m_atTop = false;
}

void SheetFlow::text(const SheetTextBlock &block, qreal indent)
{
    int from = 0;
    while (from < block.lineCount()) {
        int lines = block.linesWithin(from, remaining());
        if (lines == 0 && !m_atTop) {
            newPage();
            continue;
        }
        lines = qMax(lines, 1);
        const int to = from + lines;
        box(block.height(from, to),
            [block, from, to](QPainter &painter, QPointF at) { block.draw(painter, at, from, to); },
            indent);
        from = to;
    }
}

void SheetFlow::drawPage(int page, QPainter &painter) const
{
    for (const Piece &piece : m_pages[static_cast<std::size_t>(page)])
        piece.draw(painter, piece.topLeft);
}

} // namespace anakinra
