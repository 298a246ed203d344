// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CohortTable.h"

#include "models/items/CohortColumns.h"

#include <algorithm>
#include <functional>
#include <numeric>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// A column of the table and how its cells are made.
struct Maker
{
    TableColumn column;
    std::function<TableCell(int cohort)> cell;
};
using Makers = std::vector<Maker>;

TableCell textCell(const QString &text)
{
    return text.isEmpty() ? TableCell() : TableCell(text);
}

template<typename Number>
TableCell numberCell(const std::optional<Number> &number)
{
    return number ? TableCell(static_cast<double>(*number)) : TableCell();
}

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
        makers.push_back({{column.key, column.title,
                           column.toolTip + u" (NR = not reported, n/a = not applicable)"_s},
                          [&library, &column, options](int cohort) {
                              return shownCell(column.cell(library, cohort, column, options));
                          }});
    }
}

QString listedAs(const FilterResult &result, int cohort)
{
    if (std::ranges::find(result.comparators, cohort) != result.comparators.end())
        return u"comparator"_s;
    if (std::ranges::find(result.unjudged, cohort, &UnjudgedCohort::cohort) != result.unjudged.end())
        return u"unjudged"_s;
    return u"match"_s;
}

void addIdentity(Makers &makers, const Library &library, const FilterResult &result)
{
    makers.push_back({{u"id"_s, u"Cohort id"_s, u"Id of the cohort"_s}, [&library](int cohort) {
                          return textCell(cohortAt(library, cohort).id);
                      }});
    makers.push_back({{u"study.id"_s, u"Study id"_s, u"Id of the study"_s}, [&library](int cohort) {
                          const int study = cohortAt(library, cohort).study;
                          return textCell(library.studies[static_cast<std::size_t>(study)].id);
                      }});
    makers.push_back({{u"parent.id"_s, u"Parent id"_s,
                       u"Id of the cohort of which this one is a part; empty = none"_s},
                      [&library](int cohort) {
                          const int parent = cohortAt(library, cohort).parent;
                          return parent < 0 ? TableCell() : textCell(cohortAt(library, parent).id);
                      }});
    makers.push_back({{u"listed.as"_s, u"Listed as"_s,
                       u"match; unjudged = kept although the filter could not judge it; comparator "
                       "= never in anakinra totals"_s},
                      [&result](int cohort) { return textCell(listedAs(result, cohort)); }});
}

