// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/DosePoints.h"
#include "views/charts/ChartFigure.h"
#include "views/charts/DoseOverlay.h"

namespace anakinra {

class FigureLegend;
struct LegendKey;

/// Lays out and draws a dose figure: panels side by side or one below the other, then the list of
/// cohorts, then those that are not drawn.
class DoseBody final : public FigureBody
{
public:
    DoseBody(const DoseSeries &series, const RateOptions &options, const Library &library,
             const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts);
    ~DoseBody() override;

    [[nodiscard]] qreal minimumWidth() const override;
    void setWidth(qreal width) override;
    [[nodiscard]] qreal minimumHeight() const override;
    [[nodiscard]] qreal naturalHeight() const override;
    void build(MarkedScene &into, const QRectF &area) override;

private:
    static constexpr qreal blockGap = 8.0;
    static constexpr std::size_t mostListed = 40; ///< cohorts up to which marks are numbered and listed

    /// A line of the list below the panels, its cells wrapped.
    struct Entry
    {
        std::vector<QStringList> cells;
        qreal height = 0.0;
    };
    /// One after the other on the lines below: a reason, or a cohort that is not drawn for it.
    struct Piece
    {
        QRectF area; ///< from the top left of the block
        QStringList lines;
        QString spoken; ///< "" = a reason
        QString cohort;
    };

    [[nodiscard]] const Rate &rate(std::size_t row) const;
    [[nodiscard]] const QString &cohortId(std::size_t row) const;
    [[nodiscard]] QString spokenPoint(const DosePoint &point) const;
    [[nodiscard]] MarkLook lookOf(const DosePoint &point) const;
    [[nodiscard]] qreal radiusOf(const DosePoint &point) const;
    [[nodiscard]] bool isListed() const;
    [[nodiscard]] int panelRows() const;
    [[nodiscard]] qreal chromeHeight() const; ///< of a panel without its plot
    [[nodiscard]] qreal heightWithPlots(qreal plotHeight) const;
    [[nodiscard]] qreal axisWidth() const;

    void layOutList();
    void layOutOmitted();
    [[nodiscard]] std::vector<LegendKey> legendKeys() const;
    [[nodiscard]] static std::vector<qreal> spread(const DosePanel &panel, const QRectF &plot);
    void placeNumbers(DoseOverlay &overlay, const DosePanel &panel, const QRectF &plot) const;
    void buildPanel(MarkedScene &into, const DosePanel &panel, const QRectF &plot) const;
    void placeAxes(DoseOverlay &overlay, const DosePanel &panel, const QRectF &plot) const;
    void buildLists(MarkedScene &into, QPointF from) const;

    const DoseSeries &m_series;
    const RateOptions &m_options;
    const Library &m_library;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    std::unique_ptr<FigureLegend> m_legend;
    qreal m_width = 0.0;
    bool m_stacked = false;
    int m_mostPatients = 1;
    QStringList m_head;           ///< outcome and direction
    std::vector<qreal> m_columns; ///< lefts of the list's columns
    std::vector<Entry> m_list;
    std::vector<Piece> m_omitted;
    qreal m_omittedHeight = 0.0;
};

} // namespace anakinra
