// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ViewPage.h"

namespace anakinra {

class OutcomeChooser;

/// A figure about one outcome, which is chosen above it.
class OutcomePage : public ViewPage
{
    Q_OBJECT

public:
    /// {"outcome": CODE}, without it while nobody has chosen one
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

protected:
    OutcomePage(LibrarySession &session, QWidget *parent, const QString &fileName);

    /// `outcome`: "" where no cohort reports a rate. There is at least one cohort.
    [[nodiscard]] virtual std::shared_ptr<const ChartFigure>
    makeFigure(const QString &outcome, FigureCaption caption) const = 0;
    /// Why a figure of at least one cohort has nothing to draw.
    [[nodiscard]] virtual QString nothingDrawn() const { return {}; }

private:
    [[nodiscard]] std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const final;
    [[nodiscard]] QString emptyText() const final;
    void updateControls() final;

    OutcomeChooser *m_chooser;
};

} // namespace anakinra