void addCounts(Makers &makers, const Library &library)
{
    const auto add = [&](const QString &key, const QString &title, const QString &meaning,
                         std::optional<int> (*number)(const Cohort &)) {
        makers.push_back({{key, title, meaning}, [&library, number](int cohort) {
                              return numberCell(number(cohortAt(library, cohort)));
                          }});
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
    makers.push_back({{u"dose.min"_s, u"Dose: lowest"_s, u"Lowest starting dose per day"_s + one},
                      [&library](int cohort) {
                          const auto dose = onlyDose(cohortAt(library, cohort));
                          return dose ? TableCell(dose->min) : TableCell();
                      }});
    makers.push_back({{u"dose.max"_s, u"Dose: highest"_s, u"Highest starting dose per day"_s + one},
                      [&library](int cohort) {
                          const auto dose = onlyDose(cohortAt(library, cohort));
                          return dose ? TableCell(dose->max) : TableCell();
                      }});
    makers.push_back({{u"dose.unit"_s, u"Dose: unit"_s, u"mg/day or mg/kg/day, two scales"_s},
                      [&library](int cohort) {
                          const auto dose = onlyDose(cohortAt(library, cohort));
                          return dose ? textCell(codeOf(dose->unit)) : TableCell();
                      }});
    const auto addDay = [&](const QString &key, const QString &title, const QString &what,
                            std::optional<double> StartDay::*bound) {
        makers.push_back({{key, title,
                           what + u" day of the first dose after the infusion (day 0); empty = not "
                                  "reported"_s},
                          [&library, bound](int cohort) {
                              return numberCell(cohortAt(library, cohort).startDay.*bound);
                          }});
    };
    addDay(u"start-day.min"_s, u"Start day: first"_s, u"First"_s, &StartDay::min);
    addDay(u"start-day.max"_s, u"Start day: last"_s, u"Last"_s, &StartDay::max);
    addDay(u"start-day.median"_s, u"Start day: median"_s, u"Median"_s, &StartDay::median);
}

QString statusOf(const Rate &rate)
{
    if (rate.kind == RateKind::Inferred)
        return codeOf(Status::Inferred);
    return codeOf(rate.observation ? rate.observation->figure.source.status : Status::NotReported);
}

TableCell sourceCell(const Rate &rate, QString Source::*field)
{
    return rate.observation ? textCell(rate.observation->figure.source.*field) : TableCell();
}

void addRate(Makers &makers, const Library &library, const CohortColumn &column,
             const RateOptions &options)
{
    const auto add = [&](const QString &suffix, const QString &title, const QString &meaning,
                         TableCell (*cell)(const Rate &)) {
        makers.push_back({{column.key + u'.' + suffix, column.title + u": "_s + title, meaning},
                          [&library, &column, options, cell](int cohort) {
                              return cell(rateOf(library, cohort, column.outcome, options));
                          }});
    };
    add(u"events"_s, u"events"_s, u"participants with the event; empty = count not established"_s,
        [](const Rate &rate) { return numberCell(rate.events); });
    add(u"n"_s, u"n"_s, u"denominator; empty = not printed"_s,
        [](const Rate &rate) { return numberCell(rate.n); });
    add(u"percent"_s, u"%"_s, u"100 x events/n where known, else the printed percentage; 0-100"_s,
        [](const Rate &rate) { return numberCell(rate.percent); });
    add(u"ci.low"_s, u"CI low"_s, u"lower bound of the interval in percent; empty = none"_s,
        [](const Rate &rate) { return rate.interval ? TableCell(rate.interval->low) : TableCell(); });
    add(u"ci.high"_s, u"CI high"_s, u"upper bound of the interval in percent; empty = none"_s,
        [](const Rate &rate) { return rate.interval ? TableCell(rate.interval->high) : TableCell(); });
    const QString method = (options.method == statistics::IntervalMethod::Wilson
                                ? u"wilson "_s : u"clopper-pearson "_s)
        + QString::number(options.level);
    makers.push_back({{column.key + u".ci.method"_s, column.title + u": CI method"_s,
                       u"method of the interval and its level in percent"_s},
                      [&library, &column, options, method](int cohort) {
                          return rateOf(library, cohort, column.outcome, options).interval
                              ? TableCell(method) : TableCell();
                      }});
    add(u"status"_s, u"status"_s,
        u"reported; derived = the one count that fits a printed percentage; percent-only; inferred; "
        "not-reported"_s,
        [](const Rate &rate) { return textCell(statusOf(rate)); });
    add(u"printed"_s, u"as printed"_s, u"the figure as printed"_s,
        [](const Rate &rate) { return sourceCell(rate, &Source::reported); });
    add(u"report"_s, u"report"_s, u"id of the report that prints it"_s,
        [](const Rate &rate) { return sourceCell(rate, &Source::report); });
    add(u"locator"_s, u"place"_s, u"where it stands in the report"_s,
        [](const Rate &rate) { return sourceCell(rate, &Source::locator); });
    add(u"flags"_s, u"flags"_s, u"what to know about the figure, as codes"_s, [](const Rate &rate) {
        return rate.observation ? textCell(rate.observation->figure.source.flags.join(u' '))
                                : TableCell();
    });
}

std::vector<std::pair<QString, QString>> factsOf(const FigureContext &context,
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
    add(u"Inferred counts"_s, options.showInferred
            ? u"used where a percentage has no proven count; status inferred"_s
            : u"not used"_s);
    add(u"Missing values"_s, u"NR = not reported, n/a = not applicable, in the columns as on screen; "
                             "an empty cell in the columns for machines. Missing is never 0"_s);
    add(u"Note"_s, disclaimer());
    return facts;
}

} // namespace

CohortTable makeCohortTable(const Library &library, const FilterResult &result,
                            std::span<const int> cohorts, std::span<const int> columns,
                            const RateOptions &options, const FigureContext &context)
{
    Makers makers;
    addShown(makers, library, columns, options);
    addIdentity(makers, library, result);
    addCounts(makers, library);
    addDoseAndDay(makers, library);
    for (const int index : columns) {
        const CohortColumn &column = cohortColumns()[static_cast<std::size_t>(index)];
        if (!column.outcome.isEmpty())
            addRate(makers, library, column, options);
    }
    CohortTable table;
    for (const Maker &maker : makers)
        table.columns.push_back(maker.column);
    for (const int cohort : cohorts) {
        auto &row = table.rows.emplace_back();
        for (const Maker &maker : makers)
            row.push_back(maker.cell(cohort));
    }
    table.facts = factsOf(context, options);
    return table;
}

std::vector<int> allCohortColumns()
{
    std::vector<int> columns(cohortColumns().size());
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace anakinra
