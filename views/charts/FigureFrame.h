// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/FigureText.h"

#include <QSizeF>

namespace anakinra {

/// Title above and footer below what a figure draws, and the white edge around all of it. Lengths
/// are in scene units (1/96 inch).
class FigureFrame
{
public:
    /// `column`: the width inside the edges.
    FigureFrame(const QString &title, const QStringList &footer, qreal column,
                const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts);

    static constexpr qreal margin = 8.0; ///< about 2 mm, on each side
    static constexpr qreal gap = 6.0;    ///< between title, content and footer

    /// What is left of a width.
    [[nodiscard]] static qreal columnOf(qreal width) { return width - 2.0 * margin; }
    /// Height of everything but the content.
    [[nodiscard]] qreal height() const;
    /// The area of the content in a figure of `size`.
    [[nodiscard]] QRectF content(QSizeF size) const;
    /// Title and footer as one item of a figure of `size`.
    [[nodiscard]] QGraphicsItem *makeItem(QSizeF size) const;

private:
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_column;
    QStringList m_title;
    QStringList m_footer;
};

/// An empty scene of `size` on the style's paper, ready for a figure.
[[nodiscard]] std::unique_ptr<QGraphicsScene> makeFigureScene(QSizeF size, const FigureStyle &style);

} // namespace anakinra
