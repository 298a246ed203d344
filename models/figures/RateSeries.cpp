// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/RateSeries.h"

#include "models/figures/ComparatorLimits.h"
#include "models/figures/RateFindings.h"
#include "models/figures/RateNotes.h"
#include "models/filter/FilterEngine.h"

#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// The nearest ancestor that is in the figure, -1 if none is. Cycles cannot occur in a read library.
int shownAncestor(const Library &library, int cohort, const QSet<int> &shown)
{
    for (int p = cohortAt(library, cohort).parent; p >= 0; p = cohortAt(library, p).parent) {
        if (shown.contains(p) && isComparator(cohortAt(library, p).role)
                == isComparator(cohortAt(library, cohort).role))
            return p;
    }
    return -1;
}

RatePanel makePanel(const Library &library, const QString &title, Direction direction,
                    std::vector<QString> outcomes, std::span<const RateCohort> cohorts,
                    const RateOptions &options)
{
    RatePanel panel{title, direction, std::move(outcomes), {}, {}};
    for (const QString &code : panel.outcomes) {
        const OutcomeTerm *term = library.vocabulary.outcome(code);
        panel.labels.push_back(term ? term->shortLabel : code);
    }
    panel.rates.reserve(cohorts.size());
    for (const RateCohort &cohort : cohorts) {
        auto &row = panel.rates.emplace_back();
        for (const QString &code : panel.outcomes)
            row.push_back(rateOf(library, cohort.cohort, code, options));
    }
    return panel;
}

/// Resolution outcomes that one of the cohorts has, in the order of the dictionary.
std::vector<QString> occurringResolutions(const Library &library, std::span<const RateCohort> cohorts)
{
    QSet<QString> occurring;
    for (const RateCohort &cohort : cohorts) {
        for (const Observation &o : cohortAt(library, cohort.cohort).outcomes) {
            if (o.figure.source.status != Status::NotReported
                && (o.figure.events || o.figure.percent))
                occurring.insert(o.outcome);
        }
    }
    std::vector<QString> codes;
    for (const OutcomeTerm &term : library.vocabulary.outcomes) {
        if (term.domain == Domain::ToxicityResolution && occurring.contains(term.code))
            codes.push_back(term.code);
    }
    return codes;
}

std::vector<RateCohort> makeCohorts(const Library &library, std::span<const int> cohorts)
{
    std::vector<RateCohort> entries;
    const std::vector<int> order = figureOrder(library, cohorts);
    const QSet<int> shown(order.begin(), order.end());
    entries.reserve(order.size());
    for (const int index : order) {
        const Cohort &cohort = cohortAt(library, index);
        RateCohort entry;
        entry.cohort = index;
        entry.label = labelWithRole(cohortTitle(library, index), cohort);
        entry.nText = cohort.n.value ? u"n = "_s + countInWords(cohort.n) : u"n NR"_s;
        entry.timing = cohort.timing;
        entry.comparator = isComparator(cohort.role);
        entry.partOfShown = shownAncestor(library, index, shown) >= 0;
        entries.push_back(entry);
    }
    return entries;
}

/// All but the notes, which need what the filter adds.
RateSeries makeSeries(const Library &library, std::span<const int> cohorts,
                      const RateOptions &options, RatePanels panels)
{
    RateSeries series;
    series.cohorts = makeCohorts(library, cohorts);
    series.panels.push_back(makePanel(library, u"Toxicity (lower is better)"_s,
                                      Direction::LowerBetter,
                                      {u"crs.any"_s, u"crs.ge3"_s, u"icans.any"_s, u"icans.ge3"_s},
                                      series.cohorts, options));
    series.panels.push_back(makePanel(library, u"Tumour response (higher is better)"_s,
                                      Direction::HigherBetter,
                                      {u"response.orr"_s, u"response.cr"_s}, series.cohorts,
                                      options));
    if (panels == RatePanels::ToxicityResponseAndResolution) {
        auto codes = occurringResolutions(library, series.cohorts);
        if (!codes.empty())
            series.panels.push_back(
                makePanel(library, u"Toxicity resolution after anakinra (higher is better)"_s,
                          Direction::HigherBetter, std::move(codes), series.cohorts, options));
    }
    return series;
}

/// What the audit finds, as marks beside the numbers and in the notes.
void finish(RateSeries &series, const Library &library, const RateOptions &options,
            const QStringList &products)
{
    std::vector<int> shown;
    shown.reserve(series.cohorts.size());
    for (const RateCohort &cohort : series.cohorts)
        shown.push_back(cohort.cohort);
    const FindingIndex findings(findingsForFigure(library, shown));
    markFindings(series, library, findings);
    series.notes = rateNotes(library, series, options, products, findings);
}

/// The same with what the filter adds.
void finish(RateSeries &series, const Library &library, const FilterCriteria &criteria,
            const FilterResult &result, const RateOptions &options)
{
    QSet<int> unjudged;
    for (const UnjudgedCohort &u : result.unjudged)
        unjudged.insert(u.cohort);
    const QStringList &products = criteria.selected[std::size_t(Facet::Product)];
    for (RateCohort &cohort : series.cohorts) {
        cohort.unjudged = unjudged.contains(cohort.cohort);
        if (products.isEmpty())
            continue;
        const QString share = productShareText(library, cohort.cohort, products);
        if (!share.isEmpty())
            cohort.label += u" ("_s + share + u')';
    }
    finish(series, library, options, products);
}

} // namespace

