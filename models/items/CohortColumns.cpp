// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/CohortColumns.h"

#include "models/figures/SourceText.h"
#include "models/items/SortKeys.h"

#include <QMap>

#include <algorithm>
#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const QString notReported = u"NR"_s;
const QString notApplicable = u"n/a"_s;

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

const Study *studyOf(const Library &library, const Cohort &cohort)
{
    return cohort.study < 0 ? nullptr : &library.studies[static_cast<std::size_t>(cohort.study)];
}

bool isFlagged(const Source &source) { return !source.flags.isEmpty() || !source.note.isEmpty(); }

QString tipOf(const Library &library, const Source &source, bool inherited = false)
{
    QStringList lines = sourceLines(library, source);
    if (inherited)
        lines.prepend(u"As for the whole cohort"_s);
    return lines.join(u'\n');
}

/// Comparators were not given anakinra: nothing about its use applies to them.
bool hasNoRegimen(const Cohort &cohort) { return isComparator(cohort.role); }

CohortCell comparatorCell()
{
    return {notApplicable, {}, u"Not applicable: this group is a comparator without anakinra"_s, false};
}

CohortCell missingCell(const QString &toolTip = u"Not reported"_s)
{
    return {notReported, {}, toolTip, false};
}

// Each column is a pair: its sort key, and its cell.

QVariant studyKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    return study ? textKey(study->label) : QVariant();
}

CohortCell studyCell(const Library &library, int cohort, const CohortColumn &column,
                     const RateOptions &options)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!study)
        return missingCell();
    QString tip = study->title;
    for (const int report : study->reports)
        tip += u'\n' + library.reports[static_cast<std::size_t>(report)].label;
    return {study->label, column.sortKey(library, cohort, column, options), tip, false};
}

QVariant cohortKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return textKey(cohortAt(library, cohort).label);
}

CohortCell cohortCell(const Library &library, int cohort, const CohortColumn &column,
                      const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    QStringList tip{c.id};
    if (c.parent >= 0)
        tip << u"Part of: "_s + cohortAt(library, c.parent).label;
    for (const Note &note : c.notes)
        tip << labelOf(note.kind) + u": "_s + note.text;
    return {c.label, column.sortKey(library, cohort, column, options), tip.join(u'\n'),
            !c.notes.empty()};
}

QVariant roleKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return double(cohortAt(library, cohort).role);
}

CohortCell roleCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    return {labelOf(c.role), column.sortKey(library, cohort, column, options),
            isComparator(c.role) ? u"Not counted among the anakinra cohorts"_s : QString(), false};
}

QVariant designKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!study || study->design.codes.isEmpty())
        return {};
    return textKey(Vocabulary::label(library.vocabulary.designs, study->design.codes.first()));
}

CohortCell designCell(const Library &library, int cohort, const CohortColumn &column,
                      const RateOptions &options)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!study || study->design.codes.isEmpty())
        return missingCell();
    QStringList words;
    for (const QString &code : study->design.codes)
        words << Vocabulary::label(library.vocabulary.designs, code);
    return {words.join(u", "_s), column.sortKey(library, cohort, column, options),
            tipOf(library, study->design.source), isFlagged(study->design.source)};
}

QVariant sizeKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const auto &n = cohortAt(library, cohort).n.value;
    return n ? QVariant(double(*n)) : QVariant();
}

CohortCell sizeCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    QString tip = tipOf(library, c.n.source);
    if (c.nAnakinra.value && c.nAnakinra.value != c.n.value)
        tip = u"Of them given anakinra: %1\n%2"_s.arg(countInWords(c.nAnakinra), tip);
    return {countInWords(c.n), column.sortKey(library, cohort, column, options), tip,
            isFlagged(c.n.source)};
}

QString productsText(const Library &library, const Cohort &cohort)
{
    QStringList words;
    for (const ProductShare &share : cohort.products) {
        words << Vocabulary::label(library.vocabulary.products, share.code);
        if (!hadOneProduct(cohort))
            words.last() += u' ' + (share.n ? QString::number(*share.n) : notReported);
    }
    return words.join(u", "_s);
}

QVariant productsKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return textKey(productsText(library, cohortAt(library, cohort)));
}

CohortCell productsCell(const Library &library, int cohort, const CohortColumn &column,
                        const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    if (c.products.empty())
        return missingCell();
    QStringList tips;
    bool flagged = false;
    for (const ProductShare &share : c.products) {
        QString head = Vocabulary::label(library.vocabulary.products, share.code);
        if (!share.n)
            head += u": number of patients not reported"_s;
        tips << head + u'\n' + tipOf(library, share.source, share.inherited);
        flagged = flagged || isFlagged(share.source);
    }
    return {productsText(library, c), column.sortKey(library, cohort, column, options),
            tips.join(u"\n\n"_s), flagged};
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

QVariant rateKey(const Library &library, int cohort, const CohortColumn &column,
                 const RateOptions &options)
{
    const Rate rate = bareRateOf(library, cohort, column.outcome, options);
    return rate.percent ? QVariant(*rate.percent) : QVariant();
}

CohortCell rateCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Rate rate = rateOf(library, cohort, column.outcome, options);
    return {rate.cellText(), rate.percent ? QVariant(*rate.percent) : QVariant(),
            spokenRate(library, rate, options), rate.hasFlags};
}

