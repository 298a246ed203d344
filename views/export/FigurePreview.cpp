// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigurePreview.h"

#include <QPainter>

#include <algorithm>

namespace anakinra {

namespace {
constexpr int edge = 10; ///< of desk around the paper, in pixels
}

FigurePreview::FigurePreview(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void FigurePreview::setFigure(const FigureRecipe &figure, const ExportSpec &spec)
{
    m_figure = figure;
    m_spec = spec;
    renderAgain();
}

void FigurePreview::renderAgain()
{
    m_image = {};
    const Result<QSizeF> size = m_figure.scene ? figureSizeMm(m_figure, m_spec) : Problem{};
    if (size) {
        const double across = (width() - 2 * edge) / size->width();
        const double down = (height() - 2 * edge) / size->height();
        ExportSpec small = m_spec;
        small.heightMm = size->height();
        small.dpi = std::clamp(static_cast<int>(std::min(across, down) * 25.4 * devicePixelRatioF()), 10, 600);
        if (const Result<QImage> image = renderImage(m_figure, small))
            m_image = *image;
    }
    update();
}

void FigurePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    renderAgain();
}

void FigurePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Mid));
    if (m_image.isNull())
        return;
    const QSizeF shown = QSizeF(m_image.size()) / devicePixelRatioF();
    const QPointF corner((width() - shown.width()) / 2.0, (height() - shown.height()) / 2.0);
    painter.drawImage(QRectF(corner, shown), m_image);
}

} // namespace anakinra
