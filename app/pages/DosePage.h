// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/OutcomePage.h"

namespace anakinra {

/// The rate of an outcome against the daily dose.
class DosePage final : public OutcomePage
{
    Q_OBJECT

public:
    DosePage(LibrarySession &session, QWidget *parent);

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure>
    makeFigure(const QString &outcome, FigureCaption caption) const override;
    [[nodiscard]] QString nothingDrawn() const override;
};

} // namespace anakinra
