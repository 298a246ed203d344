// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/Arguments.h"

#include <QCommandLineParser>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

Result<Arguments> Arguments::parse(const QStringList &arguments,
                                   const std::vector<OptionGroup> &groups)
{
    QCommandLineParser parser;
    for (const OptionGroup &group : groups) {
        for (const OptionSpec &spec : group.options) {
            QStringList names{spec.name};
            if (!spec.letter.isEmpty())
                names.append(spec.letter);
            parser.addOption(QCommandLineOption(names, spec.help, spec.value));
        }
    }
    if (!parser.parse(QStringList{u"anakinra-evidence"_s} + arguments)) {
        QString message = parser.errorText();
        if (message.endsWith(u'.'))
            message.chop(1);
        return usageError(message);
    }
    Arguments parsed;
    for (const OptionGroup &group : groups) {
        for (const OptionSpec &spec : group.options) {
            if (!parser.isSet(spec.name))
                continue;
            if (spec.value.isEmpty()) {
                parsed.m_values.insert(spec.name, {QString()});
                continue;
            }
            const QStringList values = parser.values(spec.name);
            if (values.size() > 1 && !spec.repeatable)
                return usageError(u"--%1 is given more than once"_s.arg(spec.name));
            parsed.m_values.insert(spec.name, values);
        }
    }
    parsed.m_positional = parser.positionalArguments();
    return parsed;
}

std::optional<QString> Arguments::value(const QString &name) const
{
    const auto it = m_values.constFind(name);
    if (it == m_values.constEnd())
        return std::nullopt;
    return it->first();
}

void Arguments::setDefault(const QString &name, const QStringList &values)
{
    if (!m_values.contains(name))
        m_values.insert(name, values);
}

Problem usageError(const QString &message)
{
    return {{}, {}, {}, message};
}

Result<QString> choice(const Arguments &arguments, const QString &option, const QStringList &values)
{
    const QString given = arguments.value(option).value_or(values.first());
    if (values.contains(given))
        return given;
    return usageError(
        u"--%1 %2 is not known; valid: %3"_s.arg(option, given, values.join(u", "_s)));
}

Result<std::optional<double>> number(const Arguments &arguments, const QString &option, double min,
                                     double max)
{
    const std::optional<QString> text = arguments.value(option);
    if (!text)
        return std::optional<double>();
    bool ok = false;
    const double value = text->toDouble(&ok);
    if (!ok || !std::isfinite(value) || value < min || value > max) {
        return usageError(u"--%1 needs a number from %2 to %3, not \"%4\""_s.arg(
            option, QString::number(min), QString::number(max), *text));
    }
    return std::optional<double>(value);
}

Result<std::optional<double>> wholeNumber(const Arguments &arguments, const QString &option,
                                          double min, double max)
{
    auto value = number(arguments, option, min, max);
    if (value && *value && **value != std::floor(**value))
        return usageError(u"--%1 needs a whole number"_s.arg(option));
    return value;
}

} // namespace anakinra::cli
