// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetBoard.h"

#include "views/report/SheetFlow.h"
#include "views/report/SheetSections.h"
#include "views/report/SheetTable.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal smallPt = 6.0;
constexpr qreal bodyPt = 6.8;
constexpr qreal partIndent = sheetMm(2.0);
constexpr std::array tableSizes{6.8, 6.4, 6.0}; ///< points

SheetSpans plain(const QString &text)
{
    return {{text, SheetSpan::Plain}};
}

/// "[2]" of "[2a,b] [2c]": the reports alone, as the places stand in the full form only.
QString reportMarks(const QString &marks)
{
    static const QRegularExpression number(u"\\[(\\d+)"_s);
    QStringList numbers;
    auto matches = number.globalMatch(marks);
    while (matches.hasNext())
        numbers << matches.next().captured(1);
    numbers.removeDuplicates();
    return numbers.isEmpty() ? QString() : u'[' + numbers.join(u',') + u']';
}

/// None of the outcomes of the sheet is reported for it.
bool isSilent(const SummarySheet &sheet, std::size_t cohort)
{
    return std::ranges::none_of(sheet.outcomes, [cohort](const SheetOutcome &outcome) {
        return std::ranges::any_of(outcome.rates[cohort],
                                   [](const SheetRate &rate) { return rate.text != u"NR"; });
    });
}

