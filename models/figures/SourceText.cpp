// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SourceText.h"

#include "models/filter/DoseText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

QStringList sourceLines(const Library &library, const Source &source)
{
    QStringList lines;
    if (!source.reported.isEmpty())
        lines << u"Printed: “%1”"_s.arg(source.reported);
    lines << u"Status: "_s + labelOf(source.status);
    if (!source.report.isEmpty()) {
        const Report *report = library.report(source.report);
        lines << u"Report: "_s + (report ? report->label : source.report);
    }
    if (!source.locator.isEmpty())
        lines << u"Place: "_s + source.locator;
    if (!source.flags.isEmpty()) {
        QStringList words;
        for (const QString &flag : source.flags)
            words << Vocabulary::label(library.vocabulary.flags, flag);
        lines << u"Flags: "_s + words.join(u", "_s);
    }
    if (!source.note.isEmpty())
        lines << u"Note: "_s + source.note;
    return lines;
}

QString plainNumber(double value)
{
    return formatAmount(value);
}

QString plainRange(double min, double max)
{
    if (min == max)
        return plainNumber(min);
    return plainNumber(min) + u'–' + plainNumber(max);
}

QString doseText(const Dose &dose)
{
    return formatDose(dose);
}

QString startDayText(const StartDay &day)
{
    QStringList parts;
    if (day.min && day.max)
        parts << plainRange(*day.min, *day.max);
    else if (day.max)
        parts << u"≤ "_s + plainNumber(*day.max);
    else if (day.min)
        parts << u"≥ "_s + plainNumber(*day.min);
    if (day.median)
        parts << u"median "_s + plainNumber(*day.median);
    return parts.join(u", "_s);
}

QString valueInWords(const Continuous &value)
{
    if (!value.median)
        return value.text.isEmpty() ? u"NR"_s : value.text;
    QString text = plainNumber(*value.median);
    if (value.low && value.high)
        text += u" ("_s + plainRange(*value.low, *value.high) + u')';
    if (*value.median == 1.0 && value.unit.endsWith(u's'))
        return text + u' ' + value.unit.chopped(1); // "1 case"
    if (!value.unit.isEmpty())
        text += u' ' + value.unit;
    return text;
}

} // namespace anakinra
