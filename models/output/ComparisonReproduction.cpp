// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ComparisonReproduction.h"

#include "models/output/CohortCsv.h"
#include "models/output/PoolScript.h"
#include "models/output/RateReproduction.h"
#include "models/output/TableMakers.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The statistics of two groups in base R, from their definitions where base R has none.
QString contrastFunctions()
{
    return QStringLiteral(R"R(
contrasts <- read.csv("contrasts.csv", comment.char = "#", encoding = "UTF-8")

wilson <- function(x, n)
  suppressWarnings(prop.test(x, n, conf.level = level / 100, correct = FALSE))$conf.int

newcombe <- function(x1, n1, x2, n2) {
  a <- wilson(x1, n1); b <- wilson(x2, n2); p1 <- x1 / n1; p2 <- x2 / n2
  100 * c(p1 - p2 - sqrt((p1 - a[1])^2 + (b[2] - p2)^2),
          p1 - p2 + sqrt((a[2] - p1)^2 + (p2 - b[1])^2))
}

# Where a function that falls through zero between two points does so; the end it stays beyond.
crossing <- function(f, from, to) {
  if (f(from) * f(to) > 0) return(if (abs(f(from)) < abs(f(to))) from else to)
  uniroot(f, c(from, to), tol = 1e-13)$root
}

miettinen_nurminen <- function(x1, n1, x2, n2) {
  z <- function(d) {
    from <- max(0, -d); to <- min(1, 1 - d)
    p2 <- if (to - from < 1e-9) (from + to) / 2 else
      optimize(function(p) dbinom(x1, n1, min(1, max(0, p + d)), log = TRUE) +
                     dbinom(x2, n2, p, log = TRUE),
                   c(from, to), maximum = TRUE, tol = 1e-13)$maximum
    p1 <- p2 + d
    v <- (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1)
    (x1 / n1 - x2 / n2 - d) / sqrt(max(v, 1e-300))
  }
  reach <- qnorm(1 - (1 - level / 100) / 2); d <- x1 / n1 - x2 / n2
  100 * c(if (d <= -1) -1 else crossing(function(at) z(at) - reach, -1 + 1e-10, d),
          if (d >= 1) 1 else crossing(function(at) z(at) + reach, d, 1 - 1e-10))
}

fisher <- function(x1, n1, x2, n2)
  fisher.test(matrix(c(x1, n1 - x1, x2, n2 - x2), 2), conf.level = level / 100)

mid_p <- function(x1, n1, x2, n2) {
  half <- dhyper(x1, n1, n2, x1 + x2) / 2
  lower <- phyper(x1, n1, n2, x1 + x2) - half
  min(1, 2 * min(lower, 1 - lower))
}

boschloo <- function(x1, n1, x2, n2) {
  if (n1 > 100 || n2 > 100) return(NA)
  p <- outer(0:n1, 0:n2, Vectorize(function(a, b) {
    d <- dhyper(max(0, a + b - n2):min(n1, a + b), n1, n2, a + b)
    sum(d[d <= dhyper(a, n1, n2, a + b) * (1 + 1e-7)])
  }))
  region <- p <= p[x1 + 1, x2 + 1] * (1 + 1e-7)
  chance <- function(rate)
    sum(outer(dbinom(0:n1, n1, rate), dbinom(0:n2, n2, rate))[region])
  grid <- seq(0, 1, length.out = 1001)
  at <- order(-sapply(grid, chance))[1:8]
  min(1, max(sapply(at, function(i)
    optimize(chance, c(grid[max(1, i - 1)], grid[min(1001, i + 1)]), maximum = TRUE,
             tol = 1e-9)$objective)))
}

koopman <- function(x1, n1, x2, n2) {
  if (x1 == 0 && x2 == 0) return(c(0, Inf))
  excess <- function(log_ratio) {
    r <- exp(log_ratio); n <- n1 + n2
    b <- r * (n1 + x2) + x1 + n2
    p2 <- 2 * (x1 + x2) / (b + sqrt(max(0, b^2 - 4 * n * r * (x1 + x2))))
    pearson <- function(x, n, p)
      if (abs(x - n * p) < 1e-12 * n) 0 else min(1e9, (x - n * p)^2 / (n * p * (1 - p)))
    pearson(x1, n1, min(1, r * p2)) + pearson(x2, n2, p2) - qchisq(level / 100, 1)
  }
  middle <- log(min(max((x1 / n1) / (x2 / n2), 1e-12), 1e12))
  c(if (x1 == 0) 0 else exp(crossing(excess, -40, middle)),
    if (x2 == 0) Inf else exp(crossing(excess, middle, 40)))
}

for (i in seq_len(nrow(contrasts))) {
  row <- contrasts[i, ]
  x1 <- row$events_a; n1 <- row$n_a; x2 <- row$events_b; n2 <- row$n_b
  if (!is.na(row$difference)) {
    bounds <- (if (difference == "newcombe") newcombe else miettinen_nurminen)(x1, n1, x2, n2)
    compare(paste(row$outcome, "A - B, points"), row$difference, 100 * (x1 / n1 - x2 / n2), 1e-9)
    compare(paste(row$outcome, "A - B, lower"), row$difference_low, bounds[1], 1e-4)
    compare(paste(row$outcome, "A - B, upper"), row$difference_high, bounds[2], 1e-4)
  }
  if (!is.na(row$fisher_p)) {
    exact <- fisher(x1, n1, x2, n2); ratio <- koopman(x1, n1, x2, n2)
    compare(paste(row$outcome, "Fisher p"), row$fisher_p, exact$p.value, 1e-9)
    compare(paste(row$outcome, "mid-p"), row$mid_p, mid_p(x1, n1, x2, n2), 1e-9)
    compare(paste(row$outcome, "Boschloo p"), row$boschloo_p, boschloo(x1, n1, x2, n2), 1e-6)
    compare(paste(row$outcome, "risk ratio"), row$risk_ratio, (x1 / n1) / (x2 / n2), 1e-9)
    compare(paste(row$outcome, "risk ratio, lower"), row$risk_ratio_low, ratio[1], 1e-6)
    compare(paste(row$outcome, "risk ratio, upper"), row$risk_ratio_high, ratio[2],
            1e-6 * max(1, ratio[2]))
    compare(paste(row$outcome, "odds ratio"), row$odds_ratio, exact$estimate[[1]],
            1e-3 * max(1, exact$estimate[[1]]))
    compare(paste(row$outcome, "odds ratio, lower"), row$odds_ratio_low, exact$conf.int[1], 1e-3)
    compare(paste(row$outcome, "odds ratio, upper"), row$odds_ratio_high, exact$conf.int[2],
            1e-3 * max(1, exact$conf.int[2]))
  }
}
)R");
}

