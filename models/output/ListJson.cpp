// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ListJson.h"

#include "models/integrity/Audit.h"
#include "models/integrity/FindingIndex.h"
#include "models/output/CohortJson.h"

namespace anakinra {

namespace {

void writeCounts(JsonOut &json, const Library &library, const ResultCounts &counts)
{
    json.beginObject("counts");
    json.field("studies", counts.studies);
    json.field("reports", counts.reports);
    json.field("cohorts", counts.cohorts);
    json.field("participants", counts.participants);
    json.beginArray("participantsUnknownIn");
    for (const int cohort : counts.participantsUnknownIn)
        json.value(library.cohorts[static_cast<std::size_t>(cohort)].id);
    json.endArray();
    json.field("unjudged", counts.unjudged);
    json.endObject();
}

} // namespace

QByteArray listJson(const Library &library, const QString &filterWords, const FilterResult &result,
                    const RateOptions &options)
{
    JsonOut json;
    json.beginObject();
    writeLibrary(json, library);
    json.beginObject("filter");
    json.field("words", filterWords);
    json.endObject();
    writeCounts(json, library, result.counts);
    const FindingIndex findings(auditStudiesOf(library, result.cohorts));
    json.beginArray("cohorts");
    for (const int cohort : result.cohorts)
        writeCohort(json, library, cohort, options, JsonDetail::List, findings);
    json.endArray();
    json.beginArray("unjudged");
    for (const UnjudgedCohort &unjudged : result.unjudged) {
        json.beginObject();
        json.field("id", library.cohorts[static_cast<std::size_t>(unjudged.cohort)].id);
        json.field("reasons", unjudged.reasons);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace anakinra
