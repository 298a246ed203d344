// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/OutcomePage.h"

#include "views/filter/OutcomeChooser.h"

using namespace Qt::StringLiterals;

namespace anakinra {

OutcomePage::OutcomePage(LibrarySession &session, QWidget *parent, const QString &fileName)
    : ViewPage(session, parent, fileName), m_chooser(new OutcomeChooser(this))
{
    addControl(tr("&Outcome:"), m_chooser);
    connect(m_chooser, &OutcomeChooser::outcomeChosen, this, &OutcomePage::controlChanged);
}

void OutcomePage::updateControls()
{
    m_chooser->setOutcomes(reportedOutcomes(session().library(), session().result().cohorts));
}

std::shared_ptr<const ChartFigure> OutcomePage::makeFigure(FigureCaption caption) const
{
    return session().result().cohorts.empty()
               ? nullptr
               : makeFigure(m_chooser->currentCode(), std::move(caption));
}

QString OutcomePage::emptyText() const
{
    return session().result().cohorts.empty() ? ViewPage::emptyText() : nothingDrawn();
}

QJsonObject OutcomePage::options() const
{
    if (m_chooser->chosenCode().isEmpty())
        return {};
    return {{u"outcome"_s, m_chooser->chosenCode()}};
}

void OutcomePage::setOptions(const QJsonObject &options)
{
    const QString code = options["outcome"_L1].toString();
    const OutcomeTerm *term =
        session().hasLibrary() ? session().library().vocabulary.outcome(code) : nullptr;
    m_chooser->setChosenCode(code, term ? term->label : QString());
    controlChanged();
}

} // namespace anakinra
