// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureFrame.h"

#include <QGraphicsScene>

#include <utility>

namespace anakinra {

namespace {

qreal blockHeight(const QStringList &lines, const FigureText &font)
{
    return lines.isEmpty() ? 0.0 : static_cast<qreal>(lines.size()) * font.lineHeight() + FigureFrame::gap;
}

} // namespace

FigureFrame::FigureFrame(const QString &title, const QStringList &footer, qreal column,
                         const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
    : m_style(style), m_fonts(std::move(fonts)), m_column(column),
      m_title(m_fonts->title.wrapped(title, column))
{
    for (const QString &line : footer)
        m_footer += m_fonts->small.wrapped(line, column);
}

qreal FigureFrame::height() const
{
    return 2.0 * margin + blockHeight(m_title, m_fonts->title) + blockHeight(m_footer, m_fonts->small);
}

QRectF FigureFrame::content(QSizeF size) const
{
    return {margin, margin + blockHeight(m_title, m_fonts->title), m_column, size.height() - height()};
}

QGraphicsItem *FigureFrame::makeItem(QSizeF size) const
{
    std::vector<PlacedText> texts;
    placeLines(texts, m_fonts->title, m_title, QRectF(margin, margin, m_column, 0.0), Qt::AlignLeft,
               m_style.ink);
    placeLines(texts, m_fonts->small, m_footer,
               QRectF(margin, content(size).bottom() + gap, m_column, 0.0), Qt::AlignLeft,
               m_style.softInk);
    return new FigureTextItem(m_fonts, std::move(texts));
}

std::unique_ptr<QGraphicsScene> makeFigureScene(QSizeF size, const FigureStyle &style)
{
    auto scene = std::make_unique<QGraphicsScene>();
    scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    scene->setSceneRect(QRectF(QPointF(0.0, 0.0), size));
    scene->setBackgroundBrush(style.paper);
    return scene;
}

} // namespace anakinra
