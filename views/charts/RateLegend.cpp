// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateLegend.h"

#include "models/figures/RateFindings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal keyWidth = 15.0;
constexpr qreal keyGap = 5.0;
constexpr qreal entryGap = 14.0;
constexpr qreal partIndent = 8.0;

} // namespace

RateLegend::RateLegend(const RateFigure &figure, const FigureStyle &style,
                       std::shared_ptr<const FigureFonts> fonts, qreal width)
    : m_style(style), m_fonts(std::move(fonts)), m_width(width)
{
    collect(figure);
    flow();
}

void RateLegend::collect(const RateFigure &figure)
{
    const auto &cohorts = figure.series.cohorts;
    const bool bars = rateForm(figure) == RateForm::Bars;
    const auto add = [this](Key key, const MarkLook &look, const QString &text, int cohort = -1) {
        m_entries.push_back({key, look, text, cohort, {}, {}, {}});
    };
    const auto addWord = [this](const QString &word, const MarkLook &look, const QString &meaning) {
        m_entries.push_back({Key::Word, look, meaning, -1, {}, {}, word});
    };
    const MarkLook plain = timingLook(Timing::NotReported, m_style);
    MarkLook disc = plain;
    disc.shape = MarkShape::Disc;
    if (bars) {
        const std::vector<MarkLook> looks = cohortLooks(figure, m_style);
        for (std::size_t i = 0; i < cohorts.size(); ++i)
            add(Key::Bar, looks[i], cohortCaption(cohorts[i]), static_cast<int>(i));
    } else {
        for (const auto &timing : CodeList<Timing>::entries) {
            const bool occurs = std::any_of(cohorts.begin(), cohorts.end(), [&](const RateCohort &cohort) {
                return !cohort.comparator && cohort.timing == timing.value;
            });
            if (occurs) {
                const QString words = timing.value == Timing::NotReported ? u"Timing not reported"_s
                                                                          : timing.label.toString();
                add(Key::Shape, timingLook(timing.value, m_style), words);
            }
        }
        const auto comparator = std::find_if(cohorts.begin(), cohorts.end(),
                                             [](const RateCohort &cohort) { return cohort.comparator; });
        if (comparator != cohorts.end()) {
            MarkLook look;
            look.comparator = true;
            look.line = m_style.softInk;
            look.shape = MarkShape::Square;
            add(Key::Shape, look, u"Comparator, not anakinra"_s);
        }
    }
    const bool hasParts = std::any_of(cohorts.begin(), cohorts.end(),
                                      [](const RateCohort &cohort) { return cohort.partOfShown; });
    if (bars && hasParts)
        add(Key::Part, plain, u"narrow: part of the cohort before"_s);
    if (hasKind(figure.series, RateKind::Counted))
        add(Key::Whisker, plain, methodText(figure.options));
    if (hasKind(figure.series, RateKind::Inferred))
        add(bars ? Key::Hollow : Key::HollowShape, disc, u"hollow: inferred count, not proven"_s);
    if (hasKind(figure.series, RateKind::PercentOnly))
        add(bars ? Key::Level : Key::Tick, plain, u"percentage only, count unknown"_s);
    if (hasKind(figure.series, RateKind::NotReported))
        addWord(u"NR"_s, plain, u"not reported"_s);
    for (const QString &mark : marksOf(figure.series))
        addWord(mark, plain, markMeaning(mark));
}

void RateLegend::flow()
{
    const FigureText &font = m_fonts->label;
    qreal x = 0.0;
    qreal y = 0.0;
    qreal lineBottom = 0.0;
    for (Entry &entry : m_entries) {
        const qreal indent = entry.look.part && entry.cohort >= 0 ? partIndent : 0.0;
        const qreal before = indent + keyWidth + keyGap;
        const qreal whole = before + font.width(entry.text);
        if (x > 0.0 && x + whole > m_width) {
            x = 0.0;
            y = lineBottom + 2.0;
        }
        const QStringList lines = font.wrapped(entry.text, m_width - before);
        const QRectF column(x + before, y, m_width - before, 0.0);
        const qreal bottom = placeLines(entry.lines, font, lines, column, Qt::AlignLeft, m_style.ink);
        entry.area = QRectF(x + indent, y, std::min(whole, m_width) - indent, bottom - y);
        lineBottom = std::max(lineBottom, bottom);
        x += whole + entryGap;
    }
    m_height = lineBottom;
}

std::vector<std::pair<int, QRectF>> RateLegend::cohortAreas() const
{
    std::vector<std::pair<int, QRectF>> areas;
    for (const Entry &entry : m_entries) {
        if (entry.cohort >= 0)
            areas.emplace_back(entry.cohort, entry.area);
    }
    return areas;
}

std::vector<PlacedText> RateLegend::texts() const
{
    std::vector<PlacedText> all;
    for (const Entry &entry : m_entries)
        all.insert(all.end(), entry.lines.begin(), entry.lines.end());
    return all;
}

void RateLegend::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    for (const Entry &entry : m_entries) {
        if (entry.look.highlighted) {
            QColor band = m_style.highlight;
            band.setAlphaF(0.18F);
            painter->setPen(Qt::NoPen);
            painter->setBrush(band);
            painter->drawRect(entry.area.adjusted(-2.0, 0.0, 2.0, 0.0));
        }
        paintKey(*painter, entry);
        for (const PlacedText &line : entry.lines)
            line.draw(*painter);
    }
    painter->restore();
}

void RateLegend::paintKey(QPainter &painter, const Entry &entry) const
{
    const qreal line = ptToUnits(m_style.linePt);
    const qreal height = m_fonts->label.lineHeight();
    QRectF box(entry.area.left(), entry.area.top() + height * 0.14, keyWidth, height * 0.72);
    const QPointF centre = box.center();
    switch (entry.key) {
    case Key::Bar:
        if (entry.look.part)
            box.adjust(keyWidth * 0.19, 0.0, -keyWidth * 0.19, 0.0);
        drawBar(painter, box, entry.look, m_style, false);
        break;
    case Key::Part: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.softInk);
        painter.drawRect(QRectF(box.left(), box.top(), 8.0, box.height()));
        painter.drawRect(QRectF(box.left() + 10.0, box.top(), 5.0, box.height()));
        break;
    }
    case Key::Hollow:
        drawBar(painter, box, entry.look, m_style, true);
        break;
    case Key::Shape:
        drawShape(painter, centre, ptToUnits(6.0), entry.look, m_style, false);
        break;
    case Key::HollowShape:
        drawShape(painter, centre, ptToUnits(6.0), entry.look, m_style, true);
        break;
    case Key::Level:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_style.softInk);
        painter.drawRect(QRectF(box.left(), centre.y() - line * 1.5, box.width(), line * 3.0));
        break;
    case Key::Tick:
        painter.setPen(QPen(m_style.softInk, line * 2.5, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(centre - QPointF(0.0, 4.5), centre + QPointF(0.0, 4.5));
        break;
    case Key::Whisker:
        painter.setPen(QPen(m_style.ink, line, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        for (const qreal x : {box.left() + line / 2.0, box.right() - line / 2.0})
            painter.drawLine(QPointF(x, centre.y() - 3.0), QPointF(x, centre.y() + 3.0));
        break;
    case Key::Word:
        painter.setPen(m_style.softInk);
        m_fonts->label.draw(painter,
                            {box.left(), entry.area.top() + m_fonts->label.ascent()}, entry.word);
        break;
    }
}

} // namespace anakinra
