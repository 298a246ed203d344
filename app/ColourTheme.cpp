// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ColourTheme.h"

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QPalette paletteOf(const QColor &window, const QColor &base, const QColor &ink, const QColor &button,
                   const QColor &accent)
{
    QPalette palette(button, window);
    const QColor soft = QColor((ink.red() + base.red()) / 2, (ink.green() + base.green()) / 2,
                               (ink.blue() + base.blue()) / 2);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase,
                     QColor((3 * base.red() + window.red()) / 4, (3 * base.green() + window.green()) / 4,
                            (3 * base.blue() + window.blue()) / 4));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::ToolTipText}) {
        palette.setColor(role, ink);
        palette.setColor(QPalette::Disabled, role, soft);
    }
    palette.setColor(QPalette::PlaceholderText, soft);
    palette.setColor(QPalette::ToolTipBase, window);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, ink.lightness() > 128 ? QColor(0x7c, 0xc0, 0xf0)
                                                           : QColor(0x00, 0x60, 0xa8));
    return palette;
}

/// On dark ground Fusion frames an empty check box darker than the ground: it cannot be seen.
class VisibleCheckBoxes : public QProxyStyle
{
public:
    VisibleCheckBoxes() : QProxyStyle(u"Fusion"_s) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        if (element != PE_IndicatorCheckBox)
            return;
        QColor frame = option->palette.color(QPalette::Text);
        frame.setAlphaF(0.55F);
        painter->save();
        painter->setPen(frame);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
    }
};

void fitStyleToPalette()
{
    const QPalette palette = QApplication::palette();
    const bool dark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    const bool fitted = dynamic_cast<VisibleCheckBoxes *>(QApplication::style()) != nullptr;
    if (dark && !fitted)
        QApplication::setStyle(new VisibleCheckBoxes); // owned by the application
    else if (!dark && fitted)
        QApplication::setStyle(u"Fusion"_s);
}

} // namespace

void applyColourTheme(ColourTheme theme)
{
    switch (theme) {
    case ColourTheme::System:
        QApplication::setPalette(QPalette());
        break;
    case ColourTheme::Light:
        QApplication::setPalette(paletteOf(QColor(0xf1, 0xf2, 0xf4), Qt::white,
                                           QColor(0x1a, 0x1a, 0x1a), QColor(0xe8, 0xea, 0xed),
                                           QColor(0x00, 0x6b, 0xb0)));
        break;
    case ColourTheme::Dark:
        QApplication::setPalette(paletteOf(QColor(0x2a, 0x2c, 0x30), QColor(0x1e, 0x1f, 0x22),
                                           QColor(0xe6, 0xe6, 0xe6), QColor(0x38, 0x3b, 0x40),
                                           QColor(0x2d, 0x6c, 0xb0)));
        break;
    }
    fitStyleToPalette();
    QToolTip::setPalette(QApplication::palette());
}

} // namespace anakinra
