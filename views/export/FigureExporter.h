// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "views/export/FigureRecipe.h"

#include <QImage>

#include <optional>

QT_BEGIN_NAMESPACE
class QMimeData;
QT_END_NAMESPACE

namespace anakinra {

/// How large a figure is printed. The screen has no say in it.
struct ExportSpec
{
    double widthMm = 170.0;         ///< two columns of a journal
    std::optional<double> heightMm; ///< nullopt: as high as the figure needs
    int dpi = 300;                  ///< bitmaps only
    FigureLook look = FigureLook::Colour;
    double fontPt = usualFontPt;    ///< of labels, at final size
    std::optional<FigureStyle> style = std::nullopt; ///< instead of look and fontPt; never the window's
};

enum class FigureFormat { Png, Svg, Pdf, Tiff };

/// Dots rather than lines: the resolution matters.
[[nodiscard]] bool isBitmap(FigureFormat format);

/// By the suffix of a file name; nullopt for any other.
[[nodiscard]] std::optional<FigureFormat> figureFormat(const QString &path);
/// Of a file of this format, without the point.
[[nodiscard]] QString figureSuffix(FigureFormat format);
/// All of them, PNG first.
[[nodiscard]] QStringList figureSuffixes();
/// ".png, .svg, .pdf or .tiff".
[[nodiscard]] QString figureSuffixWords();

/// The size a spec leads to for this figure; a problem that names the size that would do where it
/// is too small, or that says there is nothing to draw.
[[nodiscard]] Result<QSizeF> figureSizeMm(const FigureRecipe &figure, const ExportSpec &spec);

/// The bytes of a file. Text stays text and lines stay lines in SVG and PDF.
[[nodiscard]] Result<QByteArray> renderFigure(const FigureRecipe &figure, const ExportSpec &spec,
                                              FigureFormat format);

/// The bitmap that a PNG file would hold, with its resolution and metadata.
[[nodiscard]] Result<QImage> renderImage(const FigureRecipe &figure, const ExportSpec &spec);

/// Writes the whole file or leaves nothing behind; the format follows the suffix.
[[nodiscard]] Outcome exportFigure(const FigureRecipe &figure, const ExportSpec &spec,
                                   const QString &path);
[[nodiscard]] Outcome exportFigure(const RateFigure &figure, const ExportSpec &spec,
                                   const QString &path);

/// For the clipboard: SVG for programs that take it, a PNG image for all others.
[[nodiscard]] Result<std::shared_ptr<QMimeData>> figureMimeData(const FigureRecipe &figure,
                                                                const ExportSpec &spec);

} // namespace anakinra
