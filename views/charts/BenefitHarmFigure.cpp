// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/BenefitHarmFigure.h"

#include "models/figures/RateFindings.h"
#include "models/output/RateReproduction.h"
#include "views/charts/ChartDress.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RatePanelLayout.h"

#include <QChart>
#include <QGraphicsItem>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal gap = 8.0;
constexpr qreal smallestPlot = 120.0;
constexpr qreal largestPlot = 380.0;
constexpr qreal keyIndent = 18.0;
constexpr qreal tickRoom = 8.0;

/// One cohort at its place.
struct Cross
{
    QPointF centre;
    std::optional<QLineF> across; ///< interval of the harm; nullopt: percentage only
    std::optional<QLineF> upwards;
    MarkLook look;
    bool hollow = false;
    QString number;
    QRectF numberArea;
};

class CrossItem : public QGraphicsItem
{
public:
    CrossItem(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
        : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
    {
        setZValue(4.5); // over the series of the chart
    }

    std::vector<Cross> crosses;
    std::vector<PlacedText> texts;
    std::vector<std::pair<QPointF, MarkLook>> keys;

    static constexpr qreal markWidth = 8.0;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        const qreal line = ptToUnits(m_style.linePt);
        for (const Cross &cross : crosses) {
            QColor colour = cross.look.comparator ? cross.look.line : cross.look.fill;
            painter->setPen(QPen(colour, line, Qt::SolidLine, Qt::FlatCap));
            for (const auto &interval : {cross.across, cross.upwards}) {
                if (interval)
                    painter->drawLine(*interval);
            }
        }
        for (const Cross &cross : crosses)
            drawShape(*painter, cross.centre, markWidth, cross.look, m_style, cross.hollow);
        for (const Cross &cross : crosses) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_style.paper);
            painter->drawRect(cross.numberArea);
            painter->setPen(m_style.ink);
            m_fonts->small.draw(*painter, cross.numberArea.topLeft() + QPointF(0.0, m_fonts->small.ascent()),
                                cross.number);
        }
        for (const auto &[centre, look] : keys)
            drawShape(*painter, centre, markWidth, look, m_style, false);
        for (const PlacedText &text : texts)
            text.draw(*painter);
        painter->restore();
    }

private:
    const FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

MarkLook lookOf(const RateCohort &cohort, const FigureStyle &style)
{
    MarkLook look = timingLook(cohort.timing, style);
    if (cohort.comparator) {
        look.comparator = true;
        look.line = style.softInk;
        look.shape = MarkShape::Square;
    }
    return look;
}

class BenefitHarmBody : public FigureBody
{
public:
    BenefitHarmBody(const Library &library, const BenefitHarm &values, const RateOptions &options,
                    const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts)
        : m_library(library), m_values(values), m_options(options), m_style(style), m_fonts(std::move(fonts))
    {
        m_axisWidth = m_fonts->label.width(u"100 %"_s) + tickRoom + m_fonts->label.lineHeight() + gap;
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        qreal widest = 0.0;
        for (const BenefitHarmPoint &point : m_values.points)
            widest = std::max(widest, m_fonts->label.widestWord(point.cohort.label));
        return std::max(m_axisWidth + smallestPlot + 2.0 * gap, widest + keyIndent);
    }
    void setWidth(qreal width) override;
    [[nodiscard]] qreal minimumHeight() const override { return smallestPlot + axisHeight() + keyHeight(); }
    [[nodiscard]] qreal naturalHeight() const override
    {
        return std::clamp(m_width - m_axisWidth - 2.0 * gap, smallestPlot, largestPlot) + axisHeight() + keyHeight();
    }
    void build(MarkedScene &into, const QRectF &area) override;

private:
    struct KeyEntry
    {
        MarkLook look;
        QString text;
    };

    [[nodiscard]] qreal axisHeight() const
    {
        return 2.0 * m_fonts->label.lineHeight() + tickRoom + 2.0 * gap;
    }
    [[nodiscard]] qreal keyHeight() const
    {
        qsizetype lines = 1; // the timings
        for (const QStringList &entry : m_keyLines)
            lines += entry.size();
        return static_cast<qreal>(lines) * (m_fonts->label.lineHeight() + 1.0) + gap;
    }
    [[nodiscard]] QString keyText(const BenefitHarmPoint &point) const;
    [[nodiscard]] std::vector<KeyEntry> timings() const;
    void placeCrosses(MarkedScene &into, CrossItem &item, QChart &chart, const QAbstractSeries &series, const QRectF &plot) const;
    void placeAxisTitles(CrossItem &item, const QRectF &plot) const;
    void placeKey(MarkedScene &into, CrossItem &item, const QRectF &area) const;

    const Library &m_library;
    const BenefitHarm &m_values;
    const RateOptions &m_options;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_axisWidth = 0.0;
    qreal m_width = 0.0;
    std::vector<QStringList> m_keyLines;
};

