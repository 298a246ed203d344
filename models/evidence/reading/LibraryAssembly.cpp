// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/LibraryAssembly.h"

#include "models/evidence/reading/Inheritance.h"
#include "models/evidence/reading/StudyReading.h"
#include "models/evidence/reading/VocabularyReading.h"

#include <QDate>

#include <deque>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

/// Items of a list inside a JSON object, whatever they are; nothing where it is not a list.
template<typename Function>
void eachItem(const Json &json, const char *name, Function &&visit)
{
    if (!json.IsObject())
        return;
    const auto member = json.FindMember(name);
    if (member == json.MemberEnd() || !member->value.IsArray())
        return;
    for (const Json &item : member->value.GetArray())
        visit(item);
}

/// The first record with an id owns it; a second one is reported when it is read.
void indexIds(Reading &reading, const Json &root)
{
    const auto add = [](Ids &ids, const Json &json) -> Entry * {
        const std::string_view id = idOf(json);
        if (id.empty())
            return nullptr;
        const auto [it, isNew] = ids.try_emplace(id, Entry{&json});
        return isNew ? &it->second : nullptr;
    };
    std::size_t cohorts = 0;
    eachItem(root, "studies", [&](const Json &study) {
        eachItem(study, "cohorts", [&](const Json &) { ++cohorts; });
    });
    reading.cohorts.reserve(cohorts);
    eachItem(root, "studies", [&](const Json &study) {
        add(reading.studies, study);
        eachItem(study, "reports", [&](const Json &report) { add(reading.reports, report); });
        eachItem(study, "cohorts", [&](const Json &cohort) {
            if (Entry *entry = add(reading.cohorts, cohort)) {
                entry->study = idOf(study);
                entry->parent = idOf(cohort, "parent");
            }
        });
    });
}

QString quoted(std::string_view id)
{
    return u'"' + QString::fromUtf8(id.data(), qsizetype(id.size())) + u'"';
}

/// Why a cohort cannot stand under the parent it names; "" where it can.
QString parentFault(const Reading &reading, const OpenStudy &study, const CohortRecord &part)
{
    if (part.parent.empty())
        return {};
    const auto it = reading.cohorts.find(part.parent);
    if (it == reading.cohorts.end())
        return u"is "_s + quoted(part.parent) + u", which is no cohort of this file";
    const Entry &parent = it->second;
    if (parent.study != study.id)
        return u"is "_s + quoted(part.parent) + u", which belongs to another study";
    if (parent.index >= 0)
        return {};
    // Parents stand first, so this one is at fault, stands later, or the chain runs in a circle.
    constexpr int longestChain = 1000;
    const QByteArray own = part.cohort.id.toUtf8();
    std::string_view above = part.parent;
    for (int i = 0; i < longestChain && !above.empty(); ++i) {
        if (above == std::string_view(own.constData(), std::size_t(own.size())))
            return u"is "_s + quoted(part.parent) + u", which makes the cohort its own ancestor";
        const auto next = reading.cohorts.find(above);
        above = next == reading.cohorts.end() ? std::string_view() : next->second.parent;
    }
    if (parent.leftOut)
        return u"is "_s + quoted(part.parent) + u", which is left out for its faults";
    return u"is "_s + quoted(part.parent) + u", which stands after it; a parent stands before its parts";
}

/// Whether the cohort may have its id; reports it where not.
bool hasOwnId(Reading &reading, const OpenStudy &study, const Place &place, std::string_view id,
              bool isTaken)
{
    const Place field(place, "id");
    if (isTaken) {
        reading.report(field, u"is the id of another cohort already"_s);
        return false;
    }
    if (study.id.empty() || (id.starts_with(study.id) && id.substr(study.id.size()).starts_with('/')))
        return true;
    reading.report(field, u"is "_s + quoted(id) + u"; it must begin with the study's id, "
                              + quoted(std::string(study.id) + '/'));
    return false;
}

void addCohort(Library &library, const OpenStudy &study, CohortRecord &part, Entry &entry, int parent)
{
    const int index = static_cast<int>(library.cohorts.size());
    Cohort *above = parent < 0 ? nullptr : &library.cohorts[std::size_t(parent)];
    part.cohort.study = study.index;
    part.cohort.parent = parent;
    if (above) {
        above->children.push_back(index);
        inherit(*above, part.cohort, part.stated);
    }
    completeAnakinraCount(above, part.cohort, part.stated);
    entry.index = index;
    library.cohortIndex.insert(part.cohort.id, index);
    library.studies[std::size_t(study.index)].cohorts.push_back(index);
    library.cohorts.push_back(std::move(part.cohort));
}

