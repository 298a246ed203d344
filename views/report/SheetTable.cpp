// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetTable.h"

#include "views/charts/FigureStyle.h"
#include "views/report/SheetFlow.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace anakinra {

namespace {

constexpr qreal padding = sheetMm(0.8); // between text and rule
constexpr qreal gutter = sheetMm(2.0);  // between columns
constexpr qreal dividedLead = sheetMm(20.0); // least of a divided row on its first page
constexpr qreal thinRule = sheetPt(0.5);
constexpr qreal thickRule = sheetPt(0.9);
constexpr QColor shade(0xf0, 0xf0, 0xf0);

/// A row laid out for a width: its blocks and where they stand.
struct LaidRow
{
    std::vector<SheetTextBlock> blocks;
    std::vector<qreal> lefts;
    bool heading = false;

    [[nodiscard]] qreal height() const
    {
        qreal tallest = 0.0;
        for (const SheetTextBlock &block : blocks)
            tallest = std::max(tallest, block.height());
        return tallest + 2.0 * padding;
    }
};

class Layout
{
public:
    Layout(const SheetTable &table, qreal width)
        : m_table(table), m_width(width)
    {
        const qreal sum = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
        qreal x = 0.0;
        for (const qreal share : table.shares) {
            m_lefts.push_back(x);
            m_widths.push_back(width * share / sum);
            x += m_widths.back();
        }
    }

    LaidRow row(const std::vector<SheetSpans> &cells, qreal indent, bool heading) const
    {
        LaidRow laid;
        laid.heading = heading;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const qreal inset = i == 0 ? indent : 0.0;
            const bool last = cells.size() == 1 || i + 1 == m_widths.size();
            const qreal width = cells.size() == 1 ? m_width : m_widths[i];
            laid.lefts.push_back(m_lefts[i] + inset);
            laid.blocks.emplace_back(cells[i], m_table.pointSize,
                                     width - inset - (last ? 0.0 : gutter));
        }
        return laid;
    }
    LaidRow row(const SheetTableRow &r) const { return row(r.cells, r.indent, r.heading); }

    LaidRow header() const
    {
        std::vector<SheetSpans> cells = m_table.header;
        for (SheetSpans &spans : cells) {
            for (SheetSpan &span : spans)
                span.look = span.look == SheetSpan::Plain ? SheetSpan::Bold : span.look;
        }
        return row(cells, 0.0, false);
    }

    qreal width() const { return m_width; }

private:
    const SheetTable &m_table;
    qreal m_width;
    std::vector<qreal> m_lefts;
    std::vector<qreal> m_widths;
};

void rule(QPainter &painter, QPointF from, qreal width, qreal thickness, const QColor &colour)
{
    painter.fillRect(QRectF(from, QSizeF(width, thickness)), colour);
}

void addHeader(SheetFlow &flow, const LaidRow &row, qreal width)
{
    flow.box(row.height() + thickRule, [row, width](QPainter &painter, QPointF at) {
        const QColor ink = FigureStyle::light().ink;
        rule(painter, at, width, thickRule, ink);
        for (std::size_t i = 0; i < row.blocks.size(); ++i)
            row.blocks[i].draw(painter, at + QPointF(row.lefts[i], padding + thickRule));
        rule(painter, at + QPointF(0.0, row.height()), width, thickRule, ink);
    });
}

/// The lines of a row from `from` on that fit into `available`, per block.
std::vector<int> fitting(const LaidRow &row, const std::vector<int> &from, qreal available)
{
    std::vector<int> to;
    for (std::size_t i = 0; i < row.blocks.size(); ++i)
        to.push_back(from[i] + row.blocks[i].linesWithin(from[i], available));
    return to;
}

void addSlice(SheetFlow &flow, const LaidRow &row, const std::vector<int> &from,
              const std::vector<int> &to, qreal width)
{
    qreal tallest = 0.0;
    for (std::size_t i = 0; i < row.blocks.size(); ++i)
        tallest = std::max(tallest, row.blocks[i].height(from[i], to[i]));
    const qreal height = tallest + 2.0 * padding;
    flow.box(height, [row, from, to, width, height](QPainter &painter, QPointF at) {
        if (row.heading)
            painter.fillRect(QRectF(at, QSizeF(width, height)), shade);
        for (std::size_t i = 0; i < row.blocks.size(); ++i)
            row.blocks[i].draw(painter, at + QPointF(row.lefts[i], padding), from[i], to[i]);
        rule(painter, at + QPointF(0.0, height - thinRule), width, thinRule, QColor(0xb8, 0xb8, 0xb8));
    });
}

bool isDone(const LaidRow &row, const std::vector<int> &from)
{
    for (std::size_t i = 0; i < row.blocks.size(); ++i) {
        if (from[i] < row.blocks[i].lineCount())
            return false;
    }
    return true;
}

} // namespace

void SheetTable::addTo(SheetFlow &flow) const
{
    const Layout layout(*this, flow.width());
    const LaidRow top = layout.header();
    const qreal topHeight = top.height() + thickRule;
    const qreal freshPage = flow.pageHeight() - topHeight;
    flow.ensure(leadHeight(flow));
    addHeader(flow, top, layout.width());
    const auto turnPage = [&] {
        flow.newPage();
        addHeader(flow, top, layout.width());
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const LaidRow row = layout.row(rows[r]);
        qreal together = row.height();
        for (std::size_t next = r; rows[next].heading && next + 1 < rows.size(); ++next)
            together += layout.row(rows[next + 1]).height();
        if (together > flow.remaining() && together <= freshPage)
            turnPage();
        std::vector<int> from(row.blocks.size(), 0);
        bool fresh = false;
        do {
            std::vector<int> to = fitting(row, from, flow.remaining() - 2.0 * padding);
            if (to == from) {
                if (!fresh) {
                    turnPage();
                    fresh = true;
                    continue;
                }
                // Not even one line fits on a page of its own: let it run rather than lose it.
                for (std::size_t i = 0; i < to.size(); ++i)
                    to[i] = row.blocks[i].lineCount();
            }
            addSlice(flow, row, from, to, layout.width());
            from = to;
            fresh = false;
        } while (!isDone(row, from));
    }
}

qreal SheetTable::leadHeight(const SheetFlow &flow) const
{
    const Layout layout(*this, flow.width());
    const qreal top = layout.header().height() + thickRule;
    qreal height = top;
    for (const SheetTableRow &row : rows) {
        const qreal own = layout.row(row).height();
        // A row that has to be divided may as well begin here.
        height += own > flow.pageHeight() - top ? dividedLead : own;
        if (!row.heading)
            break;
    }
    return height;
}

} // namespace anakinra
