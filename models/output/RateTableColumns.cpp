// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/CriterionText.h"
#include "models/figures/FindingText.h"
#include "models/items/FindingCells.h"
#include "models/output/TableMakers.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString statusOf(const Rate &rate)
{
    if (rate.kind == RateKind::Inferred)
        return codeOf(Status::Inferred);
    return codeOf(rate.observation ? rate.observation->figure.source.status : Status::NotReported);
}

TableCell sourceCell(const Rate &rate, QString Source::*field)
{
    return rate.observation ? textCell(rate.observation->figure.source.*field) : TableCell();
}

/// What is written of every rate, in the order of its columns.
struct RateField
{
    QString suffix;
    QString title;
    QString meaning;
    TableCell (*cell)(const Library &library, const Rate &rate);
};

const std::vector<RateField> &rateFields()
{
    static const std::vector<RateField> fields{
        {u"events"_s, u"events"_s, u"participants with the event; empty = count not established"_s,
         [](const Library &, const Rate &rate) { return numberCell(rate.events); }},
        {u"n"_s, u"n"_s, u"denominator; empty = not printed"_s,
         [](const Library &, const Rate &rate) { return numberCell(rate.n); }},
        {u"percent"_s, u"%"_s, u"100 x events/n where known, else the printed percentage; 0-100"_s,
         [](const Library &, const Rate &rate) { return numberCell(rate.percent); }},
        {u"ci.low"_s, u"CI low"_s, u"lower bound of the interval in percent; empty = none"_s,
         [](const Library &, const Rate &rate) {
             return rate.interval ? TableCell(rate.interval->low) : TableCell();
         }},
        {u"ci.high"_s, u"CI high"_s, u"upper bound of the interval in percent; empty = none"_s,
         [](const Library &, const Rate &rate) {
             return rate.interval ? TableCell(rate.interval->high) : TableCell();
         }},
        {u"status"_s, u"status"_s,
         u"reported; derived = the one count that fits a printed percentage; percent-only; "
         "inferred; not-reported"_s,
         [](const Library &, const Rate &rate) { return textCell(statusOf(rate)); }},
        {u"printed"_s, u"as printed"_s, u"the figure as printed"_s,
         [](const Library &, const Rate &rate) { return sourceCell(rate, &Source::reported); }},
        {u"report"_s, u"report"_s, u"id of the report that prints it"_s,
         [](const Library &, const Rate &rate) { return sourceCell(rate, &Source::report); }},
        {u"locator"_s, u"place"_s, u"where it stands in the report"_s,
         [](const Library &, const Rate &rate) { return sourceCell(rate, &Source::locator); }},
        {u"criterion"_s, u"criterion"_s,
         u"grading or response criterion as printed; not stated = the source names none; empty = no "
         "figure"_s,
         [](const Library &library, const Rate &rate) {
             const bool known = rate.kind != RateKind::NotReported || rate.events;
             return known ? textCell(criterionText(library, *rate.observation)) : TableCell();
         }},
        {u"flags"_s, u"flags"_s, u"what to know about the figure, as codes"_s,
         [](const Library &, const Rate &rate) {
             return rate.observation ? textCell(rate.observation->figure.source.flags.join(u' '))
                                     : TableCell();
         }},
    };
    return fields;
}

} // namespace

QString findingsMeaning()
{
    return u"what the audit finds: severity, sentence, arithmetic, and the id as in `check`; empty = "
           "nothing"_s;
}

void addRateColumns(Makers &makers, const Library &library, const CohortColumn &column,
                    const RateOptions &options, const FindingIndex &findings)
{
    Maker maker;
    for (const RateField &field : rateFields()) {
        maker.columns.push_back({column.key + u'.' + field.suffix,
                                 column.title + u": "_s + field.title, field.meaning});
    }
    maker.columns.push_back({column.key + u".ci.method"_s, column.title + u": CI method"_s,
                             u"method of the interval and its level in percent"_s});
    const bool wilson = options.method == statistics::IntervalMethod::Wilson;
    const QString method =
        (wilson ? u"wilson "_s : u"clopper-pearson "_s) + QString::number(options.level);
    maker.columns.push_back({column.key + u".findings"_s, column.title + u": findings"_s,
                             findingsMeaning()});
    maker.append = [&library, &column, &findings, options, method](int cohort, Row &row) {
        const Rate rate = rateOf(library, cohort, column.outcome, options);
        for (const RateField &field : rateFields())
            row.push_back(field.cell(library, rate));
        row.push_back(rate.interval ? TableCell(method) : TableCell());
        row.push_back(textCell(
            findingRecord(findingsOfCell(library, cohort, column, options, findings))));
    };
    makers.add(std::move(maker));
}

} // namespace anakinra
