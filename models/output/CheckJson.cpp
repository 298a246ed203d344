// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CheckJson.h"

#include "models/output/JsonOut.h"

namespace anakinra {

QByteArray checkJson(const std::vector<Problem> &errors)
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
    json.endArray();
    json.endObject();
    return json.document();
}

} // namespace anakinra
