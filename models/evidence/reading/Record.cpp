// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/Record.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

constexpr std::size_t longestId = 200;
constexpr qsizetype longestQuote = 60;

const QString idRule = u"an id is lower-case words joined by hyphens, for cohorts after the "
                       "study's id and a slash"_s;
const QString codeRule = u"a code is lower-case words joined by hyphens or dots"_s;

QString fromView(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// What the file says, for messages; shortened.
QString quoted(const Json &text)
{
    QString string = fromView(view(text));
    if (string.size() > longestQuote)
        string = string.left(longestQuote) + u'…';
    return u'"' + string + u'"';
}

bool isWord(std::string_view text)
{
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    if (text.empty() || text.size() > longestId || !plain(text.front()))
        return false;
    for (const char c : text) {
        if (!plain(c) && c != '.' && c != '-')
            return false;
    }
    return true;
}

} // namespace

QString typeName(const Json &json)
{
    switch (json.GetType()) {
    case rapidjson::kNullType:
        return u"null"_s;
    case rapidjson::kFalseType:
    case rapidjson::kTrueType:
        return u"true or false"_s;
    case rapidjson::kObjectType:
        return u"an object"_s;
    case rapidjson::kArrayType:
        return u"a list"_s;
    case rapidjson::kStringType:
        return u"text"_s;
    case rapidjson::kNumberType:
        return u"a number"_s;
    }
    return {};
}

bool isCode(std::string_view text)
{
    return isWord(text);
}

bool isId(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return isWord(text);
    return isWord(text.substr(0, slash)) && isWord(text.substr(slash + 1));
}

std::string_view idOf(const Json &json, const char *name)
{
    if (!json.IsObject())
        return {};
    const auto id = json.FindMember(name);
    if (id == json.MemberEnd() || !id->value.IsString() || !isId(view(id->value)))
        return {};
    return view(id->value);
}

Record::Record(Reading &reading, const Place &place, const Json &json, FieldNames names)
    : m_reading(reading), m_place(place), m_names(names)
{
    Q_ASSERT(names.size() <= maxFields);
    m_isObject = json.IsObject();
    if (!m_isObject) {
        fault({}, u"must be an object, not "_s + typeName(json));
        return;
    }
    for (const auto &member : json.GetObject()) {
        const std::string_view name = view(member.name);
        const auto at = indexOf(name);
        if (!at)
            fault(name, u"is not a field of the format"_s);
        else if (m_slots[*at])
            fault(name, u"is given twice"_s);
        else
            m_slots[*at] = &member.value;
    }
    m_last = 0;
}

void Record::fault(std::string_view name, const QString &message)
{
    m_sound = false;
    m_reading.report(name.empty() ? m_place : Place(m_place, name), message);
}

std::optional<std::size_t> Record::indexOf(std::string_view name)
{
    const std::size_t count = m_names.size();
    for (std::size_t i = 0, at = m_last; i < count; ++i, ++at) {
        if (at >= count)
            at = 0;
        const std::string_view candidate = m_names[at];
        // Our own names mostly are the same literal; only the file's must be compared.
        if (candidate.size() == name.size()
            && (candidate.data() == name.data()
                || (candidate.front() == name.front() && candidate == name))) {
            m_last = at;
            return at;
        }
    }
    return std::nullopt;
}

const Json *Record::slot(std::string_view name)
{
    const auto at = indexOf(name);
    Q_ASSERT_X(at, "Record", "field is not in the list of names");
    return at ? m_slots[*at] : nullptr;
}

const Json *Record::value(std::string_view name)
{
    const Json *json = slot(name);
    return json && !json->IsNull() ? json : nullptr;
}

bool Record::require(std::string_view name)
{
    if (!requireKey(name))
        return false;
    if (!slot(name)->IsNull())
        return true;
    fault(name, u"must not be null"_s);
    return false;
}

bool Record::requireKey(std::string_view name)
{
    if (slot(name))
        return true;
    if (m_isObject)
        fault(name, u"is missing"_s);
    return false;
}

void Record::wrongType(std::string_view name, QStringView expected, const Json &json)
{
    fault(name, u"must be "_s + expected + u", not " + typeName(json));
}

void Record::notInList(std::string_view name, const Json &json, const QString &allowed)
{
    fault(name, u"is "_s + quoted(json) + u"; allowed are: " + allowed);
}

const Json *Record::string(std::string_view name)
{
    const Json *json = slot(name);
    if (json && !json->IsString()) {
        wrongType(name, u"text", *json);
        return nullptr;
    }
    return json;
}

