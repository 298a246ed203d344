// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/Pages.h"

#include "app/pages/CohortsPage.h"
#include "app/pages/RatesPage.h"

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
    };
}

std::vector<PageSpec> listPages(const QByteArray &tableLayout)
{
    return {
        {u"cohorts"_s, tr("Cohorts"), tr("Table of the cohorts that the filter lists"),
         [tableLayout](LibrarySession &session, QWidget *parent) -> EvidencePage * {
             return new CohortsPage(session, tableLayout, parent);
         }},
    };
}

} // namespace anakinra
