// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolScript.h"

#include "models/output/TableMakers.h"

namespace anakinra {

using namespace Qt::StringLiterals;

CohortTable poolRowTable()
{
    CohortTable table;
    table.columns = {{u"pool"_s, {}, u"\"all\", or the code of a group"_s},
                     {u"study"_s, {}, u"id of the study, one row each in every pool"_s},
                     {u"label"_s, {}, u"name of the study"_s},
                     {u"cohorts"_s, {}, u"ids of the cohorts whose counts the row adds up"_s},
                     {u"events"_s, {}, u"participants with the event"_s},
                     {u"n"_s, {}, u"denominator of the outcome"_s}};
    return table;
}

void addPoolRows(CohortTable &table, const Library &library, const QString &pool,
             const GuardedPool &guard)
{
    for (const PoolRow &row : guard.rows) {
        QStringList ids;
        for (const int cohort : row.cohorts)
            ids << library.cohorts[static_cast<std::size_t>(cohort)].id;
        const Study *study =
            row.study < 0 ? nullptr : &library.studies[static_cast<std::size_t>(row.study)];
        table.rows.push_back({textCell(pool), textCell(study ? study->id : QString()),
                              textCell(study ? study->label : QString()), textCell(ids.join(u' ')),
                              static_cast<double>(row.events), static_cast<double>(row.n)});
    }
}

} // namespace anakinra
