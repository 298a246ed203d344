// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ComposeDialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

template<typename Control>
Control *named(Control *control, const QString &objectName, const QString &accessibleName)
{
    control->setObjectName(objectName);
    control->setAccessibleName(accessibleName);
    return control;
}

} // namespace

ComposeDialog::ComposeDialog(const std::vector<std::pair<QString, QString>> &charts,
                             const QStringList &ticked, QWidget *parent)
    : QDialog(parent),
      m_list(named(new QListWidget(this), u"panels"_s, tr("Charts on the page, in order"))),
      m_across(named(new QSpinBox(this), u"across"_s, tr("Panels side by side"))),
      m_up(named(new QPushButton(tr("Move &up"), this), u"moveUp"_s, tr("Move the chart up"))),
      m_down(
          named(new QPushButton(tr("Move &down"), this), u"moveDown"_s, tr("Move the chart down")))
{
    setObjectName(u"composeDialog"_s);
    setWindowTitle(tr("Figure of several panels"));
    for (const auto &[code, title] : charts) {
        auto *item = new QListWidgetItem(title, m_list);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(ticked.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setCurrentRow(0);
    m_across->setRange(1, 3);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_continue = named(buttons->addButton(tr("&Continue…"), QDialogButtonBox::AcceptRole),
                       u"continue"_s, tr("Continue to size and format"));

    auto *moves = new QHBoxLayout;
    moves->addWidget(m_up);
    moves->addWidget(m_down);
    moves->addStretch(1);
    auto *form = new QFormLayout;
    form->addRow(tr("&Panels side by side:"), m_across);
    auto *all = new QVBoxLayout(this);
    all->addWidget(
        new QLabel(tr("Tick the charts that go on the page. They are lettered A, B, C from the "
                      "top and show what the filter lists now."),
                   this));
    all->addWidget(m_list, 1);
    all->addLayout(moves);
    all->addLayout(form);
    all->addWidget(buttons);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::itemChanged, this, &ComposeDialog::updateButtons);
    connect(m_list, &QListWidget::currentRowChanged, this, &ComposeDialog::updateButtons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButtons();
}

PanelChoice ComposeDialog::choice() const
{
    PanelChoice choice;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            choice.panels << item->data(Qt::UserRole).toString();
    }
    choice.across = m_across->value();
    return choice;
}

void ComposeDialog::move(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(row));
    m_list->setCurrentRow(to);
}

void ComposeDialog::updateButtons()
{
    m_continue->setEnabled(!choice().panels.isEmpty());
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() + 1 < m_list->count());
}

} // namespace anakinra
