// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ViewPage.h"

namespace anakinra {

class OutcomeChooser;

/// A chosen toxicity against a chosen response.
class BenefitHarmPage : public ViewPage
{
    Q_OBJECT

public:
    BenefitHarmPage(LibrarySession &session, QWidget *parent);

    /// {"harm": outcome code, "benefit": outcome code}
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const override;
    [[nodiscard]] QString emptyText() const override;
    void updateControls() override;

private:
    [[nodiscard]] OutcomeChooser *addChooser(const QString &name, const QString &label, const QString &tip);

    OutcomeChooser *m_harm;
    OutcomeChooser *m_benefit;
};

} // namespace anakinra
