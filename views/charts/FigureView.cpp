// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/FigureView.h"

#include "views/charts/ChartAccessible.h"
#include "views/charts/ScreenStyle.h"
#include "views/charts/ScrollBars.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

FigureView::FigureView(QWidget *parent) : QAbstractScrollArea(parent)
{
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    horizontalScrollBar()->setSingleStep(20);
    verticalScrollBar()->setSingleStep(20);
}

void FigureView::setFigure(std::shared_ptr<const ChartFigure> figure, const QString &emptyText)
{
    if (m_built && m_current >= 0)
        m_place = *mark(m_current);
    m_figure = figure && !figure->isEmpty() ? std::move(figure) : nullptr;
    m_emptyText = emptyText;
    m_outdated = false;
    m_current = -1;
    invalidate();
}

void FigureView::setSelectedCohort(const QString &cohortId)
{
    if (m_selected == cohortId)
        return;
    m_selected = cohortId;
    m_bringSelected = true;
    viewport()->update();
}

void FigureView::setOutdated(bool outdated)
{
    m_outdated = outdated;
    viewport()->update();
}

void FigureView::invalidate()
{
    m_built = false;
    viewport()->update();
}

void FigureView::ensureBuilt() const
{
    // Built late and only once per change: several changes in a row cost one drawing.
    if (!m_built)
        const_cast<FigureView *>(this)->build();
}

void FigureView::build()
{
    m_built = true;
    m_scene = {};
    m_picture = {};
    forgetChartMarks(this);
    if (m_figure && !viewport()->size().isEmpty()) {
        m_scene = m_figure->composeAtLeast(viewport()->size(), screenStyle(*this));
    }
    setScrollRanges(m_scene.scene ? m_scene.scene->sceneRect().size() : QSizeF());
    m_current = std::min(m_current, static_cast<int>(m_scene.marks.size()) - 1);
    if (const auto place = std::exchange(m_place, std::nullopt); place && !place->cohort.isEmpty()) {
        const auto same = std::ranges::find_if(m_scene.marks, [&place](const FigureMark &each) {
            return each.cohort == place->cohort && each.request.isEmpty() == place->request.isEmpty();
        });
        if (same != m_scene.marks.end()) {
            m_current = static_cast<int>(same - m_scene.marks.begin());
            announceCurrent();
        }
    }
}

void FigureView::setScrollRanges(QSizeF scene)
{
    const auto set = [](QScrollBar *bar, qreal whole, int part) {
        const QSignalBlocker blocker(bar);
        bar->setRange(0, std::max(0, static_cast<int>(whole) - part));
        bar->setPageStep(part);
    };
    set(horizontalScrollBar(), scene.width(), viewport()->width());
    set(verticalScrollBar(), scene.height(), viewport()->height());
    showNeededScrollBars(this);
}

QPoint FigureView::offset() const
{
    return {horizontalScrollBar()->value(), verticalScrollBar()->value()};
}

void FigureView::renderPicture()
{
    // Only what is seen is drawn: a thousand rows scroll as fast as ten.
    m_picture = QPixmap(viewport()->size() * devicePixelRatioF());
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(palette().color(QPalette::Base));
    QPainter painter(&m_picture);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF seen(offset(), viewport()->size());
    m_scene.scene->render(&painter, QRectF(QPointF(), seen.size()), seen, Qt::IgnoreAspectRatio);
}

void FigureView::paintEvent(QPaintEvent *)
{
    ensureBuilt();
    if (std::exchange(m_bringSelected, false)) {
        const auto first = std::ranges::find_if(
            m_scene.marks, [this](const FigureMark &each) { return each.cohort == m_selected; });
        if (!m_selected.isEmpty() && first != m_scene.marks.end())
            bringIntoView(first->area);
    }
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Base));
    if (!m_scene.scene) {
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(viewport()->rect().adjusted(20, 20, -20, -20),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    if (m_picture.isNull())
        renderPicture();
    painter.drawPixmap(0, 0, m_picture);
    QColor tint = palette().color(QPalette::Highlight);
    tint.setAlpha(46);
    for (int i = 0; i < markCount(); ++i) {
        if (isMarkSelected(i) && markRect(i).intersects(viewport()->rect()))
            painter.fillRect(markRect(i), tint);
    }
    if (m_outdated) {
        QColor veil = palette().color(QPalette::Base);
        veil.setAlpha(170);
        painter.fillRect(viewport()->rect(), veil);
    }
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(markRect(m_current).adjusted(1, 1, -1, -1));
    }
}

void FigureView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    invalidate();
}

void FigureView::scrollContentsBy(int, int)
{
    m_picture = {};
    viewport()->update();
}

void FigureView::changeEvent(QEvent *event)
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

