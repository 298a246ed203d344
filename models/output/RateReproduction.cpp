// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/RateReproduction.h"

#include "models/kept/RateOptionsJson.h"
#include "models/output/CohortCsv.h"
#include "models/output/RScript.h"
#include "models/output/TableMakers.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The two intervals as base R has them.
QString functions()
{
    return QStringLiteral(R"R(
rates <- read.csv("rates.csv", comment.char = "#", encoding = "UTF-8")

interval <- function(events, n) {
  if (method == "wilson")
    suppressWarnings(prop.test(events, n, conf.level = level / 100, correct = FALSE))$conf.int
  else
    binom.test(events, n, conf.level = level / 100)$conf.int
}

for (i in which(!is.na(rates$low))) {
  row <- rates[i, ]
  what <- paste(row$cohort, row$outcome)
  bounds <- 100 * interval(row$events, row$n)
  compare(paste(what, "%"), row$percent, 100 * row$events / row$n, 1e-9)
  compare(paste(what, "lower bound, %"), row$low, bounds[1], 1e-6)
  compare(paste(what, "upper bound, %"), row$high, bounds[2], 1e-6)
}
)R");
}

CohortTable rateRows(const Library &library, const std::vector<Rate> &rates)
{
    CohortTable table;
    table.columns = {{u"cohort"_s, {}, u"id of the cohort"_s},
                     {u"label"_s, {}, u"name of study and cohort"_s},
                     {u"outcome"_s, {}, u"code of the outcome"_s},
                     {u"events"_s, {}, u"participants with the event; empty = not known"_s},
                     {u"n"_s, {}, u"denominator of the outcome; empty = not known"_s},
                     {u"percent"_s, {}, u"rate, 0-100; empty = not reported"_s},
                     {u"low"_s, {}, u"lower bound of the interval, percent; empty = no interval"_s},
                     {u"high"_s, {}, u"upper bound of the interval, percent; empty = no interval"_s},
                     {u"status"_s, {}, u"how the figure came to be; empty = not reported"_s},
                     {u"printed"_s, {}, u"the figure as printed"_s},
                     {u"report"_s, {}, u"id of the report that prints it"_s},
                     {u"locator"_s, {}, u"where it stands in the report"_s}};
    for (const Rate &rate : rates) {
        const Cohort &cohort = library.cohorts[static_cast<std::size_t>(rate.cohort)];
        const Source source = rate.observation ? rate.observation->figure.source : Source();
        const Status status = rate.kind == RateKind::Inferred ? Status::Inferred : source.status;
        table.rows.push_back(
            {textCell(cohort.id), textCell(cohortTitle(library, rate.cohort)), textCell(rate.outcome),
             numberCell(rate.events), numberCell(rate.n), numberCell(rate.percent),
             rate.interval ? TableCell(rate.interval->low) : TableCell(),
             rate.interval ? TableCell(rate.interval->high) : TableCell(),
             textCell(rate.observation ? codeOf(status) : QString()), textCell(source.reported),
             textCell(source.report), textCell(source.locator)});
    }
    return table;
}

} // namespace

Reproduction rateReproduction(const Library &library, const std::vector<Rate> &rates,
                              const RateOptions &options)
{
    if (rates.empty())
        return {};
    const QString script = scriptHead(u"the intervals of rates.csv"_s) + scriptLevel(options.level)
        + scriptComparison() + rateScript(options) + scriptEnd();
    return {{rateFile(library, rates), scriptFile(script)}, u"R alone"_s, {}};
}

BundleFile rateFile(const Library &library, const std::vector<Rate> &rates)
{
    return {u"rates.csv"_s, cohortCsv(rateRows(library, rates)),
            u"every rate with its interval and the place of its figure"_s};
}

QString rateScript(const RateOptions &options)
{
    return u"\nmethod <- %1\n"_s.arg(stringInR(intervalMethodCode(options.method))) + functions();
}

std::vector<Rate> ratesOf(const RateSeries &series)
{
    std::vector<Rate> all;
    for (const RatePanel &panel : series.panels) {
        for (const std::vector<Rate> &rates : panel.rates)
            all.insert(all.end(), rates.begin(), rates.end());
    }
    return all;
}

} // namespace anakinra
