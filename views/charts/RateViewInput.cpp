// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateView.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

// The part of RateView that answers pointer, keyboard and screen reader.
namespace anakinra {

QPoint RateView::sceneOffset() const
{
    return {horizontalScrollBar()->value(), isScrolledByRow() ? 0 : verticalScrollBar()->value()};
}

RateView::MarkKey RateView::keyOf(const RateMark &mark) const
{
    return {m_first + mark.cohort, mark.panel, mark.outcome};
}

const Rate &RateView::rateOfMark(const RateMark &mark) const
{
    const RatePanel &panel = m_figure.series.panels[static_cast<std::size_t>(mark.panel)];
    return panel.rates[static_cast<std::size_t>(mark.cohort)][static_cast<std::size_t>(mark.outcome)];
}

int RateView::markAt(QPoint position) const
{
    ensureBuilt();
    const QPointF point = position + sceneOffset();
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const RateMark &mark) { return mark.slot.contains(point); });
    return found == m_marks.end() ? -1 : static_cast<int>(found - m_marks.begin());
}

int RateView::rowAt(QPoint position) const
{
    if (const int mark = markAt(position); mark >= 0)
        return keyOf(m_marks[static_cast<std::size_t>(mark)]).row;
    const QPointF point = position + sceneOffset();
    for (const auto &[cohort, area] : m_cohortAreas) {
        if (area.contains(point))
            return m_first + cohort;
    }
    return -1;
}

QRect RateView::markRect(int mark) const
{
    ensureBuilt();
    if (mark < 0 || mark >= static_cast<int>(m_marks.size()))
        return {};
    return m_marks[static_cast<std::size_t>(mark)].slot.translated(-sceneOffset()).toRect();
}

QString RateView::spokenMark(int mark) const
{
    ensureBuilt();
    if (!m_library || mark < 0 || mark >= static_cast<int>(m_marks.size()))
        return {};
    return spokenRate(*m_library, rateOfMark(m_marks[static_cast<std::size_t>(mark)]), m_figure.options);
}

QString RateView::markCohortId(int mark) const
{
    ensureBuilt();
    if (mark < 0 || mark >= static_cast<int>(m_marks.size()))
        return {};
    return cohortIdOfRow(keyOf(m_marks[static_cast<std::size_t>(mark)]).row);
}

QString RateView::markOutcome(int mark) const
{
    ensureBuilt();
    if (mark < 0 || mark >= static_cast<int>(m_marks.size()))
        return {};
    return rateOfMark(m_marks[static_cast<std::size_t>(mark)]).outcome;
}

int RateView::currentMark() const
{
    ensureBuilt();
    const auto found = std::find_if(m_marks.begin(), m_marks.end(),
                                    [&](const RateMark &mark) { return keyOf(mark) == m_current; });
    return found == m_marks.end() ? -1 : static_cast<int>(found - m_marks.begin());
}

void RateView::activateMark(int mark)
{
    const QString id = markCohortId(mark);
    if (id.isEmpty())
        return;
    makeCurrent(keyOf(m_marks[static_cast<std::size_t>(mark)]));
    if (id == m_selected) {
        Q_EMIT cohortActivated(id);
        return;
    }
    setSelectedCohort(id);
    Q_EMIT cohortSelected(id);
}

void RateView::makeCurrent(MarkKey key)
{
    m_current = key;
    scrollToRow(key.row);
    viewport()->update();
    const int mark = currentMark();
    if (mark < 0)
        return;
    if (!isScrolledByRow() || horizontalScrollBar()->maximum() > 0) {
        const QRect rect = markRect(mark);
        if (rect.left() < 0 || rect.right() > viewport()->width())
            horizontalScrollBar()->setValue(horizontalScrollBar()->value() + rect.center().x()
                                            - viewport()->width() / 2);
    }
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(mark);
        QAccessible::updateAccessibility(&event);
    }
}

void RateView::stepMarks(int step)
{
    const int current = currentMark();
    if (current < 0) {
        if (!m_marks.empty())
            makeCurrent(keyOf(m_marks.front()));
        return;
    }
    const int next = current + step;
    if (next >= 0 && next < static_cast<int>(m_marks.size())) {
        makeCurrent(keyOf(m_marks[static_cast<std::size_t>(next)]));
        return;
    }
    // Beyond the rows in view: the last rate of the row before, the first of the row after.
    const int row = m_current.row + step;
    if (row < 0 || row >= rowCount() || m_figure.series.panels.empty())
        return;
    const RatePanel &last = m_figure.series.panels.back();
    makeCurrent(step > 0 ? MarkKey{row, 0, 0}
                         : MarkKey{row, static_cast<int>(m_figure.series.panels.size()) - 1,
                                   static_cast<int>(last.outcomes.size()) - 1});
}

void RateView::stepRows(int step)
{
    if (m_current.row < 0) {
        stepMarks(1);
        return;
    }
    const int row = std::clamp(m_current.row + step, 0, rowCount() - 1);
    makeCurrent({row, m_current.panel, m_current.outcome});
}

void RateView::keyPressEvent(QKeyEvent *event)
{
    ensureBuilt();
    if (rowCount() == 0) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const int page = std::max(1, m_shown - 1);
    switch (event->key()) {
    case Qt::Key_Right:
        stepMarks(1);
        break;
    case Qt::Key_Left:
        stepMarks(-1);
        break;
    case Qt::Key_Down:
        stepRows(1);
        break;
    case Qt::Key_Up:
        stepRows(-1);
        break;
    case Qt::Key_PageDown:
        stepRows(page);
        break;
    case Qt::Key_PageUp:
        stepRows(-page);
        break;
    case Qt::Key_Home:
        stepRows(-rowCount());
        break;
    case Qt::Key_End:
        stepRows(rowCount());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        activateMark(currentMark());
        break;
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    event->accept();
}

void RateView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (m_current.row < 0 && event->reason() != Qt::MouseFocusReason)
        stepMarks(1);
    viewport()->update();
}

void RateView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int row = rowAt(position);
    if (event->button() != Qt::LeftButton || row < 0) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    if (const int mark = markAt(position); mark >= 0)
        makeCurrent(keyOf(m_marks[static_cast<std::size_t>(mark)]));
    const QString id = cohortIdOfRow(row);
    if (id.isEmpty() || id == m_selected)
        return;
    setSelectedCohort(id);
    Q_EMIT cohortSelected(id);
}

void RateView::mouseReleaseEvent(QMouseEvent *event)
{
    event->setAccepted(event->button() == Qt::LeftButton);
}

void RateView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QString id = cohortIdOfRow(rowAt(event->position().toPoint()));
    if (event->button() == Qt::LeftButton && !id.isEmpty())
        Q_EMIT cohortActivated(id);
}

bool RateView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int mark = markAt(help->pos());
    QString words = spokenMark(mark);
    if (const int row = rowAt(help->pos()); words.isEmpty() && row >= 0 && m_library)
        words = cohortTitle(*m_library, m_rows.cohorts[static_cast<std::size_t>(row)]);
    if (words.isEmpty())
        QToolTip::hideText();
    else // as HTML, so that long lines wrap
        QToolTip::showText(help->globalPos(), u"<p>"_s + words.toHtmlEscaped() + u"</p>"_s, viewport());
    return true;
}

} // namespace anakinra
