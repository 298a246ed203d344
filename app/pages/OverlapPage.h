// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ViewPage.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
QT_END_NAMESPACE

namespace anakinra {

/// Which listed cohorts and reports share participants, and whether totals and pools count possible
/// overlaps only once.
class OverlapPage : public ViewPage
{
    Q_OBJECT

public:
    OverlapPage(LibrarySession &session, QWidget *parent);

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] std::size_t mostCohorts() const override;
    void updateControls() override;

private:
    QCheckBox *m_once;
};

} // namespace anakinra
