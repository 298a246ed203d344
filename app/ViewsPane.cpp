// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ViewsPane.h"

#include "app/KeptViews.h"
#include "models/kept/ReadyViews.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int readyRole = Qt::UserRole;    ///< int, position in readyViews()
constexpr int keptRole = Qt::UserRole + 1; ///< int, position in the listing

} // namespace

ViewsPane::ViewsPane(KeptViews &views, QAction *keep, QWidget *parent)
    : QWidget(parent), m_views(views), m_list(new QListWidget(this)), m_problems(new QLabel(this))
{
    setObjectName(u"viewsPane"_s);
    m_list->setObjectName(u"viewsList"_s);
    m_list->setAccessibleName(tr("Kept views"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_problems->setObjectName(u"viewProblems"_s);
    m_problems->setAccessibleName(tr("Views that could not be read"));
    m_problems->setTextFormat(Qt::PlainText);
    m_problems->setWordWrap(true);
    m_problems->setMargin(6);
    buildActions(keep);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 2, 4, 4);
    for (QAction *action : {keep, m_open}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(action->toolTip());
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_problems);
    layout->addLayout(buttons);

    connect(m_list, &QListWidget::itemActivated, this, &ViewsPane::open);
    connect(m_list, &QListWidget::currentItemChanged, this, &ViewsPane::updateActions);
    connect(&m_views, &KeptViews::changed, this, &ViewsPane::fill);
    fill();
}

void ViewsPane::buildActions(QAction *keep)
{
    const auto make = [this](const QString &name, const QString &text, const QString &tip,
                             const QKeySequence &key, auto what) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        action->setToolTip(tip);
        action->setStatusTip(tip);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, what);
        m_list->addAction(action);
        return action;
    };
    m_open = make(u"restoreView"_s, tr("&Open"), tr("Show what this view shows"), {},
                  [this] { open(m_list->currentItem()); });
    m_list->addAction(keep);
    m_rename = make(u"renameView"_s, tr("&Rename…"), tr("Give this view another name"), Qt::Key_F2,
                    [this] { m_views.askAndRename(*currentEntry()); });
    m_remove = make(u"removeView"_s, tr("&Delete…"), tr("Delete the file of this view"),
                    QKeySequence::Delete, [this] { m_views.askAndRemove(*currentEntry()); });
    m_export = make(u"exportView"_s, tr("&Export to file…"),
                    tr("Write this view to a file that can be mailed and opened elsewhere"), {},
                    [this] { m_views.askAndExport(*viewOf(m_list->currentItem())); });
}

void ViewsPane::addHeading(const QString &text)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setFlags(Qt::ItemIsEnabled); // read out, but not chosen
    QFont font = m_list->font();
    font.setBold(true);
    item->setFont(font);
}

void ViewsPane::addView(const SavedView &view, int kept)
{
    auto *item = new QListWidgetItem(view.name, m_list);
    item->setData(kept < 0 ? readyRole : keptRole, kept < 0 ? -kept - 1 : kept);
    item->setToolTip(tr("Double click or Enter shows this view").toHtmlEscaped());
}

void ViewsPane::fill()
{
    const QString before = m_list->currentItem() ? m_list->currentItem()->text() : QString();
    m_kept = m_views.kept();
    m_list->clear();
    addHeading(tr("For the tumour board"));
    for (std::size_t i = 0; i < readyViews().size(); ++i)
        addView(readyViews()[i], -static_cast<int>(i) - 1);
    addHeading(tr("Kept by you"));
    for (std::size_t i = 0; i < m_kept.views.size(); ++i)
        addView(m_kept.views[i].view, static_cast<int>(i));
    if (m_kept.views.empty()) {
        auto *hint = new QListWidgetItem(tr("None yet: keep what is shown now"), m_list);
        hint->setFlags(Qt::NoItemFlags);
    }
    const QList<QListWidgetItem *> same = m_list->findItems(before, Qt::MatchExactly);
    if (!before.isEmpty() && !same.isEmpty())
        m_list->setCurrentItem(same.front());
    const bool isSound = m_kept.problems.empty();
    m_problems->setText(isSound ? QString()
                                : tr("Not understood and left out:\n%1").arg(linesOf(m_kept.problems)));
    m_problems->setVisible(!isSound);
    updateActions();
}

const SavedView *ViewsPane::viewOf(const QListWidgetItem *item) const
{
    if (!item)
        return nullptr;
    if (const QVariant ready = item->data(readyRole); ready.isValid())
        return &readyViews()[static_cast<std::size_t>(ready.toInt())];
    if (const QVariant kept = item->data(keptRole); kept.isValid())
        return &m_kept.views[static_cast<std::size_t>(kept.toInt())].view;
    return nullptr;
}

const ViewFolder::Entry *ViewsPane::currentEntry() const
{
    const QListWidgetItem *item = m_list->currentItem();
    const QVariant kept = item ? item->data(keptRole) : QVariant();
    return kept.isValid() ? &m_kept.views[static_cast<std::size_t>(kept.toInt())] : nullptr;
}

void ViewsPane::updateActions()
{
    const bool any = viewOf(m_list->currentItem()) != nullptr;
    m_open->setEnabled(any);
    m_export->setEnabled(any);
    const bool kept = currentEntry() != nullptr;
    m_rename->setEnabled(kept);
    m_remove->setEnabled(kept);
}

void ViewsPane::open(const QListWidgetItem *item)
{
    if (const SavedView *view = viewOf(item))
        m_views.restore(*view);
}

} // namespace anakinra
