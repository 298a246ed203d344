// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ForestLayout.h"

#include "models/figures/SourceText.h"
#include "views/charts/ChartDress.h"
#include "views/charts/ForestOverlay.h"

#include <QChart>
#include <QHash>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal columnGap = 7.0;
constexpr qreal rowPadding = 3.5;
constexpr qreal headingSpace = 5.0; ///< above a group
constexpr qreal tickLength = 3.0;
constexpr qreal widestLabels = 0.42; ///< of the whole width
constexpr int rowsInOneView = 30;    ///< with more, the axis stands above the rows as well

/// Widths as sums of the letters' own, which is quick and never much below the true width: good
/// enough to decide what needs breaking, ten thousand times over.
class QuickWidths
{
public:
    explicit QuickWidths(const FigureText &font) : m_font(font) {}

    qreal operator()(const QString &text)
    {
        qreal sum = 0.0;
        for (const QChar letter : text) {
            auto known = m_widths.find(letter);
            if (known == m_widths.end())
                known = m_widths.insert(letter, m_font.width(QString(letter)));
            sum += *known;
        }
        return sum;
    }
    /// As FigureText::wrapped, without measuring what fits anyway.
    QStringList wrapped(const QString &text, qreal column)
    {
        if (text.isEmpty())
            return {};
        return (*this)(text) <= column ? QStringList{text} : m_font.wrapped(text, column);
    }
    qreal widestWord(const QString &text)
    {
        qreal widest = 0.0;
        for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
            widest = std::max(widest, (*this)(word));
        return widest;
    }

private:
    const FigureText &m_font;
    QHash<QChar, qreal> m_widths;
};

class ForestLayout final : public FigureBody
{
public:
    ForestLayout(std::shared_ptr<const ForestRows> rows, ForestDress dress,
                 const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
        : m_rows(std::move(rows)), m_dress(dress), m_style(style), m_fonts(std::move(fonts)),
          m_label(m_fonts->label), m_bold(m_fonts->bold), m_small(m_fonts->small)
    {
        measure();
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        return boxColumn() + m_narrowestLabel + m_counts + narrowestPlot() + m_narrowestEstimate +
               thresholdColumn() + 3.0 * columnGap;
    }
    void setWidth(qreal width) override;
    [[nodiscard]] qreal minimumHeight() const override
    {
        return m_headHeight + m_rowsHeight + axisHeight() * (axisOnTop() ? 2.0 : 1.0);
    }
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }
    void build(MarkedScene &into, const QRectF &area) override;

private:
    [[nodiscard]] bool axisOnTop() const { return m_rows->rows.size() > rowsInOneView; }
    [[nodiscard]] qreal axisHeight() const
    {
        return tickLength + 1.0 + m_fonts->small.lineHeight();
    }
    [[nodiscard]] qreal boxSize() const
    {
        return m_dress.boxes ? m_fonts->label.lineHeight() * 0.8 : 0.0;
    }
    [[nodiscard]] qreal boxColumn() const { return m_dress.boxes ? boxSize() + columnGap : 0.0; }
    [[nodiscard]] qreal thresholdColumn() const
    {
        return m_threshold > 0.0 ? m_threshold + columnGap : 0.0;
    }
    [[nodiscard]] qreal narrowestPlot() const { return m_fonts->label.lineHeight() * 5.0; }
    [[nodiscard]] QuickWidths &widthsOf(const ForestRow &row)
    {
        if (row.kind == ForestRowKind::Words)
            return m_small;
        const bool bold = row.kind == ForestRowKind::Heading || row.kind == ForestRowKind::Pooled;
        return bold ? m_bold : m_label;
    }
    [[nodiscard]] static bool needsWholeWidth(const ForestRow &row)
    {
        return row.kind == ForestRowKind::Heading || row.kind == ForestRowKind::Words;
    }
    [[nodiscard]] QString estimateHead() const
    {
        return u"Rate (%1\u00a0% interval)"_s.arg(plainNumber(m_rows->level));
    }
    /// "P(rate", "< 30 %)": narrow, so that the plot keeps its room.
    [[nodiscard]] QStringList thresholdHeadLines() const
    {
        const QString &head = m_rows->thresholdHead;
        const qsizetype space = head.indexOf(u'\u00a0');
        return head.isEmpty() ? QStringList() : QStringList{head.first(space), head.sliced(space + 1)};
    }
    void measure();
    void placeRows();
    void buildHeads(ForestOverlay &overlay, const QRectF &area) const;
    void buildAxis(ForestOverlay &overlay, qreal y, bool above) const;
    [[nodiscard]] int axisSteps() const;
    void buildChart(QGraphicsScene &scene, const QRectF &plot) const;
    void addMarks(MarkedScene &into, const ForestOverlay &overlay) const;

