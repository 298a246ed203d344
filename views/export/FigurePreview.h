// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/export/FigureExporter.h"

#include <QWidget>

namespace anakinra {

/// Shows the real output of an export, scaled to the widget: the same scene, painted by the same
/// code at the resolution of the screen.
class FigurePreview : public QWidget
{
    Q_OBJECT

public:
    explicit FigurePreview(QWidget *parent = nullptr);

    void setFigure(const FigureRecipe &figure, const ExportSpec &spec);
    [[nodiscard]] const QImage &image() const { return m_image; }

    [[nodiscard]] QSize sizeHint() const override { return {620, 460}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void renderAgain();

    FigureRecipe m_figure;
    ExportSpec m_spec;
    QImage m_image; ///< null where the figure does not fit
};

} // namespace anakinra
