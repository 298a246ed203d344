// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/OverlapPlaces.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace anakinra {

namespace {

constexpr qreal widestName = 130.0;
constexpr qreal gap = 10.0; ///< between two boxes, so that lines can be seen between them
constexpr qreal roomPerNode = 95.0;

QSizeF sizeOf(const QStringList &lines, const FigureText &font)
{
    qreal width = 2.0 * OverlapPlaces::markRadius;
    for (const QString &line : lines)
        width = std::max(width, font.width(line));
    return {width + 2.0,
            2.0 * OverlapPlaces::markRadius + 2.0 + static_cast<qreal>(lines.size()) * font.lineHeight()};
}

} // namespace

qreal OverlapPlaces::minimumWidth(const OverlapGraph &graph, const FigureText &font)
{
    qreal width = widestName;
    for (const OverlapNode &node : graph.nodes)
        width = std::max({width, font.widestWord(node.label), font.width(node.nText)});
    return width + 2.0 * gap;
}

OverlapPlaces::OverlapPlaces(const OverlapGraph &graph, const FigureText &font, qreal width)
{
    const auto count = graph.nodes.size();
    const qreal wanted = roomPerNode * std::sqrt(static_cast<qreal>(count) * 2.0);
    places.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const OverlapNode &node = graph.nodes[i];
        OverlapPlace &place = places[i];
        place.lines = font.wrapped(node.label, std::max(widestName, font.widestWord(node.label)));
        if (!node.nText.isEmpty())
            place.lines << node.nText;
        const QSizeF size = sizeOf(place.lines, font);
        const qreal x = std::clamp(node.x * width, size.width() / 2.0, std::max(size.width() / 2.0, width - size.width() / 2.0));
        place.box = QRectF(QPointF(x - size.width() / 2.0, node.y * wanted), size);
    }
    // From the top down: what would touch a box placed before goes below it.
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return places[i].box.top(); });
    for (std::size_t k = 0; k < count; ++k) {
        QRectF &box = places[order[k]].box;
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t j = 0; j < k; ++j) {
                const QRectF &other = places[order[j]].box;
                if (box.adjusted(-gap, -gap, gap, gap).intersects(other)) {
                    box.moveTop(other.bottom() + gap + 0.1);
                    moved = true;
                }
            }
        }
    }
    if (places.empty())
        return;
    const qreal top
        = std::ranges::min(places, {}, [](const OverlapPlace &place) { return place.box.top(); }).box.top();
    for (OverlapPlace &place : places) {
        place.box.translate(0.0, 1.0 - top);
        place.centre = {place.box.center().x(), place.box.top() + markRadius};
        height = std::max(height, place.box.bottom());
    }
}

} // namespace anakinra
