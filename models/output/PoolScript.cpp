// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolScript.h"
#include "models/output/RScript.h"
#include "models/pooling/PoolText.h"

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::Interval;
using statistics::PooledRate;
using statistics::PoolMethod;

namespace {

std::optional<double> percent(std::optional<double> rate)
{
    return rate ? std::optional(100.0 * *rate) : std::nullopt;
}

std::optional<double> low(const std::optional<Interval> &interval)
{
    return interval ? std::optional(100.0 * interval->low) : std::nullopt;
}

std::optional<double> high(const std::optional<Interval> &interval)
{
    return interval ? std::optional(100.0 * interval->high) : std::nullopt;
}

/// The program's results as an R list.
QString fitInR(const PooledRate &pooled)
{
    return u"list(estimate = %1, low = %2, high = %3,\n    pi_low = %4, pi_high = %5, mean = %6,\n"
           "    tau2 = %7, i2 = %8, q = %9)"_s.arg(
               numberInR(percent(pooled.median)), numberInR(low(pooled.interval)),
               numberInR(high(pooled.interval)), numberInR(low(pooled.prediction)),
               numberInR(high(pooled.prediction)), numberInR(percent(pooled.populationMean)),
               numberInR(pooled.tau2), numberInR(percent(pooled.i2)), numberInR(pooled.q));
}

} // namespace

QString rowsOfPool(const QString &pool)
{
    return u"subset(rows, pool == %1)"_s.arg(stringInR(pool));
}

/// Both packages integrate and search with less effort than the program
/// does, and the tolerances allow for that: lme4 takes 25 quadrature points where the program
/// integrates to 1e-12, and stops searching at about 1e-4.
QString poolScriptFunctions()
{
    return QStringLiteral(R"R(
suppressPackageStartupMessages({
  library(metafor)
  library(lme4)
})

rows <- read.csv("data.csv", comment.char = "#", encoding = "UTF-8")

compare_fit <- function(title, program, r, rate_tolerance, tau2_tolerance) {
  compare(paste(title, "rate, %"), program$estimate, r$estimate, rate_tolerance)
  compare(paste(title, "lower bound, %"), program$low, r$low, rate_tolerance)
  compare(paste(title, "upper bound, %"), program$high, r$high, rate_tolerance)
  compare(paste(title, "prediction, lower, %"), program$pi_low, r$pi_low, rate_tolerance)
  compare(paste(title, "prediction, upper, %"), program$pi_high, r$pi_high, rate_tolerance)
  compare(paste(title, "population mean, %"), program$mean, r$mean, rate_tolerance)
  compare(paste(title, "tau^2"), program$tau2, r$tau2, tau2_tolerance)
  compare(paste(title, "I^2, %"), program$i2, r$i2, 1)
  compare(paste(title, "Q"), program$q, r$q, 1e-4 * (1 + abs(r$q)))
}

population_mean <- function(mu, tau2)
  100 * integrate(function(z) plogis(mu + sqrt(tau2) * z) * dnorm(z), -Inf, Inf,
                  rel.tol = 1e-9)$value

results <- function(fit, q) {
  p <- predict(fit, transf = transf.ilogit)
  list(estimate = 100 * p$pred, low = 100 * p$ci.lb, high = 100 * p$ci.ub,
       pi_low = 100 * p$pi.lb, pi_high = 100 * p$pi.ub,
       mean = population_mean(coef(fit)[[1]], fit$tau2), tau2 = fit$tau2, i2 = fit$I2, q = q)
}

# Random-intercept logistic model by maximum likelihood with t(k-1).
glmm <- function(d, title, program) {
  fit <- tryCatch(suppressWarnings(
    rma.glmm(measure = "PLO", xi = events, ni = n, data = d, test = "t", level = level,
             nAGQ = 25)), error = function(e) NULL)
  if (is.null(fit)) {
    # metafor does not fit studies with identical rates; there the maximum has tau^2 = 0, and the
    # model is an ordinary logistic regression.
    fixed <- glm(cbind(events, n - events) ~ 1, family = binomial, data = d)
    b <- coef(summary(fixed))[1, 1:2]
    reach <- qt(1 - (1 - level / 100) / 2, nrow(d) - 1) * b[[2]]
    r <- list(estimate = 100 * plogis(b[[1]]), low = 100 * plogis(b[[1]] - reach),
              high = 100 * plogis(b[[1]] + reach), pi_low = NA, pi_high = NA,
              mean = 100 * plogis(b[[1]]), tau2 = 0, i2 = NA, q = deviance(fixed))
  } else {
    r <- results(fit, fit$QE.LRT)
  }
  compare_fit(paste(title, "GLMM:"), program, r, 0.1, 0.002 + 0.01 * program$tau2)
}

# Inverse variance on the logit scale, REML, Hartung-Knapp never below Wald, t(k-1).
reml <- function(d, title, program) {
  fit <- rma(measure = "PLO", xi = events, ni = n, data = d, method = "REML", test = "adhoc",
             level = level, control = list(threshold = 1e-10, maxiter = 10000))
  compare_fit(paste(title, "REML:"), program, results(fit, fit$QE), 0.01,
              1e-4 + 1e-4 * program$tau2)
}

# Exact (Clopper-Pearson) interval of the crude total, where no model can be fitted.
crude <- function(d, title, program) {
  b <- binom.test(sum(d$events), sum(d$n), conf.level = level / 100)
  compare(paste(title, "crude total, %"), program$estimate, 100 * b$estimate[[1]], 1e-6)
  compare(paste(title, "exact lower bound, %"), program$low, 100 * b$conf.int[1], 1e-6)
  compare(paste(title, "exact upper bound, %"), program$high, 100 * b$conf.int[2], 1e-6)
}

# Likelihood-ratio test that the groups have one median rate, with one tau for all.
groups_differ <- function(d, program) {
  d$row <- factor(seq_len(nrow(d)))
  fit <- function(formula) suppressMessages(suppressWarnings(
    glmer(formula, family = binomial, data = d, nAGQ = 25)))
  one <- fit(cbind(events, n - events) ~ 1 + (1 | row))
  several <- fit(cbind(events, n - events) ~ pool + (1 | row))
  r <- 2 * (as.numeric(logLik(several)) - as.numeric(logLik(one)))
  compare("groups: likelihood-ratio statistic", program, r, 0.01 + 0.01 * program)
}
)R");
}

