// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateFigure.h"

#include "views/charts/FigureFrame.h"
#include "views/charts/RateLegend.h"
#include "views/charts/RateScene.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal margin = FigureFrame::margin;
constexpr qreal gap = FigureFrame::gap;

/// Title, legend, panels and footer of one figure at one width.
class Composition
{
public:
    Composition(const RateFigure &figure, qreal width, const FigureStyle &style,
                SceneOptions options, qreal heightLimit)
        : m_style(style), m_fonts(std::make_shared<const FigureFonts>(style)),
          m_legendPlace(figure.legend)
    {
        m_panels = rateForm(figure) == RateForm::Bars
            ? makeBarPanels(figure, style, m_fonts)
            : makeRowPanels(figure, style, m_fonts, options.onlyRowsThatFit);
        m_panels->setMayStack(options.mayStack);
        // The width that the panels need may be more than what was asked for.
        m_width = std::max(width, m_panels->minimumWidth() + 2.0 * margin);
        m_column = m_width - 2.0 * margin;
        m_frame = std::make_unique<FigureFrame>(
            figure.title,
            figure.withFooter ? figure.context.footerLines() + figure.series.notes : QStringList(),
            m_column, style, m_fonts);
        m_legend = std::make_unique<RateLegend>(figure, style, m_fonts, m_column);
        const qreal rowLimit = options.onlyRowsThatFit ? std::max(1.0, heightLimit - frameHeight()) : 0.0;
        m_panels->setColumn(margin, m_column, rowLimit);
    }

    [[nodiscard]] qreal width() const { return m_width; }
    [[nodiscard]] qreal minimumHeight() const { return frameHeight() + m_panels->minimumHeight(); }
    [[nodiscard]] qreal naturalHeight() const { return frameHeight() + m_panels->naturalHeight(); }
    [[nodiscard]] RateScene build(QSizeF size);

private:
    [[nodiscard]] qreal frameHeight() const
    {
        return m_frame->height() + m_legend->boundingRect().height() + gap;
    }

    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    LegendPlace m_legendPlace;
    std::unique_ptr<FigureFrame> m_frame;
    std::unique_ptr<RatePanelLayout> m_panels;
    std::unique_ptr<RateLegend> m_legend;
    qreal m_width = 0.0;
    qreal m_column = 0.0;
};

RateScene Composition::build(QSizeF size)
{
    RateScene result;
    result.scene = makeFigureScene(size, m_style);
    const QRectF content = m_frame->content(size);
    const qreal legendHeight = m_legend->boundingRect().height();
    const bool above = m_legendPlace == LegendPlace::Top;
    const qreal legendTop = above ? content.top() : content.bottom() - legendHeight;
    const qreal panelsTop = above ? content.top() + legendHeight + gap : content.top();
    for (const auto &[cohort, area] : m_legend->cohortAreas())
        result.cohortAreas.emplace_back(cohort, area.translated(margin, legendTop));
    m_legend->setPos(margin, legendTop);
    result.scene->addItem(m_legend.release());
    m_panels->build(result, panelsTop, content.height() - legendHeight - gap);
    result.scene->addItem(m_frame->makeItem(size));
    return result;
}

[[nodiscard]] bool isDrawable(const RateFigure &figure)
{
    return !figure.series.cohorts.empty() && !figure.series.panels.empty();
}

QSizeF neededSizeMm(const RateFigure &figure, qreal widthMm, const FigureStyle &style, bool smallest)
{
    if (!isDrawable(figure))
        return {};
    const Composition composition(figure, mmToUnits(widthMm), style, {}, 0.0);
    const qreal height = smallest ? composition.minimumHeight() : composition.naturalHeight();
    return unitsToMm({composition.width(), height});
}

// Sizes given in mm are rounded by those who type them.
constexpr qreal tolerance = 0.5;

} // namespace

QString groupingCode(RateGrouping grouping)
{
    return grouping == RateGrouping::ByCohort ? u"cohort"_s : u"outcome"_s;
}

RateScene composeRateScene(const RateFigure &figure, QSizeF sizeUnits, const FigureStyle &style,
                           SceneOptions options)
{
    if (!isDrawable(figure) || style.fontFamily.isEmpty())
        return {};
    Composition composition(figure, sizeUnits.width(), style, options, sizeUnits.height());
    const QSizeF least(composition.width(), composition.minimumHeight());
    if (options.growIfNeeded)
        sizeUnits = sizeUnits.expandedTo(least);
    if (least.width() > sizeUnits.width() + tolerance || least.height() > sizeUnits.height() + tolerance)
        return {};
    return composition.build(sizeUnits);
}

QSizeF naturalSizeMm(const RateFigure &figure, qreal widthMm, const FigureStyle &style)
{
    return neededSizeMm(figure, widthMm, style, false);
}

QSizeF smallestSizeMm(const RateFigure &figure, qreal widthMm, const FigureStyle &style)
{
    return neededSizeMm(figure, widthMm, style, true);
}

std::unique_ptr<QGraphicsScene> makeRateScene(const RateFigure &figure, QSizeF sizeMm,
                                              const FigureStyle &style)
{
    return composeRateScene(figure, QSizeF(mmToUnits(sizeMm.width()), mmToUnits(sizeMm.height())), style)
        .scene;
}

} // namespace anakinra
