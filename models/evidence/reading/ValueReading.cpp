// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/ValueReading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

void readStatus(Record &record, Source &source)
{
    const auto status = record.closed<Status>("status");
    if (!status)
        return;
    source.status = *status;
    if (source.status == Status::CuratorAdded)
        record.fault("status", u"is \"curator-added\", which only citation fields may have"_s);
    if (source.status == Status::Inferred) {
        record.fault("status", u"is \"inferred\"; an inferred count stands in the field inferred, "
                               "beside what is printed"_s);
    }
}

void readReport(Record &record, Source &source)
{
    const auto id = record.requiredId("report");
    if (!id)
        return;
    source.report = record.reading().string(*record.value("report"));
    const Entry *entry = record.reading().findReport(*id);
    if (!entry)
        record.fault("report", u"is \""_s + source.report + u"\", which is no report of this file");
    else if (entry->leftOut)
        record.fault("report", u"is \""_s + source.report + u"\", which is left out for its faults");
}

std::optional<Continuous> readContinuous(Record &figure)
{
    static constexpr std::string_view names[]{"median", "low", "high", "unit", "text"};
    const Json *json = figure.objectOrNull("value");
    if (!json)
        return std::nullopt;
    const Place place = figure.at("value");
    Record record(figure.reading(), place, *json, names);
    Continuous value;
    value.median = record.number("median", -maxNumber, maxNumber);
    value.low = record.number("low", -maxNumber, maxNumber);
    value.high = record.number("high", -maxNumber, maxNumber);
    value.unit = record.text("unit");
    value.text = record.text("text");
    if (value.low && value.high && *value.low > *value.high)
        record.fault({}, u"low (%1) exceeds high (%2)"_s.arg(*value.low).arg(*value.high));
    if (!record.isSound())
        figure.spoil();
    return value;
}

std::optional<PrintedInterval> readInterval(Record &figure)
{
    static constexpr std::string_view names[]{"low", "high", "level"};
    const Json *json = figure.objectOrNull("interval");
    if (!json)
        return std::nullopt;
    const Place place = figure.at("interval");
    Record record(figure.reading(), place, *json, names);
    PrintedInterval interval;
    if (record.require("low"))
        interval.low = record.number("low", 0.0, 100.0).value_or(0.0);
    if (record.require("high"))
        interval.high = record.number("high", 0.0, 100.0).value_or(100.0);
    interval.level = record.number("level", 50.0, 99.9).value_or(interval.level);
    if (record.isSound() && interval.low > interval.high)
        record.fault({}, u"low (%1) exceeds high (%2)"_s.arg(interval.low).arg(interval.high));
    if (!record.isSound())
        figure.spoil();
    return interval;
}

std::optional<InferredCount> readInferred(Record &figure)
{
    static constexpr std::string_view names[]{"events", "n", "working"};
    const Json *json = figure.objectOrNull("inferred");
    if (!json)
        return std::nullopt;
    const Place place = figure.at("inferred");
    Record record(figure.reading(), place, *json, names);
    InferredCount inferred;
    if (record.require("events"))
        inferred.events = record.integer("events", 0, maxParticipants).value_or(0);
    if (record.require("n"))
        inferred.n = record.integer("n", 1, maxParticipants).value_or(0);
    inferred.working = record.requiredText("working").value_or(QString());
    if (record.isSound() && inferred.events > inferred.n)
        record.fault("events", u"events (%1) exceed n (%2)"_s.arg(inferred.events).arg(inferred.n));
    if (!record.isSound())
        figure.spoil();
    return inferred;
}

/// A status that contradicts what is recorded beside it.
void checkStatus(Record &record, const Figure &figure)
{
    const bool hasNumbers = figure.value
        && (figure.value->median || figure.value->low || figure.value->high);
    if (figure.source.status == Status::NotReported
        && (figure.events || figure.percent || hasNumbers)) {
        record.fault("status", u"is \"not-reported\", but a figure is given"_s);
    }
    if (figure.source.status == Status::PercentOnly && figure.events)
        record.fault("status", u"is \"percent-only\", but events are given"_s);
    if (figure.source.status == Status::PercentOnly && !figure.percent)
        record.fault("percent", u"is missing, but the status is \"percent-only\""_s);
}

} // namespace

Source readSource(Record &record, bool absent)
{
    Source source;
    source.reported = record.text("reported");
    source.status = absent ? Status::NotReported : Status::Reported;
    readStatus(record, source);
    readReport(record, source);
    source.locator = record.requiredText("locator").value_or(QString());
    source.flags = record.codes("flags", record.reading().flags, u"flags");
    source.note = record.text("note");
    return source;
}

std::optional<Count> readCount(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"value",  "max",     "reported", "status",
                                              "report", "locator", "flags",    "note"};
    Record record(reading, place, json, names);
    Count count;
    if (record.requireKey("value"))
        count.value = record.integer("value", 0, maxParticipants);
    count.max = record.integer("max", 0, maxParticipants);
    count.source = readSource(record, !count.value);
    if (count.max && !count.value)
        record.fault("max", u"is given without a value"_s);
    if (count.max && count.value && *count.max <= *count.value)
        record.fault("max", u"is %1; it must exceed the value (%2)"_s.arg(*count.max).arg(*count.value));
    if (count.value && count.source.status == Status::NotReported)
        record.fault("status", u"is \"not-reported\", but a value is given"_s);
    return record.isSound() ? std::optional(count) : std::nullopt;
}

std::optional<Coded> readCoded(Reading &reading, const Place &place, const Json &json,
                               const CodeSet &list, QStringView listName)
{
    static constexpr std::string_view names[]{"codes",   "reported", "status", "report",
                                              "locator", "flags",    "note"};
    Record record(reading, place, json, names);
    Coded coded;
    if (record.require("codes"))
        coded.codes = record.codes("codes", list, listName);
    coded.source = readSource(record, coded.codes.isEmpty());
    return record.isSound() ? std::optional(coded) : std::nullopt;
}

std::optional<Note> readNote(Reading &reading, const Place &place, const Json &json)
{
    static constexpr std::string_view names[]{"kind",   "text",    "reported", "status",
                                              "report", "locator", "flags",    "note"};
    Record record(reading, place, json, names);
    Note note;
    note.kind = record.requiredClosed<NoteKind>("kind").value_or(NoteKind::Qualitative);
    note.text = record.requiredText("text").value_or(QString());
    note.source = readSource(record);
    return record.isSound() ? std::optional(note) : std::nullopt;
}

Figure readFigure(Record &record, const Source *fallback)
{
    Figure figure;
    figure.events = record.integer("events", 0, maxParticipants);
    figure.n = record.integer("n", 0, maxParticipants);
    figure.percent = record.number("percent", 0.0, 100.0);
    figure.interval = readInterval(record);
    figure.value = readContinuous(record);
    figure.inferred = readInferred(record);
    if (fallback && !record.hasKey("report") && !record.hasKey("locator")) {
        figure.source.reported = record.text("reported");
        readStatus(record, figure.source);
        figure.source.report = fallback->report;
        figure.source.locator = fallback->locator;
        figure.source.flags = record.codes("flags", record.reading().flags, u"flags");
        figure.source.note = record.text("note");
    } else {
        figure.source = readSource(record);
    }
    record.requireKey("status");
    if (figure.events && figure.n && *figure.events > *figure.n)
        record.fault("events", u"events (%1) exceed n (%2)"_s.arg(*figure.events).arg(*figure.n));
    checkStatus(record, figure);
    return figure;
}

} // namespace anakinra::reading
