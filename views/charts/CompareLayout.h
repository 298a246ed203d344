// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/ComparisonSeries.h"
#include "views/charts/CompareOverlay.h"

#include <vector>

namespace anakinra {

/// Columns of the rows from left to right, in scene units from the left edge of the content.
struct CompareColumns
{
    qreal labelWidth = 0.0; ///< from 0
    qreal text = 0.0;       ///< side and events/n
    qreal textWidth = 0.0;
    qreal rates = 0.0;      ///< axis of 0-100 %
    qreal ratesWidth = 0.0;
    qreal points = 0.0;     ///< axis of -100 to 100 points
    qreal pointsWidth = 0.0;///< 0 = none: no difference, or no room
    qreal words = 0.0;      ///< the difference in figures, or why there is none
    qreal wordsWidth = 0.0; ///< 0 = it stands below the label instead

    [[nodiscard]] qreal labelAndText() const { return text + textWidth; }
};

/// A rate at its height, still in percent.
struct CompareRow
{
    const ComparedLine *line = nullptr;
    qreal y = 0.0; ///< middle
    QRectF slot;   ///< to point at
};

/// A difference at its height, still in points.
struct CompareSpan
{
    const ComparedBlock *block = nullptr;
    qreal y = 0.0;
    QRectF slot;
};

/// Something said that can be pointed at.
struct CompareSaying
{
    QRectF area;
    QString spoken;
    QStringList columns = {}; ///< of the cohort table, where both sides have it
};

/// Where everything of a comparison stands at one width: texts in place, rates and differences by
/// height. Lengths are in scene units from the top left corner of the content.
class CompareLayout
{
public:
    /// All three outlive the layout.
    CompareLayout(const ComparisonSeries &series, const FigureStyle &style, const CompareFonts &fonts);

    [[nodiscard]] qreal minimumWidth() const;
    void setWidth(qreal width);

    CompareColumns columns;
    qreal height = 0.0;
    qreal plotTop = 0.0;
    qreal plotBottom = 0.0; ///< = plotTop where there is no rate to draw
    std::vector<PlacedText> texts;
    std::vector<QLineF> hairlines;
    std::vector<CompareMark> legend; ///< the marks of A and B
    std::vector<CompareSaying> before; ///< in reading order: above the rows ...
    std::vector<CompareRow> rows;
    std::vector<CompareSpan> spans;
    std::vector<CompareSaying> after;  ///< ... and below them

    [[nodiscard]] MarkLook lookOf(ComparisonSide side, bool comparator) const;

private:
    qreal placeText(const FigureText &font, const QStringList &lines, qreal left, qreal width,
                    qreal top, const QColor &colour);
    void setColumns(qreal width);
    void placeHead(qreal width);
    void placeLegend(ComparisonSide side, const QString &who, qreal width);
    void placeBlocks(qreal width);
    void placeBlock(const ComparedBlock &block, qreal width);
    void placeNamedLines(const ComparedBlock &block);
    void placePair(const ComparedBlock &block, qreal width);
    void placeRow(const ComparedLine &line, qreal top, qreal rowHeight, qreal slotLeft);
    void placeTable(const QString &title, const std::vector<ComparedText> &rows, qreal width);
    void placeWarnings(qreal width);

    const ComparisonSeries &m_series;
    const FigureStyle &m_style;
    const CompareFonts &m_fonts;
    qreal m_figuresWidth = 0.0;
    qreal m_axisRoom = 0.0; ///< for a tick label beyond the end of an axis
    qreal m_wordsWidth = 0.0;
    qreal m_widestWord = 0.0;
    bool m_hasDifferences = false;
};

} // namespace anakinra
