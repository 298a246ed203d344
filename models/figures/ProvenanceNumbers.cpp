// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Provenance.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::vector<Provenance> ofCount(const Library &library, int cohort, const QString &code)
{
    if (code == u"n")
        return {provenanceOfSize(library, cohort)};
    if (code == u"n-anakinra")
        return {provenanceOfRecipients(library, cohort)};
    if (code == u"timing")
        return {provenanceOfTiming(library, cohort)};
    if (code == u"start-day")
        return {provenanceOfStartDay(library, cohort)};
    return {provenanceOfCoded(library, cohort, code)};
}

std::vector<Provenance> ofProducts(const Library &library, int cohort)
{
    std::vector<Provenance> all;
    for (const ProductShare &share : library.cohorts[static_cast<std::size_t>(cohort)].products)
        all.push_back(provenanceOf(library, cohort, share));
    return all;
}

} // namespace

std::vector<Provenance> provenanceOfNumber(const Library &library, const FindingTarget &number,
                                           const RateOptions &options)
{
    const auto position = static_cast<std::size_t>(number.position);
    if (number.kind == NumberKind::Overlap)
        return {provenanceOf(library, library.overlaps[position])};
    if (number.cohort < 0)
        return {};
    const Cohort &cohort = library.cohorts[static_cast<std::size_t>(number.cohort)];
    switch (number.kind) {
    case NumberKind::Count:
        return ofCount(library, number.cohort, number.code);
    case NumberKind::Product:
        return number.position < 0
            ? ofProducts(library, number.cohort)
            : std::vector{provenanceOf(library, number.cohort, cohort.products[position])};
    case NumberKind::Endpoint:
        return {provenanceOf(library, number.cohort, cohort.outcomes[position], options)};
    case NumberKind::Characteristic:
        return {provenanceOf(library, number.cohort, cohort.characteristics[position], options)};
    case NumberKind::Regimen:
        return {provenanceOf(library, number.cohort, cohort.regimens[position])};
    case NumberKind::Comparison:
        return provenanceOfComparison(
            library, cohort.study,
            library.studies[static_cast<std::size_t>(cohort.study)].comparisons[position], options);
    case NumberKind::Overlap:
        break;
    }
    return {};
}

} // namespace anakinra
