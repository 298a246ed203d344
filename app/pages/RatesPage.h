// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"

namespace anakinra {

class RateView;

/// Rates of toxicity and response side by side: the first thing that is seen.
class RatesPage : public FigurePage
{
    Q_OBJECT

public:
    RatesPage(LibrarySession &session, QWidget *parent);

    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    /// {"groupBy": "outcome" | "cohort"}
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;
    [[nodiscard]] AskedNumber askedNumber() const override;
    [[nodiscard]] ExportableFigure figure() const override;
    [[nodiscard]] FigureTable table() const override;

    [[nodiscard]] RateGrouping grouping() const { return m_grouping; }
    void setGrouping(RateGrouping grouping);

private:
    RateView *m_view;
    RateGrouping m_grouping = RateGrouping::ByOutcome;
};

} // namespace anakinra
