// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/Audit.h"

#include "models/integrity/checks/Checks.h"

#include <algorithm>
#include <array>
#include <span>

namespace anakinra {

using namespace integrity;

namespace {

const Figure *figureAt(const Cohort &cohort, const FindingTarget &target)
{
    const auto position = static_cast<std::size_t>(target.position);
    if (target.kind == NumberKind::Endpoint)
        return &cohort.outcomes[position].figure;
    if (target.kind == NumberKind::Characteristic)
        return &cohort.characteristics[position].figure;
    return nullptr;
}

/// Marks the comparisons that print the number of a finding once more.
void repeatInComparisons(const Library &library, const Study &study, std::span<Finding> findings)
{
    for (Finding &finding : findings) {
        if (finding.target.cohort < 0)
            continue;
        const Cohort &cohort = library.cohorts[static_cast<std::size_t>(finding.target.cohort)];
        const Figure *figure = figureAt(cohort, finding.target);
        for (std::size_t i = 0; figure && i < study.comparisons.size(); ++i) {
            const Comparison &comparison = study.comparisons[i];
            const bool repeats = std::ranges::any_of(
                comparison.groups, [&](const ComparisonGroup &group) {
                    return group.cohort == cohort.id && isSameFigure(group.figure, *figure);
                });
            if (repeats)
                finding.alsoAt.push_back({NumberKind::Comparison, finding.target.cohort,
                                          comparison.id, int(i)});
        }
    }
}

void auditInto(AuditLog &log, int cohort)
{
    checkCounts(log, cohort);
    checkParts(log, cohort);
    checkProducts(log, cohort);
    checkPercentages(log, cohort);
    checkOrder(log, cohort);
    checkIntervals(log, cohort);
    checkCalledRefractory(log, cohort);
    checkLocators(log, cohort);
}

void auditStudyInto(AuditLog &log, const Study &study)
{
    const std::size_t first = log.findings().size();
    for (const int cohort : study.cohorts)
        auditInto(log, cohort);
    repeatInComparisons(log.library(), study, std::span(log.findings()).subspan(first));
    for (std::size_t i = 0; i < study.comparisons.size(); ++i)
        checkComparison(log, study, int(i));
}

/// `isConcerned`: of a position in Library::studies.
template<typename IsConcerned>
bool concerns(const Library &library, const Overlap &overlap, const IsConcerned &isConcerned)
{
    return std::ranges::any_of(std::array{overlap.a, overlap.b}, [&](const QString &id) {
        const Cohort *cohort = library.cohort(id);
        return cohort && cohort->study >= 0
            && isConcerned(static_cast<std::size_t>(cohort->study));
    });
}

} // namespace

std::vector<Finding> audit(const Library &library, std::stop_token stop,
                           const std::function<void(double)> &progress)
{
    AuditLog log(library);
    for (std::size_t i = 0; i < library.studies.size() && !stop.stop_requested(); ++i) {
        auditStudyInto(log, library.studies[i]);
        if (progress && i % 256 == 0)
            progress(double(i) / double(library.studies.size()));
    }
    for (std::size_t i = 0; i < library.overlaps.size() && !stop.stop_requested(); ++i)
        checkOverlap(log, int(i));
    if (progress && !stop.stop_requested())
        progress(1.0);
    return std::move(log.findings());
}

std::vector<Finding> auditStudy(const Library &library, const Study &study)
{
    AuditLog log(library);
    auditStudyInto(log, study);
    for (std::size_t i = 0; i < library.overlaps.size(); ++i) {
        if (concerns(library, library.overlaps[i], [&](std::size_t position) {
                return library.studies[position].id == study.id;
            }))
            checkOverlap(log, int(i));
    }
    return std::move(log.findings());
}

std::vector<Finding> auditStudiesOf(const Library &library, std::span<const int> cohorts)
{
    std::vector<bool> concerned(library.studies.size(), false);
    for (const int cohort : cohorts) {
        if (const int study = library.cohorts[static_cast<std::size_t>(cohort)].study; study >= 0)
            concerned[static_cast<std::size_t>(study)] = true;
    }
    AuditLog log(library);
    for (std::size_t i = 0; i < library.studies.size(); ++i) {
        if (concerned[i])
            auditStudyInto(log, library.studies[i]);
    }
    for (std::size_t i = 0; i < library.overlaps.size(); ++i) {
        if (concerns(library, library.overlaps[i], [&](std::size_t study) { return concerned[study]; }))
            checkOverlap(log, int(i));
    }
    return std::move(log.findings());
}

std::vector<Finding> auditCohort(const Library &library, int cohort)
{
    AuditLog log(library);
    auditInto(log, cohort);
    return std::move(log.findings());
}

} // namespace anakinra
