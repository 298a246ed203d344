// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/MissingList.h"

#include "models/figures/Citation.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

bool lacksDenominator(const CompletenessCell &cell)
{
    return cell.reporting == Reporting::Reported && cell.remark.startsWith(u"denominator"_s);
}

/// The request, with what is printed instead; "" where nothing is missing.
QString requestFor(const CompletenessItem &item, const CompletenessCell &cell)
{
    switch (cell.reporting) {
    case Reporting::NotReported:
        return item.request;
    case Reporting::PercentOnly:
    case Reporting::Inferred:
        return item.request + u" (printed: %1, without a count that can be established)"_s.arg(
                   cell.source && !cell.source->reported.isEmpty()
                       ? u"“%1”"_s.arg(cell.source->reported)
                       : cell.text);
    case Reporting::Reported:
    case Reporting::Derived:
    case Reporting::NotApplicable:
        break;
    }
    if (lacksDenominator(cell))
        return item.request + u" (printed: %1, without the number of patients it refers to)"_s.arg(
                   cell.text);
    return {};
}

bool isKnown(const CompletenessCell &cell) { return cell.reporting < Reporting::NotReported; }

/// What is asked of a comparator: who they were, and the counts behind what is printed of them.
bool askedOfComparator(const CompletenessItem &item, const CompletenessCell &cell)
{
    return item.key == u"n" || (item.group == ItemGroup::Results && isKnown(cell));
}

bool isAsked(Role role)
{
    return role == Role::Anakinra || role == Role::HistoricalControl
        || role == Role::UnnamedComparator || role == Role::UntreatedGroup;
}

} // namespace

MissingList missingList(const Library &library, int study)
{
    const Study &record = library.studies[static_cast<std::size_t>(study)];
    MissingList list;
    list.study = study;
    list.title = record.label;
    std::vector<int> cohorts;
    for (const int cohort : record.cohorts) {
        if (isAsked(cohortAt(library, cohort).role))
            cohorts.push_back(cohort);
    }
    const Completeness matrix = makeCompleteness(library, cohorts, {});
    const auto rowOf = [&](int cohort) -> const CompletenessRow * {
        const auto it = std::ranges::find(matrix.rows, cohort, &CompletenessRow::cohort);
        return it == matrix.rows.end() ? nullptr : &*it;
    };
    const auto items = completenessItems();
    for (const CompletenessRow &row : matrix.rows) {
        const Cohort &cohort = cohortAt(library, row.cohort);
        const CompletenessRow *whole = cohort.isRegimenDefinedPart() ? rowOf(cohort.parent) : nullptr;
        MissingGroup group;
        group.cohort = row.cohort;
        group.heading = (cohort.label.isEmpty() ? record.label : cohort.label)
            + (cohort.n.value ? u" (n = %1)"_s.arg(countInWords(cohort.n)) : u" (n NR)"_s);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const QString request = requestFor(items[i], row.cells[i]);
            if (request.isEmpty() || (isComparator(cohort.role) && !askedOfComparator(items[i], row.cells[i])))
                continue;
            if (!whole)
                group.items << request;
            else if (isKnown(whole->cells[i]) && row.cells[i].reporting == Reporting::NotReported)
                group.items << request + u" (printed for the whole group only)"_s;
            else if (isKnown(row.cells[i]) || items[i].key == u"n")
                group.items << request;
        }
        if (!group.items.isEmpty())
            list.groups.push_back(std::move(group));
    }
    return list;
}

QString MissingList::text(const Library &library) const
{
    QString text = u"Questions on %1\n\n"_s.arg(title);
    if (groups.empty()) {
        text += u"Nothing that is looked for is missing from the reports named below.\n"_s;
    } else {
        text += u"The reports named below do not say the following. Where a group is divided, the "
                "same figures for each part would help as well.\n"_s;
    }
    for (const MissingGroup &group : groups) {
        text += u'\n' + group.heading + u'\n';
        for (const QString &item : group.items)
            text += u"- "_s + item + u'\n';
    }
    text += u"\nRead for this list:\n"_s;
    for (const int report : library.studies[static_cast<std::size_t>(study)].reports)
        text += u"- "_s + citationText(library.reports[static_cast<std::size_t>(report)]) + u'\n';
    return text;
}

} // namespace anakinra
