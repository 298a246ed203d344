// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/ComposedFigure.h"

#include "views/charts/FigureFrame.h"

#include <QHash>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// A figure's own scene, drawn as it is inside another one.
class PanelItem : public QGraphicsItem
{
public:
    PanelItem(std::shared_ptr<QGraphicsScene> scene, const QRectF &area)
        : m_scene(std::move(scene)), m_size(area.size())
    {
        setPos(area.topLeft());
    }

    [[nodiscard]] QRectF boundingRect() const override { return {QPointF(0.0, 0.0), m_size}; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        painter->save();
        m_scene->render(painter, boundingRect(), m_scene->sceneRect(), Qt::IgnoreAspectRatio);
        painter->restore();
    }

private:
    std::shared_ptr<QGraphicsScene> m_scene;
    QSizeF m_size;
};

/// Page and panels at one width. Lengths are in scene units (1/96 inch).
class Page
{
public:
    Page(const ComposedFigure &figure, qreal width, const FigureStyle &style)
        : m_figure(figure), m_style(style)
    {
        m_across = static_cast<std::size_t>(
            std::clamp(figure.across, 1, static_cast<int>(figure.panels.size())));
        // A panel that needs more than its share makes the page wider.
        m_panelWidth = width / static_cast<qreal>(m_across);
        for (const FigureRecipe &panel : figure.panels)
            m_panelWidth =
                std::max(m_panelWidth, mmToUnits(panel.smallestSizeMm(panelMm(), style).width()));
        m_width = m_panelWidth * static_cast<qreal>(m_across);
        for (std::size_t i = 0; i < figure.panels.size(); ++i) {
            const FigureRecipe &panel = figure.panels[i];
            if (i % m_across == 0)
                m_rows.emplace_back();
            Row &row = m_rows.back();
            row.least =
                std::max(row.least, mmToUnits(panel.smallestSizeMm(panelMm(), style).height()));
            row.natural =
                std::max(row.natural, mmToUnits(panel.naturalSizeMm(panelMm(), style).height()));
            row.natural = std::max(row.natural, row.least);
        }
        m_frame = std::make_unique<FigureFrame>(figure.title, figure.footer,
                                                FigureFrame::columnOf(m_width), style,
                                                std::make_shared<const FigureFonts>(style));
    }

    [[nodiscard]] QSizeF natural() const { return {m_width, frameHeight() + sum(&Row::natural)}; }
    [[nodiscard]] QSizeF smallest() const { return {m_width, frameHeight() + sum(&Row::least)}; }
    /// Null where a panel cannot be drawn. `size` is at least the smallest.
    [[nodiscard]] std::unique_ptr<QGraphicsScene> build(QSizeF size) const;

private:
    struct Row
    {
        qreal least = 0.0;
        qreal natural = 0.0;
    };

    [[nodiscard]] qreal panelMm() const { return m_panelWidth * 25.4 / 96.0; }
    [[nodiscard]] qreal sum(qreal Row::*height) const
    {
        qreal total = 0.0;
        for (const Row &row : m_rows)
            total += row.*height;
        return total;
    }
    /// The edges of the panels stand in for those of the frame.
    [[nodiscard]] qreal frameHeight() const
    {
        return m_frame->height() - 2.0 * FigureFrame::margin;
    }
    /// Between the least and the natural height in the share that the page allows.
    [[nodiscard]] qreal heightOf(const Row &row, qreal available) const
    {
        const qreal least = sum(&Row::least);
        const qreal natural = sum(&Row::natural);
        if (available >= natural)
            return row.natural + (available - natural) * row.natural / natural;
        const qreal share = natural > least ? (available - least) / (natural - least) : 0.0;
        return row.least + std::max(0.0, share) * (row.natural - row.least);
    }

    const ComposedFigure &m_figure;
    const FigureStyle &m_style;
    std::size_t m_across = 1;
    qreal m_panelWidth = 0.0;
    qreal m_width = 0.0;
    std::vector<Row> m_rows;
    std::unique_ptr<FigureFrame> m_frame;
};

