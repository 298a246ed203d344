// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace anakinra {

/// The facets in the order of the filter panel. Each is OR inside and AND with the others.
enum class Facet {
    Product,
    OnlyProduct,
    Route,
    OnlyRoute,
    Timing,
    Disease,
    AgeGroup,
    Design,
    Indication,
    Publication,
    PeerReviewed,
    Study,
    Role,
};
inline constexpr int facetCount = 13;

/// Codes: "product", "only-product", "route" ...; they are the command line's flag names.
template<>
struct CodeList<Facet>
{
    static constexpr std::array<CodeEntry<Facet>, facetCount> entries{{
        {Facet::Product, u"product", u"Product"},
        {Facet::OnlyProduct, u"only-product", u"Only product"},
        {Facet::Route, u"route", u"Route"},
        {Facet::OnlyRoute, u"only-route", u"Only route"},
        {Facet::Timing, u"timing", u"Timing"},
        {Facet::Disease, u"disease", u"Disease"},
        {Facet::AgeGroup, u"age-group", u"Age group"},
        {Facet::Design, u"design", u"Design"},
        {Facet::Indication, u"indication", u"Indication"},
        {Facet::Publication, u"publication", u"Publication"},
        {Facet::PeerReviewed, u"peer-reviewed", u"Peer review"},
        {Facet::Study, u"study", u"Study"},
        {Facet::Role, u"role", u"Role"},
    }};
};

/// The code of the "not reported" value that every facet of a reported property has.
inline constexpr QStringView notReportedCode = u"not-reported";

/// An inclusive range; a missing bound is open.
struct Range
{
    std::optional<double> min;
    std::optional<double> max;

    [[nodiscard]] bool isOpen() const { return !min && !max; }
    friend bool operator==(const Range &, const Range &) = default;
};

/// A dose range on one of the two scales.
struct DoseRange
{
    Range range;
    DoseUnit unit = DoseUnit::MgPerDay;

    friend bool operator==(const DoseRange &, const DoseRange &) = default;
};

/// What the user asks for. A regular value; a default-constructed one restricts nothing
/// (beyond the rule that no selected role means role anakinra).
struct FilterCriteria
{
    std::array<QStringList, facetCount> selected; ///< codes per facet, sorted, unique; empty = no restriction
    std::optional<DoseRange> dose;   ///< per day, starting regimens only
    std::optional<Range> startDay;   ///< days after infusion (day 0), starting regimens only
    std::optional<Range> size;       ///< n of the cohort (--min-n)
    std::optional<Range> year;       ///< only years that a source prints
    QString search;                  ///< words, all of which must occur; case and accents ignored
    QStringList excluded;            ///< cohort ids taken out by hand, sorted, unique
    bool keepUnjudged = false;       ///< list what could not be judged among the matches
    bool withComparators = false;    ///< also list the comparators of matching studies
    bool excludePossibleOverlaps = false; ///< totals also treat participants as shared where an
                                          ///< overlap cannot be excluded
    std::optional<double> bodyWeight;///< kg, typed by the user; puts both dose scales on one axis

    [[nodiscard]] const QStringList &values(Facet facet) const;
    /// Setters report whether anything changed, so that no-op gestures are not recorded.
    bool setValues(Facet facet, QStringList codes);
    bool toggle(Facet facet, const QString &code);
    [[nodiscard]] bool isEmpty() const; ///< as good as a default-constructed value
    /// Lists sorted and unique, open ranges dropped, blanks of the search trimmed.
    [[nodiscard]] FilterCriteria normalised() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Unknown keys and wrong types are ignored and listed in `ignored`, never fatal.
    [[nodiscard]] static FilterCriteria fromJson(const QJsonObject &json, QStringList *ignored = nullptr);

    friend bool operator==(const FilterCriteria &, const FilterCriteria &) = default;
};

/// One active restriction as a removable chip, e.g. {"Route: SC", criteria without it}. Several
/// values of one facet share a chip ("Route: SC or IV"); each cohort excluded by hand has its own.
struct FilterPart
{
    QString words;
    FilterCriteria without;
};

/// The active restrictions in panel order.
[[nodiscard]] std::vector<FilterPart> filterParts(const FilterCriteria &criteria, const Library &library);

/// The whole filter in words for figures, sheets and tables, e.g.
/// "Anakinra cohorts; route SC; timing prophylactic". "All anakinra cohorts" when empty.
[[nodiscard]] QString describe(const FilterCriteria &criteria, const Library &library);

} // namespace anakinra
