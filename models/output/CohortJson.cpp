// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CohortJson.h"

#include "models/integrity/FindingIndex.h"
#include "models/output/CheckJson.h"

namespace anakinra {

namespace {

/// The counts of a figure as they are to be written, after the choice about inferred counts.
struct Counts
{
    std::optional<int> events;
    std::optional<int> n;
    Status status;
    std::optional<double> percent;
};

Counts countsOf(const Figure &figure, const RateOptions &options)
{
    if (options.showInferred && figure.inferred && !figure.events) {
        const InferredCount &inferred = *figure.inferred;
        return {inferred.events, inferred.n, Status::Inferred,
                100.0 * inferred.events / inferred.n};
    }
    return {figure.events, figure.n, figure.source.status, figure.rate()};
}

void writeInterval(JsonOut &json, const Counts &counts, const RateOptions &options)
{
    if (!counts.events || !counts.n || *counts.n < 1 || *counts.events > *counts.n) {
        json.nullField("ci");
        return;
    }
    const bool wilson = options.method == statistics::IntervalMethod::Wilson;
    const statistics::Interval interval = statistics::proportionInterval(
        *counts.events, *counts.n, options.level / 100.0, options.method);
    json.beginObject("ci");
    json.field("method", wilson ? QStringView(u"wilson") : QStringView(u"clopper-pearson"));
    json.field("level", options.level);
    json.field("low", 100.0 * interval.low);
    json.field("high", 100.0 * interval.high);
    json.endObject();
}

void writeContinuous(JsonOut &json, const std::optional<Continuous> &value)
{
    if (!value) {
        json.nullField("value");
        return;
    }
    json.beginObject("value");
    json.field("median", value->median);
    json.field("low", value->low);
    json.field("high", value->high);
    json.field("unit", value->unit);
    json.field("text", value->text);
    json.endObject();
}

void writeInferred(JsonOut &json, const std::optional<InferredCount> &inferred)
{
    if (!inferred) {
        json.nullField("inferred");
        return;
    }
    json.beginObject("inferred");
    json.field("events", inferred->events);
    json.field("n", inferred->n);
    json.field("working", inferred->working);
    json.endObject();
}

void writeProduct(JsonOut &json, const ProductShare &share, JsonDetail detail)
{
    json.beginObject();
    json.field("code", share.code);
    json.field("n", share.n);
    if (detail == JsonDetail::Full) {
        json.field("percent", share.percent);
        writeSource(json, share.source);
        json.field("inherited", share.inherited);
    } else {
        json.field("reported", share.source.reported);
        json.field("status", codeOf(share.source.status));
        json.field("flags", share.source.flags);
    }
    json.endObject();
}

/// A first or last day of anakinra.
template<typename Day>
void writeDay(JsonOut &json, const char *key, const Day &day)
{
    json.beginObject(key);
    json.field("min", day.min);
    json.field("max", day.max);
    json.field("median", day.median);
    json.endObject();
}

void writeRegimen(JsonOut &json, const Regimen &regimen, JsonDetail detail)
{
    json.beginObject();
    json.field("kind", codeOf(regimen.kind));
    json.beginArray("routes");
    for (const Route route : regimen.routes)
        json.value(codeOf(route));
    json.endArray();
    if (regimen.dose) {
        json.beginObject("dose");
        json.field("min", regimen.dose->min);
        json.field("max", regimen.dose->max);
        json.field("unit", codeOf(regimen.dose->unit));
        json.endObject();
    } else {
        json.nullField("dose");
    }
    json.field("asReported", regimen.source.reported);
    json.field("arithmetic", regimen.arithmetic);
    json.field("frequency", regimen.frequency);
    json.field("start", regimen.start);
    json.field("stop", regimen.stop);
    writeDay(json, "stopDay", regimen.stopDay);
    json.field("trigger", regimen.trigger);
    if (detail == JsonDetail::Full) {
        writeSource(json, regimen.source);
        json.beginArray("alsoFrom");
        for (const FieldSource &also : regimen.alsoFrom) {
            json.beginObject();
            json.field("fields", also.fields);
            writeSource(json, also.source);
            json.endObject();
        }
        json.endArray();
    } else {
        json.field("report", regimen.source.report);
        json.field("locator", regimen.source.locator);
    }
    json.endObject();
}

void writeIds(JsonOut &json, FindingIndex::List findings)
{
    json.beginArray("findings");
    for (const Finding *finding : findings)
        json.value(finding->id);
    json.endArray();
}

void writeObservation(JsonOut &json, const Library &library, const Observation &observation,
                      const RateOptions &options, JsonDetail detail, FindingIndex::List findings)
{
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    json.beginObject();
    json.field("code", observation.outcome);
    json.field("domain", term ? codeOf(term->domain) : QString());
    json.field("target", observation.target);
    json.field("criterion", observation.criterion);
    json.field("window", observation.window);
    json.field("denominator", codeOf(observation.denominator));
    json.field("population", codeOf(observation.population));
    json.field("concomitant", observation.concomitant);
    writeFigure(json, observation.figure, options, detail);
    writeIds(json, findings);
    json.endObject();
}

/// A named value of the cohort with its place, for `show`.
void writePlace(JsonOut &json, const char *name, const Source &source, bool inherited)
{
    json.beginObject(name);
    writeSource(json, source);
    json.field("inherited", inherited);
    json.endObject();
}

void writePlaces(JsonOut &json, const Cohort &cohort)
{
    json.beginObject("sources");
    writePlace(json, "n", cohort.n.source, false);
    writePlace(json, "nAnakinra", cohort.nAnakinra.source, false);
    writePlace(json, "timing", cohort.timingSource, cohort.timingInherited);
    writePlace(json, "ageGroups", cohort.ageGroups.source, cohort.ageGroups.inherited);
    writePlace(json, "diseases", cohort.diseases.source, cohort.diseases.inherited);
    writePlace(json, "indications", cohort.indications.source, cohort.indications.inherited);
    writePlace(json, "startDay", cohort.startDay.source, cohort.startDay.inherited);
    json.endObject();
    json.field("regimensInherited", cohort.regimensInherited);
}

} // namespace

void writeSource(JsonOut &json, const Source &source)
{
    json.field("reported", source.reported);
    json.field("status", codeOf(source.status));
    json.field("report", source.report);
    json.field("locator", source.locator);
    json.field("flags", source.flags);
    json.field("note", source.note);
}

void writeFigure(JsonOut &json, const Figure &figure, const RateOptions &options, JsonDetail detail)
{
    const Counts counts = countsOf(figure, options);
    json.field("events", counts.events);
    json.field("n", counts.n);
    json.field("percent", counts.percent);
    json.field("reported", figure.source.reported);
    json.field("status", codeOf(counts.status));
    writeInterval(json, counts, options);
    writeContinuous(json, figure.value);
    if (detail == JsonDetail::Full) {
        json.field("percentPrinted", figure.percent);
        writeInferred(json, figure.inferred);
        json.field("note", figure.source.note);
    }
    json.field("report", figure.source.report);
    json.field("locator", figure.source.locator);
    json.field("flags", figure.source.flags);
}

void writeLibrary(JsonOut &json, const Library &library)
{
    json.beginObject("library");
    json.field("title", library.title);
    json.field("version", library.version);
    json.field("curated", library.curated);
    json.endObject();
}

void writeCohort(JsonOut &json, const Library &library, int index, const RateOptions &options,
                 JsonDetail detail, const FindingIndex &findings)
{
    const Cohort &cohort = library.cohorts[static_cast<std::size_t>(index)];
    const Study &study = library.studies[static_cast<std::size_t>(cohort.study)];
    const bool hasParent = cohort.parent >= 0;
    json.beginObject();
    json.field("id", cohort.id);
    json.field("study", study.id);
    json.field("label", cohort.label);
    json.field("role", codeOf(cohort.role));
    json.field("parent",
               hasParent ? library.cohorts[static_cast<std::size_t>(cohort.parent)].id : QString());
    json.field("n", cohort.n.value);
    json.field("nMax", cohort.n.max);
    json.field("nAnakinra", cohort.nAnakinra.value);
    json.field("design", study.design.codes.value(0));
    json.field("ageGroups", cohort.ageGroups.codes);
    json.field("diseases", cohort.diseases.codes);
    json.field("indications", cohort.indications.codes);
    // A comparator has no regimen: its timing does not apply, which is not "not reported".
    json.field("timing", isComparator(cohort.role) ? QString() : codeOf(cohort.timing));
    json.beginArray("products");
    for (const ProductShare &share : cohort.products)
        writeProduct(json, share, detail);
    json.endArray();
    writeDay(json, "startDay", cohort.startDay);
    json.beginArray("regimens");
    for (const Regimen &regimen : cohort.regimens)
        writeRegimen(json, regimen, detail);
    json.endArray();
    json.beginArray("outcomes");
    for (std::size_t i = 0; i < cohort.outcomes.size(); ++i)
        writeObservation(json, library, cohort.outcomes[i], options, detail,
                         findings.at(NumberKind::Endpoint, index, int(i)));
    json.endArray();
    if (detail == JsonDetail::Full)
        writePlaces(json, cohort);
    json.beginArray("findings");
    for (const Finding *finding : findings.cohort(index))
        writeFinding(json, library, *finding);
    json.endArray();
    json.endObject();
}

} // namespace anakinra
