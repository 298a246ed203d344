// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ViewPage.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace anakinra {

/// One rate as people out of 100.
class PeoplePage : public ViewPage
{
    Q_OBJECT

public:
    PeoplePage(LibrarySession &session, QWidget *parent);

    /// {"cohort": id, "outcome": code}
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const override;
    [[nodiscard]] QString emptyText() const override;
    void updateControls() override;

private:
    QComboBox *m_rate;
    QString m_cohort;  ///< what the reader chose, "" = nothing yet
    QString m_outcome;
};

} // namespace anakinra
