// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"

#include <vector>

/// What the audit of a library finds: a number that contradicts itself, its neighbours or its
/// denominator, and where it stands. Plain values, computed from any library.
namespace anakinra {

/// How much a finding says against a number.
enum class Severity {
    Error,      ///< the library file is at fault: the record contradicts itself
    Impossible, ///< the source is at fault: the figure cannot be as printed
    Note,       ///< possible as printed, but a reader should know
};

/// One kind of check; its code is the first part of every finding's id.
enum class Check {
    GrimImpossible,   ///< no count of the denominator gives the percentage, rounded or cut off
    GrimTruncated,    ///< a count gives the percentage only when it is cut off, not rounded
    GrimJoint,        ///< percentages of one assessment that no one denominator can give
    CountMismatch,    ///< a printed count and the percentage printed with it disagree
    CountNotUnique,   ///< a derived count where several counts give the percentage
    CountAboveN,      ///< more events than participants
    CountAboveCohort, ///< a denominator larger than the cohort
    InferredMisfit,   ///< an inferred count that does not give the printed percentage
    TwoValues,        ///< two values are printed for one number of participants
    PartAboveWhole,   ///< a part with more participants than the cohort it belongs to
    PartitionSize,    ///< parts declared to make up a cohort, whose sizes do not
    PartitionEvents,  ///< the same for the events of one outcome
    OrderGrades,      ///< more patients with a higher grade than with a lower one included in it
    OrderResponse,    ///< more patients with the deeper response
    ProductsSum,      ///< products of a cohort that do not add up to it
    PValue,           ///< a printed p value against the tests that can be recomputed
    Interval,         ///< a printed interval against the methods that can be recomputed
    OverlapPoolable,  ///< one participant in two cohorts that report the same outcome
    CalledRefractory, ///< called refractory to steroids that not everyone had
    LocatorMissing,   ///< a value without the place where it stands
};

template<>
struct CodeList<Severity>
{
    static constexpr std::array<CodeEntry<Severity>, 3> entries{{
        {Severity::Error, u"error", u"Error in the record"},
        {Severity::Impossible, u"impossible", u"Cannot be as printed"},
        {Severity::Note, u"note", u"Worth knowing"},
    }};
};

template<>
struct CodeList<Check>
{
    static constexpr std::array<CodeEntry<Check>, 20> entries{{
        {Check::GrimImpossible, u"grim.impossible", u"Percentage that no count gives"},
        {Check::GrimTruncated, u"grim.truncated", u"Percentage cut off, not rounded"},
        {Check::GrimJoint, u"grim.joint", u"Percentages without a common denominator"},
        {Check::CountMismatch, u"count.mismatch", u"Count and percentage disagree"},
        {Check::CountNotUnique, u"count.not-unique", u"Derived count is not the only one"},
        {Check::CountAboveN, u"count.above-n", u"More events than participants"},
        {Check::CountAboveCohort, u"count.above-cohort", u"Denominator larger than the cohort"},
        {Check::InferredMisfit, u"inferred.misfit", u"Inferred count does not fit"},
        {Check::TwoValues, u"count.two-values", u"Two values for one number"},
        {Check::PartAboveWhole, u"part.above-whole", u"Part larger than the whole"},
        {Check::PartitionSize, u"partition.size", u"Parts do not make up the cohort"},
        {Check::PartitionEvents, u"partition.events", u"Events of the parts do not add up"},
        {Check::OrderGrades, u"order.grades", u"Grades out of order"},
        {Check::OrderResponse, u"order.response", u"Responses out of order"},
        {Check::ProductsSum, u"products.sum", u"Products do not add up to the cohort"},
        {Check::PValue, u"p.recomputed", u"p value depends on the test"},
        {Check::Interval, u"interval.recomputed", u"Interval is not reproduced"},
        {Check::OverlapPoolable, u"overlap.poolable", u"Participants in two cohorts"},
        {Check::CalledRefractory, u"conflict.refractory", u"Called refractory, not all treated before"},
        {Check::LocatorMissing, u"locator.missing", u"No place given"},
    }};
};

/// What kind of number a finding is about.
enum class NumberKind {
    Count,
    Product,
    Endpoint, ///< an outcome in a cohort
    Characteristic,
    Regimen,
    Comparison,
    Overlap,
};

template<>
struct CodeList<NumberKind>
{
    static constexpr std::array<CodeEntry<NumberKind>, 7> entries{{
        {NumberKind::Count, u"count", u"Number or description of the cohort"},
        {NumberKind::Product, u"product", u"Product"},
        {NumberKind::Endpoint, u"outcome", u"Outcome"},
        {NumberKind::Characteristic, u"characteristic", u"Characteristic"},
        {NumberKind::Regimen, u"regimen", u"Regimen"},
        {NumberKind::Comparison, u"comparison", u"Comparison"},
        {NumberKind::Overlap, u"overlap", u"Overlap"},
    }};
};

/// Points to one number of a library.
struct FindingTarget
{
    NumberKind kind = NumberKind::Count;
    /// Index into Library::cohorts; of a comparison the first group, of an overlap its first end;
    /// -1 = none of this library.
    int cohort = -1;
    /// Code of the outcome, characteristic or product ("" = all products together); "n", "n-anakinra", "timing", "start-day" ...
    /// of a count or description; id of the comparison or overlap; "" for a regimen.
    QString code;
    /// Index into the list that holds the number: Cohort::outcomes, characteristics, products or
    /// regimens, Study::comparisons, Library::overlaps; 0 for a count, -1 for all products.
    int position = 0;

    friend bool operator==(const FindingTarget &, const FindingTarget &) = default;
};

struct Finding
{
    QString id; ///< stable: code of the check and the record, "grim.impossible:park/all:product.tisa-cel"
    Check check = Check::GrimImpossible;
    Severity severity = Severity::Note;
    QString study;                     ///< study id
    FindingTarget target;              ///< the number it is about
    std::vector<FindingTarget> alsoAt; ///< further numbers to be marked with it
    QString text;    ///< one sentence in plain words, without the name of study, cohort and outcome
    QString working; ///< the arithmetic: "74 % of 25: 18/25 = 72 %, 19/25 = 76 %"; may be ""

    /// The outcome code where it is about an outcome, else "".
    [[nodiscard]] QString outcome() const
    {
        return target.kind == NumberKind::Endpoint ? target.code : QString();
    }
};

} // namespace anakinra
