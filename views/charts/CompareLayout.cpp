// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/CompareLayout.h"

#include "models/comparison/ComparisonText.h"
#include "models/figures/RateFindings.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal gap = 6.0;
constexpr qreal blockGap = 10.0;
constexpr qreal rowPadding = 3.0;
constexpr qreal narrowestPlot = 64.0;
constexpr qreal narrowestPoints = 70.0;
constexpr qreal narrowestWords = 66.0;
constexpr qreal letterWidth = 12.0; ///< of the side before its figures
constexpr qreal nameIndent = 10.0;
constexpr qreal legendIndent = 28.0;

QStringList differenceWords(const RateDifference &difference)
{
    return {pointsText(difference.points),
            u'(' + pointsText(difference.interval.low) + u" to "_s
                + pointsText(difference.interval.high) + u')'};
}

} // namespace

CompareLayout::CompareLayout(const ComparisonSeries &series, const FigureStyle &style,
                             const CompareFonts &fonts)
    : m_series(series), m_style(style), m_fonts(fonts)
{
    const FigureText &label = fonts.common->label;
    for (const ComparedBlock &block : series.blocks) {
        m_widestWord = std::max(m_widestWord, label.widestWord(block.label));
        for (const ComparedLine &line : block.lines)
            m_figuresWidth = std::max(m_figuresWidth, label.width(withMark(line.figures, line.findingMark)) + letterWidth);
        if (block.difference) {
            m_hasDifferences = true;
            for (const QString &words : differenceWords(*block.difference))
                m_wordsWidth = std::max(m_wordsWidth, label.width(words));
        }
    }
    m_wordsWidth = std::max(m_wordsWidth, narrowestWords);
    // the per cent sign stands beyond the number, which is centred on the end of the axis
    const FigureText &small = fonts.common->small;
    m_axisRoom = small.width(u"100\u00a0%"_s) - small.width(u"100"_s) / 2.0 + 2.0;
}

MarkLook CompareLayout::lookOf(ComparisonSide side, bool comparator) const
{
    MarkLook look;
    look.fill = m_style.series[side == ComparisonSide::A ? 0 : 5];
    look.line = look.fill;
    look.shape = side == ComparisonSide::A ? MarkShape::Disc : MarkShape::Square;
    look.comparator = comparator;
    return look;
}

qreal CompareLayout::minimumWidth() const
{
    return std::max(60.0, m_widestWord) + gap + m_figuresWidth + gap + narrowestPlot + m_axisRoom;
}

void CompareLayout::setColumns(qreal width)
{
    columns = {};
    const qreal widestLabel = std::max({60.0, m_widestWord, 0.23 * width});
    columns.textWidth = m_figuresWidth;
    const qreal beside = m_figuresWidth + 2.0 * gap + m_axisRoom;
    const qreal points = m_hasDifferences ? narrowestPoints + 2.0 * m_axisRoom : 0.0;
    const qreal words = m_axisRoom + m_wordsWidth;
    const bool wide = !m_series.namedLines
        && width >= std::max(60.0, m_widestWord) + beside + narrowestPlot + points + words;
    qreal rest = width - beside - narrowestPlot - (wide ? points + words : 0.0);
    columns.labelWidth = std::min(widestLabel, rest);
    rest -= columns.labelWidth;
    columns.text = columns.labelWidth + gap;
    columns.rates = columns.text + columns.textWidth + gap;
    columns.ratesWidth = narrowestPlot + rest;
    if (!wide)
        return;
    if (m_hasDifferences) {
        columns.ratesWidth = narrowestPlot + 0.55 * rest;
        columns.points = columns.rates + columns.ratesWidth + 2.0 * m_axisRoom;
        columns.pointsWidth = narrowestPoints + 0.45 * rest;
    }
    columns.wordsWidth = m_wordsWidth;
    columns.words = width - m_wordsWidth;
}

void CompareLayout::setWidth(qreal width)
{
    texts.clear();
    hairlines.clear();
    legend.clear();
    before.clear();
    rows.clear();
    spans.clear();
    after.clear();
    height = 0.0;
    setColumns(width);
    placeHead(width);
    plotTop = plotBottom = height;
    if (!m_series.blocks.empty())
        placeBlocks(width);
    placeTable(u"Figures that are not rates"_s, m_series.values, width);
    placeTable(u"What differs"_s, m_series.properties, width);
    placeWarnings(width);
}

qreal CompareLayout::placeText(const FigureText &font, const QStringList &lines, qreal left,
                               qreal width, qreal top, const QColor &colour)
{
    return placeLines(texts, font, lines, QRectF(left, top, width, 0.0), Qt::AlignLeft, colour);
}

