// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetFlow.h"
#include "views/report/SheetSections.h"
#include "views/report/SheetTable.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// Up to this many cohorts stand side by side; more are listed below each outcome.
constexpr std::size_t mostColumns = 4;
constexpr qreal tablePt = 7.2;
constexpr qreal partIndent = sheetMm(2.5);

QString directionText(Direction direction)
{
    const QString words = labelOf(direction);
    return words.isEmpty() ? QString() : u" ("_s + words + u')';
}

bool isReported(const SheetRate &rate)
{
    return rate.text != u"NR";
}

/// What stands below a rate: bound and concomitant therapy, each on its own line.
void appendBelow(SheetSpans &spans, const SheetRate &rate)
{
    for (const QString &line : {rate.bound, rate.concomitant}) {
        if (!line.isEmpty())
            spans.push_back({u'\n' + line, SheetSpan::Soft});
    }
}

void appendRate(SheetSpans &spans, const SheetRate &rate)
{
    if (!rate.label.isEmpty())
        spans.push_back({rate.label + u": "_s, SheetSpan::Plain});
    spans.push_back({rate.markedText(), isReported(rate) ? SheetSpan::Bold : SheetSpan::Soft});
    if (!rate.interval.isEmpty())
        spans.push_back({u' ' + QString(u'(') + rate.interval + u')', SheetSpan::Plain});
    if (!rate.marks.isEmpty())
        spans.push_back({u'\u00a0' + rate.marks, SheetSpan::Mark});
    appendBelow(spans, rate);
}

QString rangeText(const SheetOutcome &outcome)
{
    QStringList lines;
    for (const SheetRange &range : outcome.ranges) {
        QString line = range.label.isEmpty() ? QString() : range.label + u": "_s;
        lines << line + u"%1 (%2)"_s.arg(range.text).arg(range.cohorts);
    }
    return lines.join(u'\n');
}

SheetSpans pooledSpans(const SheetOutcome &outcome)
{
    SheetSpans spans{{outcome.pooled->text, SheetSpan::Bold}};
    if (!outcome.pooled->marks.isEmpty())
        spans.push_back({u' ' + outcome.pooled->marks, SheetSpan::Mark});
    return spans;
}

