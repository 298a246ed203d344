// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureStyle.h"

#include <QFontDatabase>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

Q_LOGGING_CATEGORY(figureFonts, "anakinra.figures")

QString registerFonts()
{
    QString family;
    for (const QString &face : {u"Regular"_s, u"Bold"_s}) {
        const int id = QFontDatabase::addApplicationFont(u":/fonts/LiberationSans-"_s + face + u".ttf"_s);
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (family.isEmpty() && !families.isEmpty())
            family = families.constFirst();
    }
    // Without its own font a figure is still drawn, in whatever there is; without any font it would
    // be silently empty, which callers must treat as a failure.
    if (family.isEmpty())
        family = QFontDatabase::families().value(0);
    if (family.isEmpty())
        qCCritical(figureFonts, "no font can be loaded: figures cannot be drawn");
    return family;
}

} // namespace

QString figureFontFamily()
{
    static const QString family = registerFonts();
    return family;
}

FigureStyle FigureStyle::light()
{
    return lightIn(figureFontFamily());
}

FigureStyle FigureStyle::lightIn(const QString &fontFamily)
{
    FigureStyle style;
    style.fontFamily = fontFamily;
    // Okabe and Ito's colours for all kinds of colour vision.
    style.series = {QColor(0x00, 0x72, 0xb2), QColor(0xe6, 0x9f, 0x00), QColor(0x00, 0x9e, 0x73),
                    QColor(0xcc, 0x79, 0xa7), QColor(0x56, 0xb4, 0xe9), QColor(0xd5, 0x5e, 0x00)};
    style.highlight = QColor(0x2a, 0x6f, 0xc9);
    return style;
}

FigureStyle FigureStyle::inLook(FigureLook look)
{
    FigureStyle style = light();
    switch (look) {
    case FigureLook::Colour:
        break;
    case FigureLook::PrintSafe:
        // Inside what four inks can print, and no two neighbours of the same lightness.
        style.series = {QColor(0x0b, 0x3c, 0x6f), QColor(0xe0, 0xa0, 0x3c),
                        QColor(0x3a, 0x8a, 0x76), QColor(0xd4, 0xa6, 0xc4),
                        QColor(0x6a, 0x8f, 0xb0), QColor(0x9c, 0x3d, 0x1e)};
        style.softInk = QColor(0x46, 0x46, 0x46);
        style.grid = QColor(0xc8, 0xc8, 0xc8);
        break;
    case FigureLook::Greyscale:
        style.series = {QColor(0x1f, 0x1f, 0x1f), QColor(0xb0, 0xb0, 0xb0),
                        QColor(0x66, 0x66, 0x66), QColor(0xa0, 0xa0, 0xa0),
                        QColor(0x46, 0x46, 0x46), QColor(0x8c, 0x8c, 0x8c)};
        style.softInk = QColor(0x46, 0x46, 0x46);
        style.grid = QColor(0xd0, 0xd0, 0xd0);
        style.highlight = QColor(0x80, 0x80, 0x80);
        break;
    }
    return style;
}

FigureStyle FigureStyle::withLabelPt(qreal pt) const
{
    FigureStyle style = *this;
    const qreal scale = pt / labelPt;
    style.labelPt = std::max(pt, smallestFontPt);
    style.titlePt = std::max(titlePt * scale, smallestFontPt);
    style.footerPt = std::max(footerPt * scale, smallestFontPt);
    return style;
}

FigureStyle FigureStyle::darkIn(const QString &fontFamily)
{
    FigureStyle style = lightIn(fontFamily);
    style.paper = QColor(0x20, 0x21, 0x24);
    style.ink = QColor(0xe8, 0xe8, 0xe8);
    style.softInk = QColor(0xa8, 0xa8, 0xa8);
    style.grid = QColor(0x3a, 0x3b, 0x3f);
    std::swap(style.series[0], style.series[4]); // the lighter blue first
    style.highlight = QColor(0x6c, 0xa8, 0xf0);
    return style;
}

} // namespace anakinra
