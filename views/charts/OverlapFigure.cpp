// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/OverlapFigure.h"

#include "views/charts/OverlapPlaces.h"

#include <QGraphicsItem>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal space = 8.0;      ///< between graph, key and list, and between entries
constexpr qreal sampleWidth = 30.0;
constexpr qreal narrowestList = 260.0;

Qt::PenStyle penStyle(OverlapLevel level)
{
    switch (level) {
    case OverlapLevel::Same:
        return Qt::SolidLine;
    case OverlapLevel::SubsetAssumed:
        return Qt::DashLine;
    case OverlapLevel::CannotBeExcluded:
        return Qt::DotLine;
    }
    Q_UNREACHABLE();
}

struct Link
{
    QLineF line;
    OverlapLevel level = OverlapLevel::Same;
};

struct Mark
{
    QPointF centre;
    bool filled = false; ///< listed by the filter
    bool report = false; ///< a square instead of a disc
};

class GraphItem : public QGraphicsItem
{
public:
    GraphItem(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
        : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
    {
    }

    std::vector<Link> links;
    std::vector<Mark> marks;
    std::vector<QRectF> grounds; ///< paper behind words that lie over lines
    std::vector<PlacedText> texts;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        const qreal line = ptToUnits(m_style.linePt);
        for (const Link &link : links) {
            painter->setPen(QPen(m_style.softInk, line * 1.6, penStyle(link.level)));
            painter->drawLine(link.line);
        }
        for (const QRectF &ground : grounds)
            painter->fillRect(ground, m_style.paper);
        for (const Mark &mark : marks) {
            const qreal radius = OverlapPlaces::markRadius - line;
            painter->setPen(QPen(m_style.series.front(), line * 1.6));
            painter->setBrush(mark.filled ? m_style.series.front() : m_style.paper);
            if (mark.report)
                painter->drawRect(QRectF(mark.centre - QPointF(radius, radius), QSizeF(2.0, 2.0) * radius));
            else
                painter->drawEllipse(mark.centre, radius, radius);
        }
        for (const PlacedText &text : texts)
            text.draw(*painter);
        painter->restore();
    }

private:
    const FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

/// "1. A – B: subset assumed", then grounds, reports and effect.
struct Entry
{
    QStringList head;
    QStringList body;
};

class OverlapBody : public FigureBody
{
public:
    OverlapBody(const Library &library, const OverlapGraph &graph, const std::vector<OverlapLine> &lines,
                const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
        : m_library(library), m_graph(graph), m_lines(lines), m_style(style), m_fonts(std::move(fonts))
    {
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        qreal width = std::max(narrowestList, OverlapPlaces::minimumWidth(m_graph, m_fonts->label));
        for (const auto &[text, level, mark] : keyEntries())
            width = std::max(width, sampleWidth + m_fonts->label.width(text));
        return width;
    }

    void setWidth(qreal width) override
    {
        m_width = width;
        m_places = OverlapPlaces(m_graph, m_fonts->label, width);
        m_entries.clear();
        m_listHeight = 0.0;
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const OverlapLine &line = m_lines[i];
            Entry entry;
            entry.head = m_fonts->bold.wrapped(
                u"%1. %2 – %3: %4"_s.arg(i + 1).arg(line.a, line.b, line.level), width);
            for (const QString &text : {line.grounds, line.reports, line.effect}) {
                if (!text.isEmpty())
                    entry.body += m_fonts->label.wrapped(text, width - space);
            }
            m_listHeight += heightOf(entry) + space;
            m_entries.push_back(std::move(entry));
        }
        std::vector<Link> links;
        std::vector<Mark> marks;
        std::vector<PlacedText> texts;
        m_keyHeight = placeKey(links, marks, texts, {0.0, 0.0});
    }

    [[nodiscard]] qreal minimumHeight() const override
    {
        return m_places.height + space + m_keyHeight + space + m_listHeight;
    }
    [[nodiscard]] qreal naturalHeight() const override { return minimumHeight(); }