/// What resolved, short: the target, or the outcome's own short label where it is mixed.
QString resolutionTarget(const Library &library, const Observation &observation)
{
    if (observation.target == u"icans")
        return u"ICANS"_s;
    if (observation.target == u"crs")
        return u"CRS"_s;
    if (observation.target == u"carhlh")
        return u"carHLH"_s;
    if (observation.outcome == u"resolution.crs-icans")
        return u"CRS/ICANS"_s;
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    return term ? term->shortLabel : observation.outcome;
}

std::vector<Rate> resolutions(const Library &library, int cohort, const RateOptions &options)
{
    std::vector<Rate> rates;
    for (const Observation &o : cohortAt(library, cohort).outcomes) {
        if (!o.outcome.startsWith(u"resolution."))
            continue;
        const Rate rate = rateOfObservation(library, cohort, o, options);
        if (rate.percent || rate.events)
            rates.push_back(rate);
    }
    return rates;
}

/// By the first rate; targets differ, so this only brings similar cohorts together.
QVariant resolutionKey(const Library &library, int cohort, const CohortColumn &,
                       const RateOptions &options)
{
    for (const Observation &o : cohortAt(library, cohort).outcomes) {
        if (!o.outcome.startsWith(u"resolution."))
            continue;
        if (const auto percent = bareRateOf(library, cohort, o.outcome, options).percent)
            return *percent;
    }
    return {};
}

CohortCell resolutionCell(const Library &library, int cohort, const CohortColumn &column,
                          const RateOptions &options)
{
    QStringList words;
    QStringList tips;
    bool flagged = false;
    for (const Rate &rate : resolutions(library, cohort, options)) {
        words << resolutionTarget(library, *rate.observation) + u' ' + rate.cellText();
        tips << spokenRate(library, rate, options);
        flagged = flagged || rate.hasFlags;
    }
    if (words.isEmpty())
        return missingCell();
    return {words.join(u"; "_s), column.sortKey(library, cohort, column, options),
            tips.join(u"\n\n"_s), flagged};
}

CohortColumn rateColumn(const QString &code, const QString &title, const QString &meaning)
{
    return {code, title,
            meaning + u": events/n and per cent; only where everyone infused was at risk"_s, true,
            code, rateCell, rateKey};
}

CohortColumn responseColumn(const QString &code, const QString &title, const QString &meaning)
{
    return {code, title, meaning + u": events/n and per cent of the tumour response"_s, true, code,
            rateCell, rateKey};
}

} // namespace

std::span<const CohortColumn> cohortColumns()
{
    static const std::array<CohortColumn, 18> columns{{
        {u"study"_s, u"Study"_s, u"Study, with a year only where a source prints it"_s, false, {},
         studyCell, studyKey},
        {u"cohort"_s, u"Cohort"_s, u"Group of participants with a denominator of its own"_s, false,
         {}, cohortCell, cohortKey},
        {u"role"_s, u"Role"_s, u"What the group is in its study"_s, false, {}, roleCell, roleKey},
        {u"design"_s, u"Design"_s, u"Design of the study"_s, false, {}, designCell, designKey},
        {u"n"_s, u"n"_s, u"Participants of the cohort"_s, true, {}, sizeCell, sizeKey},
        {u"products"_s, u"Products"_s, u"CAR T products and how many patients had each"_s, false, {},
         productsCell, productsKey},
        {u"regimen"_s, u"Regimen"_s, u"Starting regimen of anakinra as printed"_s, false, {},
         regimenCell, regimenKey},
        {u"dose"_s, u"Dose per day"_s,
         u"Daily dose of the starting regimen; mg/day and mg/kg/day are two scales"_s, false, {},
         doseCell, doseColumnKey},
        {u"route"_s, u"Route"_s, u"Subcutaneous (SC) or intravenous (IV)"_s, false, {}, routeCell,
         routeKey},
        {u"timing"_s, u"Timing"_s, u"The protocol's intent when anakinra starts"_s, false, {},
         timingCell, timingKey},
        {u"start-day"_s, u"Start day"_s,
         u"Day of the first dose of anakinra after the CAR T-cell infusion (day 0)"_s, true, {},
         startDayCell, startDayKey},
        rateColumn(u"crs.any"_s, u"CRS any"_s, u"Cytokine release syndrome of any grade"_s),
        rateColumn(u"crs.ge3"_s, u"CRS ≥3"_s, u"Cytokine release syndrome, grade ≥3"_s),
        rateColumn(u"icans.any"_s, u"ICANS any"_s, u"Neurotoxicity (ICANS) of any grade"_s),
        rateColumn(u"icans.ge3"_s, u"ICANS ≥3"_s, u"Neurotoxicity (ICANS), grade ≥3"_s),
        responseColumn(u"response.orr"_s, u"ORR"_s, u"Overall response rate"_s),
        responseColumn(u"response.cr"_s, u"CR"_s, u"Complete response or remission"_s),
        {u"resolution"_s, u"Toxicity resolution"_s,
         u"Toxicity that improved or resolved after anakinra, by target: events/n and per cent"_s,
         false, {}, resolutionCell, resolutionKey},
    }};
    return columns;
}

int cohortColumnIndex(QStringView key)
{
    const auto columns = cohortColumns();
    const auto it = std::ranges::find_if(columns,
                                         [key](const CohortColumn &c) { return c.key == key; });
    return it == columns.end() ? -1 : int(it - columns.begin());
}

} // namespace anakinra
