// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/LogitReml.h"

#include "models/statistics/VectorState.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace anakinra::statistics {

namespace {

struct Logit
{
    double y;
    double v;
    double moderator = 0.0;
};

/// The rows' logits, and how many coefficients describe their means: 1, or 2 for a line.
struct Logits
{
    std::vector<Logit> rows;
    int coefficients = 1;

    [[nodiscard]] double degreesOfFreedom() const { return double(rows.size()) - coefficients; }
};

Logits logitsOf(std::span<const EventsOfN> rows)
{
    Logits logits;
    logits.rows.reserve(rows.size());
    for (const EventsOfN &row : rows) {
        const double add = row.events == 0 || row.events == row.n ? 0.5 : 0.0;
        const double x = row.events + add;
        const double rest = row.n - row.events + add;
        logits.rows.push_back({std::log(x / rest), 1.0 / x + 1.0 / rest});
    }
    return logits;
}

Logits logitsOf(std::span<const EventsOfN> rows, std::span<const double> moderators)
{
    Logits logits = logitsOf(rows);
    logits.coefficients = 2;
    for (std::size_t i = 0; i < rows.size(); ++i)
        logits.rows[i].moderator = moderators[i];
    return logits;
}

/// The weighted sums at one value of tau^2. A line is fitted about the weighted mean of the
/// moderator, so that its two coefficients there are uncorrelated.
struct Weighted
{
    Weighted(const Logits &logits, double tau2)
    {
        const bool line = logits.coefficients == 2;
        double wy = 0.0;
        double wm = 0.0;
        for (const Logit &l : logits.rows) {
            const double w = 1.0 / (l.v + tau2);
            sumW += w;
            sumW2 += w * w;
            sumLogV -= std::log(w);
            wy += w * l.y;
            wm += w * l.moderator;
        }
        mu = wy / sumW;
        meanModerator = wm / sumW;
        trace = sumW2 / sumW;
        logInformation = std::log(sumW);
        if (line)
            fitSlope(logits, tau2);
        for (const Logit &l : logits.rows) {
            const double w = 1.0 / (l.v + tau2);
            const double e = l.y - mu - slope * (l.moderator - meanModerator);
            q += w * e * e;
            sumW2e2 += w * w * e * e;
        }
    }

    /// Derivative of the restricted log-likelihood in tau^2.
    [[nodiscard]] double score() const { return 0.5 * (sumW2e2 - (sumW - trace)); }
    [[nodiscard]] double restrictedLogLikelihood() const
    {
        return -0.5 * (sumLogV + logInformation + q);
    }

    double mu = 0.0; ///< at the mean of the moderator
    double meanModerator = 0.0;
    double slope = 0.0;
    double spread = 0.0; ///< sum of w (moderator - mean)^2
    double q = 0.0;      ///< sum of w (y - fitted)^2, also the Q-profile's statistic
    double sumW = 0.0;
    double sumW2 = 0.0;
    double sumLogV = 0.0;
    double sumW2e2 = 0.0;
    double trace = 0.0;          ///< tr((X'WX)^-1 X'W^2X)
    double logInformation = 0.0; ///< log det X'WX

private:
    void fitSlope(const Logits &logits, double tau2)
    {
        double cross = 0.0;
        double spread2 = 0.0;
        for (const Logit &l : logits.rows) {
            const double w = 1.0 / (l.v + tau2);
            const double d = l.moderator - meanModerator;
            spread += w * d * d;
            spread2 += w * w * d * d;
            cross += w * d * (l.y - mu);
        }
        slope = cross / spread;
        trace += spread2 / spread;
        logInformation += std::log(spread);
    }
};

template<typename F>
double root(F decreasing, double low, double high)
{
    for (int i = 0; i < 200 && high - low > 1e-15 * (1.0 + high); ++i) {
        const double middle = (low + high) / 2.0;
        (decreasing(middle) > 0.0 ? low : high) = middle;
    }
    return (low + high) / 2.0;
}

double remlTau2(const Logits &logits)
{
    // The restricted likelihood can have several maxima: scan, bisect each, compare.
    double best = 0.0;
    double bestLikelihood = Weighted(logits, 0.0).restrictedLogLikelihood();
    double previous = 0.0;
    double previousScore = Weighted(logits, 0.0).score();
    for (double exponent = -9.0; exponent <= 4.0; exponent += 0.05) {
        const double tau2 = std::pow(10.0, exponent);
        const double score = Weighted(logits, tau2).score();
        if (previousScore > 0.0 && score <= 0.0) {
            const double top =
                root([&](double t) { return Weighted(logits, t).score(); }, previous, tau2);
            const double likelihood = Weighted(logits, top).restrictedLogLikelihood();
            if (likelihood > bestLikelihood) {
                best = top;
                bestLikelihood = likelihood;
            }
        }
        previous = tau2;
        previousScore = score;
    }
    return best;
}

Interval qProfile(const Logits &logits, double level)
{
    const boost::math::chi_squared distribution(logits.degreesOfFreedom());
    const double upper =
        boost::math::quantile(boost::math::complement(distribution, (1.0 - level) / 2.0));
    const double lower = boost::math::quantile(distribution, (1.0 - level) / 2.0);
    const auto bound = [&](double quantile) {
        const auto excess = [&](double t) { return Weighted(logits, t).q - quantile; };
        if (excess(0.0) <= 0.0)
            return 0.0;
        double high = 1.0;
        while (high < 1e8 && excess(high) > 0.0)
            high *= 4.0;
        return high < 1e8 ? root(excess, 0.0, high) : std::numeric_limits<double>::infinity();
    };
    return {bound(upper), bound(lower)};
}

/// The ad hoc factor of the variances.
double adHocScale(const Logits &logits, const Weighted &at)
{
    return std::max(1.0, at.q / logits.degreesOfFreedom());
}

} // namespace

LogitReml fitLogitReml(std::span<const EventsOfN> rows, double level)
{
    clearVectorState();
    const Logits logits = logitsOf(rows);
    LogitReml fit;
    fit.tau2 = remlTau2(logits);
    fit.tau2Interval = qProfile(logits, level);
    fit.q = Weighted(logits, 0.0).q;
    const Weighted at(logits, fit.tau2);
    fit.mu = at.mu;
    fit.standardError = std::sqrt(adHocScale(logits, at) / at.sumW);
    return fit;
}

LogitRemlLine fitLogitRemlLine(std::span<const EventsOfN> rows, std::span<const double> moderators)
{
    clearVectorState();
    const Logits logits = logitsOf(rows, moderators);
    LogitRemlLine fit;
    fit.tau2 = remlTau2(logits);
    const Weighted at(logits, fit.tau2);
    const double scale = adHocScale(logits, at);
    const double slopeVariance = scale / at.spread;
    fit.slope = at.slope;
    fit.intercept = at.mu - at.slope * at.meanModerator;
    fit.covariance = {scale / at.sumW + at.meanModerator * at.meanModerator * slopeVariance,
                      -at.meanModerator * slopeVariance, slopeVariance};
    return fit;
}

double typicalLogitVariance(std::span<const EventsOfN> rows)
{
    const Weighted at(logitsOf(rows), 0.0);
    return double(rows.size() - 1) / (at.sumW - at.sumW2 / at.sumW);
}

} // namespace anakinra::statistics
