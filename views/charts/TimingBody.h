// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/TimingRows.h"
#include "views/charts/ChartFigure.h"
#include "views/charts/TimingOverlay.h"

namespace anakinra {

class FigureLegend;
struct LegendKey;
struct RateMark;

/// Lays out and draws the rows of a timing figure: names, windows on the axis of days, rates.
class TimingBody final : public FigureBody
{
public:
    TimingBody(const TimingSeries &series, const RateOptions &options, const Library &library,
               const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts);
    ~TimingBody() override;

    [[nodiscard]] qreal minimumWidth() const override;
    void setWidth(qreal width) override;
    [[nodiscard]] qreal minimumHeight() const override;
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }
    void build(MarkedScene &into, const QRectF &area) override;

private:
    struct Block ///< a window with its words below
    {
        QStringList lines;
        qreal bar = 0.0; ///< height of its lane; 0 = words only
        qreal height = 0.0;
    };
    struct Row
    {
        QStringList label;
        QStringList below; ///< n and timing
        std::vector<Block> blocks;
        QStringList rate;
        qreal height = 0.0;
    };
    struct Columns ///< lefts and widths
    {
        qreal label = 0.0;
        qreal days = 0.0;
        qreal rate = 0.0;
        qreal text = 0.0;
    };

    [[nodiscard]] Row layOutRow(std::size_t index) const;
    [[nodiscard]] qreal indentOf(const RateCohort &cohort) const;
    [[nodiscard]] qreal textHeight(const QStringList &label, const QStringList &small) const;
    [[nodiscard]] qreal axisHeight() const;
    [[nodiscard]] qreal rowsHeight() const;
    [[nodiscard]] bool repeatsAxis() const { return m_rows.size() > 12; }
    [[nodiscard]] std::vector<LegendKey> legendKeys() const;
    [[nodiscard]] const Rate &rate(std::size_t row) const;
    [[nodiscard]] QString spokenRow(std::size_t row) const;

    void placeHeads(TimingOverlay &overlay, qreal top) const;
    void placeAxes(TimingOverlay &overlay, const QRectF &days, const QRectF &rates,
                   bool above) const;
    void buildRow(MarkedScene &into, TimingOverlay &overlay, std::vector<RateMark> &rates,
                  std::size_t index, const QRectF &area, const QRectF &days) const;
    [[nodiscard]] TimingBar placeWindow(const TimingWindow &window, Timing timing,
                                        const QRectF &days, qreal y) const;
    [[nodiscard]] RateMark placeRate(std::size_t index, const QRectF &slot) const;

    const TimingSeries &m_series;
    const RateOptions &m_options;
    const Library &m_library;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    std::unique_ptr<FigureLegend> m_legend;
    std::vector<Row> m_rows;
    QStringList m_daysHead;
    QStringList m_rateHead;
    qreal m_widestLabel = 0.0;
    qreal m_textWidth = 0.0;
    qreal m_left = 0.0;
    Columns m_width;
};

} // namespace anakinra
