// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <array>

namespace anakinra {

/// A size that figures are usually wanted in, with a size of text that can be read there.
struct SizePreset
{
    QStringView code; ///< on the command line
    const char *name; ///< on screen; translated by FigureExportDialog
    double widthMm;
    double heightMm;  ///< 0 = as high as the figure needs
    double fontPt;    ///< of labels
};

inline constexpr std::array sizePresets{
    SizePreset{u"journal-2",
               QT_TRANSLATE_NOOP("anakinra::FigureExportDialog", "Journal, two columns (170 mm)"), 170.0, 0.0, 7.5},
    SizePreset{u"journal-1.5",
               QT_TRANSLATE_NOOP("anakinra::FigureExportDialog", "Journal, 1.5 columns (115 mm)"), 115.0, 0.0, 7.5},
    SizePreset{u"journal-1",
               QT_TRANSLATE_NOOP("anakinra::FigureExportDialog", "Journal, one column (80 mm)"), 80.0, 0.0, 7.5},
    SizePreset{u"slide",
               QT_TRANSLATE_NOOP("anakinra::FigureExportDialog", "Slide 16:9 (254 × 142.9 mm)"), 254.0, 142.9, 9.0},
    SizePreset{u"poster",
               QT_TRANSLATE_NOOP("anakinra::FigureExportDialog", "Poster (400 mm)"), 400.0, 0.0, 18.0},
};

} // namespace anakinra
