// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/CompletenessWords.h"

namespace anakinra {

using namespace Qt::StringLiterals;

QString reportingSign(Reporting reporting)
{
    switch (reporting) {
    case Reporting::Reported:
        return u"R"_s;
    case Reporting::Derived:
        return u"D"_s;
    case Reporting::PercentOnly:
        return u"%"_s;
    case Reporting::Inferred:
        return u"I"_s;
    case Reporting::NotReported:
        return u"–"_s;
    case Reporting::NotApplicable:
        return u"·"_s;
    }
    Q_UNREACHABLE();
}

QString reportingKey()
{
    QStringList words;
    for (const auto &entry : CodeList<Reporting>::entries)
        words << reportingSign(entry.value) + u" = "_s + labelOf(entry.value).toLower();
    return words.join(u"; "_s);
}

QString knownShare(const CompletenessRow &row)
{
    return u"%1/%2"_s.arg(row.known).arg(row.applicable);
}

QString foundInRow(const CompletenessRow &row)
{
    QStringList found;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].findingLines.isEmpty())
            found << completenessItems()[i].title + u": "_s + row.cells[i].findingLines;
    }
    return found.join(u'\n');
}

FigureTable completenessTable(const Completeness &matrix)
{
    FigureTable table;
    table.headers = {u"Cohort"_s, u"Known"_s};
    for (const CompletenessItem &item : completenessItems())
        table.headers << item.title;
    table.headers << u"Findings"_s;
    for (const CompletenessRow &row : matrix.rows) {
        QStringList cells{row.label, knownShare(row)};
        for (const CompletenessCell &cell : row.cells)
            cells << cell.text;
        cells << foundInRow(row);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace anakinra
