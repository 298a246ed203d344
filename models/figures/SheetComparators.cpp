// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetComparators.h"

#include "models/figures/ComparatorLimits.h"
#include "models/figures/SheetOutcomes.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

SheetText cellText(const SheetRate &rate)
{
    QStringList words;
    if (!rate.label.isEmpty())
        words << rate.label;
    words << rate.text;
    QString text = words.join(u' ');
    if (!rate.interval.isEmpty())
        text += u" ("_s + rate.interval + u')';
    return {text, rate.marks};
}

/// The outcome in the listed cohorts of `study`; where a listed part does not report it, in the
/// group it is a part of, by name.
SheetText withAnakinra(const Library &library, std::span<const int> cohorts, int study,
                       const QString &code, const SheetOutcome &outcome, const RateOptions &options,
                       SheetSources &sources)
{
    QStringList words;
    QStringList marks;
    const auto say = [&](int index, const SheetRate &rate) {
        const QString text = cohortAt(library, index).label + u": "_s + cellText(rate).text;
        if (words.contains(text))
            return;
        words << text;
        marks << rate.marks;
    };
    for (std::size_t c = 0; c < cohorts.size(); ++c) {
        if (cohortAt(library, cohorts[c]).study != study)
            continue;
        for (const SheetRate &rate : outcome.rates[c]) {
            if (rate.rate.outcome == code && rate.text != u"NR")
                say(cohorts[c], rate);
        }
        if (outcome.reports(c, code))
            continue;
        const int parent = cohortAt(library, cohorts[c]).parent;
        if (parent < 0)
            continue;
        const SheetRate whole = sheetRate(library, rateOf(library, parent, code, options), options,
                                          sources);
        if (whole.text != u"NR")
            say(parent, whole);
    }
    return {words.join(u"; "_s), joinedMarks(marks)};
}

} // namespace

std::vector<SheetComparator> sheetComparators(const Library &library, std::span<const int> cohorts,
                                              std::span<const int> also,
                                              std::span<const SheetOutcome> outcomes,
                                              const RateOptions &options, SheetSources &sources)
{
    std::vector<int> indices(also.begin(), also.end());
    std::vector<int> studies;
    for (const int index : cohorts)
        studies.push_back(cohortAt(library, index).study);
    for (std::size_t i = 0; i < library.cohorts.size(); ++i) {
        if (isComparator(library.cohorts[i].role) && std::ranges::count(studies, library.cohorts[i].study))
            indices.push_back(static_cast<int>(i));
    }
    std::ranges::sort(indices);
    const auto repeated = std::ranges::unique(indices);
    indices.erase(repeated.begin(), repeated.end());

    std::vector<SheetComparator> comparators;
    for (const int index : indices) {
        const Cohort &cohort = cohortAt(library, index);
        SheetComparator entry;
        entry.cohort = index;
        entry.label = cohortTitle(library, index);
        entry.limits = comparatorLimits(library, cohort);
        for (const SheetOutcome &outcome : outcomes) {
            // The row's outcomes as this comparator reports them.
            QStringList codes;
            for (const Observation &o : cohort.outcomes) {
                const bool inRow = std::ranges::any_of(outcome.codes, [&](const QString &code) {
                    return code == o.outcome;
                });
                if (inRow && !codes.contains(o.outcome))
                    codes << o.outcome;
            }
            for (const QString &code : codes) {
                const SheetRate without = sheetRate(library, rateOf(library, index, code, options),
                                                    options, sources);
                if (without.text == u"NR")
                    continue;
                SheetContrast contrast;
                const OutcomeTerm *term = library.vocabulary.outcome(code);
                contrast.outcome = term ? term->shortLabel : outcome.label;
                contrast.without = cellText(without);
                contrast.with = withAnakinra(library, cohorts, cohort.study, code, outcome, options,
                                             sources);
                entry.contrasts.push_back(std::move(contrast));
            }
        }
        comparators.push_back(std::move(entry));
    }
    return comparators;
}

QString comparatorText(std::span<const SheetComparator> comparators)
{
    if (comparators.empty())
        return u"No study listed here reports a group without anakinra. The question cannot be "
               "answered from these sources."_s;
    return u"These comparisons show what the sources print side by side. No difference or test is "
           "computed between cohorts that were not randomised against each other."_s;
}

} // namespace anakinra
