// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/BenefitHarmPage.h"

#include "models/figures/BenefitHarm.h"
#include "views/charts/BenefitHarmFigure.h"
#include "views/filter/OutcomeChooser.h"

using namespace Qt::StringLiterals;

namespace anakinra {

BenefitHarmPage::BenefitHarmPage(LibrarySession &session, QWidget *parent)
    : ViewPage(session, parent, u"benefit-harm"_s),
      m_harm(addChooser(u"harm"_s, tr("&Toxicity:"), tr("The toxicity, drawn across"))),
      m_benefit(addChooser(u"benefit"_s, tr("Re&sponse:"), tr("The tumour response, drawn upwards")))
{
}

OutcomeChooser *BenefitHarmPage::addChooser(const QString &name, const QString &label, const QString &tip)
{
    auto *chooser = new OutcomeChooser(this);
    chooser->setObjectName(name);
    chooser->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    chooser->setToolTip(tip);
    addControl(label, chooser);
    connect(chooser, &OutcomeChooser::outcomeChosen, this, &BenefitHarmPage::controlChanged);
    return chooser;
}

void BenefitHarmPage::updateControls()
{
    const auto reported = reportedOutcomes(session().library(), session().result().cohorts);
    m_harm->setOutcomes(ofDomain(session().library(), reported, Domain::ToxicityIncidence));
    m_benefit->setOutcomes(ofDomain(session().library(), reported, Domain::TumourResponse));
}

std::shared_ptr<const ChartFigure> BenefitHarmPage::makeFigure(FigureCaption caption) const
{
    return std::make_shared<const BenefitHarmFigure>(
        session().sharedLibrary(),
        makeBenefitHarm(session().library(), session().result().cohorts, m_harm->currentCode(),
                        m_benefit->currentCode(), session().options()),
        session().options(), std::move(caption));
}

QString BenefitHarmPage::emptyText() const
{
    return session().result().cohorts.empty()
        ? ViewPage::emptyText()
        : tr("None of these cohorts reports both this toxicity and this response");
}

QJsonObject BenefitHarmPage::options() const
{
    return {{u"harm"_s, m_harm->chosenCode()}, {u"benefit"_s, m_benefit->chosenCode()}};
}

void BenefitHarmPage::setOptions(const QJsonObject &options)
{
    m_harm->setChosenCode(options["harm"_L1].toString());
    m_benefit->setChosenCode(options["benefit"_L1].toString());
    controlChanged();
}

} // namespace anakinra
