// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/StudyReading.h"

#include "models/evidence/reading/ReportReading.h"
#include "models/evidence/reading/ValueReading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

constexpr std::string_view studyNames[]{"id",      "label",   "title",       "reports", "cohorts",
                                        "design",  "setting", "year",        "notes",   "comparisons"};

void readYear(OpenStudy &open, Study &study)
{
    static constexpr std::string_view names[]{"value",  "reported", "status", "report",
                                              "locator", "flags",   "note"};
    const Json *json = open.record.objectOrNull("year");
    if (!json)
        return;
    const Place place = open.record.at("year");
    Record record(open.record.reading(), place, *json, names);
    std::optional<int> year;
    if (record.require("value"))
        year = record.integer("value", 1900, 2200);
    const Source source = readSource(record);
    if (!record.isSound())
        return;
    study.year = year;
    study.yearSource = source;
}

/// The cohort that a group, or a side of an overlap, names; reports one that is not there.
QString readGroupCohort(Record &record)
{
    const auto id = record.requiredId("cohort");
    if (!id)
        return {};
    const QString name = record.reading().string(*record.value("cohort"));
    const auto it = record.reading().cohorts.find(*id);
    if (it == record.reading().cohorts.end())
        record.fault("cohort", u"is \""_s + name + u"\", which is no cohort of this file");
    else if (it->second.index < 0)
        record.fault("cohort", u"is \""_s + name + u"\", which is left out for its faults");
    return name;
}

std::optional<Comparison> readComparison(Reading &reading, Place place, const Json &json)
{
    static constexpr std::string_view names[]{
        "id",     "label", "meaning", "test",  "pRelation", "p",     "reported",
        "status", "report", "locator", "flags", "note",     "groups"};
    static constexpr std::string_view groupNames[]{
        "cohort",   "events", "n",      "percent", "interval", "value", "inferred",
        "reported", "status", "report", "locator", "flags", "note"};
    static constexpr std::string_view relations[]{"", "=", "<", ">"};

    if (const auto id = idOf(json); !id.empty())
        place.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
    Record record(reading, place, json, names);
    Comparison comparison;
    if (const auto id = record.requiredId("id")) {
        comparison.id = reading.string(*record.value("id"));
        if (!reading.comparisonIds.insert(*id).second)
            record.fault("id", u"is the id of another comparison already"_s);
    }
    comparison.label = record.requiredText("label").value_or(QString());
    comparison.meaning = record.text("meaning");
    comparison.test = record.text("test");
    comparison.pRelation = record.oneOf("pRelation", relations);
    comparison.p = record.number("p", 0.0, 1.0);
    comparison.source = readSource(record);
    record.require("groups");
    const Json *groups = record.hasKey("groups") ? record.value("groups") : nullptr;
    if (groups && groups->IsArray() && groups->Size() < 2)
        record.fault("groups", u"must be two or more"_s);
    if (groups) {
        record.forEach("groups", [&](const Place &at, const Json &item) {
            Record group(reading, at, item, groupNames);
            ComparisonGroup value;
            value.cohort = readGroupCohort(group);
            value.figure = readFigure(group, &comparison.source);
            if (!group.isSound())
                record.spoil();
            comparison.groups.push_back(std::move(value));
        });
    }
    return record.isSound() ? std::optional(std::move(comparison)) : std::nullopt;
}

} // namespace

OpenStudy::OpenStudy(Reading &reading, const Place &studies, std::size_t at, const Json &studyJson)
    : json(studyJson), id(idOf(studyJson)), place([&] {
          Place own(studies, at);
          own.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
          return own;
      }()),
      record(reading, place, studyJson, studyNames)
{
}

void readHead(OpenStudy &open, Library &library)
{
    Record &record = open.record;
    Reading &reading = record.reading();
    Study study;
    bool usable = record.requiredId("id").has_value();
    if (usable) {
        study.id = reading.string(*record.value("id"));
        if (reading.studies.at(open.id).json != &open.json) {
            record.fault("id", u"is the id of another study already"_s);
            usable = false;
        } else if (open.id.find('/') != std::string_view::npos) {
            record.fault("id", u"is \""_s + study.id + u"\"; the id of a study has no slash");
            usable = false;
        }
    }
    study.label = record.requiredText("label").value_or(study.id);
    study.title = record.requiredText("title").value_or(QString());
    if (usable) {
        open.index = static_cast<int>(library.studies.size());
        library.studyIndex.insert(study.id, open.index);
        library.studies.push_back(std::move(study));
    }

    if (record.require("reports") && record.value("reports")->IsArray()
        && record.value("reports")->Empty()) {
        record.fault("reports", u"must be one or more"_s);
    }
    if (!record.has("reports"))
        return;
    record.forEach("reports", [&](const Place &place, const Json &json) {
        auto report = readReport(reading, place, json);
        const auto entry = reading.reports.find(idOf(json));
        if (report && open.index >= 0) {
            const int index = static_cast<int>(library.reports.size());
            report->study = open.index;
            library.studies[std::size_t(open.index)].reports.push_back(index);
            library.reportIndex.insert(report->id, index);
            library.reports.push_back(std::move(*report));
            entry->second.index = index;
        } else if (entry != reading.reports.end() && entry->second.json == &json) {
            entry->second.leftOut = true;
        }
    });
}

void readDescription(OpenStudy &open, Library &library)
{
    Record &record = open.record;
    Reading &reading = record.reading();
    Study study;
    if (const Json *json = record.require("design") ? record.object("design") : nullptr) {
        const Place place = record.at("design");
        study.design = readCoded(reading, place, *json, reading.designs, u"designs").value_or(Coded());
    }
    study.setting = record.text("setting");
    readYear(open, study);
    record.forEach("notes", [&](const Place &place, const Json &json) {
        if (auto note = readNote(reading, place, json))
            study.notes.push_back(std::move(*note));
    });
    if (open.index < 0)
        return;
    Study &target = library.studies[std::size_t(open.index)];
    target.design = std::move(study.design);
    target.setting = std::move(study.setting);
    target.year = study.year;
    target.yearSource = std::move(study.yearSource);
    target.notes = std::move(study.notes);
}

void readComparisons(OpenStudy &open, Library &library)
{
    open.record.forEach("comparisons", [&](const Place &place, const Json &json) {
        auto comparison = readComparison(open.record.reading(), place, json);
        if (comparison && open.index >= 0)
            library.studies[std::size_t(open.index)].comparisons.push_back(std::move(*comparison));
    });
}

} // namespace anakinra::reading
