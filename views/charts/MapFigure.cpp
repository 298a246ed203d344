// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/MapFigure.h"

#include <QGraphicsItem>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal cellPadding = 3.0;
constexpr qreal columnGap = 6.0;
constexpr int wordsPerCell = 3; ///< lines of text under a disc
constexpr qreal smallestDisc = 4.0;

/// The words in a field, one line each.
QStringList cellLines(const MapCell &cell)
{
    if (cell.cohorts.empty())
        return {};
    const auto count = [](std::size_t n, QStringView one, QStringView many) {
        return QString(QString::number(n) + u' ' + (n == 1 ? one : many));
    };
    QString participants = u"n NR"_s;
    if (cell.participants > 0)
        participants = (cell.participantsAtLeast ? u"n ≥ "_s : u"n = "_s) + QString::number(cell.participants);
    if (cell.shareUnknown)
        participants += u", share NR"_s;
    else if (cell.knownShare && *cell.knownShare != cell.participants)
        participants.prepend(QString::number(*cell.knownShare) + u" of "_s);
    return {participants, count(cell.cohorts.size(), u"cohort", u"cohorts"),
            count(static_cast<std::size_t>(cell.studies), u"study", u"studies")};
}

struct Disc
{
    QPointF centre;
    qreal radius = 0.0;   ///< of all participants
    qreal filled = 0.0;   ///< of those known to have had the product
    bool unknown = false; ///< cohorts are there, their participants or shares are not reported
};

class MapItem : public QGraphicsItem
{
public:
    MapItem(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
        : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
    {
    }

    std::vector<QRectF> fields;
    std::vector<QRectF> emptyFields;
    std::vector<QRectF> chosen;
    std::vector<Disc> discs;
    std::vector<PlacedText> texts;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        const qreal line = ptToUnits(m_style.linePt);
        // What is missing is shown: an empty field is crossed out, not left white.
        painter->setPen(QPen(m_style.grid, line));
        for (const QRectF &field : emptyFields)
            painter->drawLine(field.bottomLeft(), field.topRight());
        painter->setBrush(Qt::NoBrush);
        for (const QRectF &field : fields)
            painter->drawRect(field);
        for (const Disc &disc : discs) {
            painter->setPen(QPen(m_style.series.front(), line * 1.5, disc.unknown ? Qt::DashLine : Qt::SolidLine));
            painter->setBrush(Qt::NoBrush);
            painter->drawEllipse(disc.centre, disc.radius, disc.radius);
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_style.series.front());
            painter->drawEllipse(disc.centre, disc.filled, disc.filled);
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_style.ink, line * 2.5));
        for (const QRectF &field : chosen)
            painter->drawRect(field.adjusted(line, line, -line, -line));
        for (const PlacedText &text : texts)
            text.draw(*painter);
        painter->restore();
    }

private:
    const FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

