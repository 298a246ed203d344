// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/DoseText.h"

#include <QLocale>
#include <QRegularExpression>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

Problem problem(QStringView text, const QString &message)
{
    return {QString(), QString(), QString(), u"dose \"%1\": %2"_s.arg(text.trimmed(), message)};
}

/// One kind of dash, one kind of space, lower case.
QString plain(QStringView text)
{
    static const QRegularExpression dashes(u"[\\x{2010}-\\x{2015}\\x{2212}]"_s);
    return text.toString().replace(dashes, u"-"_s).simplified().toCaseFolded();
}

/// The unit without spaces and with its spelling variants, or nullopt.
std::optional<DoseUnit> unitFrom(QString unit)
{
    static const QRegularExpression perDay(u"(/|per)(days?|d|24h)\\.?$|daily$"_s);
    unit.remove(u' ');
    if (!unit.contains(perDay))
        return std::nullopt;
    unit.remove(perDay);
    if (unit == "mg"_L1)
        return DoseUnit::MgPerDay;
    if (unit == "mg/kg"_L1 || unit == "mgperkg"_L1)
        return DoseUnit::MgPerKgPerDay;
    return std::nullopt;
}

} // namespace

Result<Dose> parseDose(QStringView text)
{
    static const QRegularExpression shape(
        u"^([0-9]+(?:\\.[0-9]+)?) ?(?:(?:-|to) ?([0-9]+(?:\\.[0-9]+)?) ?)?([^0-9]*|.*24 ?h)$"_s);
    static const QRegularExpression comma(u"[0-9],[0-9]"_s);

    const QString typed = plain(text);
    if (typed.isEmpty())
        return problem(text, u"nothing given"_s);
    if (typed.contains(comma))
        return problem(text, u"write decimals with a point, as in 2.5, and thousands without a mark"_s);

    const auto match = shape.match(typed);
    if (!match.hasMatch())
        return problem(text, u"expected a number and a unit, as in \"400 mg/day\" or \"8 mg/kg/day\""_s);
    if (match.captured(3).trimmed().isEmpty())
        return problem(text, u"the unit is missing: mg/day or mg/kg/day"_s);
    const auto unit = unitFrom(match.captured(3));
    if (!unit)
        return problem(text, u"the unit must be mg/day or mg/kg/day"_s);

    Dose dose;
    dose.unit = *unit;
    dose.min = match.captured(1).toDouble();
    dose.max = match.captured(2).isEmpty() ? dose.min : match.captured(2).toDouble();
    if (dose.min <= 0.0)
        return problem(text, u"a dose must be above 0"_s);
    if (dose.max < dose.min)
        return problem(text, u"the upper end is below the lower end"_s);
    return dose;
}

Result<DoseRange> parseDoseRange(QStringView min, QStringView max)
{
    DoseRange result;
    bool unitKnown = false;
    for (const bool lower : {true, false}) {
        const QStringView text = lower ? min : max;
        if (text.trimmed().isEmpty())
            continue;
        const auto dose = parseDose(text);
        if (!dose)
            return dose.problem();
        if (dose->min != dose->max)
            return problem(text, u"a bound is one dose, not a range"_s);
        if (unitKnown && dose->unit != result.unit)
            return problem(text, u"both bounds must be on the same scale, mg/day or mg/kg/day"_s);
        result.unit = dose->unit;
        unitKnown = true;
        (lower ? result.range.min : result.range.max) = dose->min;
    }
    if (result.range.min && result.range.max && *result.range.min > *result.range.max)
        return problem(max, u"the upper bound is below the lower bound"_s);
    return result;
}

QString formatAmount(double value)
{
    return QString::number(value, 'f', QLocale::FloatingPointShortest);
}

QString formatDose(const Dose &dose)
{
    const QString ends = dose.min == dose.max
        ? formatAmount(dose.min)
        : QString(formatAmount(dose.min) % u'–' % formatAmount(dose.max));
    return ends % u' ' % codeOf(dose.unit);
}

} // namespace anakinra
