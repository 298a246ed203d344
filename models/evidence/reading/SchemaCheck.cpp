// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/SchemaCheck.h"

#include "models/evidence/reading/Record.h"

#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <QFile>

#include <algorithm>
#include <charconv>
#include <deque>
#include <exception>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

using Error = valijson::ValidationResults::Error;

/// A fault as the schema sees it: where, and in words.
struct SchemaFault
{
    Where where;
    QString message;
    bool isTypeFault = false;
};

/// The validator reports each fault again at everything that contains it.
bool isEcho(std::string_view description)
{
    for (const std::string_view echo :
         {"Failed to validate item #", "Failed to validate against schema associated",
          "Failed to validate against any schemas", "Failed to validate against child schema"}) {
        if (description.starts_with(echo))
            return true;
    }
    return false;
}

/// The property that a message names between quotes after `lead`; "" where it is another message.
std::string_view namedProperty(std::string_view description, std::string_view lead)
{
    const auto at = description.find(lead);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = description.substr(at + lead.size());
    return rest.substr(0, rest.rfind('\''));
}

/// "[name]" or "[3]" as the validator writes the steps of a path.
std::string_view unbracketed(std::string_view step)
{
    return step.size() >= 2 ? step.substr(1, step.size() - 2) : std::string_view();
}

/// Follows the validator's path through the file, so that records are known by their ids.
SchemaFault located(const Error &error, const Json &root)
{
    static constexpr std::string_view records[]{"studies", "reports", "cohorts", "comparisons",
                                                "overlaps"};
    std::deque<Place> places{Place()};
    const Json *json = &root;
    std::string_view list;
    for (std::size_t i = 1; i < error.context.size() && json; ++i) { // the first is the root
        const std::string_view step = unbracketed(error.context[i]);
        const Json *next = nullptr;
        if (json->IsArray()) {
            rapidjson::SizeType index = 0;
            std::from_chars(step.data(), step.data() + step.size(), index);
            if (index < json->Size())
                next = &(*json)[index];
            places.emplace_back(places.back(), std::size_t(index));
            const std::string_view id = next ? idOf(*next) : std::string_view();
            if (std::ranges::find(records, list) != std::end(records) && !id.empty())
                places.back().beginRecord(QString::fromUtf8(id.data(), qsizetype(id.size())));
        } else {
            places.emplace_back(places.back(), step);
            list = step;
            if (json->IsObject()) {
                const auto member = json->FindMember(
                    rapidjson::Value(rapidjson::StringRef(step.data(), rapidjson::SizeType(step.size()))));
                next = member == json->MemberEnd() ? nullptr : &member->value;
            }
        }
        json = next;
    }

    const std::string_view description = error.description;
    SchemaFault fault;
    std::string_view property = namedProperty(description, "Missing required property '");
    if (!property.empty()) {
        fault.message = u"is missing"_s;
    } else if (property = namedProperty(description, "constraints: '"); !property.empty()) {
        fault.message = u"is not a field of the format"_s;
    } else if (description.starts_with("Value type not permitted")) {
        fault.message = u"has the wrong type"_s;
        fault.isTypeFault = true;
    } else {
        fault.message = u"does not match the schema: "_s + QString::fromStdString(error.description);
        if (fault.message.endsWith(u'.'))
            fault.message.chop(1);
    }
    fault.where = property.empty() ? places.back().where() : Place(places.back(), property).where();
    return fault;
}

/// Pointers in order, to ask whether anything is reported at or below one.
class PointerSet
{
public:
    explicit PointerSet(std::vector<QString> pointers) : m_pointers(std::move(pointers))
    {
        std::ranges::sort(m_pointers);
    }
    [[nodiscard]] bool has(const QString &pointer) const
    {
        return std::ranges::binary_search(m_pointers, pointer);
    }
    [[nodiscard]] bool hasBelow(const QString &pointer) const
    {
        const QString prefix = pointer + u'/';
        const auto it = std::ranges::lower_bound(m_pointers, prefix);
        return it != m_pointers.end() && it->startsWith(prefix);
    }

private:
    std::vector<QString> m_pointers;
};