QString cohortTitle(const Library &library, int cohort)
{
    const Cohort &c = cohortAt(library, cohort);
    if (c.study < 0)
        return c.label;
    const QString &study = library.studies[static_cast<std::size_t>(c.study)].label;
    if (c.label.isEmpty() || c.label == study)
        return study;
    return study + u", "_s + c.label;
}

QString titleWithSize(const Library &library, int cohort)
{
    return cohortTitle(library, cohort) + u" (n = "_s + countInWords(cohortAt(library, cohort).n)
        + u')';
}

QString countInWords(const Count &count)
{
    if (!count.value)
        return u"NR"_s;
    const QString words = QString::number(*count.value);
    return count.max ? words + u" or "_s + QString::number(*count.max) : words;
}

bool hadOneProduct(const Cohort &cohort)
{
    if (cohort.products.size() != 1)
        return false;
    const ProductShare &only = cohort.products.front();
    return only.n ? only.n == cohort.n.value : only.source.flags.isEmpty();
}

QString productShareText(const Library &library, int cohort, const QStringList &products)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hadOneProduct(c))
        return {};
    QStringList shares;
    for (const ProductShare &share : c.products) {
        if (!products.contains(share.code))
            continue;
        const QString name = Vocabulary::label(library.vocabulary.products, share.code);
        shares << (share.n ? u"%1/%2 %3"_s.arg(*share.n).arg(countInWords(c.n), name)
                           : name + u", share NR"_s);
    }
    return shares.join(u"; "_s);
}

std::vector<int> figureOrder(const Library &library, std::span<const int> cohorts)
{
    std::vector<int> sorted(cohorts.begin(), cohorts.end());
    std::ranges::stable_sort(sorted, {}, [&](int c) {
        return std::pair(isComparator(cohortAt(library, c).role), c);
    });
    const QSet<int> shown(sorted.begin(), sorted.end());
    QHash<int, std::vector<int>> parts;
    for (const int cohort : sorted)
        parts[shownAncestor(library, cohort, shown)].push_back(cohort);

    std::vector<int> order;
    order.reserve(sorted.size());
    std::vector<int> stack;
    const auto pushParts = [&](int cohort) {
        if (const auto it = parts.constFind(cohort); it != parts.constEnd())
            stack.insert(stack.end(), it->rbegin(), it->rend());
    };
    pushParts(-1);
    while (!stack.empty()) {
        const int cohort = stack.back();
        stack.pop_back();
        order.push_back(cohort);
        pushParts(cohort);
    }
    return order;
}

RateSeries makeRateSeries(const Library &library, std::span<const int> cohorts,
                          const RateOptions &options, RatePanels panels)
{
    RateSeries series = makeSeries(library, cohorts, options, panels);
    finish(series, library, options, QStringList());
    return series;
}

RateSeries makeRateSeries(const Library &library, const FilterCriteria &criteria,
                          const FilterResult &result, const RateOptions &options, RatePanels panels)
{
    RateSeries series = makeSeries(library, result.cohorts, options, panels);
    finish(series, library, criteria, result, options);
    return series;
}

RateSeries makeOutcomeSeries(const Library &library, const FilterCriteria &criteria,
                             const FilterResult &result, const RateOptions &options,
                             const QString &outcome)
{
    const OutcomeTerm *term = library.vocabulary.outcome(outcome);
    const Direction direction = term ? term->direction : Direction::Neutral;
    QString title = term ? term->label : outcome;
    if (direction != Direction::Neutral)
        title += u" ("_s + labelOf(direction) + u')';
    RateSeries series;
    series.cohorts = makeCohorts(library, result.cohorts);
    series.panels.push_back(makePanel(library, title, direction, {outcome}, series.cohorts, options));
    finish(series, library, criteria, result, options);
    return series;
}

FigureTable rateTable(const RateSeries &series)
{
    FigureTable table;
    table.headers = {u"Cohort"_s, u"n"_s};
    for (const RatePanel &panel : series.panels) {
        for (const QString &label : panel.labels)
            table.headers << label << label + u", interval"_s;
    }
    table.headers << u"Findings"_s;
    for (std::size_t row = 0; row < series.cohorts.size(); ++row) {
        QStringList cells{series.cohorts[row].label, series.cohorts[row].nText};
        QStringList findings;
        for (const RatePanel &panel : series.panels) {
            for (std::size_t i = 0; i < panel.outcomes.size(); ++i) {
                const Rate &rate = panel.rates[row][i];
                cells << rate.cellText() << rate.intervalText();
                if (!rate.findingLines.isEmpty())
                    findings << panel.labels[i] + u": "_s + rate.findingLines;
            }
        }
        table.rows.push_back(cells << findings.join(u'\n'));
    }
    return table;
}

} // namespace anakinra
