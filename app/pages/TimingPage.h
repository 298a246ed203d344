// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/OutcomePage.h"

namespace anakinra {

/// When anakinra was given relative to the infusion, beside the rate of an outcome.
class TimingPage final : public OutcomePage
{
    Q_OBJECT

public:
    TimingPage(LibrarySession &session, QWidget *parent);

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure>
    makeFigure(const QString &outcome, FigureCaption caption) const override;
};

} // namespace anakinra
