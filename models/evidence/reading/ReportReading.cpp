// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/ReportReading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

std::optional<CitationField> readCitationField(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"field", "value", "status", "source", "of"};
    static constexpr std::string_view fields[]{
        "authors", "first-author", "title", "container", "publisher", "published",
        "year",    "volume",       "issue", "pages",     "doi",       "pmid",
        "pmcid",   "registration", "institution", "event"};
    Record record(reading, place, json, names);
    CitationField citation;
    if (record.require("field"))
        citation.field = record.oneOf("field", fields);
    citation.value = record.requiredText("value").value_or(QString());
    citation.status = record.requiredClosed<Status>("status").value_or(Status::Reported);
    if (citation.status != Status::Reported && citation.status != Status::CuratorAdded)
        record.fault("status", u"must be \"reported\" or \"curator-added\" in a citation"_s);
    citation.source = record.requiredText("source").value_or(QString());
    citation.of = record.closed<CitedWork>("of").value_or(CitedWork::Report);
    return record.isSound() ? std::optional(std::move(citation)) : std::nullopt;
}

} // namespace

std::optional<Report> readReport(Reading &reading, Place place, const Json &json)
{
    static constexpr std::string_view names[]{"id",       "label",    "kind",
                                              "peerReviewed", "studyTypeAsPrinted", "document",
                                              "citation", "interests"};
    if (const auto id = idOf(json); !id.empty())
        place.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
    Record record(reading, place, json, names);
    Report report;
    bool usable = true;
    if (const auto id = record.requiredId("id")) {
        report.id = reading.string(*record.value("id"));
        if (reading.reports.at(*id).json != &json) {
            record.fault("id", u"is the id of another report already"_s);
            usable = false;
        } else if (reading.cohorts.contains(*id)) {
            record.fault("id", u"is the id of a cohort as well"_s);
            usable = false;
        }
    } else {
        usable = false;
    }
    report.label = record.requiredText("label").value_or(report.id);
    const auto kind = record.requiredCodeOf("kind", reading.publications, u"publications");
    const auto peerReviewed = record.requiredClosed<PeerReviewed>("peerReviewed");
    report.kind = kind.value_or(QString());
    report.peerReviewed = peerReviewed.value_or(PeerReviewed::NotStated);
    report.studyTypeAsPrinted = record.text("studyTypeAsPrinted");
    report.document = record.requiredText("document").value_or(QString());
    record.forEach("citation", [&](const Place &at, const Json &item) {
        if (auto field = readCitationField(reading, at, item))
            report.citation.push_back(std::move(*field));
    });
    report.interests = record.texts("interests");
    if (!usable || !kind || !peerReviewed)
        return std::nullopt;
    return report;
}

} // namespace anakinra::reading