/// Those that have something to report come first.
std::vector<std::size_t> boardOrder(const SummarySheet &sheet)
{
    std::vector<std::size_t> order(sheet.cohorts.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_partition(order, [&](std::size_t c) { return !isSilent(sheet, c); });
    return order;
}

/// The same figure without rows that would say nothing but "NR".
SheetDocument withoutSilentRows(const SheetDocument &document)
{
    SheetDocument result = document;
    RateSeries &series = result.sheet.series;
    for (std::size_t i = series.cohorts.size(); i-- > 0;) {
        const bool silent = std::ranges::all_of(series.panels, [i](const RatePanel &panel) {
            return std::ranges::all_of(panel.rates[i], [](const Rate &rate) {
                return rate.kind == RateKind::NotReported && !rate.events;
            });
        });
        if (!silent)
            continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        series.cohorts.erase(series.cohorts.begin() + at);
        for (RatePanel &panel : series.panels)
            panel.rates.erase(panel.rates.begin() + at);
    }
    return result;
}

SheetSpans cohortCell(const SummarySheet &sheet, const SheetCohort &cohort)
{
    SheetSpans spans{{cohort.label, SheetSpan::Bold}};
    if (const QString mark = reportMarks(cohort.n.marks); !mark.isEmpty())
        spans.push_back({u'\u00a0' + mark, SheetSpan::Mark});
    QString facts = u"n = "_s + cohort.n.text;
    if (sheet.choices.has(SheetSection::Cohorts))
        facts += u"; "_s + cohort.timing.text + u"; "_s + cohort.briefRegimen;
    if (cohort.unjudged)
        facts += u"; kept, could not be judged"_s;
    if (cohort.partOf >= 0)
        facts += u"; part of "_s + sheet.cohorts[static_cast<std::size_t>(cohort.partOf)].label;
    spans.push_back({u'\n' + facts, SheetSpan::Plain});
    return spans;
}

/// The facts of a cohort without a row, after those of others.
void appendSilent(const SummarySheet &sheet, const SheetCohort &cohort, SheetSpans &spans)
{
    spans.push_back({spans.empty() ? u"None of these outcomes is reported for: "_s : u"; "_s,
                     SheetSpan::Plain});
    for (SheetSpan &span : cohortCell(sheet, cohort)) {
        if (span.text.startsWith(u'\n'))
            span.text = u" ("_s + span.text.mid(1) + u')';
        spans.push_back(std::move(span));
    }
}

SheetSpans rateCell(const std::vector<SheetRate> &rates)
{
    SheetSpans spans;
    for (const SheetRate &rate : rates) {
        if (rate.text == u"NR")
            continue;
        if (!spans.empty())
            spans.push_back({u"\n"_s, SheetSpan::Plain});
        if (!rate.label.isEmpty())
            spans.push_back({rate.label + u": "_s, SheetSpan::Plain});
        spans.push_back({rate.markedText(), SheetSpan::Bold});
        if (!rate.interval.isEmpty())
            spans.push_back({u'\n' + rate.interval, SheetSpan::Plain});
    }
    return spans.empty() ? SheetSpans{{u"NR"_s, SheetSpan::Soft}} : spans;
}

SheetSpans rangeCell(const SheetOutcome &outcome)
{
    QStringList lines;
    for (const SheetRange &range : outcome.ranges)
        lines << (range.label.isEmpty() ? QString() : range.label + u": "_s) +
                     u"%1 (%2)"_s.arg(range.text).arg(range.cohorts);
    return plain(lines.isEmpty() ? u"–"_s : lines.join(u'\n'));
}

void addTable(const SummarySheet &sheet, const BoardPlan &plan, SheetFlow &flow)
{
    SheetTable table;
    table.pointSize = plan.tablePt;
    table.header = {plain(u"Cohort"_s)};
    table.shares = {46.0};
    SheetTableRow ranges{{{{u"Lowest to highest, independent cohorts"_s, SheetSpan::Plain}}}, true};
    SheetTableRow pooled{{{{u"Pooled"_s, SheetSpan::Plain}}}, false};
    for (const SheetOutcome &outcome : sheet.outcomes) {
        table.header.push_back(plain(outcome.label));
        table.shares.push_back(20.0);
        ranges.cells.push_back(rangeCell(outcome));
        pooled.cells.push_back(plain(outcome.pooled ? outcome.pooled->text : u"–"_s));
    }
    const std::vector<std::size_t> order = boardOrder(sheet);
    SheetSpans silent;
    for (std::size_t position = 0; position < plan.cohorts; ++position) {
        const std::size_t c = order[position];
        if (isSilent(sheet, c)) {
            appendSilent(sheet, sheet.cohorts[c], silent);
            continue;
        }
        SheetTableRow row{{cohortCell(sheet, sheet.cohorts[c])},
                          false,
                          sheet.cohorts[c].partOf >= 0 ? partIndent : 0.0};
        for (const SheetOutcome &outcome : sheet.outcomes)
            row.cells.push_back(rateCell(outcome.rates[c]));
        table.rows.push_back(std::move(row));
    }
    if (!silent.empty())
        table.rows.push_back({{silent}});
    if (sheet.cohorts.size() > 1)
        table.rows.push_back(std::move(ranges));
    if (std::ranges::any_of(sheet.outcomes,
                            [](const SheetOutcome &o) { return o.pooled.has_value(); }))
        table.rows.push_back(std::move(pooled));
    flow.space(sheetMm(1.5));
    table.addTo(flow);
}

/// In the order of the sheet, with their numbers, so that marks elsewhere lead here.
void addNotes(const SummarySheet &sheet, std::size_t count, SheetFlow &flow)
{
    SheetSpans spans;
    for (std::size_t i = 0; i < count; ++i) {
        const SheetNote &note = sheet.notes[i];
        spans.push_back({(i == 0 ? QString() : u"   "_s) + QString::number(note.number) + u'\u00a0',
                         SheetSpan::Bold});
        spans.push_back({note.text, SheetSpan::Plain});
    }
    if (spans.empty())
        return;
    flow.space(sheetMm(1.2));
    flow.text(SheetTextBlock(spans, smallPt, flow.width()));
}

void addReferences(const SummarySheet &sheet, SheetFlow &flow)
{
    SheetSpans spans;
    for (const SheetReference &reference : sheet.references) {
        spans.push_back(
            {(spans.empty() ? QString() : u"   "_s) + u"[%1]\u00a0"_s.arg(reference.number),
             SheetSpan::Bold});
        spans.push_back({reference.citation, SheetSpan::Plain});
    }
    flow.space(sheetMm(1.2));
    flow.text(SheetTextBlock(spans, smallPt, flow.width()));
}

bool hasFigures(const SheetDocument &document)
{
    return document.sheet.choices.has(SheetSection::Figures) &&
           (document.sheet.choices.figures.contains(u"rates"_s) || !document.figures.empty());
}

/// What the full form says and this page does not.
QStringList leftOut(const SheetDocument &document, const BoardPlan &plan)
{
    const SummarySheet &sheet = document.sheet;
    const SheetChoices &choices = sheet.choices;
    QStringList parts;
    if (plan.cohorts < sheet.cohorts.size())
        parts << u"%1 of %2 cohorts"_s.arg(sheet.cohorts.size() - plan.cohorts)
                     .arg(sheet.cohorts.size());
    if (plan.figures && choices.figures.contains(u"rates"_s) &&
        withoutSilentRows(document).sheet.series.cohorts.size() < sheet.series.cohorts.size())
        parts << u"rows of the figure that would only say NR"_s;
    if (!plan.figures && hasFigures(document) && !sheet.cohorts.empty())
        parts << u"the figure"_s;
    if (!plan.contrasts && choices.has(SheetSection::Comparators) && !sheet.comparators.empty())
        parts << u"the rates without anakinra"_s;
    if (choices.has(SheetSection::Notes) && plan.notes < sheet.notes.size())
        parts << u"%1 of %2 notes"_s.arg(sheet.notes.size() - plan.notes).arg(sheet.notes.size());
    if (!plan.references && choices.has(SheetSection::References))
        parts << u"%1 references"_s.arg(sheet.references.size());
    parts << u"regimens as printed"_s << u"characteristics of the patients"_s
          << u"the places where the numbers stand"_s;
    return parts;
}

bool fits(const SheetDocument &document, const BoardPlan &plan, const QRectF &content)
{
    SheetFlow flow(content);
    addBoard(document, plan, flow);
    return flow.pageCount() == 1;
}

/// The largest count up to `most` that still fits, where fewer fit whenever more do.
std::size_t largestThatFits(std::size_t most, const std::function<bool(std::size_t)> &isFitting)
{
    std::size_t low = 0;
    while (low < most) {
        const std::size_t middle = (low + most + 1) / 2;
        if (isFitting(middle))
            low = middle;
        else
            most = middle - 1;
    }
    return low;
}

} // namespace

