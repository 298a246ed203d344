// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"
#include "models/evidence/Problem.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace anakinra::cli {

/// One option of a command. The parser and the help are both made from it.
struct OptionSpec
{
    QString name;   ///< without dashes: "route"
    QString letter; ///< one-letter name, "" = none
    QString value;  ///< placeholder of its value, "" = a switch without one
    QString help;
    bool repeatable = false;
};

struct OptionGroup
{
    QString title;
    std::vector<OptionSpec> options;
};

/// The arguments of one command after parsing: `--name value`, `--name=value`, `-o value`; `--`
/// ends the options. An option that is unknown, lacks its value or is given twice without being
/// repeatable is a usage error.
class Arguments
{
public:
    static Result<Arguments> parse(const QStringList &arguments,
                                   const std::vector<OptionGroup> &groups);

    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QStringList values(const QString &name) const { return m_values.value(name); }
    /// nullopt when the option is not given; it may be given as "".
    [[nodiscard]] std::optional<QString> value(const QString &name) const;
    [[nodiscard]] const QStringList &positional() const { return m_positional; }
    /// Values for an option that is not given; a switch takes one empty value.
    void setDefault(const QString &name, const QStringList &values);

private:
    QHash<QString, QStringList> m_values; ///< a switch that is on has one empty value
    QStringList m_positional;
};

/// A usage error in one sentence.
[[nodiscard]] Problem usageError(const QString &message);

/// The value of an option with a fixed list of values, the first of which is the default.
Result<QString> choice(const Arguments &arguments, const QString &option,
                       const QStringList &values);

/// The value of an option that takes the codes of a closed list, the first of which is the default.
template<typename E>
Result<E> codedChoice(const Arguments &arguments, const QString &option)
{
    QStringList codes;
    for (const auto &entry : CodeList<E>::entries)
        codes << entry.code.toString();
    const auto code = choice(arguments, option, codes);
    if (!code)
        return code.problem();
    return *fromCode<E>(*code);
}

/// A finite number between `min` and `max`, with a point as decimal mark; nullopt if not given.
Result<std::optional<double>> number(const Arguments &arguments, const QString &option, double min,
                                     double max);
Result<std::optional<double>> wholeNumber(const Arguments &arguments, const QString &option,
                                          double min, double max);

} // namespace anakinra::cli
