// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ReportsTable.h"

#include "models/output/TableMakers.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

TableCell amount(int number) { return TableCell(static_cast<double>(number)); }

} // namespace

CohortTable makeReportsTable(const Library &library, std::span<const ReportRow> rows,
                             const RateOptions &options, const FigureContext &context)
{
    const QString taken = u"How many recorded values stand in this report"_s;
    CohortTable table;
    table.columns = {{u"id"_s, u"Report id"_s, u"Id of the report"_s},
                     {u"study"_s, u"Study"_s, u"Study that it reports"_s},
                     {u"kind"_s, u"Kind"_s, u"Kind of report"_s},
                     {u"peer-review"_s, u"Peer review"_s, u"Whether it was peer-reviewed"_s},
                     {u"reference"_s, u"Reference"_s,
                      u"As far as recorded; * = added by the curator, not printed in what was read"_s},
                     {u"document"_s, u"Document"_s, u"What was read"_s},
                     {u"cohorts"_s, u"Cohorts"_s, u"Cohorts about which it says something"_s},
                     {u"outcomes"_s, u"Outcomes"_s, taken},
                     {u"regimens"_s, u"Regimens"_s, taken},
                     {u"characteristics"_s, u"Characteristics"_s, taken},
                     {u"comparisons"_s, u"Comparisons"_s, taken},
                     {u"notes"_s, u"Notes"_s, taken},
                     {u"others"_s, u"Other values"_s, taken},
                     {u"only-here"_s, u"Only here"_s,
                      u"Figures that no other report of the study gives"_s}};
    for (const ReportRow &row : rows) {
        const ReportContribution &c = row.contribution;
        QStringList cohorts;
        for (const int cohort : c.cohorts)
            cohorts << library.cohorts[at(cohort)].id;
        const QString study = row.study < 0 ? QString() : library.studies[at(row.study)].label;
        table.rows.push_back({textCell(library.reports[at(row.report)].id), textCell(study),
                              textCell(row.kind), textCell(row.peerReview), textCell(row.citation),
                              textCell(row.document), textCell(cohorts.join(u"; "_s)),
                              amount(c.outcomes), amount(c.regimens), amount(c.characteristics),
                              amount(c.comparisons), amount(c.notes), amount(c.others),
                              textCell(row.onlyHere.join(u"; "_s))});
    }
    table.facts = tableFacts(context, options);
    return table;
}

} // namespace anakinra
