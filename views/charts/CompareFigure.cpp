// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/CompareFigure.h"

#include "views/charts/CompareBody.h"

using namespace Qt::StringLiterals;

namespace anakinra {

CompareFigure::CompareFigure(std::shared_ptr<const ComparisonSeries> series, FigureTable table,
                             FigureCaption caption, ReproductionMaker reproduction)
    : ChartFigure(std::move(caption), std::move(reproduction)), m_series(std::move(series)), m_table(std::move(table))
{
}

QString CompareFigure::name() const
{
    return u"Comparison"_s;
}

QString CompareFigure::summary() const
{
    if (isEmpty())
        return {};
    return u"Comparison of A, %1, with B, %2. %3. %4 outcomes"_s.arg(
        m_series->a, m_series->b, m_series->headline,
        QString::number(m_series->blocks.size() + m_series->values.size()));
}

bool CompareFigure::isEmpty() const
{
    return m_series->isEmpty();
}

std::unique_ptr<FigureBody>
CompareFigure::makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<CompareBody>(m_series, style, std::move(fonts));
}

} // namespace anakinra
