// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/SheetDialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// The figures of last time come first and in their order, then the others.
std::vector<std::pair<QString, QString>> inOrder(std::vector<std::pair<QString, QString>> charts,
                                                 const QStringList &chosen)
{
    std::ranges::stable_sort(charts, {}, [&](const auto &chart) {
        const auto position = chosen.indexOf(chart.first);
        return position < 0 ? chosen.size() : position;
    });
    return charts;
}

} // namespace

SheetDialog::SheetDialog(const std::vector<std::pair<QString, QString>> &charts,
                         const SheetChoices &now, QWidget *parent)
    : QDialog(parent), m_figures(new QListWidget(this))
{
    setObjectName(u"sheetDialog"_s);
    setWindowTitle(tr("Summary sheet"));
    auto *forms = new QGroupBox(tr("Form"), this);
    auto *formLayout = new QVBoxLayout(forms);
    for (const auto &form : CodeList<SheetForm>::entries) {
        auto *button = new QRadioButton(form.label.toString(), forms);
        button->setObjectName(u"form-"_s + form.code);
        button->setAccessibleName(button->text());
        button->setChecked(form.value == now.form);
        formLayout->addWidget(button);
        m_forms.emplace_back(form.value, button);
    }
    auto *sections = new QGroupBox(tr("Sections"), this);
    auto *sectionLayout = new QVBoxLayout(sections);
    for (const auto &section : CodeList<SheetSection>::entries) {
        auto *box = new QCheckBox(section.label.toString(), sections);
        box->setObjectName(u"section-"_s + section.code);
        box->setAccessibleName(box->text());
        box->setChecked(now.has(section.value));
        sectionLayout->addWidget(box);
        m_sections.emplace_back(section.value, box);
    }
    auto *figures = new QGroupBox(tr("Figures, in order"), this);
    m_figures->setObjectName(u"sheetFigures"_s);
    m_figures->setAccessibleName(tr("Figures on the sheet, in order"));
    m_figures->setDragDropMode(QAbstractItemView::InternalMove);
    m_figures->setMaximumHeight(140);
    for (const auto &[code, title] : inOrder(charts, now.figures)) {
        auto *item = new QListWidgetItem(title, m_figures);
        item->setData(Qt::UserRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(now.figures.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
    (new QVBoxLayout(figures))->addWidget(m_figures);
    for (const auto &[section, box] : m_sections) {
        if (section == SheetSection::Figures) {
            figures->setEnabled(box->isChecked());
            connect(box, &QCheckBox::toggled, figures, &QWidget::setEnabled);
        }
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *go = buttons->addButton(tr("&Continue"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"continue"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *all = new QVBoxLayout(this);
    for (QWidget *part : std::initializer_list<QWidget *>{forms, sections, figures, buttons})
        all->addWidget(part);
}

SheetChoices SheetDialog::choices() const
{
    SheetChoices choices;
    for (const auto &[form, button] : m_forms) {
        if (button->isChecked())
            choices.form = form;
    }
    for (const auto &[section, box] : m_sections)
        choices.set(section, box->isChecked());
    choices.figures.clear();
    for (int row = 0; row < m_figures->count(); ++row) {
        const QListWidgetItem *item = m_figures->item(row);
        if (item->checkState() == Qt::Checked)
            choices.figures << item->data(Qt::UserRole).toString();
    }
    return choices;
}

} // namespace anakinra
