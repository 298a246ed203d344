// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"

#include "app/cli/ViewOption.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

OptionGroup filterOptions()
{
    return {
        u"Filter (values of one flag are joined by OR, different flags by AND; every facet flag "
        "may be repeated; a value that a source does not print cannot be judged and is listed "
        "apart, unless \"not-reported\" is asked for)"_s,
        {
            viewOption(),
            {u"product"_s,
             {},
             u"CODE"_s,
             u"Some participants had this CAR T product. Mixed cohorts match with their share."_s,
             true},
            {u"only-product"_s, {}, u"CODE"_s, u"All participants had this CAR T product."_s, true},
            {u"route"_s, {}, u"SC|IV|not-reported"_s, u"The route was used."_s, true},
            {u"only-route"_s, {}, u"SC|IV"_s, u"No other route was used."_s, true},
            {u"timing"_s,
             {},
             u"CODE"_s,
             u"The protocol's intent: prophylactic, pre-emptive, treatment, refractory, not-reported."_s,
             true},
            {u"disease"_s, {}, u"CODE"_s, u"Disease treated with CAR T cells."_s, true},
            {u"age-group"_s, {}, u"CODE"_s, u"Age group."_s, true},
            {u"design"_s, {}, u"CODE"_s, u"Design of the study."_s, true},
            {u"indication"_s, {}, u"CODE"_s, u"Why anakinra was given."_s, true},
            {u"publication"_s,
             {},
             u"CODE"_s,
             u"Kind of publication that reports the study."_s,
             true},
            {u"peer-reviewed"_s, {}, u"yes|no|not-stated"_s, u"Peer review of a report."_s, true},
            {u"study"_s, {}, u"ID"_s, u"Study."_s, true},
            {u"role"_s,
             {},
             u"CODE"_s,
             u"Role of the cohort; without it, anakinra cohorts only."_s,
             true},
            {u"dose-min"_s,
             {},
             u"DOSE"_s,
             u"Lowest starting dose per day with its unit: \"400 mg/day\" or \"8 mg/kg/day\". The "
             "two scales are not converted."_s},
            {u"dose-max"_s, {}, u"DOSE"_s, u"Highest starting dose per day with its unit."_s},
            {u"body-weight"_s,
             {},
             u"KG"_s,
             u"Reference body weight that puts both dose scales on one; every output then says so."_s},
            {u"start-day-min"_s,
             {},
             u"DAY"_s,
             u"First day of the first dose; the infusion is day 0, days before it are negative."_s},
            {u"start-day-max"_s, {}, u"DAY"_s, u"Last day of the first dose."_s},
            {u"min-n"_s, {}, u"N"_s, u"Smallest cohort."_s},
            {u"year-min"_s, {}, u"YEAR"_s, u"First year, where a source prints one."_s},
            {u"year-max"_s, {}, u"YEAR"_s, u"Last year, where a source prints one."_s},
            {u"search"_s, {}, u"TEXT"_s, u"All these words occur; case and accents are ignored."_s},
            {u"exclude"_s, {}, u"COHORT"_s, u"Leave this cohort out."_s, true},
            {u"keep-unjudged"_s, {}, {}, u"List what could not be judged among the matches."_s},
            {u"with-comparators"_s,
             {},
             {},
             u"Also list the comparators of matching studies; they never enter anakinra totals."_s},
            {u"possible-overlap"_s,
             {},
             u"admit|exclude"_s,
             u"Participants of two cohorts whose overlap cannot be excluded: counted in both "
             "(admit, default), or only as many as are certainly different people (exclude)."_s},
        }};
}

OptionGroup rateOptionGroup()
{
    return {
        u"Rates and intervals"_s,
        {
            {u"ci"_s,
             {},
             u"wilson|clopper-pearson"_s,
             u"Interval of a proportion: Wilson score (default) or Clopper-Pearson, \"exact\"."_s},
            {u"level"_s, {}, u"PERCENT"_s, u"Confidence level; default 95."_s},
            {u"show-inferred"_s,
             {},
             {},
             u"Use unproven counts that would explain a printed percentage; their status is "
             "\"inferred\". Off by default."_s},
        }};
}

} // namespace anakinra::cli
