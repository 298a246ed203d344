// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CohortTable.h"

#include "models/integrity/Audit.h"
#include "models/integrity/FindingIndex.h"
#include "models/items/CohortColumns.h"
#include "models/output/ListedAs.h"
#include "models/output/TableMakers.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// As on screen; a plain number ("15", not "8 or 9") becomes a number.
TableCell shownCell(const CohortCell &cell)
{
    bool isNumber = false;
    const double number = cell.text.toDouble(&isNumber);
    return isNumber ? TableCell(number) : textCell(cell.text);
}

void addShown(Makers &makers, const Library &library, std::span<const int> columns,
              const RateOptions &options)
{
    for (const int index : columns) {
        const CohortColumn &column = cohortColumns()[static_cast<std::size_t>(index)];
        makers.add({column.key, column.title,
                    column.toolTip + u" (NR = not reported, n/a = not applicable)"_s},
                   [&library, &column, options](int cohort) {
                       return shownCell(column.cell(library, cohort, column, options));
                   });
    }
}

QString listedCode(const ListedAs &listedAs, int cohort)
{
    if (listedAs.comparator(cohort))
        return u"comparator"_s;
    return listedAs.unjudged(cohort) ? u"unjudged"_s : u"match"_s;
}

void addIdentity(Makers &makers, const Library &library, const FilterResult &result)
{
    makers.add({u"id"_s, u"Cohort id"_s, u"Id of the cohort"_s},
               [&library](int cohort) { return textCell(cohortAt(library, cohort).id); });
    makers.add({u"study.id"_s, u"Study id"_s, u"Id of the study"_s}, [&library](int cohort) {
        const int study = cohortAt(library, cohort).study;
        return textCell(library.studies[static_cast<std::size_t>(study)].id);
    });
    makers.add({u"parent.id"_s, u"Parent id"_s,
                u"Id of the cohort of which this one is a part; empty = none"_s},
               [&library](int cohort) {
                   const int parent = cohortAt(library, cohort).parent;
                   return parent < 0 ? TableCell() : textCell(cohortAt(library, parent).id);
               });
    makers.add({u"listed.as"_s, u"Listed as"_s,
                u"match; unjudged = kept although the filter could not judge it; comparator "
                "= never in anakinra totals"_s},
               [listedAs = ListedAs(result)](int cohort) {
                   return textCell(listedCode(listedAs, cohort));
               });
}

/// Ids of everything found in a cohort, to be looked up in what `check` prints.
void addFindings(Makers &makers, const FindingIndex &findings)
{
    makers.add({u"findings"_s, u"Findings"_s,
                u"Ids of what the audit finds in the cohort, as in `check`, separated by blanks; "
                "empty = nothing"_s},
               [&findings](int cohort) {
                   QStringList ids;
                   for (const Finding *finding : findings.cohort(cohort))
                       ids << finding->id;
                   return textCell(ids.join(u' '));
               });
}

void addCounts(Makers &makers, const Library &library)
{
    const auto add = [&](const QString &key, const QString &title, const QString &meaning,
                         std::optional<int> (*number)(const Cohort &)) {
        makers.add({key, title, meaning}, [&library, number](int cohort) {
            return numberCell(number(cohortAt(library, cohort)));
        });
    };
    add(u"n.value"_s, u"n: number"_s, u"Participants; empty = not reported"_s,
        [](const Cohort &c) { return c.n.value; });
    add(u"n.max"_s, u"n: second number"_s, u"A second printed n (\"8 or 9\"); empty = none"_s,
        [](const Cohort &c) { return c.n.max; });
    add(u"n.anakinra"_s, u"n given anakinra"_s, u"Of them given anakinra; empty = not reported"_s,
        [](const Cohort &c) { return c.nAnakinra.value; });
}

/// The dose of the starting regimens when they agree.
std::optional<Dose> onlyDose(const Cohort &cohort)
{
    std::optional<Dose> dose;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind != RegimenKind::Starting || !regimen.dose)
            continue;
        if (dose && *dose != *regimen.dose)
            return std::nullopt;
        dose = regimen.dose;
    }
    return dose;
}

