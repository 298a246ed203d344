// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/OutcomeChooser.h"

#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

OutcomeChooser::OutcomeChooser(QWidget *parent) : QComboBox(parent)
{
    setObjectName(u"outcome"_s);
    setAccessibleName(tr("Outcome"));
    setToolTip(tr("Outcome whose rates are drawn, with the number of cohorts that report it"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(this, &QComboBox::activated, this, [this](int index) {
        m_chosen = {itemData(index).toString(), itemText(index), 0};
        const auto listed = std::ranges::find(m_outcomes, m_chosen.code, &ReportedOutcome::code);
        if (listed != m_outcomes.end())
            m_chosen = *listed;
        Q_EMIT outcomeChosen(m_chosen.code);
    });
    fill();
}

void OutcomeChooser::setOutcomes(std::vector<ReportedOutcome> outcomes)
{
    m_outcomes = std::move(outcomes);
    fill();
}

void OutcomeChooser::setChosenCode(const QString &code, const QString &label)
{
    m_chosen = {code, label.isEmpty() ? code : label, 0};
    fill();
}

void OutcomeChooser::fill()
{
    const QSignalBlocker blocker(this);
    clear();
    for (const ReportedOutcome &outcome : m_outcomes) {
        //: an outcome and the number of cohorts that report it
        addItem(tr("%1 (%2)").arg(outcome.label).arg(outcome.cohorts), outcome.code);
    }
    if (!m_chosen.code.isEmpty() && findData(m_chosen.code) < 0)
        addItem(tr("%1 (not reported here)").arg(m_chosen.label), m_chosen.code);
    setCurrentIndex(findData(m_chosen.code.isEmpty() ? startingOutcome(m_outcomes) : m_chosen.code));
    setEnabled(count() > 0);
}

} // namespace anakinra
