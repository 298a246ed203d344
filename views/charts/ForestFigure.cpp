// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ForestFigure.h"

#include "views/charts/ForestLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

FigureCaption withNotes(FigureCaption caption, const QStringList &notes)
{
    caption.notes += notes;
    return caption;
}

} // namespace

ForestFigure::ForestFigure(std::shared_ptr<const ForestRows> rows, FigureCaption caption,
                           ForestDress dress, ReproductionMaker reproduction)
    : ChartFigure(withNotes(std::move(caption), rows->notes), std::move(reproduction)), m_rows(std::move(rows)),
      m_dress(dress)
{
}

QString ForestFigure::name() const
{
    return u"Forest plot: "_s + m_rows->outcome;
}

std::unique_ptr<FigureBody> ForestFigure::makeBody(const FigureStyle &style,
                                                   std::shared_ptr<const FigureFonts> fonts) const
{
    return makeForestLayout(m_rows, m_dress, style, std::move(fonts));
}

} // namespace anakinra
