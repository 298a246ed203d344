// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/ScrollBars.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>

namespace anakinra {

void showNeededScrollBars(QAbstractScrollArea *view)
{
    for (const QScrollBar *bar : {view->horizontalScrollBar(), view->verticalScrollBar()}) {
        if ((bar->maximum() > bar->minimum()) == bar->isVisibleTo(view))
            continue;
        QCoreApplication::postEvent(view, new QEvent(QEvent::LayoutRequest));
        return;
    }
}

} // namespace anakinra
