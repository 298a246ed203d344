// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"

#include <QColor>
#include <QSizeF>
#include <QString>

#include <vector>

namespace anakinra {

/// How a figure is dressed for where it goes.
enum class FigureLook {
    Colour,    ///< for screens
    PrintSafe, ///< colours that print as seen, and differ in lightness when copied in grey
    Greyscale,
};

template<>
struct CodeList<FigureLook>
{
    static constexpr std::array<CodeEntry<FigureLook>, 3> entries{{
        {FigureLook::Colour, u"colour", u"Colour"},
        {FigureLook::PrintSafe, u"print-safe", u"Colours safe for print"},
        {FigureLook::Greyscale, u"greyscale", u"Greyscale"},
    }};
};

/// Of labels, in points at final size.
inline constexpr double usualFontPt = 7.5;
inline constexpr double smallestFontPt = 6.0;
inline constexpr double largestFontPt = 30.0;

/// All colours, fonts and line widths of figures in one place. Exports always use light().
struct FigureStyle
{
    QString fontFamily;          ///< resolved family, see figureFontFamily()
    qreal labelPt = usualFontPt;        ///< at final size, >= 6
    qreal titlePt = 9.0;
    qreal footerPt = 6.0;
    qreal linePt = 0.75;         ///< >= 0.5
    QColor paper = Qt::white;
    QColor ink = QColor(0x1a, 0x1a, 0x1a);
    QColor softInk = QColor(0x5f, 0x5f, 0x5f);
    QColor grid = QColor(0xe3, 0xe3, 0xe3);
    std::vector<QColor> series;  ///< Okabe-Ito, in order of use
    QColor highlight;            ///< the selected cohort

    /// With the compiled-in font, as figures leave the program.
    [[nodiscard]] static FigureStyle light();
    /// In a font of the machine, for the window.
    [[nodiscard]] static FigureStyle lightIn(const QString &fontFamily);
    [[nodiscard]] static FigureStyle darkIn(const QString &fontFamily);
    /// On white paper, for files; Colour is light().
    [[nodiscard]] static FigureStyle inLook(FigureLook look);
    /// The same with labels of this size and all other text in proportion, none below 6 pt.
    [[nodiscard]] FigureStyle withLabelPt(qreal pt) const;
};

/// Layout unit of scenes: 1/96 inch.
[[nodiscard]] constexpr qreal mmToUnits(qreal mm) { return mm / 25.4 * 96.0; }
[[nodiscard]] inline QSizeF unitsToMm(QSizeF units) { return units * 25.4 / 96.0; }
[[nodiscard]] constexpr qreal ptToUnits(qreal pt) { return pt / 72.0 * 96.0; }

/// Registers the bundled Liberation Sans once and returns its family name. Figures must not depend
/// on the fonts of the machine. Returns "" (and logs) if the font database is empty.
QString figureFontFamily();

} // namespace anakinra
