// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SheetChoices.h"

#include <QDialog>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QListWidget;
class QRadioButton;
QT_END_NAMESPACE

namespace anakinra {

/// Asks what goes on a summary sheet before it is printed, shown or saved.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    /// `charts`: code and title of the figures there are; `now`: the choice of last time.
    SheetDialog(const std::vector<std::pair<QString, QString>> &charts, const SheetChoices &now,
                QWidget *parent = nullptr);

    [[nodiscard]] SheetChoices choices() const;

private:
    std::vector<std::pair<SheetForm, QRadioButton *>> m_forms;
    std::vector<std::pair<SheetSection, QCheckBox *>> m_sections;
    QListWidget *m_figures;
};

} // namespace anakinra
