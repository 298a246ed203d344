// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ViewPage.h"
#include "models/figures/EvidenceMap.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace anakinra {

/// The evidence map: a click on a field filters, a second click clears.
class MapPage : public ViewPage
{
    Q_OBJECT

public:
    MapPage(LibrarySession &session, QWidget *parent);

    /// {"rows": axis, "columns": axis}, codes of MapAxis
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;

protected:
    [[nodiscard]] std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const override;
    /// Any number: it draws sums.
    [[nodiscard]] std::size_t mostCohorts() const override;
    void takeRequest(const QString &request) override;

private:
    [[nodiscard]] QComboBox *addAxis(const QString &name, const QString &label, const QString &tip, MapAxis axis);
    [[nodiscard]] EvidenceMap map() const;
    void axisChanged(QComboBox *changed, QComboBox *other);

    QComboBox *m_rows;
    QComboBox *m_columns;
};

} // namespace anakinra
