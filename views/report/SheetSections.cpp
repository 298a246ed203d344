// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetSections.h"

#include "views/report/SheetFlow.h"
#include "views/report/SheetTable.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal titlePt = 12.5;
constexpr qreal headingPt = 9.0;
constexpr qreal bodyPt = 7.5;
constexpr qreal tablePt = 7.0;
constexpr qreal notePt = 6.4;
constexpr qreal partIndent = sheetMm(2.5);

SheetSpans plain(const QString &text)
{
    return {{text, SheetSpan::Plain}};
}

SheetSpans withMarks(const SheetText &text)
{
    SheetSpans spans = plain(text.text);
    if (!text.marks.isEmpty())
        spans.push_back({u'\u00a0' + text.marks, SheetSpan::Mark});
    return spans;
}

void append(SheetSpans &spans, const SheetSpans &more)
{
    spans.insert(spans.end(), more.begin(), more.end());
}

QString cohortRemark(const SheetCohort &cohort)
{
    return cohort.unjudged ? u" (kept, could not be judged)"_s : QString();
}

SheetTable contrastTable(const SummarySheet &sheet)
{
    SheetTable table;
    table.pointSize = tablePt;
    table.header = {plain(u"Outcome"_s), plain(u"Without anakinra"_s),
                    plain(u"With anakinra, same study"_s)};
    table.shares = {42, 54, 90};
    for (const SheetComparator &comparator : sheet.comparators) {
        table.rows.push_back({{{{comparator.label, SheetSpan::Bold},
                                {u" – "_s + comparator.limits.join(u"; "_s), SheetSpan::Plain}}},
                              !comparator.contrasts.empty()});
        for (const SheetContrast &contrast : comparator.contrasts)
            table.rows.push_back(
                {{plain(contrast.outcome), withMarks(contrast.without),
                  contrast.with.text.isEmpty() ? plain(u"NR"_s) : withMarks(contrast.with)}});
        if (comparator.contrasts.empty())
            table.rows.push_back(
                {{plain(u"None of the outcomes of this sheet is reported for it."_s)}});
    }
    return table;
}

} // namespace

void addSheetHeading(SheetFlow &flow, const QString &text, qreal below)
{
    const SheetTextBlock block({{text, SheetSpan::Bold}}, headingPt, flow.width());
    flow.space(sheetMm(3.2));
    flow.ensure(block.height() + sheetMm(1.0) + below);
    flow.text(block);
    flow.space(sheetMm(1.0));
}

void addSheetHead(const SummarySheet &sheet, SheetFlow &flow)
{
    flow.text(SheetTextBlock({{sheet.question, SheetSpan::Bold}}, titlePt, flow.width()));
    flow.space(sheetMm(1.2));
    flow.text(SheetTextBlock(plain(sheet.counts), bodyPt, flow.width()));
    if (!sheet.banner.isEmpty()) {
        flow.space(sheetMm(0.8));
        flow.text(SheetTextBlock({{sheet.banner, SheetSpan::Bold}}, bodyPt, flow.width()));
    }
    if (!sheet.emptyText.isEmpty()) {
        flow.space(sheetMm(2.0));
        flow.text(SheetTextBlock({{sheet.emptyText, SheetSpan::Bold}}, bodyPt + 1.0, flow.width()));
    }
}

void addSheetComparators(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.cohorts.empty() && sheet.comparators.empty())
        return;
    const SheetTextBlock text(plain(sheet.comparatorText), bodyPt, flow.width());
    const SheetTable table = contrastTable(sheet);
    addSheetHeading(flow, u"Is it less than without anakinra?"_s,
                    text.height()
                        + (table.rows.empty() ? 0.0 : sheetMm(1.0) + table.leadHeight(flow)));
    flow.text(text);
    addSheetContrasts(sheet, flow);
}

void addSheetContrasts(const SummarySheet &sheet, SheetFlow &flow)
{
    const SheetTable table = contrastTable(sheet);
    if (table.rows.empty())
        return;
    flow.space(sheetMm(1.0));
    table.addTo(flow);
}