class MapBody : public FigureBody
{
public:
    MapBody(const EvidenceMap &map, const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
        : m_map(map), m_style(style), m_fonts(std::move(fonts))
    {
        for (const QString &row : m_map.rows)
            m_rowLabel = std::max(m_rowLabel, m_fonts->label.width(row));
        m_rowLabel = std::min(m_rowLabel, 110.0);
        for (const QString &row : m_map.rows)
            m_rowLabel = std::max(m_rowLabel, m_fonts->label.widestWord(row));
        for (const auto &row : m_map.cells) {
            for (const MapCell &cell : row) {
                for (const QString &line : cellLines(cell))
                    m_cellText = std::max(m_cellText, m_fonts->small.width(line));
            }
        }
        for (const QString &column : m_map.columns)
            m_cellText = std::max(m_cellText, m_fonts->label.widestWord(column));
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        return m_rowLabel + columnGap + columns() * (m_cellText + 2.0 * cellPadding);
    }

    void setWidth(qreal width) override
    {
        m_width = width;
        m_cellWidth = (width - m_rowLabel - columnGap) / columns();
        m_headLines.clear();
        qsizetype deepest = 1;
        for (const QString &column : m_map.columns) {
            m_headLines.push_back(m_fonts->label.wrapped(column, m_cellWidth - 2.0 * cellPadding));
            deepest = std::max(deepest, m_headLines.back().size());
        }
        m_headHeight = static_cast<qreal>(deepest) * m_fonts->label.lineHeight()
            + m_fonts->bold.lineHeight() + 3.0 * cellPadding;
    }

    [[nodiscard]] qreal minimumHeight() const override { return heightWith(2.0 * smallestDisc); }
    [[nodiscard]] qreal naturalHeight() const override { return heightWith(discRoom(m_cellWidth)); }

    void build(MarkedScene &into, const QRectF &area) override;

private:
    [[nodiscard]] qreal columns() const { return std::max<qreal>(1.0, static_cast<qreal>(m_map.columns.size())); }
    [[nodiscard]] qreal rows() const { return static_cast<qreal>(m_map.rows.size()); }
    [[nodiscard]] static qreal discRoom(qreal cellWidth) { return std::min(cellWidth * 0.7, 60.0); }
    [[nodiscard]] qreal wordsHeight() const { return wordsPerCell * m_fonts->small.lineHeight(); }
    [[nodiscard]] qreal heightWith(qreal disc) const
    {
        return m_headHeight + rows() * (disc + wordsHeight() + 3.0 * cellPadding);
    }
    void placeHeads(MapItem &item, const QRectF &area) const;
    void placeCell(MapItem &item, MarkedScene &into, int row, int column, const QRectF &field) const;

    const EvidenceMap &m_map;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_rowLabel = 0.0;
    qreal m_cellText = 30.0;
    qreal m_width = 0.0;
    qreal m_cellWidth = 0.0;
    qreal m_headHeight = 0.0;
    std::vector<QStringList> m_headLines;
};

void MapBody::placeHeads(MapItem &item, const QRectF &area) const
{
    placeLines(item.texts, m_fonts->bold, {labelOf(m_map.columnAxis)},
               QRectF(area.left() + m_rowLabel + columnGap, area.top(), m_width, 0.0), Qt::AlignLeft, m_style.ink);
    placeLines(item.texts, m_fonts->bold, {labelOf(m_map.rowAxis)},
               QRectF(area.left(), area.top() + m_headHeight - m_fonts->bold.lineHeight() - cellPadding,
                      m_rowLabel, 0.0),
               Qt::AlignLeft, m_style.ink);
    for (std::size_t i = 0; i < m_headLines.size(); ++i) {
        const qreal height = static_cast<qreal>(m_headLines[i].size()) * m_fonts->label.lineHeight();
        placeLines(item.texts, m_fonts->label, m_headLines[i],
                   QRectF(area.left() + m_rowLabel + columnGap + static_cast<qreal>(i) * m_cellWidth,
                          area.top() + m_headHeight - cellPadding - height, m_cellWidth, 0.0),
                   Qt::AlignHCenter, m_style.ink);
    }
}

void MapBody::placeCell(MapItem &item, MarkedScene &into, int row, int column, const QRectF &field) const
{
    const MapCell &cell = m_map.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    item.fields.push_back(field);
    if (cell.chosen)
        item.chosen.push_back(field);
    into.marks.push_back({field, spokenCell(m_map, row, column), {}, u"field:%1:%2"_s.arg(row).arg(column)});
    if (cell.cohorts.empty()) {
        item.emptyFields.push_back(field);
        return;
    }
    const qreal room = std::min(field.width(), field.height() - wordsHeight() - cellPadding) - 2.0 * cellPadding;
    const qreal most = std::max(1, m_map.mostParticipants());
    Disc disc;
    const auto radiusOf = [&](int participants) { return room / 2.0 * std::sqrt(participants / most); };
    disc.unknown = cell.participants == 0 || cell.shareUnknown;
    disc.radius = cell.participants == 0 ? smallestDisc : std::max(1.0, radiusOf(cell.participants));
    disc.filled = disc.unknown ? 0.0 : radiusOf(cell.knownShare.value_or(cell.participants));
    disc.centre = {field.center().x(), field.top() + cellPadding + room / 2.0};
    item.discs.push_back(disc);
    placeLines(item.texts, m_fonts->small, cellLines(cell),
               QRectF(field.left(), field.bottom() - cellPadding - wordsHeight(), field.width(), 0.0),
               Qt::AlignHCenter, m_style.ink);
}

void MapBody::build(MarkedScene &into, const QRectF &area)
{
    auto item = std::make_unique<MapItem>(m_style, m_fonts, area);
    placeHeads(*item, area);
    const qreal rowHeight = std::min(area.height() - m_headHeight, naturalHeight() - m_headHeight) / rows();
    for (int row = 0; row < m_map.rows.size(); ++row) {
        const qreal top = area.top() + m_headHeight + row * rowHeight;
        const QStringList lines = m_fonts->label.wrapped(m_map.rows[row], m_rowLabel);
        const qreal height = static_cast<qreal>(lines.size()) * m_fonts->label.lineHeight();
        placeLines(item->texts, m_fonts->label, lines,
                   QRectF(area.left(), top + (rowHeight - height) / 2.0, m_rowLabel, 0.0), Qt::AlignLeft, m_style.ink);
        for (int column = 0; column < m_map.columns.size(); ++column) {
            const QRectF field(area.left() + m_rowLabel + columnGap + column * m_cellWidth, top, m_cellWidth, rowHeight);
            placeCell(*item, into, row, column, field);
        }
    }
    into.scene->addItem(item.release());
}

FigureCaption withNotes(FigureCaption caption, const EvidenceMap &map)
{
    caption.context.methodLine.clear(); // there are no rates here
    QStringList own{u"Area of a disc: participants, each counted once; dashed: number or share not reported"_s};
    if (map.rowAxis == MapAxis::Product || map.columnAxis == MapAxis::Product)
        own << u"Filled: participants known to have had the product; ring: all participants of mixed cohorts"_s;
    caption.notes = own + map.notes + caption.notes;
    return caption;
}

} // namespace

MapFigure::MapFigure(EvidenceMap map, FigureCaption caption)
    : ChartFigure(withNotes(std::move(caption), map)), m_map(std::move(map))
{
}

QString MapFigure::name() const
{
    return u"Evidence map, %1 by %2"_s.arg(labelOf(m_map.rowAxis), labelOf(m_map.columnAxis)).toLower().replace(0, 1, u'E');
}

QString MapFigure::summary() const
{
    return u"Evidence map of %1 by %2, %3 fields; a click filters."_s
        .arg(labelOf(m_map.rowAxis).toLower(), labelOf(m_map.columnAxis).toLower())
        .arg(m_map.rows.size() * m_map.columns.size());
}

std::unique_ptr<FigureBody> MapFigure::makeBody(const FigureStyle &style,
                                                std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<MapBody>(m_map, style, std::move(fonts));
}

} // namespace anakinra
