// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands below the plots: the numbered cohorts, and those that are not drawn, with the reason.

#include "views/charts/DoseBody.h"

#include "views/charts/RateLooks.h"
#include "views/charts/RatePanelLayout.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qreal entryGap = 1.5;
constexpr qreal columnGap = 6.0;

} // namespace

void DoseBody::layOutList()
{
    m_list.clear();
    if (!isListed())
        return;
    const FigureText &font = m_fonts->small;
    // number, cohort, dose and route, events/n and rate, interval: names and doses may wrap
    std::array<qreal, 5> widths{};
    std::vector<std::array<QString, 5>> texts;
    for (const DosePanel &panel : m_series.panels) {
        for (const DosePoint &point : panel.points) {
            const QString dose =
                point.dose + u", "_s + doseRouteText(point.route).replace(u' ', QChar::Nbsp);
            texts.push_back({QString::number(point.number), m_series.rates.cohorts[point.row].label,
                             dose, markedCell(rate(point.row)), rate(point.row).intervalText()});
            for (std::size_t i = 0; i < widths.size(); ++i)
                widths[i] = std::max(widths[i], font.width(texts.back()[i]));
        }
    }
    const qreal free = m_width - widths[0] - widths[3] - widths[4] - 4.0 * columnGap;
    if (widths[1] + widths[2] > free) {
        const qreal dose = std::min(widths[2], std::max(free * 0.4, free - widths[1]));
        widths[2] = dose;
        widths[1] = std::min(widths[1], free - dose);
    }
    m_columns = {0.0};
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        m_columns.push_back(m_columns.back() + widths[i] + columnGap);
    for (std::size_t row = 0; row < texts.size(); ++row) {
        Entry entry;
        qsizetype lines = 1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            entry.cells.push_back(font.wrapped(texts[row][i], widths[i] + 0.1));
            lines = std::max(lines, entry.cells.back().size());
        }
        entry.height = static_cast<qreal>(lines) * font.lineHeight() + entryGap;
        m_list.push_back(entry);
    }
}

void DoseBody::layOutOmitted()
{
    m_omitted.clear();
    const FigureText &font = m_fonts->small;
    const qreal blank = font.width(u" "_s);
    qreal x = 0.0;
    qreal y = 0.0;
    const auto add = [&](const QString &words, const QString &spoken, const QString &cohort) {
        if (x > 0.0 && x + font.width(words) > m_width) {
            x = 0.0;
            y += font.lineHeight();
        }
        Piece piece{{}, font.wrapped(words, m_width), spoken, cohort};
        qreal widest = 0.0;
        for (const QString &line : piece.lines)
            widest = std::max(widest, font.width(line));
        const qreal height = static_cast<qreal>(piece.lines.size()) * font.lineHeight();
        piece.area = QRectF(x, y, widest, height);
        y += height - font.lineHeight();
        x += font.width(piece.lines.last()) + blank;
        if (piece.lines.size() > 1)
            x = m_width; // the next begins a line
        m_omitted.push_back(std::move(piece));
    };
    std::vector<std::pair<QString, std::vector<std::size_t>>> byReason;
    for (const DoseOmission &omission : m_series.omitted) {
        auto known = std::ranges::find(byReason, omission.reason,
                                       &std::pair<QString, std::vector<std::size_t>>::first);
        if (known == byReason.end())
            known = byReason.insert(byReason.end(), {omission.reason, {}});
        known->second.push_back(omission.row);
    }
    for (const auto &[reason, rows] : byReason) {
        if (y > 0.0 || x > 0.0) {
            x = 0.0;
            y += font.lineHeight();
        }
        add(reason + u':', {}, {});
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i == mostListed) {
                add(u"and %1 more."_s.arg(rows.size() - i), {}, {});
                break;
            }
            const QString &label = m_series.rates.cohorts[rows[i]].label;
            add(label + (i + 1 == rows.size() ? u'.' : u';'), label + u", not drawn: "_s + reason,
                cohortId(rows[i]));
        }
    }
    m_omittedHeight = m_omitted.empty() ? 0.0 : y + font.lineHeight();
}

void DoseBody::buildLists(MarkedScene &into, QPointF from) const
{
    const FigureText &small = m_fonts->small;
    std::vector<PlacedText> texts;
    qreal y = from.y();
    if (!m_list.empty())
        y += blockGap;
    for (const Entry &entry : m_list) {
        for (std::size_t i = 0; i < entry.cells.size(); ++i)
            placeLines(texts, small, entry.cells[i], QRectF(from.x() + m_columns[i], y, 0.0, 0.0),
                       Qt::AlignLeft, m_style.ink);
        y += entry.height;
    }
    if (!m_omitted.empty())
        y = placeLines(texts, small, {u"Not drawn"_s}, QRectF(from.x(), y + blockGap, 0.0, 0.0),
                       Qt::AlignLeft, m_style.ink);
    for (const Piece &piece : m_omitted) {
        const QRectF area = piece.area.translated(from.x(), y);
        placeLines(texts, small, piece.lines, area, Qt::AlignLeft,
                   piece.spoken.isEmpty() ? m_style.ink : m_style.softInk);
        if (!piece.spoken.isEmpty())
            into.marks.push_back({area, piece.spoken, piece.cohort, {}});
    }
    into.scene->addItem(new FigureTextItem(m_fonts, std::move(texts)));
}

} // namespace anakinra