    std::shared_ptr<const ForestRows> m_rows;
    ForestDress m_dress;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QuickWidths m_label;
    QuickWidths m_bold;
    QuickWidths m_small;
    qreal m_indent = 0.0;
    qreal m_widestLabel = 0.0;
    qreal m_narrowestLabel = 0.0;
    qreal m_counts = 0.0;
    qreal m_widestEstimate = 0.0;
    qreal m_narrowestEstimate = 0.0;
    qreal m_threshold = 0.0; ///< 0 = no such column

    ForestColumns m_columns;         ///< from 0
    std::vector<ForestLine> m_lines; ///< from 0
    QString m_title;
    QStringList m_titleLines;
    std::array<QStringList, 4> m_heads; ///< of labels, counts, estimates and probabilities
    qreal m_headHeight = 0.0;
    qreal m_rowsHeight = 0.0;
};

void ForestLayout::measure()
{
    m_title = m_rows->outcome;
    if (m_rows->direction != Direction::Neutral)
        m_title += u" ("_s + labelOf(m_rows->direction) + u')';
    m_indent = m_fonts->label.lineHeight() * 0.9;
    m_counts = m_bold(u"Events/n"_s);
    m_narrowestEstimate = m_bold.widestWord(estimateHead());
    m_widestEstimate = m_bold(estimateHead());
    m_widestLabel = m_bold(u"Study and cohort"_s);
    for (const ForestRow &row : m_rows->rows) {
        if (needsWholeWidth(row))
            continue;
        QuickWidths &widths = widthsOf(row);
        m_widestLabel =
            std::max(m_widestLabel, widths(row.label) + (row.indented ? m_indent : 0.0));
        m_counts = std::max(m_counts, m_label(row.markedCount()));
        const qreal estimate = widths(row.markedEstimate());
        m_widestEstimate = std::max(m_widestEstimate, estimate);
        // the words of an estimate are narrower than the whole, so most need no second look
        if (estimate > m_narrowestEstimate)
            m_narrowestEstimate =
                std::max(m_narrowestEstimate, widths.widestWord(row.markedEstimate()));
    }
    if (!m_rows->thresholdHead.isEmpty()) {
        // the head breaks before the "<" where the numbers are narrower
        m_threshold = std::max(m_bold(thresholdHeadLines().first()),
                               m_bold(thresholdHeadLines().last()));
        for (const ForestRow &row : m_rows->rows)
            m_threshold = std::max(m_threshold, m_label(row.thresholdText));
    }
    m_narrowestLabel = std::min(m_widestLabel, m_fonts->label.lineHeight() * 6.5);
}

void ForestLayout::setWidth(qreal width)
{
    const qreal rest = width - boxColumn() - m_counts - thresholdColumn() - 3.0 * columnGap;
    const bool inOneLine = rest - m_widestEstimate >= m_narrowestLabel + 1.5 * narrowestPlot();
    const qreal estimate = inOneLine ? m_widestEstimate : m_narrowestEstimate;
    const qreal label =
        std::clamp(std::max(m_narrowestLabel, std::min(m_widestLabel, widestLabels * width)),
                   m_narrowestLabel, std::max(m_narrowestLabel, rest - estimate - narrowestPlot()));
    m_columns.boxSize = boxSize();
    m_columns.label = boxColumn();
    m_columns.labelWidth = label;
    m_columns.countsRight = m_columns.label + label + columnGap + m_counts;
    m_columns.plot = m_columns.countsRight + columnGap;
    m_columns.right = width;
    m_columns.estimateRight = width - thresholdColumn();
    m_columns.plotWidth = m_columns.estimateRight - estimate - columnGap - m_columns.plot;
    m_columns.indent = m_indent;

    m_titleLines = m_fonts->bold.wrapped(m_title, width);
    m_heads = {m_fonts->bold.wrapped(u"Study and cohort"_s, label), QStringList{u"Events/n"_s},
               m_fonts->bold.wrapped(estimateHead(), estimate), thresholdHeadLines()};
    const auto mostLines = std::ranges::max(m_heads, {}, &QStringList::size).size();
    m_headHeight =
        static_cast<qreal>(m_titleLines.size() + mostLines) * m_fonts->bold.lineHeight() + 7.0;
    placeRows();
}

