// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ColourTheme.h"

#include <QApplication>
#include <QPalette>
#include <QToolTip>

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
    QToolTip::setPalette(QApplication::palette());
}

} // namespace anakinra
