// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/ListText.h"

#include "models/figures/ComparatorLimits.h"
#include "models/figures/CriterionText.h"
#include "models/items/CohortColumns.h"
#include "models/output/ListedAs.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

const std::array<QStringView, 10> shownColumns{
    u"n",       u"dose",      u"timing",    u"route",        u"crs.any",
    u"crs.ge3", u"icans.any", u"icans.ge3", u"response.orr", u"response.cr"};

std::vector<const CohortColumn *> columnsToShow()
{
    std::vector<const CohortColumn *> columns;
    for (const QStringView key : shownColumns) {
        const int index = cohortColumnIndex(key);
        Q_ASSERT(index >= 0);
        columns.push_back(&cohortColumns()[static_cast<std::size_t>(index)]);
    }
    return columns;
}

/// Marks a cohort that is listed without being a match.
QString markOf(const ListedAs &listedAs, int cohort)
{
    if (listedAs.comparator(cohort))
        return u" (comparator)"_s;
    return listedAs.unjudged(cohort) ? u" (not judged)"_s : QString();
}

QString blocks(const std::vector<QStringList> &rows, qsizetype width)
{
    QString text;
    const QStringList &titles = rows.front();
    for (std::size_t r = 1; r < rows.size(); ++r) {
        QStringList parts;
        for (qsizetype i = 1; i < titles.size(); ++i)
            parts.append(QString(titles[i] + u' ' + rows[r][i]).replace(u' ', QChar(QChar::Nbsp)));
        text += rows[r].front() + u'\n' + wrapped(parts.join(u" · "_s), width, 2);
    }
    return text;
}

QString tableOf(const std::vector<QStringList> &rows, const std::vector<bool> &right,
                std::optional<int> width)
{
    const QString table = alignedTable(rows, right);
    if (!width ||
        table.indexOf(u'\n', table.indexOf(u'\n') + 1) - table.indexOf(u'\n') - 1 <= *width)
        return table;
    return blocks(rows, *width);
}

} // namespace

QString listText(const Library &library, const FilterResult &result, const RateOptions &options,
                 const FigureContext &context, std::optional<int> width)
{
    const auto columns = columnsToShow();
    std::vector<QStringList> rows;
    std::vector<bool> right{false};
    QStringList titles{u"Cohort"_s};
    for (const CohortColumn *column : columns) {
        titles.append(column->title);
        right.push_back(column->key == u"n");
    }
    rows.push_back(titles);
    const ListedAs listedAs(result);
    for (const int cohort : result.cohorts) {
        QStringList row{library.cohorts[static_cast<std::size_t>(cohort)].id +
                        markOf(listedAs, cohort)};
        for (const CohortColumn *column : columns)
            row.append(column->cell(library, cohort, *column, options).text);
        rows.push_back(row);
    }
    const qsizetype lineWidth = width.value_or(defaultTextWidth);
    QString text;
    if (rows.size() > 1)
        text += tableOf(rows, right, width) + u'\n';
    text += wrapped(context.counts, lineWidth);
    text += wrapped(u"Filter: "_s + context.filterWords, lineWidth, 0, 2);
    if (!context.banner.isEmpty())
        text += wrapped(context.banner, lineWidth);
    for (const QString &line : criteriaLines(library, result.cohorts))
        text += wrapped(line, lineWidth, 0, 2);
    for (const int cohort : result.cohorts) {
        const Cohort &record = library.cohorts[static_cast<std::size_t>(cohort)];
        if (const QStringList limits = comparatorLimits(library, record); !limits.isEmpty())
            text += wrapped(u"Comparator "_s + record.id + u": "_s + limits.join(u"; "_s), lineWidth,
                            0, 2);
    }
    if (!result.unjudged.empty()) {
        text += u"Could not be judged:\n"_s;
        for (const UnjudgedCohort &unjudged : result.unjudged) {
            text += wrapped(library.cohorts[static_cast<std::size_t>(unjudged.cohort)].id +
                                u": "_s + unjudged.reasons.join(u"; "_s),
                            lineWidth, 2, 2);
        }
    }
    return text;
}

} // namespace anakinra
