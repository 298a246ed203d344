// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/kept/ViewFolder.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QLabel;
class QListWidget;
class QListWidgetItem;
QT_END_NAMESPACE

namespace anakinra {

class KeptViews;

/// The list of views: those for a tumour board, then those that were kept. Double click or Enter
/// opens one.
class ViewsPane : public QWidget
{
    Q_OBJECT

public:
    ViewsPane(KeptViews &views, QAction *keep, QWidget *parent = nullptr);

private:
    void buildActions(QAction *keep);
    void fill();
    void addHeading(const QString &text);
    void addView(const SavedView &view, int kept);
    void updateActions();
    void open(const QListWidgetItem *item);
    [[nodiscard]] const SavedView *viewOf(const QListWidgetItem *item) const;
    /// The kept view that is current; nullptr for ready-made ones.
    [[nodiscard]] const ViewFolder::Entry *currentEntry() const;

    KeptViews &m_views;
    ViewFolder::Listing m_kept;
    QListWidget *m_list;
    QLabel *m_problems;
    QAction *m_open = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_export = nullptr;
};

} // namespace anakinra
