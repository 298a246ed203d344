// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/ColumnCells.h"


namespace anakinra::cells {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// What resolved, short: the target, or the outcome's own short label where it is mixed.
QString resolutionTarget(const Library &library, const Observation &observation)
{
    if (observation.target == u"icans")
        return u"ICANS"_s;
    if (observation.target == u"crs")
        return u"CRS"_s;
    if (observation.target == u"carhlh")
        return u"carHLH"_s;
    if (observation.outcome == u"resolution.crs-icans")
        return u"CRS/ICANS"_s;
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    return term ? term->shortLabel : observation.outcome;
}

std::vector<Rate> resolutions(const Library &library, int cohort, const RateOptions &options)
{
    std::vector<Rate> rates;
    for (const Observation &o : cohortAt(library, cohort).outcomes) {
        if (!o.outcome.startsWith(u"resolution."))
            continue;
        const Rate rate = rateOfObservation(library, cohort, o, options);
        if (rate.percent || rate.events)
            rates.push_back(rate);
    }
    return rates;
}

} // namespace

QVariant rateKey(const Library &library, int cohort, const CohortColumn &column,
                 const RateOptions &options)
{
    const Rate rate = bareRateOf(library, cohort, column.outcome, options);
    return rate.percent ? QVariant(*rate.percent) : QVariant();
}

CohortCell rateCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Rate rate = rateOf(library, cohort, column.outcome, options);
    return {rate.cellText(), rate.percent ? QVariant(*rate.percent) : QVariant(),
            spokenRate(library, rate, options), rate.hasFlags};
}

/// By the first rate; targets differ, so this only brings similar cohorts together.
QVariant resolutionKey(const Library &library, int cohort, const CohortColumn &,
                       const RateOptions &options)
{
    for (const Observation &o : cohortAt(library, cohort).outcomes) {
        if (!o.outcome.startsWith(u"resolution."))
            continue;
        if (const auto percent = bareRateOf(library, cohort, o.outcome, options).percent)
            return *percent;
    }
    return {};
}

CohortCell resolutionCell(const Library &library, int cohort, const CohortColumn &column,
                          const RateOptions &options)
{
    QStringList words;
    QStringList tips;
    bool flagged = false;
    for (const Rate &rate : resolutions(library, cohort, options)) {
        words << resolutionTarget(library, *rate.observation) + u' ' + rate.cellText();
        tips << spokenRate(library, rate, options);
        flagged = flagged || rate.hasFlags;
    }
    if (words.isEmpty())
        return missingCell();
    return {words.join(u"; "_s), column.sortKey(library, cohort, column, options),
            tips.join(u"\n\n"_s), flagged};
}

} // namespace anakinra::cells
