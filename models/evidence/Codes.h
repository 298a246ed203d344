// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

/// The closed lists of the evidence model: the values on which the program's logic depends.
/// Open lists (products, diseases, outcomes, flags ...) are data and live in the library's
/// Vocabulary instead, so that adding one needs no C++.
///
/// Every list is written in files, on the command line and in JSON by its lower-case, hyphenated
/// code, and on screen by its label. `codeOf`, `labelOf` and `fromCode` convert; `fromCode`
/// returns nullopt for an unknown code.
namespace anakinra {

/// How a recorded value came to be. "Not reported" is never written as 0.
enum class Status {
    Reported,     ///< the value is printed
    Derived,      ///< the one count that fits a printed percentage of a printed n
    PercentOnly,  ///< a percentage is printed, its count cannot be established
    Inferred,     ///< a plausible count, not proven; off by default
    NotReported,  ///< the source does not give it
    CuratorAdded, ///< bibliographic fact from another public source; never a clinical figure
};

enum class Role {
    Anakinra,          ///< defined by its regimen, or the study's anakinra group
    Subgroup,          ///< another part of it (responders, by indication)
    ReportSample,      ///< the group of an earlier or partial report
    StudyPopulation,   ///< everyone in the study, given anakinra or not
    UntreatedGroup,    ///< a group of the study without anakinra
    HistoricalControl,
    ExternalReference,
    UnnamedComparator,
    Era,               ///< a calendar period of an institution
};

/// The protocol's intent when anakinra starts.
enum class Timing { Prophylactic, PreEmptive, Treatment, Refractory, NotReported };

enum class Route { Subcutaneous, Intravenous };

enum class DoseUnit { MgPerDay, MgPerKgPerDay };

enum class RegimenKind { Starting, StepUp };

enum class PeerReviewed { Yes, No, NotStated };

enum class Domain {
    ToxicityIncidence,
    TumourResponse,
    ToxicityResolution,
    Safety,
    Mortality,
    SteroidExposure,
    Biomarker,
};

/// What a rate is of: lower is better (harm), higher is better (benefit), or neither.
enum class Direction { LowerBetter, HigherBetter, Neutral };

enum class Denominator { Treated, Evaluable, NotStated };

/// Population at risk. Only AllInfused may enter incidence panels and pools.
enum class Population {
    AllInfused,    ///< everyone infused, before the toxicity
    Selected,      ///< chosen because they already had this toxicity
    NotApplicable, ///< not an incidence (tumour response, resolution ...)
};

/// Which work a bibliographic fact of a report belongs to.
enum class CitedWork {
    Report,       ///< the report itself
    Review,       ///< the review in which the report is a row of a table
    StudyArticle, ///< the article of the study, where the report is something else
    OtherWork,    ///< another work that the report tells of: a talk, a second article
};

enum class OverlapLevel { Same, SubsetAssumed, CannotBeExcluded };

enum class NoteKind {
    Qualitative, ///< a finding in words
    Conflict,    ///< two printed statements that disagree
    Caution,     ///< what a reader must know before using a figure
    Misprint,    ///< a figure that cannot be as printed, or a garbled word
    Context,     ///< design targets, definitions, background
    Interests,   ///< funding and competing interests as printed
};

template<typename E>
struct CodeEntry
{
    E value;
    QStringView code;
    QStringView label;
};

/// Specialised for each closed list: `static constexpr std::array<CodeEntry<E>, N> entries`.
template<typename E>
struct CodeList;

template<>
struct CodeList<Status>
{
    static constexpr std::array<CodeEntry<Status>, 6> entries{{
        {Status::Reported, u"reported", u"as printed"},
        {Status::Derived, u"derived", u"count derived from the printed percentage"},
        {Status::PercentOnly, u"percent-only", u"percentage only, count not established"},
        {Status::Inferred, u"inferred", u"inferred count, not proven"},
        {Status::NotReported, u"not-reported", u"not reported"},
        {Status::CuratorAdded, u"curator-added", u"added by the curator"},
    }};
};

template<>
struct CodeList<Role>
{
    static constexpr std::array<CodeEntry<Role>, 9> entries{{
        {Role::Anakinra, u"anakinra", u"Anakinra cohort"},
        {Role::Subgroup, u"subgroup", u"Subgroup"},
        {Role::ReportSample, u"report-sample", u"Sample of an earlier report"},
        {Role::StudyPopulation, u"study-population", u"Whole study population"},
        {Role::UntreatedGroup, u"untreated-group", u"Group without anakinra"},
        {Role::HistoricalControl, u"historical-control", u"Historical control"},
        {Role::ExternalReference, u"external-reference", u"External reference"},
        {Role::UnnamedComparator, u"unnamed-comparator", u"Unnamed comparator"},
        {Role::Era, u"era", u"Calendar era"},
    }};
};

template<>
struct CodeList<Timing>
{
    static constexpr std::array<CodeEntry<Timing>, 5> entries{{
        {Timing::Prophylactic, u"prophylactic", u"Prophylactic"},
        {Timing::PreEmptive, u"pre-emptive", u"Pre-emptive"},
        {Timing::Treatment, u"treatment", u"Treatment"},
        {Timing::Refractory, u"refractory", u"Refractory"},
        {Timing::NotReported, u"not-reported", u"Not reported"},
    }};
};

template<>
struct CodeList<Route>
{
    static constexpr std::array<CodeEntry<Route>, 2> entries{{
        {Route::Subcutaneous, u"SC", u"Subcutaneous (SC)"},
        {Route::Intravenous, u"IV", u"Intravenous (IV)"},
    }};
};

template<>
struct CodeList<DoseUnit>
{
    static constexpr std::array<CodeEntry<DoseUnit>, 2> entries{{
        {DoseUnit::MgPerDay, u"mg/day", u"mg/day"},
        {DoseUnit::MgPerKgPerDay, u"mg/kg/day", u"mg/kg/day"},
    }};
};

template<>
struct CodeList<RegimenKind>
{
    static constexpr std::array<CodeEntry<RegimenKind>, 2> entries{{
        {RegimenKind::Starting, u"starting", u"Starting regimen"},
        {RegimenKind::StepUp, u"step-up", u"Conditional step-up"},
    }};
};

template<>
struct CodeList<PeerReviewed>
{
    static constexpr std::array<CodeEntry<PeerReviewed>, 3> entries{{
        {PeerReviewed::Yes, u"yes", u"Peer-reviewed"},
        {PeerReviewed::No, u"no", u"Not peer-reviewed"},
        {PeerReviewed::NotStated, u"not-stated", u"Peer review not stated"},
    }};
};

template<>
struct CodeList<Domain>
{
    static constexpr std::array<CodeEntry<Domain>, 7> entries{{
        {Domain::ToxicityIncidence, u"toxicity-incidence", u"Toxicity"},
        {Domain::TumourResponse, u"tumour-response", u"Tumour response"},
        {Domain::ToxicityResolution, u"toxicity-resolution", u"Toxicity resolution"},
        {Domain::Safety, u"safety", u"Safety"},
        {Domain::Mortality, u"mortality", u"Mortality"},
        {Domain::SteroidExposure, u"steroid-exposure", u"Steroid exposure"},
        {Domain::Biomarker, u"biomarker", u"Biomarkers"},
    }};
};

template<>
struct CodeList<Direction>
{
    static constexpr std::array<CodeEntry<Direction>, 3> entries{{
        {Direction::LowerBetter, u"lower-better", u"lower is better"},
        {Direction::HigherBetter, u"higher-better", u"higher is better"},
        {Direction::Neutral, u"neutral", u""},
    }};
};

template<>
struct CodeList<Denominator>
{
    static constexpr std::array<CodeEntry<Denominator>, 3> entries{{
        {Denominator::Treated, u"treated", u"all treated"},
        {Denominator::Evaluable, u"evaluable", u"evaluable"},
        {Denominator::NotStated, u"not-stated", u"denominator not stated"},
    }};
};

template<>
struct CodeList<Population>
{
    static constexpr std::array<CodeEntry<Population>, 3> entries{{
        {Population::AllInfused, u"all-infused", u"all infused"},
        {Population::Selected, u"selected", u"selected: already had this toxicity"},
        {Population::NotApplicable, u"not-applicable", u"not an incidence"},
    }};
};

template<>
struct CodeList<CitedWork>
{
    static constexpr std::array<CodeEntry<CitedWork>, 4> entries{{
        {CitedWork::Report, u"report", u"the report"},
        {CitedWork::Review, u"review", u"the review that prints the table"},
        {CitedWork::StudyArticle, u"study-article", u"the study's article"},
        {CitedWork::OtherWork, u"other-work", u"another work it tells of"},
    }};
};

template<>
struct CodeList<OverlapLevel>
{
    static constexpr std::array<CodeEntry<OverlapLevel>, 3> entries{{
        {OverlapLevel::Same, u"same", u"same participants"},
        {OverlapLevel::SubsetAssumed, u"subset-assumed", u"subset assumed"},
        {OverlapLevel::CannotBeExcluded, u"cannot-be-excluded", u"overlap cannot be excluded"},
    }};
};

template<>
struct CodeList<NoteKind>
{
    static constexpr std::array<CodeEntry<NoteKind>, 6> entries{{
        {NoteKind::Qualitative, u"qualitative", u"Finding in words"},
        {NoteKind::Conflict, u"conflict", u"Conflict within the source"},
        {NoteKind::Caution, u"caution", u"Caution"},
        {NoteKind::Misprint, u"misprint", u"Misprint or garbled text"},
        {NoteKind::Context, u"context", u"Context"},
        {NoteKind::Interests, u"interests", u"Funding and interests"},
    }};
};

template<typename E>
[[nodiscard]] QString codeOf(E value)
{
    for (const auto &entry : CodeList<E>::entries) {
        if (entry.value == value)
            return entry.code.toString();
    }
    Q_UNREACHABLE();
}

template<typename E>
[[nodiscard]] QString labelOf(E value)
{
    for (const auto &entry : CodeList<E>::entries) {
        if (entry.value == value)
            return entry.label.toString();
    }
    Q_UNREACHABLE();
}

template<typename E>
[[nodiscard]] std::optional<E> fromCode(QStringView code)
{
    for (const auto &entry : CodeList<E>::entries) {
        if (entry.code == code)
            return entry.value;
    }
    return std::nullopt;
}

/// Comparators never enter anakinra totals and have no regimen: their route, dose, timing and
/// start day are "not applicable".
[[nodiscard]] constexpr bool isComparator(Role role)
{
    return role == Role::HistoricalControl || role == Role::ExternalReference
        || role == Role::UnnamedComparator || role == Role::UntreatedGroup || role == Role::Era;
}

} // namespace anakinra