void ForestLayout::placeRows()
{
    m_lines.clear();
    m_lines.reserve(m_rows->rows.size());
    const qreal estimateWidth =
        m_columns.estimateRight - columnGap - m_columns.plot - m_columns.plotWidth;
    qreal y = 2.0;
    for (const ForestRow &row : m_rows->rows) {
        ForestLine line;
        if (row.kind == ForestRowKind::Heading && !m_lines.empty())
            y += headingSpace;
        line.top = y;
        const qreal indent = row.indented ? m_indent : 0.0;
        const FigureText &font = row.kind == ForestRowKind::Words ? m_fonts->small : m_fonts->label;
        const qreal room =
            needsWholeWidth(row) ? m_columns.right - m_columns.label : m_columns.labelWidth;
        line.label = widthsOf(row).wrapped(row.label, room - indent);
        line.estimate = widthsOf(row).wrapped(row.markedEstimate(), estimateWidth + 0.5);
        line.reason = m_small.wrapped(row.reason, m_columns.countsRight - m_columns.label - indent);
        const auto most = std::max({line.label.size(), line.estimate.size(), qsizetype{1}});
        line.block = static_cast<qreal>(most) * font.lineHeight() + rowPadding;
        line.height = line.block;
        if (!line.reason.isEmpty())
            line.height +=
                static_cast<qreal>(line.reason.size()) * m_fonts->small.lineHeight() + 1.0;
        y += line.height;
        m_lines.push_back(std::move(line));
    }
    m_rowsHeight = y + 2.0;
}

void ForestLayout::build(MarkedScene &into, const QRectF &area)
{
    auto overlay =
        std::make_unique<ForestOverlay>(m_rows, m_style, m_fonts, into.scene->sceneRect());
    ForestColumns columns = m_columns;
    for (qreal *x :
         {&columns.box, &columns.label, &columns.countsRight, &columns.plot,
          &columns.estimateRight, &columns.right})
        *x += area.left();
    overlay->columns = columns;
    overlay->axisEnd = m_dress.axisEnd;
    const qreal rowsTop = area.top() + m_headHeight + (axisOnTop() ? axisHeight() : 0.0);
    overlay->plotTop = rowsTop;
    overlay->lines = std::move(m_lines);
    for (ForestLine &line : overlay->lines)
        line.top += rowsTop;
    const QRectF plot(columns.plot, rowsTop, columns.plotWidth, m_rowsHeight);
    buildChart(*into.scene, plot);
    buildHeads(*overlay, area);
    buildAxis(*overlay, plot.bottom(), false);
    if (axisOnTop())
        buildAxis(*overlay, plot.top(), true);
    addMarks(into, *overlay);
    into.scene->addItem(overlay.release());
}

void ForestLayout::buildHeads(ForestOverlay &overlay, const QRectF &area) const
{
    const ForestColumns &columns = overlay.columns;
    const FigureText &bold = m_fonts->bold;
    const qreal headTop =
        placeLines(overlay.heads, bold, m_titleLines,
                   QRectF(columns.box, area.top(), area.width(), 0.0), Qt::AlignLeft, m_style.ink);
    const qreal bottom = area.top() + m_headHeight - 4.0;
    const auto head = [&](const QStringList &lines, qreal left, qreal right,
                          Qt::Alignment alignment) {
        const qreal top = bottom - 1.0 - static_cast<qreal>(lines.size()) * bold.lineHeight();
        placeLines(overlay.heads, bold, lines,
                   QRectF(left, std::max(top, headTop), right - left, 0.0), alignment, m_style.ink);
    };
    head(m_heads[0], columns.label, columns.label + columns.labelWidth, Qt::AlignLeft);
    head(m_heads[1], columns.label, columns.countsRight, Qt::AlignRight);
    head(m_heads[2], columns.plot, columns.estimateRight, Qt::AlignRight);
    head(m_heads[3], columns.estimateRight, columns.right, Qt::AlignRight);
    overlay.rules.emplace_back(columns.box, bottom, columns.right, bottom);
}

