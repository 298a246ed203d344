// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/FindingsTable.h"

#include "models/figures/FindingText.h"
#include "models/output/TableMakers.h"

using namespace Qt::StringLiterals;

namespace anakinra {

CohortTable makeFindingsTable(const Library &library, std::span<const Finding *const> findings,
                              const RateOptions &options, const FigureContext &context)
{
    CohortTable table;
    table.columns = {{u"id"_s, u"Finding id"_s, u"Code of the check and of the number"_s},
                     {u"severity"_s, u"Severity"_s,
                      u"error = the record is at fault; impossible = cannot be as printed; note = "
                      "worth knowing"_s},
                     {u"check"_s, u"Check"_s, u"Which check found it"_s},
                     {u"study"_s, u"Study id"_s, u"Id of the study"_s},
                     {u"cohort"_s, u"Cohort id"_s, u"Id of the cohort"_s},
                     {u"number"_s, u"Number"_s, u"What the number counts"_s},
                     {u"text"_s, u"Finding"_s, u"What is found"_s},
                     {u"working"_s, u"Working"_s, u"The arithmetic behind it"_s}};
    for (const Finding *finding : findings) {
        const int cohort = finding->target.cohort;
        table.rows.push_back(
            {textCell(finding->id), textCell(codeOf(finding->severity)), textCell(codeOf(finding->check)),
             textCell(finding->study),
             cohort < 0 ? TableCell() : textCell(library.cohorts[static_cast<std::size_t>(cohort)].id),
             textCell(numberName(library, finding->target)), textCell(finding->text),
             textCell(finding->working)});
    }
    table.facts = tableFacts(context, options);
    return table;
}

} // namespace anakinra