/// The list that an item stands in; "" where the pointer is no item of a list.
QString listOf(const QString &pointer)
{
    const qsizetype slash = pointer.lastIndexOf(u'/');
    bool isNumber = false;
    pointer.mid(slash + 1).toInt(&isNumber);
    return isNumber ? pointer.left(slash) : QString();
}

/// The validator matches patterns by recursion and compares list items pairwise. Texts and lists
/// beyond these sizes, which the reader has reported where they matter, would cost stack and hours.
bool isTooLargeForValidator(const Json &json)
{
    constexpr rapidjson::SizeType longestList = 500;
    constexpr rapidjson::SizeType longestCode = 1000;
    static constexpr std::string_view patterned[]{"id",   "code", "parent", "report",  "cohort",
                                                  "a",    "b",    "kind",   "curated", "codes",
                                                  "flags", "reports"};
    if (json.IsArray()) {
        return std::ranges::any_of(json.GetArray(), isTooLargeForValidator);
    }
    if (!json.IsObject())
        return false;
    for (const auto &member : json.GetObject()) {
        const Json &value = member.value;
        const auto isLong = [](const Json &text) {
            return text.IsString() && text.GetStringLength() > longestCode;
        };
        if (std::ranges::find(patterned, view(member.name)) != std::end(patterned)
            && (isLong(value)
                || (value.IsArray() && std::ranges::any_of(value.GetArray(), isLong)))) {
            return true;
        }
        static constexpr std::string_view unique[]{"codes", "flags", "routes", "fields"};
        if (std::ranges::find(unique, view(member.name)) != std::end(unique) && value.IsArray()
            && value.Size() > longestList) {
            return true;
        }
        if (isTooLargeForValidator(value))
            return true;
    }
    return false;
}

void runValidator(const Json &root, const rapidjson::Document &schemaJson,
                  valijson::ValidationResults &results)
{
    valijson::Schema schema;
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::RapidJsonAdapter(schemaJson), schema);
    valijson::Validator validator;
    validator.validate(schema, valijson::adapters::RapidJsonAdapter(root), &results);
}

} // namespace

void checkSchema(Reading &reading, const Json &root, bool required)
{
    QFile file(u":/evidence/library.schema.json"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        if (required)
            reading.report(Where(), u"cannot be checked: this program has no schema built in"_s);
        return;
    }
    if (isTooLargeForValidator(root)) {
        if (!reading.hasProblems())
            reading.report(Where(), u"was not checked against the schema: a list or code is too long"_s);
        return;
    }
    const QByteArray text = file.readAll();
    rapidjson::Document schema;
    schema.Parse(text.constData(), std::size_t(text.size()));
    valijson::ValidationResults results;
    try { // the library signals a pattern it cannot match by throwing
        runValidator(root, schema, results);
    } catch (const std::exception &failure) {
        reading.report(Where(), u"cannot be checked against the schema: "_s
                                    + QString::fromUtf8(failure.what()));
        return;
    }

    std::vector<SchemaFault> faults;
    for (const Error &error : results) {
        if (!isEcho(error.description))
            faults.push_back(located(error, root));
    }
    std::vector<QString> found;
    for (const SchemaFault &fault : faults)
        found.push_back(fault.where.pointer);
    const PointerSet inSchema(std::move(found));
    const PointerSet known(reading.pointers());
    for (const SchemaFault &fault : faults) {
        const QString &pointer = fault.where.pointer;
        const QString list = listOf(pointer);
        const bool isReported = known.has(pointer) || known.hasBelow(pointer)
            || (!list.isEmpty() && known.has(list));
        // Where null is allowed too, the validator also complains that an object is not null.
        const bool isAlternative = fault.isTypeFault && inSchema.hasBelow(pointer);
        if (!isReported && !isAlternative)
            reading.report(fault.where, fault.message);
    }
}

} // namespace anakinra::reading
