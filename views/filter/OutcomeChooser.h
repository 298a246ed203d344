// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/ReportedOutcomes.h"

#include <QComboBox>

namespace anakinra {

/// Chooses one of the outcomes that the cohorts at hand report. What the reader chose stays chosen
/// when the list changes, even while no cohort reports it; until then the usual one is shown.
class OutcomeChooser : public QComboBox
{
    Q_OBJECT

public:
    explicit OutcomeChooser(QWidget *parent = nullptr);

    /// Does not emit.
    void setOutcomes(std::vector<ReportedOutcome> outcomes);
    /// The outcome to draw; "" = nobody has chosen one and none is reported.
    [[nodiscard]] QString currentCode() const { return currentData().toString(); }

    /// What the reader chose, "" = nothing yet: for kept options.
    [[nodiscard]] QString chosenCode() const { return m_chosen.code; }
    /// Takes a choice back up; does not emit. `label` is shown while no cohort reports the outcome.
    void setChosenCode(const QString &code, const QString &label = {});

Q_SIGNALS:
    void outcomeChosen(const QString &code); ///< by the reader

private:
    void fill();

    std::vector<ReportedOutcome> m_outcomes;
    ReportedOutcome m_chosen;
};

} // namespace anakinra
