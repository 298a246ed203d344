// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"
#include "models/evidence/reading/Reading.h"

#include <array>
#include <initializer_list>
#include <span>

namespace anakinra::reading {

/// The names an object of the format may have, in the order in which they are asked for.
using FieldNames = std::span<const std::string_view>;

/// Typed access to one JSON object. Every getter reports what is wrong with its field and marks
/// the record unsound; it never converts, rounds or fills in. Unknown fields and fields given
/// twice are reported when the record is opened.
class Record
{
public:
    Record(Reading &reading, const Place &place, const Json &json, FieldNames names);

    /// No fault so far, in the record or in a part of it that called `spoil`.
    [[nodiscard]] bool isSound() const { return m_sound; }
    void spoil() { m_sound = false; }
    /// Reports a fault of a field ("" = of the whole record).
    void fault(std::string_view name, const QString &message);

    /// The field's value; nullptr where it is absent or null.
    [[nodiscard]] const Json *value(std::string_view name);
    [[nodiscard]] bool has(std::string_view name) { return value(name) != nullptr; }
    [[nodiscard]] bool hasKey(std::string_view name) { return slot(name) != nullptr; }

    /// Text that must be there and say something.
    std::optional<QString> requiredText(std::string_view name);
    /// Text that may be absent or empty; then "".
    QString text(std::string_view name);
    /// A list of texts that say something.
    QStringList texts(std::string_view name);

    /// Numbers: nullopt where absent or null.
    std::optional<int> integer(std::string_view name, int low, int high);
    std::optional<double> number(std::string_view name, double low, double high);

    /// An id or a code in the pattern of the format, that must be there.
    std::optional<std::string_view> requiredId(std::string_view name);
    std::optional<std::string_view> requiredCode(std::string_view name);
    /// A code that must stand in `list` of the vocabulary.
    std::optional<QString> requiredCodeOf(std::string_view name, const CodeSet &list,
                                          QStringView listName);
    /// Codes of a vocabulary list; none twice.
    QStringList codes(std::string_view name, const CodeSet &list, QStringView listName);

    /// A value of a closed list; nullopt where absent.
    template<typename E>
    std::optional<E> closed(std::string_view name)
    {
        const Json *json = string(name);
        if (!json)
            return std::nullopt;
        const auto value_ = fromCode<E>(m_reading.string(*json));
        if (!value_)
            notInList(name, *json, listed<E>());
        return value_;
    }
    template<typename E>
    std::optional<E> requiredClosed(std::string_view name)
    {
        return require(name) ? closed<E>(name) : std::nullopt;
    }
    /// A text of a closed list that has no enumeration.
    QString oneOf(std::string_view name, std::span<const std::string_view> allowed);

    /// The field as an object or as a list; nullptr where absent. Null is a fault.
    [[nodiscard]] const Json *object(std::string_view name);
    [[nodiscard]] const Json *list(std::string_view name);
    /// The same, but null is as good as absent.
    [[nodiscard]] const Json *objectOrNull(std::string_view name)
    {
        return has(name) ? object(name) : nullptr;
    }
    /// Reports an absent field, or one that is null.
    bool require(std::string_view name);
    /// Reports an absent field; null is a value here ("not reported").
    bool requireKey(std::string_view name);

    [[nodiscard]] Place at(std::string_view name) const { return Place(m_place, name); }
    [[nodiscard]] Reading &reading() { return m_reading; }

    /// Calls `read(place, item)` for each item of a list; the list may be absent.
    template<typename Function>
    void forEach(std::string_view name, Function &&read)
    {
        const Json *items = list(name);
        if (!items)
            return;
        const Place place = at(name);
        for (rapidjson::SizeType i = 0; i < items->Size(); ++i)
            read(Place(place, std::size_t(i)), (*items)[i]);
    }

private:
    template<typename E>
    [[nodiscard]] static QString listed()
    {
        QStringList codes;
        for (const auto &entry : CodeList<E>::entries)
            codes += entry.code.toString();
        return codes.join(QStringLiteral(", "));
    }

    /// Fields mostly come in the order of the names, so the search begins at the last one.
    std::optional<std::size_t> indexOf(std::string_view name);
    const Json *slot(std::string_view name);
    const Json *string(std::string_view name);
    void wrongType(std::string_view name, QStringView expected, const Json &json);
    void notInList(std::string_view name, const Json &json, const QString &allowed);
    std::optional<std::string_view> matching(std::string_view name, bool mayHaveSlash);

    static constexpr std::size_t maxFields = 20;

    Reading &m_reading;
    const Place &m_place;
    FieldNames m_names;
    std::array<const Json *, maxFields> m_slots{};
    std::size_t m_last = 0; ///< the field found last
    bool m_isObject = true;
    bool m_sound = true;
};

/// "a number", "text", "null" ... for messages.
[[nodiscard]] QString typeName(const Json &json);

/// Lower-case words joined by hyphens and dots, as the schema has it; an id may have one slash.
[[nodiscard]] bool isId(std::string_view text);
[[nodiscard]] bool isCode(std::string_view text);

/// The id of an object that has a well-formed one, else "".
[[nodiscard]] std::string_view idOf(const Json &json, const char *name = "id");

} // namespace anakinra::reading
