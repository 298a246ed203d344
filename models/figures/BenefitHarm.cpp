// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/BenefitHarm.h"

#include "models/figures/RateFindings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString shortLabel(const Library &library, const QString &code)
{
    const OutcomeTerm *term = library.vocabulary.outcome(code);
    return term ? term->shortLabel : code;
}

QString reasonFor(const Rate &harm, const Rate &benefit, const BenefitHarm &values)
{
    if (!harm.percent && !benefit.percent)
        return u"neither reported"_s;
    return (harm.percent ? values.benefitLabel : values.harmLabel) + u" not reported"_s;
}

/// "Not drawn, ORR not reported: A; B. Not drawn, neither reported: C".
QString gapNote(const std::vector<BenefitHarmGap> &gaps)
{
    QStringList reasons;
    for (const BenefitHarmGap &gap : gaps) {
        if (!reasons.contains(gap.reason))
            reasons << gap.reason;
    }
    QStringList parts;
    for (const QString &reason : reasons) {
        QStringList names;
        for (const BenefitHarmGap &gap : gaps) {
            if (gap.reason == reason)
                names << gap.label;
        }
        parts << u"Not drawn, "_s + reason + u": "_s + names.join(u"; "_s);
    }
    return parts.join(u". "_s);
}

} // namespace

QString BenefitHarmPoint::findingMark() const
{
    return gravestMark({harm.findingMark, benefit.findingMark});
}

QString BenefitHarmPoint::spoken(const Library &library, const RateOptions &options) const
{
    return spokenRate(library, harm, options) + u". "_s + spokenRate(library, benefit, options);
}

BenefitHarm makeBenefitHarm(const Library &library, std::span<const int> cohorts, const QString &harm,
                            const QString &benefit, const RateOptions &options)
{
    BenefitHarm values;
    values.harm = harm;
    values.benefit = benefit;
    values.harmLabel = shortLabel(library, harm);
    values.benefitLabel = shortLabel(library, benefit);
    const RateSeries series = makeRateSeries(library, cohorts, options);
    bool percentOnly = false;
    bool inferred = false;
    for (const RateCohort &cohort : series.cohorts) {
        BenefitHarmPoint point;
        point.cohort = cohort;
        point.harm = rateOf(library, cohort.cohort, harm, options);
        point.benefit = rateOf(library, cohort.cohort, benefit, options);
        if (!point.harm.percent || !point.benefit.percent) {
            values.gaps.push_back({cohort.label, reasonFor(point.harm, point.benefit, values)});
            continue;
        }
        for (const Rate *rate : {&point.harm, &point.benefit}) {
            percentOnly = percentOnly || rate->kind == RateKind::PercentOnly;
            inferred = inferred || rate->kind == RateKind::Inferred;
        }
        point.number = static_cast<int>(values.points.size()) + 1;
        values.points.push_back(std::move(point));
    }
    values.notes << u"One mark per cohort: nothing is said about single patients, and cohorts differ in "
                    "more than anakinra"_s;
    if (percentOnly)
        values.notes << u"No line in a direction: only a percentage is printed, without its count"_s;
    if (inferred)
        values.notes << u"Hollow: inferred count, not proven"_s;
    std::vector<Rate *> drawn;
    for (BenefitHarmPoint &point : values.points)
        drawn.insert(drawn.end(), {&point.harm, &point.benefit});
    values.notes << markFindings(library, drawn);
    if (!values.gaps.empty())
        values.notes << gapNote(values.gaps);
    return values;
}

FigureTable benefitHarmTable(const BenefitHarm &values)
{
    FigureTable table;
    table.headers = {u"Number"_s, u"Cohort"_s, u"n"_s, values.harmLabel, values.harmLabel + u", interval"_s,
                     values.benefitLabel, values.benefitLabel + u", interval"_s, u"Findings"_s};
    for (const BenefitHarmPoint &point : values.points) {
        QStringList findings;
        for (const auto &[label, rate] : {std::pair(values.harmLabel, &point.harm),
                                          std::pair(values.benefitLabel, &point.benefit)}) {
            if (!rate->findingLines.isEmpty())
                findings << label + u": "_s + rate->findingLines;
        }
        table.rows.push_back({QString::number(point.number), point.cohort.label, point.cohort.nText,
                              point.harm.cellText(), point.harm.intervalText(), point.benefit.cellText(),
                              point.benefit.intervalText(), findings.join(u'\n')});
    }
    return table;
}

} // namespace anakinra