    void build(MarkedScene &into, const QRectF &area) override
    {
        auto item = std::make_unique<GraphItem>(m_style, m_fonts, area);
        placeNodes(*item, into, area.topLeft());
        placeLinks(*item, area.topLeft());
        qreal y = area.top() + m_places.height + space;
        y += placeKey(item->links, item->marks, item->texts, {area.left(), y}) + space;
        placeList(*item, into, {area.left(), y});
        into.scene->addItem(item.release());
    }

private:
    struct KeyEntry
    {
        QString text;
        std::optional<OverlapLevel> level; ///< a line, else a mark
        Mark mark;
    };

    [[nodiscard]] std::vector<KeyEntry> keyEntries() const
    {
        std::vector<KeyEntry> entries;
        for (const auto &entry : CodeList<OverlapLevel>::entries)
            entries.push_back({labelOf(entry.value), entry.value, {}});
        entries.push_back({u"cohort listed"_s, {}, {{}, true, false}});
        entries.push_back({u"not listed"_s, {}, {{}, false, false}});
        const bool anyReport
            = std::ranges::any_of(m_graph.nodes, [](const OverlapNode &node) { return node.report >= 0; });
        if (anyReport)
            entries.push_back({u"report of a listed study"_s, {}, {{}, true, true}});
        return entries;
    }

    [[nodiscard]] qreal heightOf(const Entry &entry) const
    {
        return static_cast<qreal>(entry.head.size()) * m_fonts->bold.lineHeight()
            + static_cast<qreal>(entry.body.size()) * m_fonts->label.lineHeight();
    }

