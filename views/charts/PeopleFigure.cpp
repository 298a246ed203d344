// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/PeopleFigure.h"

#include <QGraphicsItem>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int perRow = 10;
constexpr int everybody = 100;
constexpr qreal smallestCell = 11.0;
constexpr qreal naturalCell = 24.0;
constexpr qreal gap = 8.0;

/// What one of the 100 stands for.
enum class Person {
    Certain,  ///< inside the rate and below the lower end of the interval
    Expected, ///< inside the rate
    Possible, ///< beyond the rate, inside the interval
    Free,     ///< beyond the interval
};

Person personAt(const NaturalFrequency &frequency, int index)
{
    if (index < frequency.low)
        return Person::Certain;
    if (index < frequency.people)
        return Person::Expected;
    return index < frequency.high ? Person::Possible : Person::Free;
}

/// Head and shoulders in a unit square.
QPainterPath personPath()
{
    QPainterPath path;
    path.addEllipse(QPointF(0.5, 0.24), 0.17, 0.17);
    path.moveTo(0.2, 0.95);
    path.lineTo(0.2, 0.66);
    path.quadTo(0.2, 0.47, 0.38, 0.47);
    path.lineTo(0.62, 0.47);
    path.quadTo(0.8, 0.47, 0.8, 0.66);
    path.lineTo(0.8, 0.95);
    path.closeSubpath();
    return path;
}

class PeopleItem : public QGraphicsItem
{
public:
    PeopleItem(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts, const QRectF &bounds)
        : m_style(style), m_fonts(std::move(fonts)), m_bounds(bounds)
    {
    }

    std::vector<std::pair<QRectF, Person>> people;
    std::vector<PlacedText> texts;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        for (const auto &[area, person] : people)
            paintPerson(*painter, area, person);
        for (const PlacedText &text : texts)
            text.draw(*painter);
        painter->restore();
    }

private:
    void paintPerson(QPainter &painter, const QRectF &area, Person person) const
    {
        const qreal side = std::min(area.width(), area.height());
        QTransform place;
        place.translate(area.center().x() - side / 2.0, area.center().y() - side / 2.0);
        place.scale(side, side);
        const QPainterPath path = place.map(personPath());
        const QColor fill = m_style.series.front();
        const qreal line = ptToUnits(m_style.linePt);
        const bool filled = person == Person::Certain || person == Person::Expected;
        painter.setBrush(filled ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.setPen(person == Person::Free ? QPen(m_style.softInk, ptToUnits(0.5))
                                              : QPen(fill, line * (filled ? 1.0 : 1.8)));
        painter.drawPath(path);
        if (person != Person::Expected && person != Person::Possible)
            return;
        // Inside the interval, on either side of the rate: a bar across, legible without colour.
        painter.setPen(QPen(filled ? m_style.paper : fill, line * 1.6, Qt::SolidLine, Qt::FlatCap));
        const QRectF body = path.boundingRect();
        painter.drawLine(QPointF(body.left() + side * 0.08, body.bottom() - side * 0.22),
                         QPointF(body.right() - side * 0.08, body.bottom() - side * 0.22));
    }

    const FigureStyle m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    QRectF m_bounds;
};

class PeopleBody : public FigureBody
{
public:
    PeopleBody(const NaturalFrequency &frequency, const FigureStyle &style,
               std::shared_ptr<const FigureFonts> fonts)
        : m_frequency(frequency), m_style(style), m_fonts(std::move(fonts))
    {
    }

    [[nodiscard]] qreal minimumWidth() const override
    {
        qreal words = 0.0;
        for (const auto &[person, text] : key())
            words = std::max(words, m_fonts->label.widestWord(text));
        return std::max(perRow * smallestCell, words + naturalCell + gap);
    }
    void setWidth(qreal width) override
    {
        m_width = width;
        m_words = m_fonts->label.wrapped(m_frequency.words, width);
        m_key.clear();
        for (const auto &[person, text] : key())
            m_key.emplace_back(person, m_fonts->label.wrapped(text, width - keySide() - gap));
    }
    [[nodiscard]] qreal minimumHeight() const override { return wordsHeight() + perRow * smallestCell; }
    [[nodiscard]] qreal naturalHeight() const override
    {
        return wordsHeight() + perRow * std::min(naturalCell, m_width / perRow);
    }
    void build(MarkedScene &into, const QRectF &area) override;

private:
    using KeyEntry = std::pair<Person, QString>;

