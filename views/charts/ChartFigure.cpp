// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ChartFigure.h"

#include "views/charts/FigureFrame.h"

#include <algorithm>

namespace anakinra {

namespace {

constexpr qreal tolerance = 0.5; ///< sizes given in mm are rounded by those who type them

} // namespace

struct ChartFigure::Layout
{
    std::unique_ptr<FigureBody> body;
    qreal width = 0.0;
    std::unique_ptr<FigureFrame> frame;

    [[nodiscard]] QSizeF natural() const { return {width, frame->height() + body->naturalHeight()}; }
    [[nodiscard]] QSizeF smallest() const { return {width, frame->height() + body->minimumHeight()}; }
};

QStringList ChartFigure::footer() const
{
    return m_caption.withFooter ? m_caption.context.footerLines() + m_caption.notes : QStringList();
}

ChartFigure::Layout ChartFigure::layOut(qreal width, const FigureStyle &style) const
{
    auto fonts = std::make_shared<const FigureFonts>(style);
    Layout layout;
    layout.body = makeBody(style, fonts);
    layout.width = std::max(width, layout.body->minimumWidth() + 2.0 * FigureFrame::margin);
    const qreal column = FigureFrame::columnOf(layout.width);
    layout.body->setWidth(column);
    layout.frame = std::make_unique<FigureFrame>(m_caption.title, footer(), column, style, fonts);
    return layout;
}

QSizeF ChartFigure::naturalSize(qreal width, const FigureStyle &style) const
{
    return isEmpty() ? QSizeF() : layOut(width, style).natural();
}

QSizeF ChartFigure::smallestSize(qreal width, const FigureStyle &style) const
{
    return isEmpty() ? QSizeF() : layOut(width, style).smallest();
}

MarkedScene ChartFigure::build(const Layout &layout, QSizeF size, const FigureStyle &style) const
{
    MarkedScene result;
    result.scene = makeFigureScene(size, style);
    layout.body->build(result, layout.frame->content(size));
    result.scene->addItem(layout.frame->makeItem(size));
    return result;
}

MarkedScene ChartFigure::compose(QSizeF size, const FigureStyle &style) const
{
    if (isEmpty() || style.fontFamily.isEmpty())
        return {};
    const Layout layout = layOut(size.width(), style);
    const QSizeF least = layout.smallest();
    if (least.width() > size.width() + tolerance || least.height() > size.height() + tolerance)
        return {};
    return build(layout, size, style);
}

MarkedScene ChartFigure::composeAtLeast(QSizeF size, const FigureStyle &style) const
{
    if (isEmpty() || style.fontFamily.isEmpty())
        return {};
    const Layout layout = layOut(size.width(), style);
    return build(layout, size.expandedTo(layout.smallest()), style);
}

} // namespace anakinra