const std::vector<FigureMark> &FigureView::marks() const
{
    ensureBuilt();
    return m_scene.marks;
}

const FigureMark *FigureView::mark(int index) const
{
    return index >= 0 && index < markCount() ? &marks()[static_cast<std::size_t>(index)] : nullptr;
}

QString FigureView::spokenMark(int index) const
{
    const FigureMark *found = mark(index);
    return found ? found->spoken : QString();
}

QRect FigureView::markRect(int index) const
{
    const FigureMark *found = mark(index);
    return found ? found->area.translated(-offset()).toAlignedRect() : QRect();
}

bool FigureView::isMarkSelected(int index) const
{
    const FigureMark *found = mark(index);
    return found && !found->cohort.isEmpty() && found->cohort == m_selected;
}

QString FigureView::summary() const
{
    return m_figure ? m_figure->summary() : m_emptyText;
}

int FigureView::markAt(QPoint position) const
{
    const QPointF point = position + offset();
    const auto &all = marks();
    const auto found = std::find_if(all.rbegin(), all.rend(),
                                    [&](const FigureMark &each) { return each.area.contains(point); });
    return found == all.rend() ? -1 : static_cast<int>(all.rend() - found) - 1;
}

void FigureView::activateMark(int index)
{
    const FigureMark *found = mark(index);
    if (!found)
        return;
    makeCurrent(index);
    if (!found->request.isEmpty()) {
        const QString request = found->request; // the answer may replace the figure
        Q_EMIT requested(request);
        return;
    }
    const QString cohort = found->cohort;
    if (cohort.isEmpty())
        return;
    if (cohort == m_selected) {
        Q_EMIT cohortActivated(cohort);
        return;
    }
    setSelectedCohort(cohort);
    Q_EMIT cohortSelected(cohort);
}

void FigureView::makeCurrent(int index)
{
    m_current = index;
    if (const FigureMark *found = mark(index))
        bringIntoView(found->area);
    viewport()->update();
    announceCurrent();
}

void FigureView::announceCurrent()
{
    if (!hasFocus() || m_current < 0)
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_current);
    QAccessible::updateAccessibility(&event);
}

void FigureView::bringIntoView(const QRectF &area)
{
    const auto bring = [](QScrollBar *bar, qreal from, qreal to, int room) {
        if (from < bar->value())
            bar->setValue(static_cast<int>(from));
        else if (to > bar->value() + room)
            bar->setValue(static_cast<int>(to) - room);
    };
    bring(horizontalScrollBar(), area.left(), area.right(), viewport()->width());
    bring(verticalScrollBar(), area.top(), area.bottom(), viewport()->height());
}

void FigureView::keyPressEvent(QKeyEvent *event)
{
    const int last = markCount() - 1;
    switch (last < 0 ? 0 : event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        makeCurrent(std::min(m_current + 1, last));
        break;
    case Qt::Key_Left:
    case Qt::Key_Up:
        makeCurrent(std::max(m_current - 1, 0));
        break;
    case Qt::Key_Home:
        makeCurrent(0);
        break;
    case Qt::Key_End:
        makeCurrent(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activateMark(m_current);
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void FigureView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason && markCount() > 0)
        makeCurrent(0);
    viewport()->update();
}

void FigureView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void FigureView::mousePressEvent(QMouseEvent *event)
{
    const int index = event->button() == Qt::LeftButton ? markAt(event->position().toPoint()) : -1;
    const FigureMark *found = mark(index);
    if (!found) {
        event->setAccepted(event->button() == Qt::LeftButton);
        return;
    }
    // A second press on the selected cohort is half of a double click, which activates.
    if (found->request.isEmpty() && found->cohort == m_selected)
        makeCurrent(index);
    else
        activateMark(index);
}

void FigureView::mouseReleaseEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void FigureView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const FigureMark *found = event->button() == Qt::LeftButton ? mark(markAt(event->position().toPoint()))
                                                                : nullptr;
    if (!found)
        return;
    if (!found->request.isEmpty()) {
        const QString request = found->request;
        Q_EMIT requested(request);
    } else if (!found->cohort.isEmpty()) {
        Q_EMIT cohortActivated(found->cohort);
    }
}

bool FigureView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const FigureMark *found = mark(markAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        const bool clickable = found && (!found->request.isEmpty() || !found->cohort.isEmpty());
        viewport()->setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString words = spokenMark(markAt(help->pos()));
    if (words.isEmpty())
        QToolTip::hideText();
    else // as HTML, so that long lines wrap
        QToolTip::showText(help->globalPos(), u"<p>"_s + words.toHtmlEscaped() + u"</p>"_s, viewport());
    return true;
}

} // namespace anakinra