std::optional<QString> Record::requiredText(std::string_view name)
{
    if (!require(name))
        return std::nullopt;
    const Json *json = string(name);
    if (!json)
        return std::nullopt;
    QString text = m_reading.string(*json);
    if (text.trimmed().isEmpty()) {
        fault(name, u"must not be empty"_s);
        return std::nullopt;
    }
    return text;
}

QString Record::text(std::string_view name)
{
    const Json *json = string(name);
    return json ? m_reading.string(*json) : QString();
}

QStringList Record::texts(std::string_view name)
{
    QStringList texts;
    forEach(name, [&](const Place &place, const Json &item) {
        const QString text = item.IsString() ? m_reading.string(item) : QString();
        if (!text.trimmed().isEmpty()) {
            texts += text;
            return;
        }
        spoil();
        m_reading.report(place, item.IsString() ? u"must not be empty"_s
                                                : u"must be text, not "_s + typeName(item));
    });
    return texts;
}

std::optional<double> Record::number(std::string_view name, double low, double high)
{
    const Json *json = value(name);
    if (!json)
        return std::nullopt;
    if (!json->IsNumber()) {
        wrongType(name, u"a number", *json);
        return std::nullopt;
    }
    const double number = json->GetDouble();
    if (!std::isfinite(number)) {
        fault(name, u"is not a number, or too large for one"_s);
        return std::nullopt;
    }
    if (number < low || number > high) {
        fault(name, u"is %1; it must be between %2 and %3"_s.arg(number).arg(low).arg(high));
        return std::nullopt;
    }
    return number;
}

std::optional<int> Record::integer(std::string_view name, int low, int high)
{
    const auto number_ = number(name, low, high);
    if (!number_)
        return std::nullopt;
    if (std::floor(*number_) != *number_) {
        fault(name, u"is %1; it must be a whole number"_s.arg(*number_));
        return std::nullopt;
    }
    return static_cast<int>(*number_);
}

std::optional<std::string_view> Record::matching(std::string_view name, bool mayHaveSlash)
{
    if (!require(name))
        return std::nullopt;
    const Json *json = string(name);
    if (!json)
        return std::nullopt;
    if (mayHaveSlash ? isId(view(*json)) : isCode(view(*json)))
        return view(*json);
    const QString rule = mayHaveSlash ? idRule : codeRule;
    fault(name, u"is "_s + quoted(*json) + u"; " + rule);
    return std::nullopt;
}

std::optional<std::string_view> Record::requiredId(std::string_view name)
{
    return matching(name, true);
}

std::optional<std::string_view> Record::requiredCode(std::string_view name)
{
    return matching(name, false);
}

std::optional<QString> Record::requiredCodeOf(std::string_view name, const CodeSet &list,
                                              QStringView listName)
{
    const auto code = requiredCode(name);
    if (!code)
        return std::nullopt;
    if (!list.contains(*code)) {
        fault(name, u"is \""_s + fromView(*code) + u"\", which vocabulary." + listName
                        + u" does not list");
        return std::nullopt;
    }
    return m_reading.string(*slot(name));
}

QStringList Record::codes(std::string_view name, const CodeSet &list, QStringView listName)
{
    QStringList codes;
    std::unordered_set<std::string_view> seen;
    forEach(name, [&](const Place &place, const Json &item) {
        QString message;
        if (!item.IsString())
            message = u"must be text, not "_s + typeName(item);
        else if (!isCode(view(item)))
            message = u"is "_s + quoted(item) + u"; " + codeRule;
        else if (!list.contains(view(item)))
            message = u"is "_s + quoted(item) + u", which vocabulary." + listName + u" does not list";
        else if (!seen.insert(view(item)).second)
            message = u"is "_s + quoted(item) + u", which stands there twice";
        if (message.isEmpty()) {
            codes += m_reading.string(item);
            return;
        }
        spoil();
        m_reading.report(place, message);
    });
    return codes;
}

QString Record::oneOf(std::string_view name, std::span<const std::string_view> allowed)
{
    const Json *json = string(name);
    if (!json)
        return {};
    if (std::ranges::find(allowed, view(*json)) != allowed.end())
        return m_reading.string(*json);
    QStringList words;
    for (const std::string_view word : allowed) {
        if (!word.empty())
            words += fromView(word);
    }
    notInList(name, *json, words.join(u", "));
    return {};
}

const Json *Record::object(std::string_view name)
{
    const Json *json = slot(name);
    if (json && !json->IsObject()) {
        wrongType(name, u"an object", *json);
        return nullptr;
    }
    return json;
}

const Json *Record::list(std::string_view name)
{
    const Json *json = slot(name);
    if (json && !json->IsArray()) {
        wrongType(name, u"a list", *json);
        return nullptr;
    }
    return json;
}

} // namespace anakinra::reading
