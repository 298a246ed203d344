// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ChartDress.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>

#include <cmath>

namespace anakinra {

QChart *addDressedChart(QGraphicsScene &scene, const QRectF &geometry, const QRectF &plot)
{
    auto *chart = new QChart;
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setDropShadowEnabled(false); // it would be a bitmap in PDF
    chart->setBackgroundRoundness(0.0);
    chart->legend()->hide();
    chart->setMargins({});
    chart->layout()->setContentsMargins(0.0, 0.0, 0.0, 0.0); // the default depends on style and dpi
    scene.addItem(chart);
    chart->setGeometry(geometry);
    // A fixed plot area is taken over only after a first layout, which is cheap without axes.
    chart->layout()->activate();
    chart->setPlotArea(plot.translated(-geometry.topLeft()));
    return chart;
}

void dressAxis(QAbstractAxis &axis, const FigureStyle &style)
{
    QFont font(style.fontFamily);
    font.setPixelSize(static_cast<int>(std::lround(ptToUnits(style.labelPt))));
    font.setHintingPreference(QFont::PreferNoHinting);
    axis.setLabelsFont(font);
    axis.setLabelsBrush(style.ink);
    axis.setLabelsColor(style.ink);
    axis.setLinePen(QPen(style.ink, ptToUnits(style.linePt)));
    axis.setGridLinePen(QPen(style.grid, ptToUnits(0.5)));
    axis.setMinorGridLineVisible(false);
    axis.setShadesVisible(false);
    axis.setTruncateLabels(false);
}

QAbstractSeries *layOut(QChart &chart)
{
    auto *series = new QLineSeries;
    chart.addSeries(series);
    const QList<QAbstractAxis *> axes = chart.axes();
    for (QAbstractAxis *axis : axes)
        series->attachAxis(axis);
    chart.layout()->invalidate();
    chart.layout()->activate();
    return series;
}

} // namespace anakinra
