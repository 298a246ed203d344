// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/RegimenReading.h"

#include "models/evidence/reading/ValueReading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

constexpr double maxDose = 1e6; ///< mg/day; a thousand times what was ever given
constexpr double maxDay = 36'525.0; ///< a century

std::optional<Dose> readDose(Record &regimen)
{
    static constexpr std::string_view names[]{"min", "max", "unit"};
    const Json *json = regimen.objectOrNull("dose");
    if (!json)
        return std::nullopt;
    const Place place = regimen.at("dose");
    Record record(regimen.reading(), place, *json, names);
    Dose dose;
    for (const auto &[name, end] : {std::pair{"min", &dose.min}, std::pair{"max", &dose.max}}) {
        if (!record.require(name))
            continue;
        *end = record.number(name, 0.0, maxDose).value_or(1.0);
        if (*end == 0.0)
            record.fault(name, u"is 0; a dose is more than that"_s);
    }
    dose.unit = record.requiredClosed<DoseUnit>("unit").value_or(dose.unit);
    if (record.isSound() && dose.min > dose.max)
        record.fault("min", u"min (%1) exceeds max (%2)"_s.arg(dose.min).arg(dose.max));
    if (!record.isSound())
        regimen.spoil();
    return dose;
}

/// Items of a list of closed codes; none twice.
template<typename E>
std::vector<E> readClosedList(Record &record, std::string_view name)
{
    std::vector<E> values;
    record.forEach(name, [&](const Place &place, const Json &json) {
        const auto value = json.IsString() ? fromCode<E>(record.reading().string(json))
                                           : std::nullopt;
        const bool twice = value && std::ranges::find(values, *value) != values.end();
        if (value && !twice) {
            values.push_back(*value);
            return;
        }
        record.spoil();
        record.reading().report(place, twice ? u"stands there twice"_s
                                             : u"is not one of the allowed codes"_s);
    });
    return values;
}

/// min, max and median of a record about days.
template<typename Day>
void readDays(Record &record, Day &day)
{
    day.min = record.number("min", -maxDay, maxDay);
    day.max = record.number("max", -maxDay, maxDay);
    day.median = record.number("median", -maxDay, maxDay);
    if (day.min && day.max && *day.min > *day.max)
        record.fault("min", u"min (%1) exceeds max (%2)"_s.arg(*day.min).arg(*day.max));
}

PrintedDay readStopDay(Record &regimen)
{
    static constexpr std::string_view names[]{"min", "max", "median"};
    PrintedDay day;
    const Json *json = regimen.objectOrNull("stopDay");
    if (!json)
        return day;
    const Place place = regimen.at("stopDay"); // the record refers to it
    Record record(regimen.reading(), place, *json, names);
    readDays(record, day);
    if (!record.isSound())
        regimen.spoil();
    return day;
}

FieldSource readFieldSource(Record &regimen, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"fields", "reported", "status", "report",
                                              "locator", "flags",   "note"};
    static constexpr std::string_view fields[]{"dose",  "routes", "frequency",
                                               "start", "stop",   "trigger"};
    Record record(regimen.reading(), place, json, names);
    FieldSource also;
    if (record.require("fields")) {
        also.fields = record.texts("fields");
        if (also.fields.isEmpty() && record.isSound())
            record.fault("fields", u"must not be empty"_s);
    }
    for (qsizetype i = 0; i < also.fields.size(); ++i) {
        const bool known = std::ranges::any_of(fields, [&](std::string_view field) {
            return also.fields[i] == QLatin1StringView(field.data(), qsizetype(field.size()));
        });
        if (!known)
            record.fault("fields", u"lists \""_s + also.fields[i].left(60) + u"\", which is no field of a regimen");
        else if (also.fields.indexOf(also.fields[i]) < i)
            record.fault("fields", u"lists \""_s + also.fields[i] + u"\" twice");
    }
    also.source = readSource(record);
    if (!record.isSound())
        regimen.spoil();
    return also;
}

} // namespace

std::optional<ProductShare> readProduct(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"code",   "n",      "percent", "reported", "status",
                                              "report", "locator", "flags",  "note"};
    Record record(reading, place, json, names);
    ProductShare share;
    share.code = record.requiredCodeOf("code", reading.products, u"products").value_or(QString());
    share.n = record.integer("n", 0, maxParticipants);
    share.percent = record.number("percent", 0.0, 100.0);
    share.source = readSource(record);
    return record.isSound() ? std::optional(share) : std::nullopt;
}

std::optional<Regimen> readRegimen(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{
        "kind",    "routes",   "dose",   "arithmetic", "frequency", "start", "stop", "stopDay",
        "trigger", "reported", "status", "report",     "locator",   "flags", "note", "alsoFrom"};
    Record record(reading, place, json, names);
    Regimen regimen;
    regimen.kind = record.requiredClosed<RegimenKind>("kind").value_or(regimen.kind);
    regimen.routes = readClosedList<Route>(record, "routes");
    regimen.dose = readDose(record);
    regimen.arithmetic = record.text("arithmetic");
    regimen.frequency = record.text("frequency");
    regimen.start = record.text("start");
    regimen.stop = record.text("stop");
    regimen.stopDay = readStopDay(record);
    if (regimen.stopDay.isReported() && regimen.stop.isEmpty())
        record.fault("stopDay", u"is given, but \"stop\" does not say it in words"_s);
    regimen.trigger = record.text("trigger");
    regimen.source = readSource(record);
    record.forEach("alsoFrom", [&](const Place &at, const Json &item) {
        regimen.alsoFrom.push_back(readFieldSource(record, at, item));
    });
    return record.isSound() ? std::optional(regimen) : std::nullopt;
}

std::optional<StartDay> readStartDay(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"min",    "max",    "median",  "reported",
                                              "status", "report", "locator", "flags", "note"};
    Record record(reading, place, json, names);
    StartDay day;
    readDays(record, day);
    day.source = readSource(record, !day.isReported());
    if (day.isReported() && day.source.status == Status::NotReported)
        record.fault("status", u"is \"not-reported\", but a day is given"_s);
    return record.isSound() ? std::optional(day) : std::nullopt;
}

} // namespace anakinra::reading
