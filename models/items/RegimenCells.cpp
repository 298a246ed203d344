// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/ColumnCells.h"

#include "models/figures/SourceText.h"
#include "models/items/SortKeys.h"

#include <QMap>

#include <algorithm>

namespace anakinra::cells {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

/// Comparators were not given anakinra: nothing about its use applies to them.
bool hasNoRegimen(const Cohort &cohort) { return isComparator(cohort.role); }

CohortCell comparatorCell()
{
    return notApplicableCell(u"Not applicable: this group is a comparator without anakinra"_s);
}

/// Visits the starting regimens; step-ups are conditional and never the cohort's regimen.
template<typename Visit>
void forEachStart(const Cohort &cohort, const Visit &visit)
{
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind == RegimenKind::Starting)
            visit(regimen);
    }
}

QString regimenTip(const Library &library, const Cohort &cohort)
{
    QStringList tips;
    for (const Regimen &regimen : cohort.regimens) {
        QStringList lines{labelOf(regimen.kind)};
        if (!regimen.arithmetic.isEmpty())
            lines << regimen.arithmetic;
        if (!regimen.trigger.isEmpty())
            lines << u"Trigger: "_s + regimen.trigger;
        lines << tipOf(library, regimen.source, cohort.regimensInherited);
        tips << lines.join(u'\n');
    }
    return tips.isEmpty() ? u"Not reported"_s : tips.join(u"\n\n"_s);
}

bool regimenFlagged(const Cohort &cohort)
{
    return std::ranges::any_of(cohort.regimens,
                               [](const Regimen &r) { return isFlagged(r.source); });
}

QString regimenText(const Cohort &cohort)
{
    QStringList words;
    forEachStart(cohort, [&](const Regimen &regimen) {
        if (!regimen.source.reported.isEmpty() && regimen.source.status != Status::NotReported)
            words << regimen.source.reported;
    });
    words.removeDuplicates();
    return words.join(u"; "_s);
}

/// In the order they sort by, whatever the order of print.
QString dosesText(const Cohort &cohort)
{
    QMap<QString, QString> byKey;
    forEachStart(cohort, [&](const Regimen &regimen) {
        if (regimen.dose)
            byKey.insert(doseKey(*regimen.dose).toString(), doseText(*regimen.dose));
    });
    return QStringList(byKey.values()).join(u"; "_s);
}

QString routesText(const Cohort &cohort)
{
    QStringList words;
    forEachStart(cohort, [&](const Regimen &regimen) {
        for (const Route route : regimen.routes)
            words << codeOf(route);
    });
    words.removeDuplicates();
    return words.join(u", "_s);
}

CohortCell regimenCellOf(const Library &library, int cohort, const QString &text, QVariant key)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hasNoRegimen(c))
        return comparatorCell();
    if (text.isEmpty())
        return missingCell(regimenTip(library, c));
    return {text, std::move(key), regimenTip(library, c), regimenFlagged(c)};
}

} // namespace

QVariant regimenKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    return hasNoRegimen(c) ? QVariant() : textKey(regimenText(c));
}

CohortCell regimenCell(const Library &library, int cohort, const CohortColumn &column,
                       const RateOptions &options)
{
    return regimenCellOf(library, cohort, regimenText(cohortAt(library, cohort)),
                         column.sortKey(library, cohort, column, options));
}

/// By the first of several doses in their own order: the lowest on the mg/day scale.
QVariant doseColumnKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    QString least;
    if (!hasNoRegimen(c)) {
        forEachStart(c, [&](const Regimen &regimen) {
            if (!regimen.dose)
                return;
            const QString key = doseKey(*regimen.dose).toString();
            if (least.isNull() || key < least)
                least = key;
        });
    }
    return least.isNull() ? QVariant() : QVariant(least);
}

CohortCell doseCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    return regimenCellOf(library, cohort, dosesText(cohortAt(library, cohort)),
                         column.sortKey(library, cohort, column, options));
}

QVariant routeKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    return hasNoRegimen(c) ? QVariant() : textKey(routesText(c));
}

CohortCell routeCell(const Library &library, int cohort, const CohortColumn &column,
                     const RateOptions &options)
{
    return regimenCellOf(library, cohort, routesText(cohortAt(library, cohort)),
                         column.sortKey(library, cohort, column, options));
}

QVariant timingKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hasNoRegimen(c) || c.timing == Timing::NotReported)
        return {};
    return double(c.timing);
}

CohortCell timingCell(const Library &library, int cohort, const CohortColumn &column,
                      const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hasNoRegimen(c))
        return comparatorCell();
    const QString tip = tipOf(library, c.timingSource, c.timingInherited);
    if (c.timing == Timing::NotReported)
        return missingCell(tip);
    return {labelOf(c.timing), column.sortKey(library, cohort, column, options), tip,
            isFlagged(c.timingSource)};
}

/// By the median, else by the latest day, else by the earliest.
QVariant startDayKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hasNoRegimen(c))
        return {};
    const StartDay &day = c.startDay;
    const auto value = day.median ? day.median : day.max ? day.max : day.min;
    return value ? QVariant(*value) : QVariant();
}

CohortCell startDayCell(const Library &library, int cohort, const CohortColumn &column,
                        const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    if (hasNoRegimen(c))
        return comparatorCell();
    const QString tip = tipOf(library, c.startDay.source, c.startDay.inherited);
    if (!c.startDay.isReported())
        return missingCell(tip);
    return {startDayText(c.startDay), column.sortKey(library, cohort, column, options), tip,
            isFlagged(c.startDay.source)};
}

} // namespace anakinra::cells
