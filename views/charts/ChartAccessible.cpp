// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ChartAccessible.h"

#include "views/charts/MarkedView.h"

#include <QAbstractScrollArea>
#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>

#include <vector>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// One mark. It asks the view for everything, so it need not be told of changes.
class MarkAccessible final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    MarkAccessible(QAbstractScrollArea *view, MarkedView *marks, int mark)
        : m_view(view), m_marks(marks), m_mark(mark)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_view && m_mark < m_marks->markCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QWindow *window() const override { return m_view->window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QRect rect() const override
    {
        const QRect inView = m_marks->markRect(m_mark);
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_marks->spokenMark(m_mark) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.readOnly = true;
        state.focused = m_view->hasFocus() && m_marks->currentMark() == m_mark;
        state.selected = isValid() && m_marks->isMarkSelected(m_mark);
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && isValid())
            m_marks->activateMark(m_mark);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QPointer<QAbstractScrollArea> m_view;
    MarkedView *m_marks; ///< the same widget
    int m_mark;
};

class ChartAccessible final : public QAccessibleWidget
{
public:
    ChartAccessible(QAbstractScrollArea *view, MarkedView *marks)
        : QAccessibleWidget(view, QAccessible::Chart), m_marks(marks)
    {
    }
    ~ChartAccessible() override { forget(); }
    Q_DISABLE_COPY_MOVE(ChartAccessible)

    [[nodiscard]] QAbstractScrollArea *view() const { return static_cast<QAbstractScrollArea *>(widget()); }
    [[nodiscard]] int childCount() const override { return m_marks->markCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        auto &known = m_ids[index];
        if (known == 0)
            known = QAccessible::registerAccessibleInterface(new MarkAccessible(view(), m_marks, index));
        return QAccessible::accessibleInterface(known);
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == wanted)
                return it.key();
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(m_marks->currentMark()) : nullptr;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        // computed when asked for, so that a description costs nothing where nobody listens
        return kind == QAccessible::Description ? m_marks->summary() : QAccessibleWidget::text(kind);
    }
    void forget()
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
    }

private:
    MarkedView *m_marks;
    mutable QHash<int, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<QAbstractScrollArea *>(object);
    auto *marks = dynamic_cast<MarkedView *>(view);
    return marks ? new ChartAccessible(view, marks) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void forgetChartMarks(QWidget *view)
{
    if (!QAccessible::isActive())
        return;
    if (auto *known = dynamic_cast<ChartAccessible *>(QAccessible::queryAccessibleInterface(view)))
        known->forget();
}

} // namespace anakinra
