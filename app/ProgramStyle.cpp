// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramStyle.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPolygonF>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// "»" for what did not fit beside, or the same turned down for what did not fit below.
class MoreArrows : public QIconEngine
{
public:
    explicit MoreArrows(Qt::Orientation direction) : m_direction(direction) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const qreal side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        if (m_direction == Qt::Vertical)
            painter->rotate(90.0);
        painter->setPen(QPen(palette.color(group, QPalette::ButtonText), side / 9.0, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        for (const qreal shift : {-0.22, 0.06}) {
            const QPointF tip((shift + 0.2) * side, 0.0);
            painter->drawPolyline(QPolygonF{{shift * side, -0.22 * side}, tip,
                                            {shift * side, 0.22 * side}});
        }
        painter->restore();
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new MoreArrows(*this); }

private:
    Qt::Orientation m_direction;
};

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
}

} // namespace

ProgramStyle::ProgramStyle() : QProxyStyle(u"Fusion"_s) {}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                                 QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    // Fusion frames an empty one darker than a dark ground: it could not be seen.
    if (element != PE_IndicatorCheckBox || !isDark(option->palette))
        return;
    QColor frame = option->palette.color(QPalette::Text);
    frame.setAlphaF(0.55F);
    painter->save();
    painter->setPen(frame);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

QIcon ProgramStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                                 const QWidget *widget) const
{
    switch (icon) {
    case SP_ToolBarHorizontalExtensionButton:
        return QIcon(new MoreArrows(Qt::Horizontal)); // owned by the icon
    case SP_ToolBarVerticalExtensionButton:
        return QIcon(new MoreArrows(Qt::Vertical));
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace anakinra
