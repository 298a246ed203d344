// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CheckJson.h"

namespace anakinra {

void writeFinding(JsonOut &json, const Library &library, const Finding &finding)
{
    json.beginObject();
    json.field("id", finding.id);
    json.field("severity", codeOf(finding.severity));
    json.field("study", finding.study);
    json.field("cohort", finding.target.cohort < 0
                   ? QString()
                   : library.cohorts[static_cast<std::size_t>(finding.target.cohort)].id);
    json.field("outcome", finding.outcome());
    json.field("text", finding.text);
    json.field("working", finding.working);
    json.field("check", codeOf(finding.check));
    json.field("kind", codeOf(finding.target.kind));
    json.field("code", finding.target.code);
    json.endObject();
}

QByteArray checkJson(const std::vector<Problem> &errors, const Library *library,
                     const std::vector<Finding> &findings)
{
    JsonOut json;
    json.beginObject();
    json.beginArray("errors");
    for (const Problem &error : errors) {
        json.beginObject();
        json.field("file", error.file);
        json.field("record", error.record);
        json.field("field", error.field);
        json.field("message", error.message);
        json.endObject();
    }
    json.endArray();
    json.beginArray("findings");
    for (const Finding &finding : findings)
        writeFinding(json, *library, finding);
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace anakinra
