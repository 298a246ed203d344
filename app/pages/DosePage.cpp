// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/DosePage.h"

#include "views/charts/DoseFigure.h"

using namespace Qt::StringLiterals;

namespace anakinra {

DosePage::DosePage(LibrarySession &session, QWidget *parent)
    : OutcomePage(session, parent, u"dose"_s)
{
}

std::shared_ptr<const ChartFigure> DosePage::makeFigure(const QString &outcome,
                                                        FigureCaption caption) const
{
    return std::make_shared<const DoseFigure>(
        std::move(caption),
        makeDoseSeries(session().library(), session().criteria(), session().result(),
                       session().options(), outcome),
        session().options(), session().sharedLibrary());
}

QString DosePage::nothingDrawn() const
{
    return tr("No cohort of this filter reports both a daily dose and this outcome");
}

} // namespace anakinra