void addRatio(std::vector<TableCell> &row, const statistics::RatioEstimate *ratio)
{
    row.push_back(ratio ? numberCell(ratio->estimate) : TableCell());
    row.push_back(ratio ? TableCell(ratio->interval.low) : TableCell());
    row.push_back(ratio ? TableCell(ratio->interval.high) : TableCell());
}

CohortTable contrastRows(const CohortComparison &comparison)
{
    CohortTable table;
    table.columns = {{u"outcome"_s, {}, u"code of the outcome"_s},
                     {u"events_a"_s, {}, u"participants with the event; empty = not known"_s},
                     {u"n_a"_s, {}, u"denominator of the outcome; empty = not known"_s},
                     {u"events_b"_s, {}, u"participants with the event; empty = not known"_s},
                     {u"n_b"_s, {}, u"denominator of the outcome; empty = not known"_s},
                     {u"difference"_s, {}, u"rate A minus rate B, points; empty = not computed"_s},
                     {u"difference_low"_s, {}, u"bound of the difference, points"_s},
                     {u"difference_high"_s, {}, u"bound of the difference, points"_s},
                     {u"fisher_p"_s, {}, u"two-sided; empty = not computed, as all that follow"_s},
                     {u"mid_p"_s, {}, u"mid-p version of Fisher's test"_s},
                     {u"boschloo_p"_s, {}, u"Boschloo's test; empty for groups above 100"_s}};
    for (const auto &[key, name] : {std::pair(u"risk_ratio"_s, u"risk ratio A to B"_s),
                                    std::pair(u"odds_ratio"_s, u"conditional odds ratio A to B"_s)}) {
        table.columns.push_back({key, {}, name});
        table.columns.push_back({key + u"_low"_s, {}, u"lower bound of the "_s + name});
        table.columns.push_back({key + u"_high"_s, {}, u"upper bound of the "_s + name});
    }
    for (const OutcomeComparison &outcome : comparison.outcomes) {
        if (!outcome.isRate())
            continue;
        const auto &difference = outcome.difference;
        const RateTest *test = outcome.test ? &*outcome.test : nullptr;
        std::vector<TableCell> row{
            outcome.outcome,
            numberCell(outcome.a.events),
            numberCell(outcome.a.n),
            numberCell(outcome.b.events),
            numberCell(outcome.b.n),
            difference ? TableCell(difference->points) : TableCell(),
            difference ? TableCell(difference->interval.low) : TableCell(),
            difference ? TableCell(difference->interval.high) : TableCell(),
            test ? TableCell(test->fisherP) : TableCell(),
            test ? TableCell(test->midP) : TableCell(),
            test ? numberCell(test->boschlooP) : TableCell()};
        addRatio(row, test ? &test->riskRatio : nullptr);
        addRatio(row, test ? &test->oddsRatio : nullptr);
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The name of a side's pool in data.csv.
QString poolName(const FilterOutcome &outcome, QChar side)
{
    return side + (u' ' + outcome.outcome);
}

/// The difference of the medians, from the program and from lme4.
QString sideTest()
{
    return QStringLiteral(R"R(
# The side as a moderator, with one tau for both; t(k-2).
sides <- function(a, b, title, program) {
  d <- rbind(a, b)
  d$side <- rep(c(1, 0), c(nrow(a), nrow(b)))
  d$row <- factor(seq_len(nrow(d)))
  fit <- suppressMessages(suppressWarnings(
    glmer(cbind(events, n - events) ~ side + (1 | row), family = binomial, data = d, nAGQ = 25)))
  b <- coef(summary(fit))["side", 1:2]
  reach <- qt(1 - (1 - level / 100) / 2, nrow(d) - 2) * b[[2]]
  near <- function(x) 0.02 * abs(x)
  compare(paste(title, "odds ratio"), program$or, exp(b[[1]]), near(program$or))
  compare(paste(title, "odds ratio, lower"), program$low, exp(b[[1]] - reach), near(program$low))
  compare(paste(title, "odds ratio, upper"), program$high, exp(b[[1]] + reach), near(program$high))
}
)R");
}

QString outcomeScript(const FilterOutcome &outcome)
{
    QString script;
    for (const auto &[side, pool] :
         {std::pair(u'A', &outcome.a.pool), std::pair(u'B', &outcome.b.pool)}) {
        const QString name = poolName(outcome, side);
        if (pool->pooled)
            script += fitAgain(*pool->pooled, rowsOfPool(name), name);
    }
    if (const auto &difference = outcome.difference)
        script += u"sides(%1, %2, %3,\n  list(or = %4, low = %5, high = %6))\n"_s.arg(
            rowsOfPool(poolName(outcome, u'A')), rowsOfPool(poolName(outcome, u'B')),
            stringInR(outcome.outcome), numberInR(difference->oddsRatio),
            numberInR(difference->interval.low), numberInR(difference->interval.high));
    return script;
}

} // namespace

Reproduction comparisonReproduction(const Library &library, const CohortComparison &comparison)
{
    std::vector<Rate> rates;
    for (const OutcomeComparison &outcome : comparison.outcomes) {
        if (outcome.isRate())
            rates.insert(rates.end(), {outcome.a, outcome.b});
    }
    if (rates.empty())
        return {};
    const CompareOptions &options = comparison.options;
    const QString script = scriptHead(u"a comparison of two cohorts"_s)
        + scriptLevel(options.rates.level)
        + u"difference <- %1\n"_s.arg(stringInR(codeOf(options.difference))) + scriptComparison()
        + rateScript(options.rates) + contrastFunctions() + scriptEnd();
    return {{rateFile(library, rates),
             {u"contrasts.csv"_s, cohortCsv(contrastRows(comparison)),
              u"both counts of every outcome with what was computed of them"_s},
             scriptFile(script)},
            u"R alone"_s,
            {}};
}

Reproduction comparisonReproduction(const Library &library, const FilterComparison &comparison)
{
    std::vector<Rate> rates;
    CohortTable pools = poolRowTable();
    QString script = scriptHead(u"a comparison of two filters"_s)
        + scriptLevel(comparison.options.rates.level) + scriptComparison()
        + rateScript(comparison.options.rates) + poolScriptFunctions() + sideTest() + u'\n';
    for (const FilterOutcome &outcome : comparison.outcomes) {
        for (const auto &[side, of] : {std::pair(u'A', &outcome.a), std::pair(u'B', &outcome.b)}) {
            rates.insert(rates.end(), of->rates.begin(), of->rates.end());
            addPoolRows(pools, library, poolName(outcome, side), of->pool.guard);
        }
        script += outcomeScript(outcome);
    }
    if (rates.empty())
        return {};
    return {{rateFile(library, rates),
             {u"data.csv"_s, cohortCsv(pools), u"the rows of the pools of both sides"_s},
             scriptFile(script + scriptEnd())},
            u"R with the packages metafor and lme4"_s,
            {}};
}

} // namespace anakinra
