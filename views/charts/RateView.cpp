// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateView.h"

#include "views/charts/ChartAccessible.h"
#include "views/charts/RateLooks.h"
#include "views/charts/RateScene.h"
#include "views/charts/ScreenStyle.h"
#include "views/charts/ScrollBars.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int mostBars = 6; ///< more cohorts are rows, which scroll one by one
constexpr int lowestRow = 12;

/// A run of cohorts of a figure whose rates are all at hand.
RateSeries sliceOf(const RateSeries &all, int first, int count)
{
    RateSeries slice;
    slice.cohorts.assign(all.cohorts.begin() + first, all.cohorts.begin() + first + count);
    for (const RatePanel &panel : all.panels) {
        slice.panels.push_back({panel.title, panel.direction, panel.outcomes, panel.labels, {}});
        slice.panels.back().rates.assign(panel.rates.begin() + first, panel.rates.begin() + first + count);
    }
    return slice;
}

} // namespace

RateView::RateView(QWidget *parent)
    : QAbstractScrollArea(parent), m_emptyText(tr("No cohort matches the filter."))
{
    installChartAccessibility();
    setAccessibleName(tr("Rates of toxicity and response"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void RateView::setFigure(const RateFigure &figure, std::shared_ptr<const Library> library)
{
    RateRows rows;
    rows.cohorts.reserve(figure.series.cohorts.size());
    for (const RateCohort &cohort : figure.series.cohorts)
        rows.cohorts.push_back(cohort.cohort);
    auto all = std::make_shared<const RateSeries>(figure.series);
    rows.series = [all](int first, int count) { return sliceOf(*all, first, count); };
    take(figure, std::move(rows), std::move(library));
}

void RateView::setFigure(const RateFigure &frame, RateRows rows, std::shared_ptr<const Library> library)
{
    take(frame, std::move(rows), std::move(library));
}

void RateView::take(const RateFigure &frame, RateRows rows, std::shared_ptr<const Library> library)
{
    m_figure = frame;
    m_figure.series = {};
    m_figure.title.clear(); // the window says what is shown
    m_figure.withFooter = false;
    m_figure.alwaysRows = frame.alwaysRows || rows.cohorts.size() > mostBars;
    m_rows = std::move(rows);
    m_library = std::move(library);
    m_first = 0;
    m_current = {};
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    invalidate();
    if (!m_selected.isEmpty())
        setSelectedCohort(m_selected);
}

void RateView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void RateView::setSelectedCohort(const QString &cohortId)
{
    m_selected = cohortId;
    const int index = m_library ? m_library->cohortIndex.value(cohortId, -1) : -1;
    m_figure.highlighted = index;
    const auto found = std::find(m_rows.cohorts.begin(), m_rows.cohorts.end(), index);
    if (index >= 0 && found != m_rows.cohorts.end()) {
        m_current.row = static_cast<int>(found - m_rows.cohorts.begin());
        scrollToRow(m_current.row);
    }
    invalidate();
}

void RateView::invalidate()
{
    m_built = false;
    viewport()->update();
}

void RateView::ensureBuilt() const
{
    // Built late and only once per change: several changes in a row cost one drawing.
    if (!m_built)
        const_cast<RateView *>(this)->build();
}

bool RateView::isScrolledByRow() const
{
    return m_figure.alwaysRows;
}

void RateView::takeRows()
{
    int count = rowCount() - m_first;
    if (isScrolledByRow())
        count = std::min(count, viewport()->height() / lowestRow + 1);
    m_figure.series = m_rows.series(m_first, count);
    if (!isScrolledByRow())
        return;
    // A part whose parent has been scrolled away is still a part.
    for (RateCohort &cohort : m_figure.series.cohorts) {
        const int parent = m_library ? m_library->cohorts[static_cast<std::size_t>(cohort.cohort)].parent : -1;
        if (parent >= 0 && !cohort.partOfShown) {
            const auto before = m_rows.cohorts.begin() + m_first;
            cohort.partOfShown = std::find(m_rows.cohorts.begin(), before, parent) != before;
        }
    }
}

void RateView::build()
{
    m_built = true;
    m_marks.clear();
    m_cohortAreas.clear();
    m_picture = {};
    m_shown = 0;
    forgetChartMarks(this);
    if (rowCount() == 0 || viewport()->size().isEmpty()) {
        setScrollRanges({}, 0);
        return;
    }
    takeRows();
    const FigureStyle style = screenStyle(*this);
    SceneOptions options;
    options.onlyRowsThatFit = true;
    options.growIfNeeded = true; // and scroll
    options.mayStack = false;
    RateScene built = composeRateScene(m_figure, viewport()->size(), style, options);
    if (!built.scene)
        return;
    const QSizeF size = built.scene->sceneRect().size();
    m_marks = std::move(built.marks);
    m_cohortAreas = std::move(built.cohortAreas);
    std::sort(m_marks.begin(), m_marks.end(), [](const RateMark &a, const RateMark &b) {
        return std::tie(a.cohort, a.panel, a.outcome) < std::tie(b.cohort, b.panel, b.outcome);
    });
    m_shown = isScrolledByRow() ? built.rowsShown : rowCount();
    // The row may have been wanted of a longer figure that was never drawn.
    const int wanted = std::min(std::exchange(m_wantedRow, -1), rowCount() - 1);
    if (wanted >= m_first + m_shown) {
        // Only drawing tells how many rows fit.
        m_first = wanted - m_shown + 1;
        build();
        return;
    }
    setScrollRanges(size, m_shown);

    m_picture = QPixmap(size.toSize() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&m_picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    built.scene->render(&painter, QRectF(QPointF(0.0, 0.0), size), built.scene->sceneRect(),
                        Qt::IgnoreAspectRatio);
}

void RateView::setScrollRanges(QSizeF scene, int rowsShown)
{
    const QSignalBlocker noVertical(verticalScrollBar());
    const QSignalBlocker noHorizontal(horizontalScrollBar());
    const auto beyond = [](qreal whole, int part) { return std::max(0, static_cast<int>(whole) - part); };
    horizontalScrollBar()->setRange(0, beyond(scene.width(), viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(20);
    if (isScrolledByRow()) {
        const bool atEnd = m_first + rowsShown >= rowCount();
        // Rows differ in height; at the end the range is what it turned out to be.
        verticalScrollBar()->setRange(0, atEnd ? m_first : std::max(m_first + 1, rowCount() - rowsShown));
        verticalScrollBar()->setPageStep(std::max(1, rowsShown - 1));
        verticalScrollBar()->setSingleStep(1);
        verticalScrollBar()->setValue(m_first);
    } else {
        verticalScrollBar()->setRange(0, beyond(scene.height(), viewport()->height()));
        verticalScrollBar()->setPageStep(viewport()->height());
        verticalScrollBar()->setSingleStep(20);
    }
    showNeededScrollBars(this);
}

void RateView::paintEvent(QPaintEvent *)
{
    ensureBuilt();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (m_picture.isNull()) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    // At fractional scales the last row of pixels is shared with the neighbour, which nobody wipes.
    painter.setClipRect(viewport()->rect().adjusted(0, 0, -1, -1));
    painter.drawPixmap(-sceneOffset(), m_picture);
    const int current = currentMark();
    if (hasFocus() && current >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(markRect(current).adjusted(1, 1, -1, -1));
    }
}

void RateView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    // A taller view may hold more than what is left below: start again where it was, but not lower
    // than necessary.
    if (isScrolledByRow() && m_shown > 0 && m_first + m_shown >= rowCount())
        m_first = std::max(0, std::min(m_first, rowCount() - viewport()->height() / (2 * lowestRow)));
    invalidate();
}

void RateView::scrollContentsBy(int, int)
{
    if (isScrolledByRow() && m_first != verticalScrollBar()->value()) {
        m_first = verticalScrollBar()->value();
        invalidate();
    }
    viewport()->update();
}

void RateView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::StyleChange:
        invalidate();
        break;
    default:
        break;
    }
}

void RateView::scrollToRow(int row)
{
    if (!isScrolledByRow())
        return;
    m_wantedRow = row;
    const int mostInView = viewport()->height() / lowestRow;
    if (row < m_first)
        m_first = row;
    else if (row >= m_first + mostInView)
        m_first = row - mostInView + 1;
    else if (m_built && row < m_first + m_shown)
        return;
    invalidate();
}

const std::vector<RateMark> &RateView::marks() const
{
    ensureBuilt();
    return m_marks;
}

QString RateView::cohortIdOfRow(int row) const
{
    if (!m_library || row < 0 || row >= rowCount())
        return {};
    const auto cohort = static_cast<std::size_t>(m_rows.cohorts[static_cast<std::size_t>(row)]);
    return m_library->cohorts[cohort].id;
}

QString RateView::summary() const
{
    ensureBuilt();
    if (rowCount() == 0)
        return m_emptyText;
    QStringList panels;
    for (const RatePanel &panel : m_figure.series.panels)
        panels.append(panel.title + u": "_s + QStringList(panel.labels.begin(), panel.labels.end()).join(u", "_s));
    return (rowCount() == 1 ? tr("1 cohort.") : tr("%1 cohorts.").arg(rowCount())) + u' ' + panels.join(u". "_s) + u". "_s
        + methodText(m_figure.options) + u'.';
}

} // namespace anakinra
