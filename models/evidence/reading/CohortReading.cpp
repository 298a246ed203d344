// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/CohortReading.h"

#include "models/evidence/reading/RegimenReading.h"
#include "models/evidence/reading/ValueReading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

/// The source of a value that is left out for its faults.
Source leftOut()
{
    Source source;
    source.status = Status::NotReported;
    source.note = u"Left out: at fault in the library file"_s;
    return source;
}

/// Reads a single value where the cohort states it; returns whether it does.
template<typename T, typename Read>
bool readStated(Record &record, std::string_view name, T &target, Source &source, Read &&read)
{
    if (!record.hasKey(name))
        return false;
    const Json *json = record.object(name);
    std::optional<T> value;
    if (json) {
        const Place place = record.at(name);
        value = read(place, *json);
    }
    if (value)
        target = *value;
    else
        source = leftOut();
    return true;
}

bool readCodedField(Record &record, std::string_view name, Coded &coded, const CodeSet &list,
                    QStringView listName)
{
    return readStated(record, name, coded, coded.source, [&](const Place &place, const Json &json) {
        return readCoded(record.reading(), place, json, list, listName);
    });
}

/// Items that are sound; the others are reported and left out.
template<typename T, typename Read>
std::vector<T> readItems(Record &record, std::string_view name, Read &&read)
{
    std::vector<T> items;
    if (const Json *json = record.hasKey(name) ? record.list(name) : nullptr)
        items.reserve(json->Size());
    else
        return items;
    record.forEach(name, [&](const Place &place, const Json &json) {
        if (std::optional<T> item = read(record.reading(), place, json))
            items.push_back(std::move(*item));
    });
    return items;
}

struct TimingValue
{
    Timing timing = Timing::NotReported;
    Source source;
};

std::optional<TimingValue> readTiming(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"code",    "reported", "status", "report",
                                              "locator", "flags",    "note"};
    Record record(reading, place, json, names);
    TimingValue value;
    value.timing = record.requiredClosed<Timing>("code").value_or(Timing::NotReported);
    value.source = readSource(record, value.timing == Timing::NotReported);
    if (value.timing != Timing::NotReported && value.source.status == Status::NotReported)
        record.fault("status", u"is \"not-reported\", but a timing is given"_s);
    return record.isSound() ? std::optional(value) : std::nullopt;
}

std::optional<Observation> readOutcome(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{
        "code",   "target", "criterion", "window",   "denominator", "population", "concomitant",
        "events", "n",      "percent",   "interval", "value",       "inferred",   "reported",
        "status", "report", "locator",   "flags",    "note"};
    static constexpr std::string_view targets[]{"", "icans", "crs", "carhlh", "mixed", "disease"};
    Record record(reading, place, json, names);
    Observation outcome;
    outcome.outcome = record.requiredCodeOf("code", reading.outcomes, u"outcomes").value_or(QString());
    outcome.target = record.oneOf("target", targets);
    outcome.criterion = record.text("criterion");
    outcome.window = record.text("window");
    outcome.denominator = record.closed<Denominator>("denominator").value_or(outcome.denominator);
    outcome.population = record.closed<Population>("population").value_or(outcome.population);
    outcome.concomitant = record.texts("concomitant");
    outcome.figure = readFigure(record);
    return record.isSound() ? std::optional(std::move(outcome)) : std::nullopt;
}

std::optional<Characteristic> readCharacteristic(Reading &reading, const Place &place,
                                                 const Json &json, CodeSet &seen)
{
    static constexpr std::string_view names[]{"code",  "label",    "events", "n",
                                              "percent", "interval", "value",  "inferred",
                                              "reported", "status", "report",  "locator",
                                              "flags",  "note"};
    Record record(reading, place, json, names);
    Characteristic characteristic;
    if (record.requiredCode("code"))
        characteristic.code = reading.string(*record.value("code"));
    characteristic.label = record.requiredText("label").value_or(QString());
    characteristic.figure = readFigure(record);
    if (record.isSound() && !seen.insert(view(*record.value("code"))).second) {
        record.fault("code", u"is \""_s + characteristic.code
                                 + u"\", which the cohort has already");
    }
    return record.isSound() ? std::optional(std::move(characteristic)) : std::nullopt;
}

