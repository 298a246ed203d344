// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/Pages.h"

#include "app/pages/BenefitHarmPage.h"
#include "app/pages/CohortsPage.h"
#include "app/pages/ComparePage.h"
#include "app/pages/ForestPage.h"
#include "app/pages/DosePage.h"
#include "app/pages/FindingsPage.h"
#include "app/pages/GapsPage.h"
#include "app/pages/MapPage.h"
#include "app/pages/OverlapPage.h"
#include "app/pages/PeoplePage.h"
#include "app/pages/RatesPage.h"
#include "app/pages/TimingPage.h"
#include "app/pages/ReportsPage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Pages", text);
}

template<typename Page>
EvidencePage *make(LibrarySession &session, QWidget *parent)
{
    return new Page(session, parent);
}

} // namespace

std::vector<PageSpec> figurePages()
{
    return {
        {u"rates"_s, tr("Rates"), tr("CRS, ICANS and response rates side by side"), make<RatesPage>},
        {u"forest"_s, tr("Forest"), tr("One outcome of every cohort, and what can be pooled of it"),
         make<ForestPage>},
        {u"dose"_s, tr("Dose"), tr("A rate against the daily dose"), make<DosePage>},
        {u"timing"_s, tr("Timing"), tr("Days of anakinra relative to the infusion, beside a rate"),
         make<TimingPage>},
        {u"map"_s, tr("Map"), tr("Where there is evidence, and where there is none"), make<MapPage>},
        {u"benefit-harm"_s, tr("Benefit–harm"), tr("A toxicity against a response, one mark per cohort"),
         make<BenefitHarmPage>},
        {u"people"_s, tr("People"), tr("A rate as people out of 100, for teaching"), make<PeoplePage>},
        {u"compare"_s, tr("Compare"), tr("Two cohorts or two filters side by side"), make<ComparePage>},
        {u"overlap"_s, tr("Overlap"), tr("Which cohorts and reports share participants, or may"), make<OverlapPage>},
    };
}

std::vector<PageSpec> listPages(const QByteArray &tableLayout)
{
    return {
        {u"cohorts"_s, tr("Cohorts"), tr("Table of the cohorts that the filter lists"),
         [tableLayout](LibrarySession &session, QWidget *parent) -> EvidencePage * {
             return new CohortsPage(session, tableLayout, parent);
         }},
        {u"findings"_s, tr("Findings"), tr("Numbers that cannot be as printed, or need a second look"),
         make<FindingsPage>},
        {u"reports"_s, tr("Reports"), tr("Where the evidence was taken from"), make<ReportsPage>},
        {u"gaps"_s, tr("Not reported"), tr("What is reported of each cohort, and what to ask the authors"),
         make<GapsPage>},
    };
}

} // namespace anakinra
