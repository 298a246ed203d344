// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QSizeF>
#include <QString>

#include <vector>

namespace anakinra {

/// All colours, fonts and line widths of figures in one place. Exports always use light().
struct FigureStyle
{
    QString fontFamily;          ///< resolved family, see figureFontFamily()
    qreal labelPt = 7.5;         ///< at final size, >= 6
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
};

/// Layout unit of scenes: 1/96 inch.
[[nodiscard]] constexpr qreal mmToUnits(qreal mm) { return mm / 25.4 * 96.0; }
[[nodiscard]] inline QSizeF unitsToMm(QSizeF units) { return units * 25.4 / 96.0; }
[[nodiscard]] constexpr qreal ptToUnits(qreal pt) { return pt / 72.0 * 96.0; }

/// Registers the bundled Liberation Sans once and returns its family name. Figures must not depend
/// on the fonts of the machine. Returns "" (and logs) if the font database is empty.
QString figureFontFamily();

} // namespace anakinra