int ForestLayout::axisSteps() const
{
    const qreal widest = m_fonts->small.width(QString::number(m_dress.axisEnd)) + 8.0;
    for (const int steps : {5, 2}) {
        if (m_columns.plotWidth / steps >= widest)
            return steps;
    }
    return 1;
}

void ForestLayout::buildAxis(ForestOverlay &overlay, qreal y, bool above) const
{
    const FigureText &small = m_fonts->small;
    const ForestColumns &columns = overlay.columns;
    const qreal out = above ? -tickLength : tickLength;
    const qreal textTop = above ? y - axisHeight() : y + tickLength + 1.0;
    overlay.rules.emplace_back(columns.plot, y, columns.plot + columns.plotWidth, y);
    const int steps = axisSteps();
    for (int i = 0; i <= steps; ++i) {
        const qreal x = columns.plot + columns.plotWidth * i / steps;
        overlay.rules.emplace_back(x, y, x, y + out);
        const QString number = plainNumber(static_cast<double>(m_dress.axisEnd) * i / steps);
        placeLines(overlay.heads, small, {i == steps ? number + u"\u00a0%"_s : number},
                   QRectF(x - small.width(number) / 2.0, textTop, 0.0, 0.0), Qt::AlignLeft,
                   m_style.ink);
    }
}

void ForestLayout::buildChart(QGraphicsScene &scene, const QRectF &plot) const
{
    QChart *chart = addDressedChart(scene, scene.sceneRect(), plot);
    auto *percent = new QValueAxis;
    percent->setRange(0.0, m_dress.axisEnd);
    percent->setTickCount(axisSteps() + 1);
    auto *vertical = new QValueAxis;
    vertical->setRange(0.0, 1.0);
    chart->addAxis(percent, Qt::AlignBottom);
    chart->addAxis(vertical, Qt::AlignLeft);
    dressAxis(*percent, m_style);
    percent->setLabelsVisible(false);
    percent->setLineVisible(false);
    vertical->setVisible(false);
    Q_UNUSED(layOut(*chart))
}

void ForestLayout::addMarks(MarkedScene &into, const ForestOverlay &overlay) const
{
    const ForestColumns &columns = overlay.columns;
    into.marks.reserve(into.marks.size() + 2 * m_rows->rows.size());
    for (int i = 0; i < static_cast<int>(m_rows->rows.size()); ++i) {
        const ForestRow &row = overlay.row(i);
        const ForestLine &line = overlay.lines[static_cast<std::size_t>(i)];
        const qreal left = columns.label - columnGap / 2.0;
        if (const QRectF box = overlay.boxOf(i); !box.isNull()) {
            const bool in = row.box == ForestBox::In;
            FigureMark mark;
            mark.area = QRectF(columns.box, line.top, left - columns.box, line.block);
            mark.spoken = (in ? u"Ticked box, leave out of the pool: "_s
                              : u"Empty box, take into the pool: "_s) +
                          row.label;
            mark.cohort = row.cohort;
            mark.request = (in ? u"exclude:"_s : u"include:"_s) + row.cohort;
            into.marks.push_back(std::move(mark));
        }
        FigureMark mark;
        mark.area = QRectF(left, line.top, columns.right - left, line.height);
        mark.spoken = row.spoken.isEmpty() ? row.label : row.spoken;
        mark.cohort = row.cohort;
        mark.columns = {m_rows->code};
        into.marks.push_back(std::move(mark));
    }
}

} // namespace

std::unique_ptr<FigureBody> makeForestLayout(std::shared_ptr<const ForestRows> rows,
                                             ForestDress dress, const FigureStyle &style,
                                             std::shared_ptr<const FigureFonts> fonts)
{
    return std::make_unique<ForestLayout>(std::move(rows), dress, style, std::move(fonts));
}

} // namespace anakinra