void addBoard(const SheetDocument &document, const BoardPlan &plan, SheetFlow &flow)
{
    const SummarySheet &sheet = document.sheet;
    const SheetChoices &choices = sheet.choices;
    addSheetHead(sheet, flow);
    if (choices.has(SheetSection::Rates) && !sheet.cohorts.empty())
        addTable(sheet, plan, flow);
    if (plan.figures)
        addSheetFigures(withoutSilentRows(document), flow, *plan.figures);
    if (choices.has(SheetSection::Comparators) && !sheet.comparatorText.isEmpty()) {
        flow.space(sheetMm(1.2));
        flow.text(SheetTextBlock({{u"Is it less than without anakinra? "_s, SheetSpan::Bold},
                                  {sheet.comparatorText, SheetSpan::Plain}},
                                 bodyPt, flow.width()));
        if (plan.contrasts)
            addSheetContrasts(sheet, flow);
    }
    addNotes(sheet, plan.notes, flow);
    if (plan.references)
        addReferences(sheet, flow);
    flow.space(sheetMm(1.2));
    flow.text(
        SheetTextBlock({{u"Left out to keep one page: "_s, SheetSpan::Bold},
                        {leftOut(document, plan).join(u"; "_s) +
                             u". All of it stands in the full form of this sheet (Print sheet, "
                             "form “Full”; on the command line: sheet --form full)."_s,
                         SheetSpan::Plain}},
                       smallPt, flow.width()));
}

BoardPlan fitBoard(const SheetDocument &document, const QRectF &content)
{
    const SummarySheet &sheet = document.sheet;
    const SheetChoices &choices = sheet.choices;
    BoardPlan plan;
    plan.cohorts = sheet.cohorts.size();
    const auto fitting = [&](const BoardPlan &tried) { return fits(document, tried, content); };
    for (const qreal size : tableSizes) {
        plan.tablePt = size;
        if (fitting(plan))
            break;
    }
    plan.cohorts = largestThatFits(plan.cohorts, [&](std::size_t cohorts) {
        BoardPlan tried = plan;
        tried.cohorts = cohorts;
        return fitting(tried);
    });
    const auto add = [&](bool wanted, auto change) {
        BoardPlan tried = plan;
        change(tried);
        if (wanted && fitting(tried))
            plan = tried;
    };
    const bool figures = hasFigures(document) && plan.cohorts == sheet.cohorts.size();
    add(figures, [](BoardPlan &tried) { tried.figures = 0.0; });
    if (figures && !plan.figures) {
        // Smaller text in the table is a fair price for the figure.
        add(true, [](BoardPlan &tried) {
            tried.tablePt = tableSizes.back();
            tried.figures = 0.0;
        });
    }
    add(choices.has(SheetSection::References), [](BoardPlan &tried) { tried.references = true; });
    add(choices.has(SheetSection::Comparators) && !sheet.comparators.empty(),
        [](BoardPlan &tried) { tried.contrasts = true; });
    if (choices.has(SheetSection::Notes)) {
        plan.notes = largestThatFits(sheet.notes.size(), [&](std::size_t notes) {
            BoardPlan tried = plan;
            tried.notes = notes;
            return fitting(tried);
        });
    }
    constexpr std::size_t steps = 10;
    if (plan.figures) {
        plan.figures = static_cast<qreal>(largestThatFits(steps,
                                                          [&](std::size_t step) {
                                                              BoardPlan tried = plan;
                                                              tried.figures =
                                                                  static_cast<qreal>(step) / steps;
                                                              return fitting(tried);
                                                          })) /
                       steps;
    }
    return plan;
}

} // namespace anakinra