QString BenefitHarmBody::keyText(const BenefitHarmPoint &point) const
{
    return u"%1, %2: %3 %4; %5 %6"_s.arg(point.cohort.label, point.cohort.nText, m_values.harmLabel,
                                         markedCell(point.harm), m_values.benefitLabel,
                                         markedCell(point.benefit));
}

void BenefitHarmBody::setWidth(qreal width)
{
    m_width = width;
    m_keyLines.clear();
    for (const BenefitHarmPoint &point : m_values.points)
        m_keyLines.push_back(m_fonts->label.wrapped(keyText(point), width - keyIndent));
}

std::vector<BenefitHarmBody::KeyEntry> BenefitHarmBody::timings() const
{
    std::vector<KeyEntry> entries;
    for (const BenefitHarmPoint &point : m_values.points) {
        const QString text = point.cohort.comparator ? u"Comparator, not anakinra"_s : labelOf(point.cohort.timing);
        const bool known = std::ranges::any_of(entries, [&](const KeyEntry &entry) { return entry.text == text; });
        if (!known)
            entries.push_back({lookOf(point.cohort, m_style), text});
    }
    return entries;
}

void BenefitHarmBody::placeCrosses(MarkedScene &into, CrossItem &item, QChart &chart,
                                   const QAbstractSeries &series, const QRectF &plot) const
{
    // Qt asks for a series it may change, although it only reads its axes.
    auto *reference = const_cast<QAbstractSeries *>(&series);
    const auto at = [&](double harm, double benefit) {
        return chart.mapToPosition(QPointF(std::clamp(harm, 0.0, 100.0), std::clamp(benefit, 0.0, 100.0)), reference);
    };
    const qreal height = m_fonts->small.lineHeight();
    for (const BenefitHarmPoint &point : m_values.points) {
        const double x = *point.harm.percent;
        const double y = *point.benefit.percent;
        Cross cross;
        cross.centre = at(x, y);
        if (const auto &interval = point.harm.interval; interval && point.harm.kind != RateKind::PercentOnly)
            cross.across = QLineF(at(interval->low, y), at(interval->high, y));
        if (const auto &interval = point.benefit.interval; interval && point.benefit.kind != RateKind::PercentOnly)
            cross.upwards = QLineF(at(x, interval->low), at(x, interval->high));
        cross.look = lookOf(point.cohort, m_style);
        cross.hollow = point.harm.kind == RateKind::Inferred || point.benefit.kind == RateKind::Inferred;
        cross.number = withMark(QString::number(point.number), point.findingMark());
        QRectF number(cross.centre + QPointF(CrossItem::markWidth * 0.75, -CrossItem::markWidth * 0.75 - height),
                      QSizeF(m_fonts->small.width(cross.number), height));
        // Beside the mark, where no number stands yet, and inside the plot.
        const std::array<QPointF, 4> corners{
            QPointF(0.0, 0.0), QPointF(0.0, height + CrossItem::markWidth * 1.5),
            QPointF(-number.width() - CrossItem::markWidth * 1.5, 0.0),
            QPointF(-number.width() - CrossItem::markWidth * 1.5, height + CrossItem::markWidth * 1.5)};
        for (const QPointF &corner : corners) {
            const QRectF place = number.translated(corner);
            const bool taken = std::ranges::any_of(item.crosses, [&](const Cross &other) {
                return other.numberArea.intersects(place)
                    || QRectF(other.centre - QPointF(4.0, 4.0), QSizeF(8.0, 8.0)).intersects(place);
            });
            if (!taken && plot.contains(place)) {
                number = place;
                break;
            }
        }
        cross.numberArea = number;
        item.crosses.push_back(cross);
        const QRectF mark(cross.centre - QPointF(CrossItem::markWidth, CrossItem::markWidth),
                          QSizeF(2.0, 2.0) * CrossItem::markWidth);
        into.marks.push_back({mark.united(number), point.spoken(m_library, m_options),
                              m_library.cohorts[static_cast<std::size_t>(point.cohort.cohort)].id, {},
                              {m_values.harm, m_values.benefit}});
    }
}

void BenefitHarmBody::placeAxisTitles(CrossItem &item, const QRectF &plot) const
{
    const qreal line = m_fonts->label.lineHeight();
    placeLines(item.texts, m_fonts->label, {m_values.harmLabel + u" (lower is better)"_s},
               QRectF(plot.left(), plot.bottom() + tickRoom + line + gap / 2.0, plot.width(), 0.0), Qt::AlignHCenter,
               m_style.ink);
    const QString upwards = m_values.benefitLabel + u" (higher is better)"_s;
    const qreal length = m_fonts->label.width(upwards);
    PlacedText title{&m_fonts->label, upwards,
                     QRectF(plot.left() - m_axisWidth, plot.center().y() - length / 2.0, line, length), m_style.ink};
    title.upright = true;
    item.texts.push_back(title);
    for (const int value : {0, 25, 50, 75, 100}) {
        const QString text = value == 100 ? u"100\u00a0%"_s : QString::number(value);
        const qreal along = value / 100.0;
        placeLines(item.texts, m_fonts->label, {text},
                   QRectF(plot.left() + along * plot.width() - 30.0, plot.bottom() + tickRoom, 60.0, 0.0),
                   Qt::AlignHCenter, m_style.ink);
        placeLines(item.texts, m_fonts->label, {text},
                   QRectF(plot.left() - tickRoom - 60.0, plot.bottom() - along * plot.height() - line / 2.0, 60.0, 0.0),
                   Qt::AlignRight, m_style.ink);
    }
}

