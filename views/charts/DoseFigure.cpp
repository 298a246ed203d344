// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/DoseFigure.h"

#include "models/output/RateReproduction.h"
#include "views/charts/DoseBody.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

FigureCaption withNotes(FigureCaption caption, const QStringList &notes)
{
    caption.notes += notes;
    return caption;
}

} // namespace

DoseFigure::DoseFigure(FigureCaption caption, DoseSeries series, const RateOptions &options,
                       std::shared_ptr<const Library> library)
    : ChartFigure(withNotes(std::move(caption), series.rates.notes)), m_series(std::move(series)),
      m_options(options), m_library(std::move(library))
{
}

QString DoseFigure::name() const
{
    return m_series.rates.panels.front().title + u" against the daily dose of anakinra"_s;
}

QString DoseFigure::summary() const
{
    QStringList words;
    for (const DosePanel &panel : m_series.panels)
        words << u"%1 cohorts on the scale %2"_s.arg(panel.points.size()).arg(codeOf(panel.unit));
    words << u"%1 not drawn"_s.arg(m_series.omitted.size());
    return name() + u": "_s + words.join(u", "_s);
}

Reproduction DoseFigure::reproduction() const
{
    return rateReproduction(*m_library, ratesOf(m_series.rates), m_options);
}

std::unique_ptr<FigureBody> DoseFigure::makeBody(const FigureStyle &style,
                                                 std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<DoseBody>(m_series, m_options, *m_library, style, std::move(fonts));
}

} // namespace anakinra
