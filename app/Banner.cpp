// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Banner.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anakinra {

Banner::Banner(QAction *problems, QAction *shipped, QWidget *parent) :
    QFrame(parent), m_label(new QLabel(this)), m_problems(problems)
{
    setObjectName(u"banner"_s);
    // Dark text on amber in both themes, with a sign, so that colour alone says nothing.
    setStyleSheet(u"#banner { background: #f5d58a; } #banner QLabel { color: #1a1a1a; }"_s);
    m_label->setObjectName(u"bannerText"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setAccessibleName(tr("State of the library"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 8, 3);
    layout->addWidget(m_label, 1);
    for (QAction *action : {problems, shipped}) {
        auto *button = new QToolButton(this);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setDefaultAction(action);
        layout->addWidget(button);
    }
    hide();
}

void Banner::setText(const QString &text, qsizetype problems)
{
    m_label->setText(u"⚠ "_s + text);
    m_problems->setEnabled(problems > 0);
    setVisible(!text.isEmpty());
}

} // namespace anakinra