void BenefitHarmBody::placeKey(MarkedScene &into, CrossItem &item, const QRectF &area) const
{
    const qreal line = m_fonts->label.lineHeight() + 1.0;
    qreal x = area.left();
    for (const KeyEntry &entry : timings()) {
        item.keys.emplace_back(QPointF(x + 6.0, area.top() + line / 2.0), entry.look);
        placeLines(item.texts, m_fonts->label, {entry.text}, QRectF(x + keyIndent, area.top(), 0.0, 0.0),
                   Qt::AlignLeft, m_style.ink);
        x += keyIndent + m_fonts->label.width(entry.text) + 14.0;
    }
    qreal y = area.top() + line;
    for (std::size_t i = 0; i < m_keyLines.size(); ++i) {
        const BenefitHarmPoint &point = m_values.points[i];
        placeLines(item.texts, m_fonts->label, {QString::number(point.number)},
                   QRectF(area.left(), y, keyIndent - 6.0, 0.0), Qt::AlignRight, m_style.ink);
        const qreal top = y;
        for (const QString &text : m_keyLines[i]) {
            placeLines(item.texts, m_fonts->label, {text}, QRectF(area.left() + keyIndent, y, 0.0, 0.0),
                       Qt::AlignLeft, m_style.ink);
            y += line;
        }
        into.marks.push_back({QRectF(area.left(), top, area.width(), y - top), point.spoken(m_library, m_options),
                              m_library.cohorts[static_cast<std::size_t>(point.cohort.cohort)].id, {},
                              {m_values.harm, m_values.benefit}});
    }
}

void BenefitHarmBody::build(MarkedScene &into, const QRectF &area)
{
    const qreal side = std::min({area.width() - m_axisWidth - 2.0 * gap,
                                 area.height() - axisHeight() - keyHeight(), largestPlot * 1.4});
    // Room above for the label at 100 %.
    const QRectF plot(area.left() + m_axisWidth, area.top() + gap, side, side);
    QChart *chart = addDressedChart(*into.scene, into.scene->sceneRect(), plot);
    auto *harm = new QValueAxis;
    auto *benefit = new QValueAxis;
    chart->addAxis(harm, Qt::AlignBottom);
    chart->addAxis(benefit, Qt::AlignLeft);
    for (QValueAxis *axis : {harm, benefit}) {
        axis->setRange(0.0, 100.0);
        axis->setTickCount(5);
        dressAxis(*axis, m_style);
        axis->setLabelsVisible(false); // the overlay writes them, the same in every format
    }
    const QAbstractSeries *series = layOut(*chart);
    auto item = std::make_unique<CrossItem>(m_style, m_fonts, into.scene->sceneRect());
    placeCrosses(into, *item, *chart, *series, plot);
    placeAxisTitles(*item, plot);
    placeKey(into, *item, QRectF(area.left(), plot.bottom() + axisHeight(), area.width(), keyHeight()));
    item.release()->setParentItem(chart);
}

} // namespace

BenefitHarmFigure::BenefitHarmFigure(std::shared_ptr<const Library> library, BenefitHarm values,
                                     RateOptions options, FigureCaption caption)
    : ChartFigure([&] {
          caption.notes = values.notes + caption.notes;
          return std::move(caption);
      }()),
      m_library(std::move(library)), m_values(std::move(values)), m_options(options)
{
}

QString BenefitHarmFigure::name() const
{
    return u"Benefit and harm, %1 against %2"_s.arg(m_values.benefitLabel, m_values.harmLabel);
}

QString BenefitHarmFigure::summary() const
{
    return u"%1 against %2 in %3 cohorts, %4 not drawn."_s.arg(m_values.benefitLabel, m_values.harmLabel)
        .arg(m_values.points.size())
        .arg(m_values.gaps.size());
}

Reproduction BenefitHarmFigure::reproduction() const
{
    std::vector<Rate> rates;
    for (const BenefitHarmPoint &point : m_values.points)
        rates.insert(rates.end(), {point.harm, point.benefit});
    return rateReproduction(*m_library, rates, m_options);
}

std::unique_ptr<FigureBody> BenefitHarmFigure::makeBody(const FigureStyle &style,
                                                        std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<BenefitHarmBody>(*m_library, m_values, m_options, style, std::move(fonts));
}

} // namespace anakinra
