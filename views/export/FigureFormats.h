// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/export/FigureRecipe.h"

#include <QByteArray>
#include <QImage>

namespace anakinra {

/// Painting one scene into each format. Sizes are in mm; the scene rect is in 1/96 inch units.

/// round(mm / 25.4 * dpi) pixels each way, with that resolution stated; null without memory.
[[nodiscard]] QImage paintImage(QGraphicsScene &scene, QSizeF sizeMm, int dpi);
/// Title, Description, Source, Software and the view as text of the image (PNG: iTXt).
void describeImage(QImage &image, const FigureRecipe &figure);
[[nodiscard]] QByteArray writeSvg(QGraphicsScene &scene, QSizeF sizeMm, const FigureRecipe &figure);
[[nodiscard]] QByteArray writePdf(QGraphicsScene &scene, QSizeF sizeMm, const FigureRecipe &figure);

} // namespace anakinra
