// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/figures/FigureTable.h"
#include "models/output/Reproduction.h"
#include "views/charts/FigureText.h"

#include <QGraphicsScene>

#include <memory>
#include <vector>

namespace anakinra {

/// Something in a figure that can be pointed at, spoken and chosen. In scene units.
struct FigureMark
{
    QRectF area;
    QString spoken;  ///< "Park 2023, ICANS any grade: 6 of 31, 19.4 %, ...": hover card, screen reader
    QString cohort;  ///< id of the cohort that a click selects, "" = none
    QString request; ///< what a click asks for instead of a selection; its meaning is the figure's own
    QStringList columns = {}; ///< keys of the cohort table's columns that hold its numbers: "crs.any"
    QStringList others = {};  ///< ids of cohorts whose numbers in these columns stand behind it too
};

/// A scene with what lies where in it; `scene` is null when the size is too small or the figure
/// empty. Marks are in reading order; where two lie over each other the later one is in front.
struct MarkedScene
{
    std::unique_ptr<QGraphicsScene> scene;
    std::vector<FigureMark> marks;
};

/// What a figure says around its content.
struct FigureCaption
{
    QString title;          ///< above the figure, "" = none
    FigureContext context;
    QStringList notes;      ///< below the lines of the context
    bool withFooter = true; ///< off on screen, where the window says the same beside the chart
};

/// The content of a figure at one style. Lengths are in scene units (1/96 inch).
class FigureBody
{
public:
    FigureBody() = default;
    virtual ~FigureBody() = default;
    Q_DISABLE_COPY_MOVE(FigureBody)

    /// The narrowest width at which nothing overlaps or is cut.
    [[nodiscard]] virtual qreal minimumWidth() const = 0;
    /// Takes the width, at least the minimum; required before the following.
    virtual void setWidth(qreal width) = 0;
    [[nodiscard]] virtual qreal minimumHeight() const = 0;
    [[nodiscard]] virtual qreal naturalHeight() const = 0;
    /// Draws into `area`, of the width that was set and at least the minimum height. What does not
    /// want to grow stays at the top.
    virtual void build(MarkedScene &into, const QRectF &area) = 0;
};

/// A figure of any kind as an immutable value: everything that decides what it looks like, nothing
/// of the screen. Screen, files, sheets and composed pages all draw it afresh at their own size.
class ChartFigure
{
public:
    /// `reproduction`: for kinds that do not themselves hold what their numbers are computed from.
    explicit ChartFigure(FigureCaption caption, ReproductionMaker reproduction = {})
        : m_caption(std::move(caption)), m_reproduction(std::move(reproduction))
    {
    }
    virtual ~ChartFigure() = default;
    Q_DISABLE_COPY_MOVE(ChartFigure)

    [[nodiscard]] const FigureCaption &caption() const { return m_caption; }
    /// What kind of figure it is, for its metadata: "Forest plot: ICANS, any grade".
    [[nodiscard]] virtual QString name() const = 0;
    /// One sentence for screen readers.
    [[nodiscard]] virtual QString summary() const = 0;
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// Its numbers, in reading order.
    [[nodiscard]] virtual FigureTable table() const = 0;
    /// What others need to compute its numbers again; empty where nothing is computed from counts.
    [[nodiscard]] virtual Reproduction reproduction() const
    {
        return m_reproduction ? m_reproduction() : Reproduction();
    }

    /// Width and the height that shows everything well, at least `width` wide.
    [[nodiscard]] QSizeF naturalSize(qreal width, const FigureStyle &style) const;
    /// The least size at which nothing overlaps, at least `width` wide.
    [[nodiscard]] QSizeF smallestSize(qreal width, const FigureStyle &style) const;
    /// A fresh scene of exactly `size`, independent of window, screen scale and widget style.
    [[nodiscard]] MarkedScene compose(QSizeF size, const FigureStyle &style) const;
    /// As compose(), but larger where the size is too small: for views that scroll.
    [[nodiscard]] MarkedScene composeAtLeast(QSizeF size, const FigureStyle &style) const;

protected:
    /// `style` outlives the body.
    [[nodiscard]] virtual std::unique_ptr<FigureBody>
    makeBody(const FigureStyle &style, std::shared_ptr<const FigureFonts> fonts) const = 0;

private:
    struct Layout;
    [[nodiscard]] Layout layOut(qreal width, const FigureStyle &style) const;
    [[nodiscard]] MarkedScene build(const Layout &layout, QSizeF size, const FigureStyle &style) const;
    [[nodiscard]] QStringList footer() const;

    FigureCaption m_caption;
    ReproductionMaker m_reproduction;
};

} // namespace anakinra