    void placeNodes(GraphItem &item, MarkedScene &into, QPointF origin) const
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const OverlapNode &node = m_graph.nodes[i];
            const OverlapPlace &place = m_places.places[i];
            const QRectF box = place.box.translated(origin);
            item.marks.push_back({place.centre + origin, node.listed, node.report >= 0});
            const QRectF column(box.left(), box.top() + 2.0 * OverlapPlaces::markRadius + 1.0, box.width(), 0.0);
            const qreal bottom = placeLines(item.texts, m_fonts->label, place.lines, column, Qt::AlignHCenter, m_style.ink);
            item.grounds.push_back(QRectF(column.topLeft(), QPointF(column.right(), bottom)));
            QString spoken = node.nText.isEmpty() ? node.label : node.label + u", "_s + node.nText;
            for (std::size_t e = 0; e < m_graph.edges.size(); ++e) {
                const OverlapEdge &edge = m_graph.edges[e];
                if (edge.a == static_cast<int>(i))
                    spoken += u'\n' + m_lines[e].b + u": "_s + m_lines[e].level;
                else if (edge.b == static_cast<int>(i))
                    spoken += u'\n' + m_lines[e].a + u": "_s + m_lines[e].level;
            }
            const QString cohort
                = node.cohort < 0 ? QString() : m_library.cohorts[static_cast<std::size_t>(node.cohort)].id;
            into.marks.push_back({box, spoken, cohort, {}, {u"n"_s}});
        }
    }

    /// Lines with their numbers of the list, which move along the line until they cover no name.
    void placeLinks(GraphItem &item, QPointF origin) const
    {
        std::vector<QRectF> taken;
        for (const OverlapPlace &place : m_places.places)
            taken.push_back(place.box.translated(origin));
        for (std::size_t e = 0; e < m_graph.edges.size(); ++e) {
            const OverlapEdge &edge = m_graph.edges[e];
            const QLineF line(m_places.places[static_cast<std::size_t>(edge.a)].centre + origin,
                              m_places.places[static_cast<std::size_t>(edge.b)].centre + origin);
            item.links.push_back({line, edge.level});
            const QString number = QString::number(e + 1);
            const QSizeF size(m_fonts->bold.width(number) + 3.0, m_fonts->bold.lineHeight());
            QRectF place(QPointF(), size);
            for (const qreal part : {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82}) {
                place.moveCenter(line.pointAt(part));
                if (std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(place); }))
                    break;
            }
            taken.push_back(place);
            item.grounds.push_back(place);
            placeLines(item.texts, m_fonts->bold, {number}, place, Qt::AlignHCenter, m_style.ink);
        }
    }

    qreal placeKey(std::vector<Link> &links, std::vector<Mark> &marks, std::vector<PlacedText> &texts,
                   QPointF topLeft) const
    {
        const qreal line = m_fonts->label.lineHeight();
        qreal x = topLeft.x();
        qreal y = topLeft.y();
        for (KeyEntry entry : keyEntries()) {
            const qreal width = sampleWidth + m_fonts->label.width(entry.text);
            if (x > topLeft.x() && x + width > topLeft.x() + m_width) {
                x = topLeft.x();
                y += line + 2.0;
            }
            const qreal middle = y + line / 2.0;
            if (entry.level) {
                links.push_back({QLineF(x, middle, x + sampleWidth - 4.0, middle), *entry.level});
            } else {
                entry.mark.centre = {x + sampleWidth - 4.0 - OverlapPlaces::markRadius, middle};
                marks.push_back(entry.mark);
            }
            placeLines(texts, m_fonts->label, {entry.text}, QRectF(x + sampleWidth, y, 0.0, 0.0), Qt::AlignLeft,
                       m_style.ink);
            x += width + space;
        }
        return y + line - topLeft.y();
    }

    void placeList(GraphItem &item, MarkedScene &into, QPointF topLeft) const
    {
        qreal y = topLeft.y();
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const qreal top = y;
            y = placeLines(item.texts, m_fonts->bold, m_entries[i].head, QRectF(topLeft.x(), y, m_width, 0.0),
                           Qt::AlignLeft, m_style.ink);
            y = placeLines(item.texts, m_fonts->label, m_entries[i].body,
                           QRectF(topLeft.x() + space, y, m_width - space, 0.0), Qt::AlignLeft, m_style.ink);
            const OverlapLine &line = m_lines[i];
            const int cohort = m_graph.nodes[static_cast<std::size_t>(m_graph.edges[i].a)].cohort;
            into.marks.push_back(
                {QRectF(topLeft.x(), top, m_width, y - top),
                 QStringList{line.a + u" – "_s + line.b, line.level, line.grounds, line.reports, line.effect}.join(u'\n'),
                 cohort < 0 ? QString() : m_library.cohorts[static_cast<std::size_t>(cohort)].id,
                 {}});
            y += space;
        }
    }

    const Library &m_library;
    const OverlapGraph &m_graph;
    const std::vector<OverlapLine> &m_lines;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_width = 0.0;
    OverlapPlaces m_places;
    std::vector<Entry> m_entries;
    qreal m_listHeight = 0.0;
    qreal m_keyHeight = 0.0;
};

} // namespace

OverlapFigure::OverlapFigure(std::shared_ptr<const Library> library, OverlapGraph graph, bool excludePossible,
                             FigureCaption caption)
    : ChartFigure([&] {
          caption.context.methodLine.clear(); // there are no rates here
          return std::move(caption);
      }()),
      m_library(std::move(library)), m_graph(std::move(graph)),
      m_lines(overlapLines(*m_library, m_graph, excludePossible))
{
}

QString OverlapFigure::name() const
{
    return u"Participants in two cohorts or reports"_s;
}

QString OverlapFigure::summary() const
{
    return u"%1 cohorts and reports that share participants or may, joined by %2 numbered lines; the list below "
           "says why."_s.arg(m_graph.nodes.size()).arg(m_graph.edges.size());
}

FigureTable OverlapFigure::table() const
{
    FigureTable table;
    table.headers = {u"Group"_s, u"Other group"_s, u"Level"_s, u"Grounds"_s, u"Reports"_s, u"Totals"_s};
    for (const OverlapLine &line : m_lines)
        table.rows.push_back({line.a, line.b, line.level, line.grounds, line.reports, line.effect});
    return table;
}

std::unique_ptr<FigureBody> OverlapFigure::makeBody(const FigureStyle &style,
                                                    std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<OverlapBody>(*m_library, m_graph, m_lines, style, std::move(fonts));
}

} // namespace anakinra
