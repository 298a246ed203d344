// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/CompletenessFigure.h"

#include "models/figures/CompletenessWords.h"
#include "models/figures/RateFindings.h"
#include "views/charts/MarkLook.h"

#include <QGraphicsItem>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal padding = 3.0;
constexpr qreal narrowestField = 13.0;
constexpr qreal widestField = 26.0; ///< a sign needs no more
constexpr qreal narrowestLabel = 90.0;
constexpr qreal widestLabel = 220.0;
constexpr qreal keyGap = 14.0; ///< between two entries of the key

struct Field
{
    QRectF area;
    Reporting reporting = Reporting::NotReported;
    QString findingMark = {}; ///< behind the sign
};

class MatrixItem : public QGraphicsItem
{
public:
    MatrixItem(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
        : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
    {
        setFlag(ItemUsesExtendedStyleOption); // paint() leaves out what is not in view
    }

    std::vector<Field> fields;
    std::vector<PlacedText> texts;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *) override
    {
        painter->save();
        for (const Field &field : fields) {
            if (field.area.intersects(option->exposedRect))
                drawField(*painter, field);
        }
        for (const PlacedText &text : texts) {
            if (text.rect.intersects(option->exposedRect))
                text.draw(*painter);
        }
        painter->restore();
    }

private:
    void drawField(QPainter &painter, const Field &field) const
    {
        const qreal line = ptToUnits(m_style.linePt);
        const QColor colour = m_style.series.front();
        const QRectF inner = field.area.adjusted(1.0, 1.0, -1.0, -1.0);
        QColor ink = m_style.ink;
        switch (field.reporting) {
        case Reporting::Reported:
            painter.fillRect(inner, colour);
            ink = m_style.paper;
            break;
        case Reporting::Derived:
            drawHatch(painter, inner, Hatch::Level, colour, line);
            break;
        case Reporting::PercentOnly:
            drawHatch(painter, inner, Hatch::Upright, colour, line);
            break;
        case Reporting::Inferred:
            painter.setPen(QPen(colour, line, Qt::DashLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(inner.adjusted(1.5, 1.5, -1.5, -1.5));
            break;
        case Reporting::NotReported:
            break;
        case Reporting::NotApplicable:
            ink = m_style.softInk;
            break;
        }
        painter.setPen(QPen(m_style.grid, line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(field.area);
        const FigureText &font = m_fonts->bold;
        const QString sign = reportingSign(field.reporting) + field.findingMark;
        const QRectF place(field.area.center().x() - font.width(sign) / 2.0,
                           field.area.center().y() - font.lineHeight() / 2.0, font.width(sign), font.lineHeight());
        if (field.reporting == Reporting::Derived || field.reporting == Reporting::PercentOnly)
            painter.fillRect(place.adjusted(-1.0, 1.0, 1.0, -1.0), m_style.paper);
        PlacedText{&font, sign, place, ink}.draw(painter);
    }

    const FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

class MatrixBody : public FigureBody
{
public:
    MatrixBody(const Library &library, const Completeness &matrix, const FigureStyle &style,
               std::shared_ptr<const FigureFonts> fonts)
        : m_library(library), m_matrix(matrix), m_style(style), m_fonts(std::move(fonts))
    {
        for (const CompletenessRow &row : m_matrix.rows) {
            m_widestLabel = std::max(m_widestLabel, m_fonts->label.width(row.label) + padding);
            m_leastLabel = std::max(m_leastLabel, m_fonts->label.widestWord(row.label) + padding);
        }
        m_widestLabel = std::max(std::min(m_widestLabel, widestLabel), m_leastLabel);
        for (const CompletenessItem &item : completenessItems())
            m_headHeight = std::max(m_headHeight, m_fonts->label.width(item.title) + 2.0 * padding);
        m_shareWidth = m_fonts->label.width(u"00/00"_s) + 2.0 * padding;
        m_leastField = std::max({narrowestField, m_fonts->label.lineHeight() + 2.0, widestSign() + 3.0});
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        return m_leastLabel + m_shareWidth + fieldCount() * m_leastField;
    }

    void setWidth(qreal width) override
    {
        m_width = width;
        m_label = std::clamp(width - m_shareWidth - fieldCount() * m_leastField, m_leastLabel, m_widestLabel);
        m_field = std::min((width - m_label - m_shareWidth) / fieldCount(), widestField);
        m_rowLines.clear();
        m_rowsHeight = 0.0;
        for (const CompletenessRow &row : m_matrix.rows) {
            m_rowLines.push_back(m_fonts->label.wrapped(row.label, m_label - padding));
            m_rowsHeight += rowHeight(m_rowLines.size() - 1);
        }
        std::vector<Field> fields;
        std::vector<PlacedText> texts;
        m_keyHeight = placeKey(fields, texts, {0.0, 0.0});
    }

    [[nodiscard]] qreal minimumHeight() const override
    {
        return m_headHeight + m_rowsHeight + 2.0 * padding + m_keyHeight;
    }
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }

    void build(MarkedScene &into, const QRectF &area) override
    {
        auto item = std::make_unique<MatrixItem>(m_style, m_fonts, area);
        placeHeads(*item, area);
        qreal top = area.top() + m_headHeight;
        for (std::size_t i = 0; i < m_matrix.rows.size(); ++i) {
            placeRow(*item, into, i, {area.left(), top});
            top += rowHeight(i);
        }
        placeKey(item->fields, item->texts, {area.left(), top + 2.0 * padding});
        into.scene->addItem(item.release());
    }

private:
    [[nodiscard]] qreal widestSign() const
    {
        qreal widest = 0.0;
        for (const CompletenessRow &row : m_matrix.rows) {
            for (const CompletenessCell &cell : row.cells)
                widest = std::max(widest, m_fonts->bold.width(reportingSign(cell.reporting) + cell.findingMark));
        }
        return widest;
    }
    [[nodiscard]] static qreal fieldCount() { return static_cast<qreal>(completenessItems().size()); }
    [[nodiscard]] qreal rowHeight(std::size_t row) const
    {
        return std::max(m_leastField, static_cast<qreal>(m_rowLines[row].size()) * m_fonts->label.lineHeight() + 2.0);
    }

    void placeHeads(MatrixItem &item, const QRectF &area) const
    {
        const qreal bottom = area.top() + m_headHeight - padding;
        const qreal line = m_fonts->label.lineHeight();
        placeLines(item.texts, m_fonts->bold, {u"Known"_s},
                   QRectF(area.left() + m_label, bottom - m_fonts->bold.lineHeight(), m_shareWidth - padding, 0.0),
                   Qt::AlignRight, m_style.ink);
        qreal x = area.left() + m_label + m_shareWidth;
        for (const CompletenessItem &what : completenessItems()) {
            const qreal width = m_fonts->label.width(what.title);
            item.texts.push_back({&m_fonts->label, what.title,
                                  QRectF(x + (m_field - line) / 2.0, bottom - width, line, width), m_style.ink, true});
            x += m_field;
        }
    }

    void placeRow(MatrixItem &item, MarkedScene &into, std::size_t index, QPointF topLeft) const
    {
        const CompletenessRow &row = m_matrix.rows[index];
        const qreal height = rowHeight(index);
        const qreal line = m_fonts->label.lineHeight();
        const qreal text = static_cast<qreal>(m_rowLines[index].size()) * line;
        placeLines(item.texts, m_fonts->label, m_rowLines[index],
                   QRectF(topLeft.x(), topLeft.y() + (height - text) / 2.0, m_label, 0.0), Qt::AlignLeft, m_style.ink);
        placeLines(item.texts, m_fonts->label, {knownShare(row)},
                   QRectF(topLeft.x() + m_label, topLeft.y() + (height - line) / 2.0, m_shareWidth - padding, 0.0),
                   Qt::AlignRight, m_style.softInk);
        const QString &id = m_library.cohorts[static_cast<std::size_t>(row.cohort)].id;
        qreal x = topLeft.x() + m_label + m_shareWidth;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const QRectF field(x, topLeft.y(), m_field, height);
            item.fields.push_back({field, row.cells[i].reporting, row.cells[i].findingMark});
            into.marks.push_back({field, spokenCell(m_library, row, i), id, {}, {completenessItems()[i].key}});
            x += m_field;
        }
    }

    /// Entries one after the other, in as many lines as they need; returns the height.
    qreal placeKey(std::vector<Field> &fields, std::vector<PlacedText> &texts, QPointF topLeft) const
    {
        const qreal height = m_leastField;
        const qreal line = m_fonts->label.lineHeight();
        qreal x = topLeft.x();
        qreal y = topLeft.y();
        for (const auto &entry : CodeList<Reporting>::entries) {
            const QString words = labelOf(entry.value);
            const qreal width = m_leastField + padding + m_fonts->label.width(words);
            if (x > topLeft.x() && x + width > topLeft.x() + m_width) {
                x = topLeft.x();
                y += height + padding;
            }
            fields.push_back({QRectF(x, y, m_leastField, height), entry.value, {}});
            placeLines(texts, m_fonts->label, {words},
                       QRectF(x + m_leastField + padding, y + (height - line) / 2.0, 0.0, 0.0), Qt::AlignLeft,
                       m_style.ink);
            x += width + keyGap;
        }
        return y + height - topLeft.y() + 1.0;
    }

    const Library &m_library;
    const Completeness &m_matrix;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_widestLabel = 0.0;
    qreal m_leastLabel = narrowestLabel;
    qreal m_shareWidth = 0.0;
    qreal m_leastField = 0.0;
    qreal m_headHeight = 0.0;
    qreal m_width = 0.0;
    qreal m_label = 0.0;
    qreal m_field = 0.0;
    qreal m_rowsHeight = 0.0;
    qreal m_keyHeight = 0.0;
    std::vector<QStringList> m_rowLines;
};

/// What the marks behind the signs say.
QStringList findingNotes(const Completeness &matrix)
{
    QStringList marks;
    for (const CompletenessRow &row : matrix.rows) {
        for (const CompletenessCell &cell : row.cells) {
            if (!marks.contains(cell.findingMark))
                marks << cell.findingMark;
        }
    }
    const QString key = markKey(marks);
    if (key.isEmpty())
        return {};
    return {u"Behind a sign: "_s + key};
}

} // namespace

CompletenessFigure::CompletenessFigure(std::shared_ptr<const Library> library, Completeness matrix,
                                       FigureCaption caption)
    : ChartFigure([&] {
          caption.context.methodLine.clear(); // there are no rates here
          caption.notes = findingNotes(matrix) + caption.notes;
          return std::move(caption);
      }()),
      m_library(std::move(library)), m_matrix(std::move(matrix))
{
}

QString CompletenessFigure::name() const
{
    return u"What is reported and what is not"_s;
}

QString CompletenessFigure::summary() const
{
    return u"Matrix of %1 cohorts by %2 items: what is reported of each and what is not."_s
        .arg(m_matrix.rows.size())
        .arg(completenessItems().size());
}

FigureTable CompletenessFigure::table() const
{
    return completenessTable(m_matrix);
}

std::unique_ptr<FigureBody> CompletenessFigure::makeBody(const FigureStyle &style,
                                                         std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<MatrixBody>(*m_library, m_matrix, style, std::move(fonts));
}

} // namespace anakinra