void addDoseAndDay(Makers &makers, const Library &library)
{
    const QString one = u"; empty = not reported, or several starting doses"_s;
    makers.add({u"dose.min"_s, u"Dose: lowest"_s, u"Lowest starting dose per day"_s + one},
               [&library](int cohort) {
                   const auto dose = onlyDose(cohortAt(library, cohort));
                   return dose ? TableCell(dose->min) : TableCell();
               });
    makers.add({u"dose.max"_s, u"Dose: highest"_s, u"Highest starting dose per day"_s + one},
               [&library](int cohort) {
                   const auto dose = onlyDose(cohortAt(library, cohort));
                   return dose ? TableCell(dose->max) : TableCell();
               });
    makers.add({u"dose.unit"_s, u"Dose: unit"_s, u"mg/day or mg/kg/day, two scales"_s},
               [&library](int cohort) {
                   const auto dose = onlyDose(cohortAt(library, cohort));
                   return dose ? textCell(codeOf(dose->unit)) : TableCell();
               });
    const auto addDay = [&](const QString &key, const QString &title, const QString &what,
                            std::optional<double> StartDay::*bound) {
        makers.add({key, title,
                    what + u" day of the first dose after the infusion (day 0); empty = not "
                           "reported"_s},
                   [&library, bound](int cohort) {
                       return numberCell(cohortAt(library, cohort).startDay.*bound);
                   });
    };
    addDay(u"start-day.min"_s, u"Start day: first"_s, u"First"_s, &StartDay::min);
    addDay(u"start-day.max"_s, u"Start day: last"_s, u"Last"_s, &StartDay::max);
    addDay(u"start-day.median"_s, u"Start day: median"_s, u"Median"_s, &StartDay::median);
}

} // namespace

std::vector<std::pair<QString, QString>> tableFacts(const FigureContext &context,
                                                    const RateOptions &options)
{
    std::vector<std::pair<QString, QString>> facts;
    const auto add = [&](const QString &name, const QString &fact) {
        if (!fact.isEmpty())
            facts.emplace_back(name, fact);
    };
    add(u"Caution"_s, context.banner);
    add(u"Filter"_s, context.filterWords);
    add(u"Counts"_s, context.counts);
    for (const QString &line : context.leftOut)
        add(u"Left out or added"_s, line);
    add(u"Library"_s, context.libraryLine);
    add(u"Made"_s, context.dateLine);
    add(u"Intervals"_s, methodText(options));
    add(u"Inferred counts"_s,
        options.showInferred ? u"used where a percentage has no proven count; status inferred"_s
                             : u"not used"_s);
    add(u"Missing values"_s,
        u"NR = not reported, n/a = not applicable, in the columns as on screen; "
        "an empty cell in the columns for machines. Missing is never 0"_s);
    add(u"Note"_s, disclaimer());
    return facts;
}

CohortTable makeCohortTable(const Library &library, const FilterResult &result,
                            std::span<const int> cohorts, std::span<const int> columns,
                            const RateOptions &options, const FigureContext &context,
                            TableSources sources)
{
    const FindingIndex findings(auditStudiesOf(library, cohorts));
    Makers makers;
    addShown(makers, library, columns, options);
    addIdentity(makers, library, result);
    addFindings(makers, findings);
    addCounts(makers, library);
    addDoseAndDay(makers, library);
    for (const int index : columns) {
        const CohortColumn &column = cohortColumns()[static_cast<std::size_t>(index)];
        if (!column.outcome.isEmpty())
            addRateColumns(makers, library, column, options, findings);
        if (sources == TableSources::All)
            addSourceColumns(makers, library, column, options, findings);
    }
    CohortTable table = makers.table(cohorts);
    table.facts = tableFacts(context, options);
    return table;
}

std::vector<int> allCohortColumns()
{
    std::vector<int> columns(cohortColumns().size());
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace anakinra
