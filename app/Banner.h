// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QAction;
class QLabel;

namespace anakinra {

/// A strip that stays as long as what it says is true: the library is not the shipped one, or was
/// loaded in part.
class Banner : public QFrame
{
    Q_OBJECT

public:
    Banner(QAction *problems, QAction *shipped, QWidget *parent = nullptr);

    /// "" hides the banner; `problems` is how many can be listed.
    void setText(const QString &text, qsizetype problems);

private:
    QLabel *m_label;
    QAction *m_problems;
};

} // namespace anakinra