/// Outcomes as rows, cohorts as columns.
SheetTable matrix(const SummarySheet &sheet)
{
    const bool pooled = std::ranges::any_of(sheet.outcomes,
                                            [](const SheetOutcome &o) { return o.pooled.has_value(); });
    const bool several = sheet.cohorts.size() > 1;
    SheetTable table;
    table.pointSize = tablePt;
    table.header = {{{u"Outcome"_s, SheetSpan::Plain}}};
    table.shares = {several ? 38.0 : 60.0};
    for (const SheetCohort &cohort : sheet.cohorts) {
        SheetSpans head{{cohort.label, SheetSpan::Plain},
                        {u"\nn = "_s + cohort.n.text, SheetSpan::Plain}};
        if (cohort.partOf >= 0)
            head.push_back({u"\npart of "_s + sheet.cohorts[std::size_t(cohort.partOf)].label,
                            SheetSpan::Plain});
        table.header.push_back(head);
        table.shares.push_back(several ? 37.0 : 126.0);
    }
    if (several) {
        table.header.push_back({{u"Lowest to highest (independent cohorts)"_s, SheetSpan::Plain}});
        table.shares.push_back(24);
    }
    if (pooled) {
        table.header.push_back({{u"Pooled"_s, SheetSpan::Plain}});
        table.shares.push_back(24);
    }
    for (const SheetOutcome &outcome : sheet.outcomes) {
        SheetTableRow row;
        row.cells.push_back({{outcome.label, SheetSpan::Bold},
                             {directionText(outcome.direction), SheetSpan::Soft}});
        for (const auto &cell : outcome.rates) {
            SheetSpans spans;
            for (const SheetRate &rate : cell) {
                if (!spans.empty())
                    spans.push_back({u"\n"_s, SheetSpan::Plain});
                appendRate(spans, rate);
            }
            row.cells.push_back(spans);
        }
        if (several) {
            const QString range = rangeText(outcome);
            row.cells.push_back({{range.isEmpty() ? u"–"_s : range, SheetSpan::Plain}});
        }
        if (pooled)
            row.cells.push_back(outcome.pooled ? pooledSpans(outcome)
                                               : SheetSpans{{u"–"_s, SheetSpan::Plain}});
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString extremes(const SheetOutcome &outcome)
{
    QStringList texts;
    for (const SheetRange &range : outcome.ranges) {
        QString text = range.label.isEmpty() ? QString() : range.label + u": "_s;
        text += u"%1 over %2 independent cohorts"_s.arg(range.text).arg(range.cohorts);
        if (range.lowest != range.highest)
            text += u" (lowest %1, highest %2)"_s.arg(range.lowest, range.highest);
        texts << text;
    }
    return texts.join(u"; "_s);
}

/// Outcomes as groups, the cohorts that report them as rows; the notes name those that do not.
SheetTable list(const SummarySheet &sheet)
{
    SheetTable table;
    table.pointSize = tablePt;
    table.header = {{{u"Outcome and cohort"_s, SheetSpan::Plain}},
                    {{u"Events/n, rate"_s, SheetSpan::Plain}},
                    {{u"Interval"_s, SheetSpan::Plain}},
                    {{u"Place"_s, SheetSpan::Plain}}};
    table.shares = {74, 70, 28, 14};
    for (const SheetOutcome &outcome : sheet.outcomes) {
        SheetSpans head{{outcome.label, SheetSpan::Bold},
                        {directionText(outcome.direction), SheetSpan::Soft}};
        if (!outcome.ranges.empty())
            head.push_back({u" – "_s + extremes(outcome), SheetSpan::Plain});
        if (outcome.pooled) {
            head.push_back({u" – pooled "_s, SheetSpan::Plain});
            const SheetSpans more = pooledSpans(outcome);
            head.insert(head.end(), more.begin(), more.end());
        }
        table.rows.push_back({{head}, true});
        std::size_t missing = 0;
        std::vector<bool> printed(sheet.cohorts.size(), false);
        for (std::size_t c = 0; c < sheet.cohorts.size(); ++c) {
            const SheetCohort &cohort = sheet.cohorts[c];
            bool any = false;
            const bool below = cohort.partOf >= 0 && printed[std::size_t(cohort.partOf)];
            const qreal indent = below ? partIndent : 0.0;
            for (const SheetRate &rate : outcome.rates[c]) {
                if (!isReported(rate))
                    continue;
                SheetSpans value;
                if (!rate.label.isEmpty())
                    value.push_back({rate.label + u": "_s, SheetSpan::Plain});
                value.push_back({rate.markedText(), SheetSpan::Bold});
                appendBelow(value, rate);
                table.rows.push_back({{{{any ? QString() : cohort.label, SheetSpan::Plain}},
                                       value,
                                       {{rate.interval, SheetSpan::Plain}},
                                       {{rate.marks, SheetSpan::Mark}}},
                                      false,
                                      indent});
                any = true;
            }
            if (!any)
                ++missing;
            printed[c] = any;
        }
        if (missing > 0) {
            const QString who = missing == sheet.cohorts.size()
                ? u"Not reported by any of the %1 cohorts"_s.arg(missing)
                : u"Not reported by %1 of %2 cohorts, named in the notes"_s.arg(missing).arg(
                      sheet.cohorts.size());
            table.rows.push_back({{{{who, SheetSpan::Soft}}}});
        }
    }
    return table;
}

} // namespace

void addSheetRates(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.cohorts.empty())
        return;
    const SheetTable table = sheet.cohorts.size() <= mostColumns ? matrix(sheet) : list(sheet);
    addSheetHeading(flow, u"How often does it happen with anakinra?"_s,
                    table.leadHeight(flow));
    table.addTo(flow);
}

} // namespace anakinra
