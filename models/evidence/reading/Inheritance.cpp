// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/Inheritance.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {

const QString fromPopulation = u"product-from-population"_s;

bool givenToEveryone(const Cohort &cohort)
{
    if (cohort.products.size() != 1)
        return false;
    const ProductShare &only = cohort.products.front();
    if (only.source.flags.contains(fromPopulation))
        return false;
    return only.n ? only.n == cohort.n.value : !only.percent || *only.percent == 100.0;
}

std::vector<ProductShare> inheritedProducts(const Cohort &parent, const Cohort &part)
{
    const bool everyone = givenToEveryone(parent);
    std::vector<ProductShare> products = parent.products;
    for (ProductShare &share : products) {
        share.inherited = true;
        share.percent.reset();
        share.n = everyone ? part.n.value : std::nullopt;
        if (!everyone && !share.source.flags.contains(fromPopulation))
            share.source.flags += fromPopulation;
    }
    return products;
}

void inheritCoded(const Coded &parent, Coded &part, bool stated)
{
    if (stated)
        return;
    part = parent;
    part.inherited = true;
}

/// Everyone in the cohort was given anakinra. Its parent is asked by its own count, so a
/// subgroup of a subgroup is judged alike.
bool allGivenAnakinra(const Cohort *parent, const Cohort &cohort)
{
    switch (cohort.role) {
    case Role::Anakinra:
    case Role::ReportSample:
        return true;
    case Role::Subgroup:
        return parent
            && (parent->role == Role::Anakinra || parent->role == Role::ReportSample
                || (parent->role == Role::Subgroup && parent->nAnakinra.value
                    && parent->nAnakinra.value == parent->n.value));
    default:
        return false;
    }
}

} // namespace

void inherit(const Cohort &parent, Cohort &part, const Stated &stated)
{
    inheritCoded(parent.ageGroups, part.ageGroups, stated.ageGroups);
    inheritCoded(parent.diseases, part.diseases, stated.diseases);
    inheritCoded(parent.indications, part.indications, stated.indications);
    if (!stated.products)
        part.products = inheritedProducts(parent, part);
    if (isComparator(part.role))
        return;
    if (!stated.timing) {
        part.timing = parent.timing;
        part.timingSource = parent.timingSource;
        part.timingInherited = true;
    }
    if (!stated.startDay) {
        part.startDay = parent.startDay;
        part.startDay.inherited = true;
    }
    if (!stated.regimens) {
        part.regimens = parent.regimens;
        part.regimensInherited = true;
    }
}

void completeAnakinraCount(const Cohort *parent, Cohort &cohort, const Stated &stated)
{
    if (!stated.nAnakinra && allGivenAnakinra(parent, cohort))
        cohort.nAnakinra = cohort.n;
}

} // namespace anakinra::reading
