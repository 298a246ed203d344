// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SummarySheet.h"

#include "models/figures/RateFindings.h"
#include "models/figures/SheetCharacteristics.h"
#include "models/figures/SheetCohorts.h"
#include "models/figures/SheetComparators.h"
#include "models/figures/SheetNotes.h"
#include "models/figures/SheetOutcomes.h"
#include "models/figures/SheetQuestion.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString emptyText(const SummarySheet &sheet, const FilterResult &result)
{
    if (!sheet.cohorts.empty())
        return {};
    QString text = u"No anakinra cohort of the library matches this filter."_s;
    if (!result.unjudged.empty())
        text += result.unjudged.size() == 1
            ? u" 1 cohort could not be judged; the notes say why."_s
            : u" %1 cohorts could not be judged; the notes say why."_s.arg(result.unjudged.size());
    return text;
}

std::vector<SheetCohort> sheetCohorts(const Library &library, const FilterCriteria &criteria,
                                      const FilterResult &result, std::span<const int> cohorts,
                                      SheetSources &sources)
{
    QSet<int> unjudged;
    for (const UnjudgedCohort &u : result.unjudged)
        unjudged.insert(u.cohort);
    QStringList products = criteria.values(Facet::Product);
    products += criteria.values(Facet::OnlyProduct);
    products.removeDuplicates();

    std::vector<SheetCohort> rows;
    QHash<int, int> positions;
    for (const int index : cohorts) {
        SheetCohort row = sheetCohort(library, index, sources);
        if (const QString share = productShareText(library, index, products); !share.isEmpty())
            row.label += u" ("_s + share + u')';
        row.unjudged = unjudged.contains(index);
        for (int p = library.cohorts[static_cast<std::size_t>(index)].parent;
             p >= 0 && row.partOf < 0; p = library.cohorts[static_cast<std::size_t>(p)].parent)
            row.partOf = positions.value(p, -1);
        positions.insert(index, static_cast<int>(rows.size()));
        rows.push_back(std::move(row));
    }
    return rows;
}

/// What the audit finds about the rates of the outcome rows.
void markOutcomes(const Library &library, const std::vector<int> &cohorts,
                  std::vector<SheetOutcome> &outcomes)
{
    const FindingIndex findings(findingsForFigure(library, cohorts));
    for (SheetOutcome &outcome : outcomes) {
        for (std::vector<SheetRate> &cell : outcome.rates) {
            for (SheetRate &rate : cell)
                markFindings(rate.rate, library, findings);
        }
    }
}

} // namespace

QStringList SummarySheet::footerLines() const
{
    return {u"Filter: "_s + context.filterWords,
            u"Rates are events/n with %1; NR = not reported; [1a] = reference 1, place a."_s.arg(
                methodText(options)),
            context.libraryLine + u" · printed "_s + context.dateLine,
            disclaimer + u'.'};
}

QString SheetRate::markedText() const
{
    return withMark(text, rate.findingMark);
}

SummarySheet makeSummarySheet(const Library &library, const FilterCriteria &criteria,
                              const FilterResult &result, const RateOptions &options, QDate date,
                              const SheetChoices &choices)
{
    SummarySheet sheet;
    sheet.choices = choices;
    sheet.options = options;
    sheet.context = makeFigureContext(library, criteria, result, options, date);
    sheet.counts = sheet.context.counts;
    sheet.banner = sheet.context.banner;
    sheet.disclaimer = disclaimer();

    std::vector<int> anakinra;
    std::vector<int> comparators;
    for (const int index : figureOrder(library, result.cohorts)) {
        const Role role = library.cohorts[static_cast<std::size_t>(index)].role;
        (isComparator(role) ? comparators : anakinra).push_back(index);
    }
    sheet.question = sheetQuestion(library, criteria, anakinra);
    sheet.toxicityResolution = asksForResolution(library, criteria, anakinra);
    sheet.series = makeRateSeries(library, criteria, result, options,
                                  sheet.toxicityResolution ? RatePanels::ToxicityResponseAndResolution
                                                           : RatePanels::ToxicityAndResponse);

    // References are numbered in the order in which the sheet is read.
    SheetSources sources(library);
    sheet.outcomes = sheetOutcomes(library, anakinra, options, possibleOverlapOf(criteria),
                                   sheet.toxicityResolution, sources);
    markOutcomes(library, anakinra, sheet.outcomes);
    sheet.comparators = sheetComparators(library, anakinra, comparators, sheet.outcomes, options,
                                         sources);
    sheet.comparatorText = comparatorText(sheet.comparators);
    sheet.cohorts = sheetCohorts(library, criteria, result, anakinra, sources);
    // The one-page form has no room for them, and their places would only lengthen the references.
    if (choices.form == SheetForm::Full && choices.has(SheetSection::Characteristics))
        sheet.characteristics = sheetCharacteristics(library, anakinra, sources);
    sheet.emptyText = emptyText(sheet, result);
    writeSheetNotes(sheet, library, criteria, result, sources);
    sheet.references = sources.references();
    return sheet;
}

} // namespace anakinra