void addSheetCohorts(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.cohorts.empty())
        return;
    SheetTable table;
    table.pointSize = tablePt;
    table.header = {plain(u"Study, cohort, design"_s), plain(u"Source"_s), plain(u"n"_s),
                    plain(u"Products"_s), plain(u"Regimen"_s), plain(u"Timing, start"_s),
                    plain(u"Other therapy"_s), plain(u"Interests"_s)};
    table.shares = {29, 22, 14, 22, 36, 27, 24, 12};
    for (const SheetCohort &cohort : sheet.cohorts) {
        SheetSpans name{{cohort.label, SheetSpan::Bold},
                        {cohortRemark(cohort) + u'\n', SheetSpan::Plain}};
        append(name, withMarks(cohort.design));
        SheetSpans when = withMarks(cohort.timing);
        when.push_back({u"\n"_s, SheetSpan::Plain});
        SheetText start = cohort.start;
        start.text = u"Start: "_s + start.text;
        append(when, withMarks(start));
        table.rows.push_back({{name, withMarks(cohort.source), withMarks(cohort.n),
                               withMarks(cohort.products), withMarks(cohort.regimen), when,
                               withMarks(cohort.concomitant), plain(cohort.interests)},
                              false,
                              cohort.partOf >= 0 ? partIndent : 0.0});
    }
    addSheetHeading(flow, u"Included cohorts"_s, table.leadHeight(flow));
    table.addTo(flow);
}

void addSheetCharacteristics(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.characteristics.empty())
        return;
    SheetTable table;
    table.pointSize = tablePt;
    table.header = {plain(u"Characteristic"_s), plain(u"As printed"_s)};
    table.shares = {80, 106};
    for (const SheetCharacteristics &cohort : sheet.characteristics) {
        table.rows.push_back({{{{cohort.cohort, SheetSpan::Bold}}}, true});
        for (const SheetCharacteristic &row : cohort.rows)
            table.rows.push_back({{plain(row.label), withMarks(row.value)}});
    }
    addSheetHeading(flow, u"Characteristics of the patients"_s, table.leadHeight(flow));
    table.addTo(flow);
}

void addSheetNotes(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.notes.empty())
        return;
    addSheetHeading(flow, u"Notes"_s, sheetMm(8.0));
    const qreal indent = sheetMm(6.0);
    QString heading;
    for (const SheetNote &note : sheet.notes) {
        SheetSpans spans = plain(note.text);
        if (!note.marks.isEmpty())
            spans.push_back({u'\u00a0' + note.marks, SheetSpan::Mark});
        const SheetTextBlock text(spans, notePt, flow.width() - indent);
        if (note.heading != heading) {
            heading = note.heading;
            const SheetTextBlock title({{heading, SheetSpan::Bold}}, notePt, flow.width());
            flow.space(sheetMm(0.8));
            flow.ensure(title.height() + text.height(0, 1));
            flow.text(title);
        }
        const SheetTextBlock number(plain(QString::number(note.number)), notePt, indent);
        // The number hangs beside the first line, wherever that stands.
        flow.ensure(text.height(0, 1));
        flow.box(0.0, [number](QPainter &painter, QPointF at) { number.draw(painter, at); });
        flow.text(text, indent);
    }
}

void addSheetReferences(const SummarySheet &sheet, SheetFlow &flow)
{
    if (sheet.references.empty())
        return;
    addSheetHeading(flow, u"References, and the places the numbers stand in"_s, sheetMm(8.0));
    const qreal indent = sheetMm(6.0);
    bool curatorAdded = false;
    for (const SheetReference &reference : sheet.references) {
        curatorAdded = curatorAdded || reference.curatorAdded;
        const SheetTextBlock citation(plain(reference.citation), notePt, flow.width() - indent);
        const SheetTextBlock number({{u"[%1]"_s.arg(reference.number), SheetSpan::Bold}}, notePt, indent);
        flow.space(sheetMm(1.0));
        flow.ensure(citation.height());
        flow.box(0.0, [number](QPainter &painter, QPointF at) { number.draw(painter, at); });
        flow.text(citation, indent);
        SheetSpans places;
        for (const SheetPlace &place : reference.places) {
            // A letter never stands at the end of a line, away from its place.
            places.push_back({(places.empty() ? QString() : u"   "_s) + place.letter + u'\u00a0',
                              SheetSpan::Bold});
            places.push_back({place.locator.isEmpty() ? u"place not recorded"_s : place.locator,
                              SheetSpan::Plain});
            if (!place.figures.isEmpty())
                places.push_back({u": "_s + place.figures.join(u"; "_s), SheetSpan::Soft});
        }
        if (!places.empty())
            flow.text(SheetTextBlock(places, notePt, flow.width() - indent), indent);
    }
    QString key = u"Count derived: the one count that gives the printed percentage. No count: only a "
                  "percentage is printed."_s;
    if (curatorAdded)
        key += u" * added by the curator from another public source, not printed in the document that "
               "was read."_s;
    flow.space(sheetMm(1.0));
    flow.text(SheetTextBlock({{key, SheetSpan::Soft}}, notePt, flow.width()));
}

} // namespace anakinra