void CompareLayout::placeHead(qreal width)
{
    const FigureText &label = m_fonts.common->label;
    height = placeText(m_fonts.headline, m_fonts.headline.wrapped(m_series.headline, width), 0.0,
                       width, 0.0, m_style.ink);
    height = placeText(label, label.wrapped(m_series.statement, width), 0.0, width, height,
                       m_style.ink);
    before.push_back({QRectF(0.0, 0.0, width, height), m_series.headline + u". "_s + m_series.statement});
    height += gap;
    placeLegend(ComparisonSide::A, m_series.a, width);
    placeLegend(ComparisonSide::B, m_series.b, width);
    height += gap;
}

void CompareLayout::placeLegend(ComparisonSide side, const QString &who, qreal width)
{
    const FigureText &bold = m_fonts.common->bold;
    const QString letter = side == ComparisonSide::A ? u"A"_s : u"B"_s;
    const qreal top = height;
    CompareMark mark;
    mark.value = QPointF(gap, top + bold.lineHeight() / 2.0);
    mark.look = lookOf(side, false);
    legend.push_back(mark);
    placeText(bold, {letter}, 2.0 * gap, letterWidth, top, m_style.ink);
    height = placeText(bold, bold.wrapped(who, width - legendIndent), legendIndent,
                       width - legendIndent, top, m_style.ink);
    before.push_back({QRectF(0.0, top, width, height - top), u"Side %1: %2"_s.arg(letter, who)});
}

void CompareLayout::placeBlocks(qreal width)
{
    const FigureText &small = m_fonts.common->small;
    const auto headLines = [&](const QString &text, qreal columnWidth) {
        return small.wrapped(text, columnWidth);
    };
    const QStringList rates = headLines(u"Rate, % of patients"_s, columns.ratesWidth);
    const QStringList points = columns.pointsWidth > 0.0
        ? headLines(u"A − B, percentage points"_s, columns.pointsWidth)
        : QStringList();
    if (columns.wordsWidth > 0.0)
        placeText(small, {u"A − B"_s}, columns.words, columns.wordsWidth, height, m_style.softInk);
    qreal bottom = placeText(small, rates, columns.rates, columns.ratesWidth, height, m_style.softInk);
    bottom = std::max(bottom, placeText(small, points, columns.points, columns.pointsWidth, height,
                                        m_style.softInk));
    plotTop = height = bottom + 2.0;
    QString section;
    for (const ComparedBlock &block : m_series.blocks) {
        hairlines.emplace_back(0.0, height, width, height);
        if (block.section != section) {
            section = block.section;
            const FigureText &bold = m_fonts.common->bold;
            height = placeText(bold, bold.wrapped(section, columns.labelAndText()), 0.0,
                               columns.labelAndText(), height + rowPadding, m_style.ink);
        }
        placeBlock(block, width);
    }
    plotBottom = height;
    height += 4.0 + small.lineHeight() + blockGap;
}

void CompareLayout::placeBlock(const ComparedBlock &block, qreal width)
{
    if (m_series.namedLines)
        placeNamedLines(block);
    else
        placePair(block, width);
    const FigureText &small = m_fonts.common->small;
    QStringList notes;
    if (!m_series.namedLines && columns.wordsWidth <= 0.0)
        notes << u"A − B: %1"_s.arg(block.difference ? differenceText(*block.difference)
                                                     : u"none, "_s + block.noDifference);
    if (!block.note.isEmpty())
        notes << block.note;
    for (const QString &note : notes)
        height = placeText(small, small.wrapped(note, columns.labelAndText()), 0.0,
                           columns.labelAndText(), height, m_style.softInk);
    height += rowPadding;
}

void CompareLayout::placePair(const ComparedBlock &block, qreal width)
{
    const FigureText &label = m_fonts.common->label;
    const FigureText &small = m_fonts.common->small;
    const qreal top = height + rowPadding;
    const qreal rowHeight = label.lineHeight() + rowPadding;
    const qreal labelBottom = placeText(label, label.wrapped(block.label, columns.labelWidth), 0.0,
                                        columns.labelWidth, top + rowPadding / 2.0, m_style.ink);
    qreal y = top;
    for (const ComparedLine &line : block.lines) {
        placeRow(line, y, rowHeight, 0.0);
        y += rowHeight;
    }
    const qreal middle = (top + y) / 2.0;
    const qreal left = columns.pointsWidth > 0.0 ? columns.points - m_axisRoom : columns.words;
    CompareSpan span{&block, middle, QRectF(left, top, width - left, y - top)};
    if (columns.wordsWidth > 0.0) {
        const FigureText &font = block.difference ? label : small;
        const QStringList words = block.difference
            ? differenceWords(*block.difference)
            : small.wrapped(block.noDifference, columns.wordsWidth);
        const qreal wordsHeight = static_cast<qreal>(words.size()) * font.lineHeight();
        y = std::max(y, placeText(font, words, columns.words, columns.wordsWidth,
                                  std::max(top, middle - wordsHeight / 2.0),
                                  block.difference ? m_style.ink : m_style.softInk));
    } else {
        span.slot = QRectF(0.0, top, columns.labelWidth, y - top);
    }
    spans.push_back(span);
    height = std::max(labelBottom, y);
}

