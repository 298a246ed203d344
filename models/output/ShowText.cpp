// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ShowText.h"

#include "models/integrity/RecomputedP.h"
#include "models/integrity/Audit.h"
#include "models/output/FindingsText.h"
#include "models/output/ShowJson.h"
#include "models/output/ShowPage.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

void writeReports(ShowPage &page, const Study &study)
{
    page.heading(u"Reports"_s);
    for (const int index : study.reports) {
        const Report &report = page.library().reports[static_cast<std::size_t>(index)];
        page.line(report.id + u": "_s + report.label);
        page.named(u"Kind"_s,
                   Vocabulary::label(page.library().vocabulary.publications, report.kind) +
                       u"; "_s + labelOf(report.peerReviewed).toLower());
        page.named(u"Study type as printed"_s, report.studyTypeAsPrinted);
        page.named(u"Document"_s, report.document);
        for (const CitationField &fact : report.citation) {
            const bool own = fact.of == CitedWork::Report;
            page.named(own ? fact.field : fact.field + u" of "_s + labelOf(fact.of),
                       fact.value + u" | "_s + labelOf(fact.status) + u" | "_s + fact.source);
        }
        for (const QString &interest : report.interests)
            page.named(u"Interests"_s, interest);
    }
}

void writeComparison(ShowPage &page, const Comparison &comparison)
{
    page.line(comparison.label);
    page.named(u"Meaning"_s, comparison.meaning);
    for (const ComparisonGroup &group : comparison.groups)
        page.figure(group.cohort, group.figure, 4);
    page.named(u"Test"_s, comparison.test.isEmpty() ? u"not stated"_s : comparison.test);
    page.source(comparison.source, 4);
    for (const RecomputedP &recomputed : recomputedPs(comparison)) {
        QString text = u"p = "_s + QString::number(recomputed.p, 'g', 3);
        if (recomputed.reproduces)
            text += *recomputed.reproduces ? u" (reproduces the printed p)"_s
                                           : u" (does not reproduce the printed p)"_s;
        page.named(u"Recomputed, "_s + recomputed.label, text);
    }
}

} // namespace

QString showText(const Library &library, const Study &study, const RateOptions &options,
                 std::optional<int> width)
{
    ShowPage page(library, options, width.value_or(defaultTextWidth));
    page.line(study.label + u" ("_s + study.id + u')', 0);
    page.line(study.title, 0);
    page.named(u"Design"_s, labelsOf(library.vocabulary.designs, study.design.codes), 2);
    page.source(study.design.source, 4);
    page.named(u"Setting"_s, study.setting, 2);
    if (study.year) {
        page.named(u"Year"_s, QString::number(*study.year), 2);
        page.source(study.yearSource, 4);
    }
    writeReports(page, study);
    page.heading(u"Cohorts"_s);
    for (const int cohort : study.cohorts)
        page.cohort(library.cohorts[static_cast<std::size_t>(cohort)]);
    if (!study.comparisons.empty())
        page.heading(u"Comparisons"_s);
    for (const Comparison &comparison : study.comparisons)
        writeComparison(page, comparison);
    const auto overlaps = overlapsOf(library, study);
    if (!overlaps.empty())
        page.heading(u"Shared participants"_s);
    for (const Overlap *overlap : overlaps) {
        page.line(overlap->a + u" and "_s + overlap->b + u": "_s + labelOf(overlap->level));
        page.line(overlap->grounds, 4);
    }
    if (!study.notes.empty())
        page.heading(u"Notes"_s);
    page.notes(study.notes, 2);
    page.line(u"Intervals: "_s + methodText(options), 0);
    const std::vector<Finding> findings = auditStudy(library, study);
    const QString audited = findingsText(library, findings, width.value_or(defaultTextWidth));
    return audited.isEmpty() ? page.text() : page.text() + u'\n' + audited;
}

} // namespace anakinra
