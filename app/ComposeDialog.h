// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QListWidget;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace anakinra {

/// Which charts go on one page.
struct PanelChoice
{
    QStringList panels; ///< codes of charts, in the order of the page; not empty
    int across = 1;     ///< side by side
};

/// Asks for it: a list to tick and to drag into order.
class ComposeDialog : public QDialog
{
    Q_OBJECT

public:
    /// `charts`: code and title of each; `ticked`: codes to begin with.
    ComposeDialog(const std::vector<std::pair<QString, QString>> &charts, const QStringList &ticked,
                  QWidget *parent = nullptr);

    [[nodiscard]] PanelChoice choice() const;

private:
    void move(int by);
    void updateButtons();

    QListWidget *m_list;
    QSpinBox *m_across;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_continue = nullptr;
};

} // namespace anakinra