void CompareLayout::placeNamedLines(const ComparedBlock &block)
{
    const FigureText &label = m_fonts.common->label;
    const qreal top = height;
    height = placeText(label, label.wrapped(block.label, columns.labelAndText()), 0.0,
                       columns.labelAndText(), height + rowPadding, m_style.ink);
    spans.push_back({&block, top, QRectF(0.0, top, columns.labelAndText(), height - top)});
    for (const ComparedLine &line : block.lines) {
        const qreal indent = line.partOfShown ? 2.0 * nameIndent : nameIndent;
        const QStringList name = label.wrapped(line.name, columns.labelWidth - indent);
        const qreal rowHeight = std::max<qreal>(1.0, static_cast<qreal>(name.size())) * label.lineHeight()
            + rowPadding;
        placeText(line.pooled ? m_fonts.common->bold : label, name, indent,
                  columns.labelWidth - indent, height + rowPadding / 2.0,
                  line.comparator ? m_style.softInk : m_style.ink);
        placeRow(line, height, rowHeight, nameIndent);
        height += rowHeight;
    }
}

void CompareLayout::placeRow(const ComparedLine &line, qreal top, qreal rowHeight, qreal slotLeft)
{
    const FigureText &label = m_fonts.common->label;
    const qreal middle = top + rowHeight / 2.0;
    const qreal textTop = middle - label.lineHeight() / 2.0;
    placeText(m_fonts.common->bold, {line.side == ComparisonSide::A ? u"A"_s : u"B"_s}, columns.text,
              letterWidth, textTop, m_style.ink);
    placeText(label, {withMark(line.figures, line.findingMark)}, columns.text + letterWidth, columns.textWidth, textTop,
              line.kind == RateKind::NotReported ? m_style.softInk : m_style.ink);
    const qreal left = m_series.namedLines ? slotLeft : columns.text;
    rows.push_back({&line, middle,
                    QRectF(left, top, columns.rates + columns.ratesWidth - left, rowHeight)});
}

void CompareLayout::placeTable(const QString &title, const std::vector<ComparedText> &table,
                               qreal width)
{
    if (table.empty())
        return;
    const FigureText &label = m_fonts.common->label;
    const FigureText &bold = m_fonts.common->bold;
    const bool judged = !table.front().verdict.isEmpty();
    const qreal verdictWidth = judged ? bold.width(u"not known"_s) + gap : 0.0;
    qreal labelWidth = 0.22 * width;
    for (const ComparedText &row : table)
        labelWidth = std::max(labelWidth, std::min(0.4 * width, label.widestWord(row.label) + gap));
    const qreal sideWidth = (width - labelWidth - verdictWidth) / 2.0;
    const qreal a = labelWidth;
    const qreal b = labelWidth + sideWidth;
    const auto place = [&](const FigureText &font, const QString &text, qreal left, qreal columnWidth,
                           const QColor &colour) {
        return placeText(font, font.wrapped(text, columnWidth - gap), left, columnWidth,
                         height + rowPadding / 2.0, colour);
    };
    qreal bottom = place(bold, title, 0.0, labelWidth, m_style.ink);
    place(bold, u"A"_s, a, sideWidth, m_style.ink);
    place(bold, u"B"_s, b, sideWidth, m_style.ink);
    height = bottom + rowPadding / 2.0;
    for (const ComparedText &row : table) {
        hairlines.emplace_back(0.0, height, width, height);
        const qreal top = height;
        bottom = place(label, row.label, 0.0, labelWidth, m_style.ink);
        bottom = std::max(bottom, place(label, row.a, a, sideWidth, m_style.ink));
        bottom = std::max(bottom, place(label, row.b, b, sideWidth, m_style.ink));
        const bool differs = row.verdict == u"differs";
        place(differs ? bold : label, row.verdict, width - verdictWidth, verdictWidth + gap,
              differs ? m_style.ink : m_style.softInk);
        height = bottom + rowPadding / 2.0;
        QString spoken = u"%1: A %2; B %3"_s.arg(row.label, row.a, row.b);
        if (!row.verdict.isEmpty())
            spoken += u"; "_s + row.verdict;
        after.push_back({QRectF(0.0, top, width, height - top), spoken, row.columns});
    }
    height += blockGap;
}

void CompareLayout::placeWarnings(qreal width)
{
    if (m_series.warnings.isEmpty())
        return;
    const FigureText &label = m_fonts.common->label;
    height = placeText(m_fonts.common->bold, {u"Before comparing"_s}, 0.0, width, height, m_style.ink);
    for (const QString &warning : m_series.warnings) {
        const qreal top = height;
        placeText(label, {u"–"_s}, 0.0, nameIndent, top, m_style.ink);
        height = placeText(label, label.wrapped(warning, width - nameIndent), nameIndent,
                           width - nameIndent, top, m_style.ink);
        after.push_back({QRectF(0.0, top, width, height - top), warning});
    }
}

} // namespace anakinra
