// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/charts/RateLooks.h"

#include "models/figures/RateFindings.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t mostBars = 6;

constexpr std::array hatches{Hatch::None,  Hatch::Rising, Hatch::Level,
                             Hatch::Cross, Hatch::Upright, Hatch::Falling};

MarkLook comparatorLook(int index, const FigureStyle &style)
{
    // Outlined and hatched in grey: seen to be no anakinra cohort in any print.
    static constexpr std::array patterns{Hatch::Falling, Hatch::Cross, Hatch::Upright, Hatch::Level,
                                         Hatch::Rising, Hatch::None};
    MarkLook look;
    look.comparator = true;
    look.fill = style.paper;
    look.line = style.softInk;
    look.hatch = patterns[static_cast<std::size_t>(index) % patterns.size()];
    look.shape = MarkShape::Square;
    return look;
}

} // namespace

RateForm rateForm(const RateFigure &figure)
{
    const bool few = figure.series.cohorts.size() <= mostBars;
    return few && !figure.alwaysRows ? RateForm::Bars : RateForm::Rows;
}

MarkLook timingLook(Timing timing, const FigureStyle &style)
{
    MarkLook look;
    const auto colour = [&](std::size_t index) { return style.series[index % style.series.size()]; };
    switch (timing) {
    case Timing::Prophylactic:
        look.fill = colour(0);
        look.shape = MarkShape::Disc;
        break;
    case Timing::PreEmptive:
        look.fill = colour(1);
        look.shape = MarkShape::Diamond;
        break;
    case Timing::Treatment:
        look.fill = colour(2);
        look.shape = MarkShape::Square;
        break;
    case Timing::Refractory:
        look.fill = colour(5);
        look.shape = MarkShape::Triangle;
        break;
    case Timing::NotReported:
        look.fill = style.softInk;
        look.shape = MarkShape::Wedge;
        break;
    }
    look.line = style.paper;
    return look;
}

std::vector<MarkLook> cohortLooks(const RateFigure &figure, const FigureStyle &style)
{
    std::vector<MarkLook> looks;
    looks.reserve(figure.series.cohorts.size());
    const bool bars = rateForm(figure) == RateForm::Bars;
    std::size_t treated = 0;
    int comparators = 0;
    for (const RateCohort &cohort : figure.series.cohorts) {
        MarkLook look;
        if (cohort.comparator) {
            look = comparatorLook(comparators++, style);
        } else if (bars) {
            look.fill = style.series[treated % style.series.size()];
            look.line = style.paper;
            look.hatch = hatches[treated % hatches.size()];
            ++treated;
        } else {
            look = timingLook(cohort.timing, style);
        }
        look.part = cohort.partOfShown;
        look.highlighted = figure.highlighted >= 0 && cohort.cohort == figure.highlighted;
        looks.push_back(look);
    }
    return looks;
}

namespace {

QString numberText(const Rate &rate)
{
    switch (rate.kind) {
    case RateKind::Counted:
    case RateKind::Inferred:
        return rate.countText();
    case RateKind::PercentOnly:
        return rate.percentText();
    case RateKind::NotReported:
        break;
    }
    const QString known = rate.countText(); // events may be printed without any denominator
    return known.isEmpty() ? u"NR"_s : known;
}

} // namespace

QString markText(const Rate &rate)
{
    return withMark(numberText(rate), rate.findingMark);
}

QString markedCell(const Rate &rate)
{
    return withMark(rate.cellText(), rate.findingMark);
}

QString cohortCaption(const RateCohort &cohort)
{
    QString caption = cohort.label;
    if (!cohort.nText.isEmpty())
        caption += u", "_s + QString(cohort.nText).replace(u' ', QChar::Nbsp);
    if (cohort.comparator)
        caption += u" (comparator)"_s;
    if (cohort.unjudged)
        caption += u" (not judged)"_s;
    return caption;
}

bool hasKind(const RateSeries &series, RateKind kind)
{
    for (const RatePanel &panel : series.panels) {
        for (const auto &row : panel.rates) {
            if (std::any_of(row.begin(), row.end(), [kind](const Rate &rate) { return rate.kind == kind; }))
                return true;
        }
    }
    return false;
}

} // namespace anakinra
