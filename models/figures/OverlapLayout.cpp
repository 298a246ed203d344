// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/OverlapLayout.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace anakinra {

namespace {

constexpr std::size_t mostSprung = 60; // springs cost the square of this
constexpr int steps = 300;
constexpr double margin = 0.08; // of a box, so that marks and names have room

std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Point
{
    double x = 0.0;
    double y = 0.0;
};

struct Box
{
    double left = 0.0;
    double top = 0.0;
    double width = 1.0;
    double height = 1.0;
};

/// Connected nodes, each group ascending, groups by size and then by their first node.
std::vector<std::vector<int>> connectedGroups(const OverlapGraph &graph)
{
    std::vector<int> up(graph.nodes.size());
    std::iota(up.begin(), up.end(), 0);
    const auto find = [&](int i) {
        while (up[at(i)] != i)
            i = up[at(i)] = up[at(up[at(i)])];
        return i;
    };
    for (const OverlapEdge &edge : graph.edges)
        up[at(find(edge.a))] = find(edge.b);
    std::vector<std::vector<int>> groups;
    std::vector<int> groupOf(graph.nodes.size(), -1);
    for (int i = 0; i < static_cast<int>(graph.nodes.size()); ++i) {
        int &group = groupOf[at(find(i))];
        if (group < 0) {
            group = static_cast<int>(groups.size());
            groups.emplace_back();
        }
        groups[at(group)].push_back(i);
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &std::vector<int>::size);
    return groups;
}

/// Rows of boxes as wide as their groups are large.
std::vector<Box> boxesFor(const std::vector<std::vector<int>> &groups)
{
    const auto count = groups.size();
    const auto rows = static_cast<std::size_t>(std::lround(std::ceil(std::sqrt(double(count)) * 0.75)));
    const std::size_t perRow = (count + rows - 1) / std::max<std::size_t>(rows, 1);
    std::vector<Box> boxes;
    double top = 0.0;
    // Small groups need less height, too.
    double allHeights = 0.0;
    for (std::size_t first = 0; first < count; first += perRow)
        allHeights += std::sqrt(double(groups[first].size()));
    for (std::size_t first = 0; first < count; first += perRow) {
        const std::size_t last = std::min(first + perRow, count);
        double width = 0.0;
        for (std::size_t i = first; i < last; ++i)
            width += std::sqrt(double(groups[i].size()));
        const double height = std::sqrt(double(groups[first].size())) / allHeights;
        double left = 0.0;
        for (std::size_t i = first; i < last; ++i) {
            const double own = std::sqrt(double(groups[i].size())) / width;
            boxes.push_back({left, top, own, height});
            left += own;
        }
        top += height;
    }
    return boxes;
}

std::vector<Point> onCircle(std::size_t count)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < count; ++i) {
        const double angle = 2.0 * std::numbers::pi * double(i) / double(count);
        points.push_back({std::cos(angle), std::sin(angle)});
    }
    return points;
}

/// Fruchterman TMJ, Reingold EM. Softw Pract Exp 1991;21:1129-64, from a circle instead of chance.
void spring(std::vector<Point> &points, const std::vector<std::pair<int, int>> &links)
{
    const double wanted = std::sqrt(4.0 / double(points.size()));
    for (int step = 0; step < steps; ++step) {
        std::vector<Point> moves(points.size());
        for (std::size_t i = 0; i < points.size(); ++i) {
            for (std::size_t j = 0; j < points.size(); ++j) {
                if (i == j)
                    continue;
                const double dx = points[i].x - points[j].x;
                const double dy = points[i].y - points[j].y;
                const double squared = std::max(dx * dx + dy * dy, 1e-6);
                moves[i].x += dx * wanted * wanted / squared;
                moves[i].y += dy * wanted * wanted / squared;
            }
        }
        for (const auto &[a, b] : links) {
            const double dx = points[at(a)].x - points[at(b)].x;
            const double dy = points[at(a)].y - points[at(b)].y;
            const double pull = std::hypot(dx, dy) / wanted;
            moves[at(a)].x -= dx * pull;
            moves[at(a)].y -= dy * pull;
            moves[at(b)].x += dx * pull;
            moves[at(b)].y += dy * pull;
        }
        const double furthest = 0.2 * (1.0 - double(step) / steps);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double length = std::max(std::hypot(moves[i].x, moves[i].y), 1e-9);
            const double part = std::min(length, furthest) / length;
            points[i].x += moves[i].x * part;
            points[i].y += moves[i].y * part;
        }
    }
}

/// Turns the points so that their longest distance lies level: names are wider than high.
void lieLevel(std::vector<Point> &points)
{
    double longest = 0.0;
    Point along{1.0, 0.0};
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const Point apart{points[j].x - points[i].x, points[j].y - points[i].y};
            const double length = std::hypot(apart.x, apart.y);
            if (length > longest + 1e-9) {
                longest = length;
                along = {apart.x / length, apart.y / length};
            }
        }
    }
    for (Point &p : points)
        p = {p.x * along.x + p.y * along.y, p.y * along.x - p.x * along.y};
}

/// From wherever the points are into the box; what has no extent goes to its middle.
void fit(const std::vector<Point> &points, const std::vector<int> &group, const Box &box,
         OverlapGraph &graph)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    const auto scaled = [](double value, double low, double high, double start, double size) {
        const double part = high - low < 1e-6 ? 0.5 : (value - low) / (high - low);
        return start + size * (margin + (1.0 - 2.0 * margin) * part);
    };
    for (std::size_t i = 0; i < group.size(); ++i) {
        OverlapNode &node = graph.nodes[at(group[i])];
        node.x = scaled(points[i].x, left.x, right.x, box.left, box.width);
        node.y = scaled(points[i].y, top.y, bottom.y, box.top, box.height);
    }
}

} // namespace

void layOut(OverlapGraph &graph)
{
    if (graph.nodes.empty())
        return;
    const auto groups = connectedGroups(graph);
    const auto boxes = boxesFor(groups);
    std::vector<int> groupOf(graph.nodes.size(), -1);
    std::vector<int> place(graph.nodes.size(), -1);
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (std::size_t i = 0; i < groups[g].size(); ++i) {
            groupOf[at(groups[g][i])] = static_cast<int>(g);
            place[at(groups[g][i])] = static_cast<int>(i);
        }
    }
    std::vector<std::vector<std::pair<int, int>>> links(groups.size());
    for (const OverlapEdge &edge : graph.edges) {
        if (edge.a != edge.b)
            links[at(groupOf[at(edge.a)])].emplace_back(place[at(edge.a)], place[at(edge.b)]);
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        std::vector<Point> points = onCircle(groups[g].size());
        if (groups[g].size() <= mostSprung) {
            spring(points, links[g]);
            lieLevel(points);
        }
        fit(points, groups[g], boxes[g], graph);
    }
}

} // namespace anakinra