QString fitAgain(const PooledRate &pooled, const QString &data, const QString &title)
{
    if (pooled.median) {
        const QString function = pooled.method == PoolMethod::Glmm ? u"glmm"_s : u"reml"_s;
        return u"%1(%2, %3,\n  %4)\n"_s.arg(function, data, stringInR(title), fitInR(pooled));
    }
    if (pooled.n == 0)
        return {};
    return u"# %1\ncrude(%2, %3,\n  list(estimate = %4, low = %5, high = %6))\n"_s.arg(
        obstacleText(pooled.obstacle), data, stringInR(title),
        numberInR(100.0 * pooled.events / pooled.n), numberInR(100.0 * pooled.crudeExact.low),
        numberInR(100.0 * pooled.crudeExact.high));
}

QString poolScript(const PoolAnalysis &analysis, const Library &library)
{
    const OutcomeTerm *term = library.vocabulary.outcome(analysis.outcome);
    QString script = scriptHead(u"the pool of \"%1\""_s.arg(term ? term->label : analysis.outcome))
        + scriptLevel(analysis.request.level) + scriptComparison() + poolScriptFunctions() + u'\n';
    if (analysis.overall.pooled)
        script += fitAgain(*analysis.overall.pooled, rowsOfPool(u"all"_s), u"all"_s);
    else
        script += u"# The pool of all is refused: "_s +
                  analysis.overall.guard.refused.simplified() + u'\n';
    if (analysis.sensitivity && analysis.sensitivity->median)
        script += fitAgain(*analysis.sensitivity, rowsOfPool(u"all"_s), u"all"_s);
    for (const PoolGroup &group : analysis.groups) {
        if (group.pooled)
            script += fitAgain(*group.pooled, rowsOfPool(group.key.code), group.key.code);
    }
    if (analysis.comparison && analysis.comparison->notDone.isEmpty())
        script += u"groups_differ(subset(rows, pool != \"all\"), %1)\n"_s.arg(
            numberInR(analysis.comparison->test.statistic));
    for (const PoolWithout &without : analysis.leaveOneOut) {
        script += fitAgain(without.pooled, rowsOfPool(u"all"_s) + u"[-%1, ]"_s.arg(without.row + 1),
                          u"all without row %1"_s.arg(without.row + 1));
    }
    return script + scriptEnd();
}

} // namespace anakinra
