// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ScreenStyle.h"

#include <QFontInfo>
#include <QWidget>

#include <algorithm>

namespace anakinra {

namespace {

QColor mixed(const QColor &a, const QColor &b, double part)
{
    const auto mix = [part](int x, int y) { return static_cast<int>(x + (y - x) * part); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

FigureStyle screenStyle(const QWidget &widget)
{
    const QPalette palette = widget.palette();
    const bool isDark = palette.color(QPalette::Window).lightness()
        < palette.color(QPalette::WindowText).lightness();
    // The widget's own font: it is loaded already, and looks like the rest of the window.
    const QFontInfo font(widget.font());
    FigureStyle style = isDark ? FigureStyle::darkIn(font.family()) : FigureStyle::lightIn(font.family());
    style.paper = palette.color(QPalette::Base);
    style.ink = palette.color(QPalette::Text);
    style.softInk = mixed(style.ink, style.paper, 0.32);
    style.grid = mixed(style.ink, style.paper, 0.86);
    style.highlight = palette.color(QPalette::Highlight);
    // As large as the widget's own text asks for, so that the desktop's text size is respected.
    const double pixels = font.pixelSize();
    style.labelPt = std::clamp(pixels * 0.75 * 0.92, 7.5, 18.0);
    style.footerPt = style.labelPt * 0.88;
    style.titlePt = style.labelPt * 1.15;
    return style;
}

} // namespace anakinra
