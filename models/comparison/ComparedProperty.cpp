// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparedProperty.h"

#include "models/figures/ListWords.h"
#include "models/figures/SheetCohorts.h"
#include "models/items/CohortColumns.h"

#include <functional>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView notReported = u"NR";

QString orNotReported(const QString &text)
{
    return text.isEmpty() ? notReported.toString() : text;
}

QString columnText(const Library &library, int cohort, QStringView key)
{
    const CohortColumn &column = cohortColumns()[static_cast<std::size_t>(cohortColumnIndex(key))];
    return column.cell(library, cohort, column, {}).text;
}

struct Property
{
    QString code;
    QString label;
    /// What one cohort says, in words.
    std::function<QString(const Library &, int cohort)> text;
    /// The same as single values, where one cohort may have several; empty = as `text`.
    std::function<QStringList(const Library &, int cohort)> values = {};
};

const Cohort &cohortAt(const Library &library, int cohort)
{
    return library.cohorts[static_cast<std::size_t>(cohort)];
}

QStringList labels(const std::vector<Term> &terms, const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes)
        words << Vocabulary::label(terms, code);
    return words;
}

QStringList productsOf(const Library &library, int cohort)
{
    QStringList codes;
    for (const ProductShare &share : cohortAt(library, cohort).products)
        codes << share.code;
    return labels(library.vocabulary.products, codes);
}

QStringList diseasesOf(const Library &library, int cohort)
{
    return labels(library.vocabulary.diseases, cohortAt(library, cohort).diseases.codes);
}

QStringList ageGroupsOf(const Library &library, int cohort)
{
    return labels(library.vocabulary.ageGroups, cohortAt(library, cohort).ageGroups.codes);
}

QStringList peerReviewsOf(const Library &library, int cohort)
{
    QStringList words;
    for (const Report *report : reportsOf(library, cohortAt(library, cohort)))
        words << labelOf(report->peerReviewed);
    words.removeDuplicates();
    return words;
}

std::vector<Property> properties()
{
    const auto column = [](QStringView key) {
        return [key](const Library &library, int cohort) { return columnText(library, cohort, key); };
    };
    const auto joined = [](QStringList (*values)(const Library &, int)) {
        return [values](const Library &library, int cohort) {
            return orNotReported(values(library, cohort).join(u", "_s));
        };
    };
    return {
        {u"role"_s, u"Kind of group"_s, column(u"role")},
        {u"products"_s, u"CAR T products"_s, column(u"products"), productsOf},
        {u"disease"_s, u"Disease"_s, joined(diseasesOf), diseasesOf},
        {u"age-group"_s, u"Age group"_s, joined(ageGroupsOf), ageGroupsOf},
        {u"timing"_s, u"Timing of anakinra"_s, column(u"timing")},
        {u"route"_s, u"Route"_s, column(u"route")},
        {u"dose"_s, u"Starting dose per day"_s, column(u"dose")},
        {u"design"_s, u"Study design"_s, column(u"design")},
        {u"peer-review"_s, u"Peer review"_s, joined(peerReviewsOf), peerReviewsOf},
    };
}

/// The values that occur on one side, each once; what is not reported is one of them.
QStringList valuesOf(const Library &library, std::span<const int> cohorts, const Property &property)
{
    QStringList values;
    for (const int cohort : cohorts) {
        const QStringList own = property.values ? property.values(library, cohort) : QStringList();
        values += own.isEmpty() ? QStringList{property.text(library, cohort)} : own;
    }
    values.removeDuplicates();
    return values;
}

QString sideText(const Library &library, std::span<const int> cohorts, const Property &property)
{
    if (cohorts.size() == 1)
        return property.text(library, cohorts.front());
    return orNotReported(listed(valuesOf(library, cohorts, property)));
}

std::optional<bool> sameValues(QStringList a, QStringList b)
{
    if (a.isEmpty() || b.isEmpty() || a.contains(notReported) || b.contains(notReported))
        return std::nullopt;
    a.sort();
    b.sort();
    return a == b;
}

} // namespace

QString ComparedProperty::verdict() const
{
    if (!same)
        return u"not known"_s;
    return *same ? u"same"_s : u"differs"_s;
}

std::vector<ComparedProperty> comparedProperties(const Library &library, std::span<const int> a,
                                                 std::span<const int> b)
{
    std::vector<ComparedProperty> found;
    for (const Property &property : properties()) {
        found.push_back({property.code, property.label, sideText(library, a, property),
                         sideText(library, b, property),
                         sameValues(valuesOf(library, a, property), valuesOf(library, b, property))});
    }
    return found;
}

} // namespace anakinra
