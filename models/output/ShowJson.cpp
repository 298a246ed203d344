// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ShowJson.h"

#include "models/integrity/Audit.h"
#include "models/integrity/FindingIndex.h"
#include "models/output/CheckJson.h"
#include "models/output/CohortJson.h"
#include "models/integrity/RecomputedP.h"

namespace anakinra {

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

const Report &reportAt(const Library &library, int index)
{
    return library.reports[static_cast<std::size_t>(index)];
}

void writeStudy(JsonOut &json, const Study &study)
{
    json.beginObject("study");
    json.field("id", study.id);
    json.field("label", study.label);
    json.field("title", study.title);
    json.field("design", study.design.codes.value(0));
    json.field("setting", study.setting);
    json.field("year", study.year);
    json.beginObject("sources");
    json.beginObject("design");
    writeSource(json, study.design.source);
    json.endObject();
    if (study.year) {
        json.beginObject("year");
        writeSource(json, study.yearSource);
        json.endObject();
    } else {
        json.nullField("year");
    }
    json.endObject();
    json.endObject();
}

void writeReport(JsonOut &json, const Report &report)
{
    json.beginObject();
    json.field("id", report.id);
    json.field("label", report.label);
    json.field("kind", report.kind);
    json.field("peerReviewed", codeOf(report.peerReviewed));
    json.field("studyTypeAsPrinted", report.studyTypeAsPrinted);
    json.field("document", report.document);
    json.beginArray("citation");
    for (const CitationField &fact : report.citation) {
        json.beginObject();
        json.field("field", fact.field);
        json.field("value", fact.value);
        json.field("status", codeOf(fact.status));
        json.field("source", fact.source);
        json.field("of", codeOf(fact.of));
        json.endObject();
    }
    json.endArray();
    json.field("interests", report.interests);
    json.endObject();
}

void writeCharacteristic(JsonOut &json, const Cohort &cohort, const Characteristic &characteristic,
                         const RateOptions &options)
{
    json.beginObject();
    json.field("cohort", cohort.id);
    json.field("code", characteristic.code);
    json.field("label", characteristic.label);
    writeFigure(json, characteristic.figure, options, JsonDetail::Full);
    json.endObject();
}

void writeComparison(JsonOut &json, const Comparison &comparison, const RateOptions &options)
{
    json.beginObject();
    json.field("id", comparison.id);
    json.field("label", comparison.label);
    json.field("meaning", comparison.meaning);
    json.beginArray("groups");
    for (const ComparisonGroup &group : comparison.groups) {
        json.beginObject();
        json.field("cohort", group.cohort);
        writeFigure(json, group.figure, options, JsonDetail::Full);
        json.endObject();
    }
    json.endArray();
    json.field("test", comparison.test);
    json.field("pRelation", comparison.pRelation);
    json.field("pPrinted", comparison.p);
    json.beginArray("pRecomputed");
    for (const RecomputedP &recomputed : recomputedPs(comparison)) {
        json.beginObject();
        json.field("test", recomputed.test);
        json.field("p", recomputed.p);
        if (recomputed.reproduces)
            json.field("reproduces", *recomputed.reproduces);
        else
            json.nullField("reproduces");
        json.endObject();
    }
    json.endArray();
    writeSource(json, comparison.source);
    json.endObject();
}

void writeOverlap(JsonOut &json, const Overlap &overlap)
{
    json.beginObject();
    json.field("id", overlap.id);
    json.field("a", overlap.a);
    json.field("b", overlap.b);
    json.field("level", codeOf(overlap.level));
    json.field("grounds", overlap.grounds);
    json.field("reports", overlap.reports);
    json.endObject();
}

/// `cohort` is "" for a note on the study as a whole.
void writeNote(JsonOut &json, const QString &cohort, const Note &note)
{
    json.beginObject();
    json.field("cohort", cohort);
    json.field("kind", codeOf(note.kind));
    json.field("text", note.text);
    writeSource(json, note.source);
    json.endObject();
}

} // namespace

std::vector<const Overlap *> overlapsOf(const Library &library, const Study &study)
{
    const auto belongs = [&](const QString &id) {
        for (const int cohort : study.cohorts) {
            if (cohortAt(library, cohort).id == id)
                return true;
        }
        for (const int report : study.reports) {
            if (reportAt(library, report).id == id)
                return true;
        }
        return false;
    };
    std::vector<const Overlap *> found;
    for (const Overlap &overlap : library.overlaps) {
        if (belongs(overlap.a) || belongs(overlap.b))
            found.push_back(&overlap);
    }
    return found;
}

QByteArray showJson(const Library &library, const Study &study, const RateOptions &options)
{
    JsonOut json;
    json.beginObject();
    writeLibrary(json, library);
    writeStudy(json, study);
    json.beginArray("reports");
    for (const int report : study.reports)
        writeReport(json, reportAt(library, report));
    json.endArray();
    const FindingIndex findings(auditStudy(library, study));
    json.beginArray("cohorts");
    for (const int cohort : study.cohorts)
        writeCohort(json, library, cohort, options, JsonDetail::Full, findings);
    json.endArray();
    json.beginArray("characteristics");
    for (const int cohort : study.cohorts) {
        for (const Characteristic &characteristic : cohortAt(library, cohort).characteristics)
            writeCharacteristic(json, cohortAt(library, cohort), characteristic, options);
    }
    json.endArray();
    json.beginArray("comparisons");
    for (const Comparison &comparison : study.comparisons)
        writeComparison(json, comparison, options);
    json.endArray();
    json.beginArray("overlaps");
    for (const Overlap *overlap : overlapsOf(library, study))
        writeOverlap(json, *overlap);
    json.endArray();
    json.beginArray("notes");
    for (const Note &note : study.notes)
        writeNote(json, QString(), note);
    for (const int cohort : study.cohorts) {
        for (const Note &note : cohortAt(library, cohort).notes)
            writeNote(json, cohortAt(library, cohort).id, note);
    }
    json.endArray();
    json.beginArray("findings");
    for (const Finding &finding : findings.all())
        writeFinding(json, library, finding);
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace anakinra