void readProducts(Record &record, Cohort &cohort)
{
    CodeSet seen;
    cohort.products = readItems<ProductShare>(
        record, "products", [&](Reading &reading, const Place &place, const Json &json) {
            auto share = readProduct(reading, place, json);
            if (share && !seen.insert(view(json["code"])).second) {
                reading.report(Place(place, "code"),
                               u"is \""_s + share->code + u"\", which the cohort lists already");
                share.reset();
            }
            return share;
        });
}

/// n of the cohort and how many of them were given anakinra; false where n is at fault.
bool readCounts(Record &record, Cohort &cohort, Stated &stated)
{
    const auto count = [&](const Place &place, const Json &json) {
        return readCount(record.reading(), place, json);
    };
    std::optional<Count> n;
    if (const Json *json = record.require("n") ? record.object("n") : nullptr) {
        const Place place = record.at("n");
        n = readCount(record.reading(), place, *json);
    }
    cohort.n = n.value_or(Count());
    stated.nAnakinra = readStated(record, "nAnakinra", cohort.nAnakinra, cohort.nAnakinra.source, count);
    const auto most = cohort.n.max ? cohort.n.max : cohort.n.value;
    const auto given = cohort.nAnakinra.max ? cohort.nAnakinra.max : cohort.nAnakinra.value;
    if (most && given && *given > *most) {
        record.fault("nAnakinra", u"is %1, more than the n of the cohort (%2)"_s.arg(*given).arg(*most));
        cohort.nAnakinra = Count{std::nullopt, std::nullopt, leftOut()};
    }
    return n.has_value();
}

} // namespace

std::optional<CohortRecord> readCohort(Reading &reading, Place place, const Json &json)
{
    static constexpr std::string_view names[]{
        "id",        "label",    "role",        "parent",          "partition", "n", "nAnakinra",
        "timing",    "ageGroups", "diseases",   "indications",     "products", "startDay",
        "regimens",  "outcomes", "characteristics", "notes"};
    if (const auto id = idOf(json); !id.empty())
        place.beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
    Record record(reading, place, json, names);
    CohortRecord result;
    Cohort &cohort = result.cohort;
    Stated &stated = result.stated;

    const auto id = record.requiredId("id");
    if (id)
        cohort.id = reading.string(*record.value("id"));
    cohort.label = record.requiredText("label").value_or(cohort.id);
    const auto role = record.requiredClosed<Role>("role");
    cohort.role = role.value_or(Role::Anakinra);
    bool hasParent = true;
    if (record.has("parent")) {
        const auto parent = record.requiredId("parent");
        hasParent = parent.has_value();
        result.parent = parent.value_or(std::string_view());
    }
    if (record.hasKey("partition") && record.requiredCode("partition")) {
        if (result.parent.empty())
            record.fault("partition", u"is given without a parent"_s);
        else
            cohort.partition = reading.string(*record.value("partition"));
    }
    const bool hasN = readCounts(record, cohort, stated);

    TimingValue timing;
    stated.timing = readStated(record, "timing", timing, timing.source,
                               [&](const Place &at, const Json &item) {
                                   return readTiming(reading, at, item);
                               });
    cohort.timing = timing.timing;
    cohort.timingSource = timing.source;
    stated.ageGroups = readCodedField(record, "ageGroups", cohort.ageGroups, reading.ageGroups,
                                      u"ageGroups");
    stated.diseases = readCodedField(record, "diseases", cohort.diseases, reading.diseases,
                                     u"diseases");
    stated.indications = readCodedField(record, "indications", cohort.indications,
                                        reading.indications, u"indications");
    stated.products = record.hasKey("products");
    readProducts(record, cohort);
    stated.startDay = readStated(record, "startDay", cohort.startDay, cohort.startDay.source,
                                 [&](const Place &at, const Json &item) {
                                     return readStartDay(reading, at, item);
                                 });
    stated.regimens = record.hasKey("regimens");
    cohort.regimens = readItems<Regimen>(record, "regimens", readRegimen);
    cohort.outcomes = readItems<Observation>(record, "outcomes", readOutcome);
    CodeSet seen;
    cohort.characteristics = readItems<Characteristic>(
        record, "characteristics", [&](Reading &, const Place &at, const Json &item) {
            return readCharacteristic(reading, at, item, seen);
        });
    cohort.notes = readItems<Note>(record, "notes", readNote);
    if (!id || !role || !hasN || !hasParent)
        return std::nullopt;
    return result;
}

} // namespace anakinra::reading