    [[nodiscard]] std::vector<KeyEntry> key() const;
    [[nodiscard]] qreal keySide() const { return m_fonts->label.lineHeight() * 1.2; }
    [[nodiscard]] qreal wordsHeight() const
    {
        qreal lines = static_cast<qreal>(m_words.size());
        for (const auto &entry : m_key)
            lines += static_cast<qreal>(entry.second.size());
        return lines * m_fonts->label.lineHeight() + static_cast<qreal>(m_key.size()) * 3.0 + 2.0 * gap;
    }

    const NaturalFrequency &m_frequency;
    const FigureStyle &m_style;
    std::shared_ptr<const FigureFonts> m_fonts;
    qreal m_width = 0.0;
    QStringList m_words;
    std::vector<std::pair<Person, QStringList>> m_key;
};

std::vector<PeopleBody::KeyEntry> PeopleBody::key() const
{
    std::vector<KeyEntry> entries;
    const auto add = [&](Person person, int people, const QString &text) {
        if (people > 0)
            entries.emplace_back(person, QString::number(people) + u' ' + text);
    };
    add(Person::Certain, m_frequency.low, u"had it, even at the lower end of the interval"_s);
    add(Person::Expected, m_frequency.people - m_frequency.low, u"more had it by the observed rate"_s);
    add(Person::Possible, m_frequency.high - m_frequency.people, u"more may have it, up to the upper end of the interval"_s);
    add(Person::Free, everybody - m_frequency.high, u"did not have it, even at the upper end"_s);
    return entries;
}

void PeopleBody::build(MarkedScene &into, const QRectF &area)
{
    auto item = std::make_unique<PeopleItem>(m_style, m_fonts, area);
    qreal y = placeLines(item->texts, m_fonts->label, m_words, area, Qt::AlignLeft, m_style.ink) + gap;
    const qreal room = area.height() - wordsHeight();
    const qreal cell = std::min({room / perRow, area.width() / perRow, naturalCell * 2.0});
    for (int i = 0; i < everybody; ++i) {
        const QRectF place(area.left() + (i % perRow) * cell, y + (i / perRow) * cell, cell, cell);
        item->people.emplace_back(place, personAt(m_frequency, i));
    }
    QStringList spoken{m_frequency.words};
    if (!m_frequency.rate.findingLines.isEmpty())
        spoken << m_frequency.rate.findingLines;
    into.marks.push_back({QRectF(area.left(), y, perRow * cell, perRow * cell), spoken.join(u'\n'),
                          m_frequency.cohortId, {}, {m_frequency.rate.outcome}});
    y += perRow * cell + gap;
    for (const auto &[person, lines] : m_key) {
        item->people.emplace_back(QRectF(area.left(), y, keySide(), keySide()), person);
        y = placeLines(item->texts, m_fonts->label, lines,
                       QRectF(area.left() + keySide() + gap, y + 1.0, area.width(), 0.0), Qt::AlignLeft,
                       m_style.ink)
            + 2.0;
    }
    into.scene->addItem(item.release());
}

} // namespace

PeopleFigure::PeopleFigure(NaturalFrequency frequency, FigureCaption caption,
                           ReproductionMaker reproduction)
    : ChartFigure(
          [&] {
              caption.notes = frequency.notes + caption.notes;
              return std::move(caption);
          }(),
          std::move(reproduction)),
      m_frequency(std::move(frequency))
{
}

QString PeopleFigure::name() const
{
    return u"Of 100 patients: "_s + m_frequency.outcomeLabel + u", "_s + m_frequency.cohortLabel;
}

std::unique_ptr<FigureBody> PeopleFigure::makeBody(const FigureStyle &style,
                                                   std::shared_ptr<const FigureFonts> fonts) const
{
    return std::make_unique<PeopleBody>(m_frequency, style, std::move(fonts));
}

} // namespace anakinra
