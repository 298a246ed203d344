// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/TimingPage.h"

#include "views/charts/TimingFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra {

TimingPage::TimingPage(LibrarySession &session, QWidget *parent)
    : OutcomePage(session, parent, u"timing"_s)
{
}

std::shared_ptr<const ChartFigure> TimingPage::makeFigure(const QString &outcome,
                                                          FigureCaption caption) const
{
    return std::make_shared<const TimingFigure>(
        std::move(caption),
        makeTimingSeries(session().library(), session().criteria(), session().result(),
                         session().options(), outcome),
        session().options(), session().sharedLibrary());
}

} // namespace anakinra
