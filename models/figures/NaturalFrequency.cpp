// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/NaturalFrequency.h"

#include "models/figures/RateFindings.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Why a rate cannot be drawn as people; "" = it can.
QString obstacleOf(const Rate &rate)
{
    if (rate.kind == RateKind::NotReported || !rate.percent)
        return u"this outcome is not reported for this cohort"_s;
    if (rate.kind != RateKind::Counted || !rate.interval)
        return u"only a percentage is printed, without the count it comes from"_s;
    if (*rate.n < leastForNaturalFrequency) {
        return u"n = %1: below %2 patients the interval would fill the picture"_s
            .arg(*rate.n)
            .arg(leastForNaturalFrequency);
    }
    return {};
}

QString outcomeLabel(const Library &library, const QString &code)
{
    const OutcomeTerm *term = library.vocabulary.outcome(code);
    return term ? term->label : code;
}

QString wordsOf(const NaturalFrequency &frequency, const RateOptions &options)
{
    return u"Of 100 patients like these, about %1 had: %2 (%3 in %4). With the uncertainty of so few "
           "patients (%5) it may be %6 to %7 of 100."_s.arg(QString::number(frequency.people),
                                                            frequency.outcomeLabel,
                                                            withMark(frequency.rate.countText(),
                                                                     frequency.rate.findingMark),
                                                            frequency.cohortLabel, methodText(options),
                                                            QString::number(frequency.low),
                                                            QString::number(frequency.high));
}

} // namespace

Result<NaturalFrequency> makeNaturalFrequency(const Library &library, int cohort,
                                              const QString &outcome, const RateOptions &options)
{
    NaturalFrequency frequency;
    frequency.rate = rateOf(library, cohort, outcome, options);
    const QString &id = library.cohorts[static_cast<std::size_t>(cohort)].id;
    if (const QString obstacle = obstacleOf(frequency.rate); !obstacle.isEmpty())
        return Problem{{}, id, outcome, obstacle};
    frequency.cohortLabel = cohortTitle(library, cohort);
    frequency.cohortId = id;
    frequency.outcomeLabel = outcomeLabel(library, outcome);
    frequency.people = static_cast<int>(std::lround(*frequency.rate.percent));
    frequency.low = std::min(frequency.people, static_cast<int>(std::floor(frequency.rate.interval->low)));
    frequency.high = std::max(frequency.people, static_cast<int>(std::ceil(frequency.rate.interval->high)));
    const FindingIndex findings(findingsForFigure(library, {&cohort, 1}));
    markFindings(frequency.rate, library, findings);
    FindingNotes notes;
    notes.add(findingsOfRate(library, frequency.rate, findings));
    frequency.notes = notes.lines(library);
    frequency.words = wordsOf(frequency, options);
    return frequency;
}

std::vector<NaturalFrequencyChoice>
naturalFrequencyChoices(const Library &library, std::span<const int> cohorts, const RateOptions &options)
{
    std::vector<NaturalFrequencyChoice> choices;
    for (const int cohort : figureOrder(library, cohorts)) {
        QStringList seen;
        for (const Observation &observation : library.cohorts[static_cast<std::size_t>(cohort)].outcomes) {
            if (seen.contains(observation.outcome))
                continue;
            seen << observation.outcome;
            const Rate rate = rateOf(library, cohort, observation.outcome, options);
            if (!obstacleOf(rate).isEmpty())
                continue;
            choices.push_back({cohort, observation.outcome,
                               u"%1: %2 (%3)"_s.arg(cohortTitle(library, cohort),
                                                    outcomeLabel(library, observation.outcome),
                                                    rate.countText())});
        }
    }
    return choices;
}

FigureTable naturalFrequencyTable(const NaturalFrequency &frequency)
{
    return {{u"Cohort"_s, u"Outcome"_s, u"Count"_s, u"Of 100"_s, u"At least"_s, u"At most"_s, u"Findings"_s},
            {{frequency.cohortLabel, frequency.outcomeLabel, frequency.rate.countText(),
              QString::number(frequency.people), QString::number(frequency.low),
              QString::number(frequency.high), frequency.rate.findingLines}}};
}

} // namespace anakinra
