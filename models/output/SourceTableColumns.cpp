// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FindingText.h"
#include "models/figures/Provenance.h"
#include "models/items/FindingCells.h"
#include "models/output/TableMakers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Columns that print no recorded value of their own.
bool hasSources(const CohortColumn &column)
{
    return column.key != u"study" && column.key != u"cohort" && column.key != u"role";
}

struct SourceField
{
    QString suffix;
    QString title;
    QString meaning;
    bool alsoForRates = false; ///< else addRateColumns() writes it already
    QString (*text)(const Provenance &provenance);
};

const std::vector<SourceField> &sourceFields()
{
    static const std::vector<SourceField> fields{
        {u"printed"_s, u"as printed"_s, u"the figure as printed"_s, false,
         [](const Provenance &p) { return p.printed; }},
        {u"status"_s, u"status"_s, u"how the value came to be, in words"_s, false,
         [](const Provenance &p) { return p.status; }},
        {u"report"_s, u"report"_s, u"id of the report that prints it"_s, false,
         [](const Provenance &p) { return p.reportId; }},
        {u"locator"_s, u"place"_s, u"where it stands in the report"_s, false,
         [](const Provenance &p) { return p.locator; }},
        {u"arithmetic"_s, u"arithmetic"_s, u"how the value follows from the print"_s, true,
         [](const Provenance &p) { return p.arithmetic; }},
        {u"report.kind"_s, u"kind of report"_s, u"kind of the report and its peer review"_s, true,
         [](const Provenance &p) { return p.reportKind; }},
        {u"reference"_s, u"reference"_s,
         u"reference of the report; * = added by the curator, not printed in what was read"_s, true,
         [](const Provenance &p) { return p.citation; }},
        {u"note"_s, u"note"_s, u"what a reader must know about the value"_s, true,
         [](const Provenance &p) { return p.note; }},
    };
    return fields;
}

/// Several values behind one cell are told apart by " | "; what they share stands once.
TableCell joined(const std::vector<Provenance> &all, const SourceField &field)
{
    QStringList texts;
    for (const Provenance &p : all)
        texts << field.text(p);
    if (std::ranges::all_of(texts, [&](const QString &text) { return text == texts.front(); }))
        return texts.isEmpty() ? TableCell() : textCell(texts.front());
    return textCell(texts.join(u" | "_s));
}

} // namespace

void addSourceColumns(Makers &makers, const Library &library, const CohortColumn &column,
                      const RateOptions &options, const FindingIndex &findings)
{
    if (!hasSources(column))
        return;
    const bool rate = !column.outcome.isEmpty();
    Maker maker;
    for (const SourceField &field : sourceFields()) {
        if (!rate || field.alsoForRates)
            maker.columns.push_back({column.key + u'.' + field.suffix,
                                     column.title + u": "_s + field.title, field.meaning});
    }
    if (!rate)
        maker.columns.push_back({column.key + u".findings"_s, column.title + u": findings"_s,
                                 findingsMeaning()});
    maker.append = [&library, &column, &findings, options, rate](int cohort, Row &row) {
        auto all = provenanceOfColumn(library, cohort, column.key, options);
        if (rate && all.size() > 1)
            all.resize(1); // the one that the other columns of the rate are about
        for (const SourceField &field : sourceFields()) {
            if (!rate || field.alsoForRates)
                row.push_back(joined(all, field));
        }
        if (!rate)
            row.push_back(textCell(
                findingRecord(findingsOfCell(library, cohort, column, options, findings))));
    };
    makers.add(std::move(maker));
}

} // namespace anakinra
