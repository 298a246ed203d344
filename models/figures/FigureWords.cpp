// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FigureWords.h"

#include "models/figures/SourceText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

QString continuousWords(const Continuous &value)
{
    QStringList parts;
    if (value.median)
        parts << plainNumber(*value.median);
    if (value.low && value.high) {
        const QString range = plainRange(*value.low, *value.high);
        parts << (value.median ? u'(' + range + u')' : range);
    } else if (value.low) {
        parts << u"(from %1)"_s.arg(plainNumber(*value.low));
    } else if (value.high) {
        parts << u"(up to %1)"_s.arg(plainNumber(*value.high));
    }
    if (!parts.isEmpty() && !value.unit.isEmpty())
        parts << value.unit;
    QString text = parts.join(u' ');
    if (!value.text.isEmpty())
        text += (text.isEmpty() ? QString() : u", "_s) + value.text;
    return text;
}

QString figureWords(const Library &library, const Figure &figure, const RateOptions &options)
{
    Observation observation;
    observation.figure = figure;
    const Rate rate = rateOfObservation(library, 0, observation, options);
    QStringList parts;
    if (rate.percent || rate.events || !figure.value)
        parts << rate.cellText();
    if (figure.value)
        parts << continuousWords(*figure.value);
    return parts.join(u' ');
}

} // namespace anakinra
