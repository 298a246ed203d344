// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetCharacteristics.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// The printed figure; where it is a bare number, with the words that it needs.
QString printed(const Figure &figure)
{
    QString text = figure.source.reported;
    if (figure.value && !figure.value->text.isEmpty())
        text += u" ("_s + figure.value->text + u')';
    else if (figure.events && figure.n && !text.contains(u'/'))
        text += u" (%1/%2)"_s.arg(*figure.events).arg(*figure.n);
    return text.isEmpty() ? u"NR"_s : text;
}

} // namespace

std::vector<SheetCharacteristics>
sheetCharacteristics(const Library &library, std::span<const int> cohorts, SheetSources &sources)
{
    std::vector<SheetCharacteristics> all;
    for (const int index : cohorts) {
        const Cohort &cohort = library.cohorts[static_cast<std::size_t>(index)];
        if (cohort.characteristics.empty())
            continue;
        SheetCharacteristics of{cohortTitle(library, index), {}};
        for (const Characteristic &characteristic : cohort.characteristics) {
            const Figure &figure = characteristic.figure;
            of.rows.push_back({characteristic.label,
                               {printed(figure),
                                sources.mark(figure.source, nameInStudy(library, index) + u", "_s +
                                                                characteristic.label)}});
        }
        all.push_back(std::move(of));
    }
    return all;
}

} // namespace anakinra
