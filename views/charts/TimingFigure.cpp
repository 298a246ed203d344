// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/TimingFigure.h"

#include "models/output/RateReproduction.h"
#include "views/charts/TimingBody.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

FigureCaption withNotes(FigureCaption caption, const QStringList &notes)
{
    caption.notes += notes;
    return caption;
}

} // namespace

TimingFigure::TimingFigure(FigureCaption caption, TimingSeries series, const RateOptions &options,
                           std::shared_ptr<const Library> library)
    : ChartFigure(withNotes(std::move(caption), series.rates.notes)), m_series(std::move(series)),
      m_options(options), m_library(std::move(library))
{
}

QString TimingFigure::name() const
{
    const RatePanel &panel = m_series.rates.panels.front();
    return u"Timing of anakinra beside "_s + panel.title;
}

QString TimingFigure::summary() const
{
    int days = 0;
    int events = 0;
    for (const TimingRow &row : m_series.rows) {
        const auto has = [&row](auto test) { return std::ranges::any_of(row.windows, test); };
        if (has([](const TimingWindow &window) { return !window.hasNoDay(); }))
            ++days;
        else if (has([](const TimingWindow &window) {
                     return window.kind == RegimenKind::Starting;
                 }))
            ++events;
    }
    const auto all = static_cast<int>(m_series.rows.size());
    return u"%1: %2 cohorts, %3 with a printed day, %4 started by an event or in words only, %5 without"_s
        .arg(name())
        .arg(all)
        .arg(days)
        .arg(events)
        .arg(all - days - events);
}

Reproduction TimingFigure::reproduction() const
{
    return rateReproduction(*m_library, ratesOf(m_series.rates), m_options);
}

std::unique_ptr<FigureBody> TimingFigure::makeBody(const FigureStyle &style,
                                                   std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<TimingBody>(m_series, m_options, *m_library, style, std::move(fonts));
}

} // namespace anakinra
