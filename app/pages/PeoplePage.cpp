// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/PeoplePage.h"

#include "models/figures/NaturalFrequency.h"
#include "models/output/RateReproduction.h"
#include "views/charts/PeopleFigure.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace anakinra {

PeoplePage::PeoplePage(LibrarySession &session, QWidget *parent)
    : ViewPage(session, parent, u"people"_s), m_rate(new QComboBox(this))
{
    m_rate->setObjectName(u"peopleRate"_s);
    m_rate->setAccessibleName(tr("Rate"));
    m_rate->setToolTip(tr("Rates of the listed cohorts with a printed count and at least %1 patients")
                           .arg(leastForNaturalFrequency));
    addControl(tr("&Rate:"), m_rate);
    connect(m_rate, &QComboBox::activated, this, [this] {
        const QStringList key = m_rate->currentData().toStringList();
        m_cohort = key.value(0);
        m_outcome = key.value(1);
        controlChanged();
    });
}

void PeoplePage::updateControls()
{
    const Library &library = session().library();
    m_rate->clear();
    int chosen = -1;
    const auto choices = isTooMuch() ? std::vector<NaturalFrequencyChoice>()
                                     : naturalFrequencyChoices(library, session().result().cohorts,
                                                               session().options());
    for (const NaturalFrequencyChoice &choice : choices) {
        const QString &id = library.cohorts[static_cast<std::size_t>(choice.cohort)].id;
        if (id == m_cohort && choice.outcome == m_outcome)
            chosen = m_rate->count();
        m_rate->addItem(choice.label, QStringList{id, choice.outcome});
    }
    m_rate->setCurrentIndex(std::max(chosen, m_rate->count() > 0 ? 0 : -1));
    m_rate->setEnabled(m_rate->count() > 0);
}

std::shared_ptr<const ChartFigure> PeoplePage::makeFigure(FigureCaption caption) const
{
    const QStringList key = m_rate->currentData().toStringList();
    const int cohort = session().library().cohortIndex.value(key.value(0), -1);
    if (cohort < 0)
        return nullptr;
    const auto frequency =
        makeNaturalFrequency(session().library(), cohort, key.value(1), session().options());
    if (!frequency)
        return nullptr;
    return std::make_shared<const PeopleFigure>(
        *frequency, std::move(caption),
        [library = session().sharedLibrary(), rate = frequency->rate, options = session().options()] {
            return rateReproduction(*library, {rate}, options);
        });
}

QString PeoplePage::emptyText() const
{
    return tr("None of these cohorts reports a count of at least %1 patients: with fewer, the interval "
              "would fill the picture")
        .arg(leastForNaturalFrequency);
}

QJsonObject PeoplePage::options() const
{
    return {{u"cohort"_s, m_cohort}, {u"outcome"_s, m_outcome}};
}

void PeoplePage::setOptions(const QJsonObject &options)
{
    m_cohort = options["cohort"_L1].toString();
    m_outcome = options["outcome"_L1].toString();
    controlChanged();
}

} // namespace anakinra