std::unique_ptr<QGraphicsScene> Page::build(QSizeF size) const
{
    auto scene = makeFigureScene(size, m_style);
    constexpr qreal edge = FigureFrame::margin;
    const QRectF content = m_frame->content(size).adjusted(-edge, -edge, edge, edge);
    const qreal width = content.width() / static_cast<qreal>(m_across);
    qreal y = content.top();
    for (std::size_t i = 0; i < m_figure.panels.size(); ++i) {
        const qreal height = heightOf(m_rows[i / m_across], content.height());
        const QRectF area(content.left() + width * static_cast<qreal>(i % m_across), y, width,
                          height);
        std::shared_ptr<QGraphicsScene> panel =
            m_figure.panels[i].scene(unitsToMm(area.size()), m_style);
        if (!panel)
            return nullptr;
        scene->addItem(new PanelItem(std::move(panel), area));
        if (i % m_across + 1 == m_across)
            y += height;
    }
    scene->addItem(m_frame->makeItem(size));
    return scene;
}

/// Each panel's in a folder of its letter.
Reproduction numbersOf(const std::vector<FigureRecipe> &panels)
{
    Reproduction all;
    QStringList needs;
    for (std::size_t i = 0; i < panels.size(); ++i) {
        if (!panels[i].numbers)
            continue;
        const QString folder = panelLetter(i).toLower() + u'/';
        Reproduction own = panels[i].numbers();
        for (BundleFile &file : own.files) {
            file.name.prepend(folder);
            all.files.push_back(std::move(file));
        }
        if (!own.needs.isEmpty() && !needs.contains(own.needs))
            needs << own.needs;
        if (!own.results.isEmpty())
            all.results += u"Panel %1\n\n%2\n"_s.arg(panelLetter(i), own.results);
    }
    all.needs = needs.join(u"; "_s);
    return all;
}

} // namespace

FigureRecipe figureRecipe(ComposedFigure figure)
{
    std::erase_if(figure.panels, [](const FigureRecipe &panel) { return panel.empty; });
    FigureRecipe recipe;
    recipe.title = figure.title;
    recipe.description = figure.footer.join(u'\n');
    recipe.source = figure.source;
    recipe.empty = figure.panels.empty();
    if (recipe.empty)
        return recipe;
    const auto kept = std::make_shared<const ComposedFigure>(std::move(figure));
    recipe.naturalSizeMm = [kept](qreal widthMm, const FigureStyle &style) {
        return unitsToMm(Page(*kept, mmToUnits(widthMm), style).natural());
    };
    recipe.smallestSizeMm = [kept](qreal widthMm, const FigureStyle &style) {
        return unitsToMm(Page(*kept, mmToUnits(widthMm), style).smallest());
    };
    recipe.scene = [kept](QSizeF sizeMm, const FigureStyle &style) {
        const QSizeF size(mmToUnits(sizeMm.width()), mmToUnits(sizeMm.height()));
        return Page(*kept, size.width(), style).build(size);
    };
    recipe.numbers = [kept] { return numbersOf(kept->panels); };
    return recipe;
}

QStringList commonFooter(const std::vector<FigureRecipe> &panels)
{
    QStringList lines;              // in the order in which they are first said
    QHash<QString, QStringList> by; // letters of those that say it
    for (std::size_t i = 0; i < panels.size(); ++i) {
        for (const QString &line : panels[i].description.split(u'\n', Qt::SkipEmptyParts)) {
            QStringList &letters = by[line];
            if (letters.isEmpty())
                lines << line;
            if (!letters.contains(panelLetter(i)))
                letters << panelLetter(i);
        }
    }
    QStringList shared;
    QStringList own;
    for (const QString &line : std::as_const(lines)) {
        const QStringList &letters = by[line];
        if (letters.size() == static_cast<qsizetype>(panels.size()))
            shared << line;
        else
            own << letters.join(u", "_s) + u": "_s + line;
    }
    return shared + own;
}

FigureRecipe withNote(const FigureRecipe &figure, const QString &note)
{
    if (note.isEmpty() || figure.empty)
        return figure;
    ComposedFigure page;
    page.panels = {figure};
    page.footer = {note};
    FigureRecipe recipe = figureRecipe(std::move(page));
    recipe.title = figure.title;
    recipe.description = figure.description + u'\n' + note;
    recipe.source = figure.source;
    recipe.view = figure.view;
    recipe.numbers = figure.numbers;
    return recipe;
}

} // namespace anakinra