void readCohorts(OpenStudy &study, Library &library, const LoadProgress &progress)
{
    Reading &reading = study.record.reading();
    if (!study.record.require("cohorts"))
        return;
    const Json *cohorts = study.record.value("cohorts");
    if (cohorts->IsArray() && cohorts->Empty())
        study.record.fault("cohorts", u"must be one or more"_s);
    study.record.forEach("cohorts", [&](Place place, const Json &json) {
        if (progress.stop.stop_requested())
            return;
        auto part = readCohort(reading, place, json);
        const std::string_view id = idOf(json);
        Entry *entry = id.empty() ? nullptr : &reading.cohorts.at(id);
        const bool isTaken = entry && entry->json != &json;
        bool usable = part && study.index >= 0;
        if (entry) {
            place.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
            usable &= hasOwnId(reading, study, place, id, isTaken);
        }
        if (part) {
            if (const QString fault = parentFault(reading, study, *part); !fault.isEmpty()) {
                reading.report(Place(place, "parent"), fault);
                usable = false;
            }
        }
        if (usable) {
            const int parent = part->parent.empty() ? -1 : reading.cohorts.at(part->parent).index;
            addCohort(library, study, *part, *entry, parent);
        } else if (entry && !isTaken) {
            entry->leftOut = true;
        }
    });
}

/// One side of an overlap; `orReport` where a report may stand instead of a cohort.
QString readSide(Record &record, std::string_view name, bool orReport)
{
    const auto id = record.requiredId(name);
    if (!id)
        return {};
    const Reading &reading = record.reading();
    const auto cohort = reading.cohorts.find(*id);
    const auto report = reading.reports.find(*id);
    const bool isReport = orReport && report != reading.reports.end();
    if (cohort == reading.cohorts.end() && !isReport) {
        record.fault(name, u"is "_s + quoted(*id) + u", which is no cohort"
                               + (orReport ? u" and no report"_s : QString()) + u" of this file");
    } else if ((isReport ? report->second.index : cohort->second.index) < 0) {
        record.fault(name, u"is "_s + quoted(*id) + u", which is left out for its faults");
    }
    return record.reading().string(*record.value(name));
}

std::optional<Overlap> readOverlap(Reading &reading, Place place, const Json &json)
{
    static constexpr std::string_view names[]{"id", "a", "b", "level", "grounds", "reports"};
    if (const auto id = idOf(json); !id.empty())
        place.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
    Record record(reading, place, json, names);
    Overlap overlap;
    if (const auto id = record.requiredId("id")) {
        overlap.id = reading.string(*record.value("id"));
        if (!reading.overlapIds.insert(*id).second)
            record.fault("id", u"is the id of another overlap already"_s);
    }
    overlap.a = readSide(record, "a", false);
    overlap.b = readSide(record, "b", true);
    overlap.level = record.requiredClosed<OverlapLevel>("level").value_or(overlap.level);
    overlap.grounds = record.requiredText("grounds").value_or(QString());
    record.forEach("reports", [&](const Place &at, const Json &item) {
        const Entry *report = item.IsString() ? reading.findReport(view(item)) : nullptr;
        if (report && report->index >= 0) {
            overlap.reports += reading.string(item);
            return;
        }
        record.spoil();
        reading.report(at, report           ? u"is a report that is left out for its faults"_s
                           : item.IsString() ? u"is no report of this file"_s
                                             : u"must be text, not "_s + typeName(item));
    });
    return record.isSound() ? std::optional(std::move(overlap)) : std::nullopt;
}

void readTitle(Record &record, Library &library)
{
    record.requireKey("format"); // what it says was judged before
    record.text("$schema");
    library.title = record.requiredText("title").value_or(QString());
    library.version = record.requiredText("version").value_or(QString());
    const auto curated = record.requiredText("curated");
    if (curated && (curated->size() != 10 || !QDate::fromString(*curated, Qt::ISODate).isValid()))
        record.fault("curated", u"is \""_s + curated->left(60) + u"\"; it must be a date, YYYY-MM-DD");
    else
        library.curated = curated.value_or(QString());
}

} // namespace

void assembleLibrary(Reading &reading, const Json &root, Library &library,
                     const LoadProgress &progress)
{
    static constexpr std::string_view names[]{"format",  "$schema",    "title",   "version",
                                              "curated", "vocabulary", "studies", "overlaps"};
    const Place top;
    Record record(reading, top, root, names);
    readTitle(record, library);
    if (const Json *vocabulary = record.require("vocabulary") ? record.object("vocabulary") : nullptr) {
        const Place place = record.at("vocabulary");
        library.vocabulary = readVocabulary(reading, place, *vocabulary);
    }
    indexIds(reading, root);
    library.studies.reserve(reading.studies.size());
    library.reports.reserve(reading.reports.size());
    library.cohorts.reserve(reading.cohorts.size()); // parents are referred to while parts are added

    if (record.require("studies")) {
        const Place list = record.at("studies");
        std::deque<OpenStudy> studies;
        const Json *items = record.list("studies");
        for (rapidjson::SizeType i = 0; items && i < items->Size(); ++i)
            studies.emplace_back(reading, list, std::size_t(i), (*items)[i]);
        for (OpenStudy &study : studies)
            readHead(study, library);
        for (std::size_t i = 0; i < studies.size() && !progress.stop.stop_requested(); ++i) {
            readDescription(studies[i], library);
            readCohorts(studies[i], library, progress);
            if (progress.report && i % 256 == 0)
                progress.report(0.5 + 0.4 * double(i) / double(studies.size()));
        }
        for (OpenStudy &study : studies)
            readComparisons(study, library);
    }
    record.forEach("overlaps", [&](const Place &place, const Json &json) {
        if (auto overlap = readOverlap(reading, place, json))
            library.overlaps.push_back(std::move(*overlap));
    });
}

} // namespace anakinra::reading
