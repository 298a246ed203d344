// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Codes.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// The values of an evidence library. Plain data, immutable once read: a `Library` is shared as
/// `std::shared_ptr<const Library>` and everything else (filters, models, figures, sheets) is
/// computed from it. Missing is `std::nullopt`, never 0 and never "".
namespace anakinra {

/// Where a value stands and how it was taken over. Embedded in every recorded value.
struct Source
{
    QString reported;                 ///< as printed, e.g. "6.4%"; "" when nothing is printed
    Status status = Status::Reported;
    QString report;                   ///< report id
    QString locator;                  ///< place inside the report, in words
    QStringList flags;                ///< codes of Vocabulary::flags, e.g. "truncated"
    QString note;                     ///< what a reader must know about this one value; may be ""
};

/// A number of participants. `max` is a second printed value ("8 or 9").
struct Count
{
    std::optional<int> value; ///< >= 0; nullopt = not reported
    std::optional<int> max;   ///< > value; nullopt = only one value is printed
    Source source;
};

/// One or more codes of a vocabulary (diseases, age groups ...); empty = not reported.
struct Coded
{
    QStringList codes;
    Source source;
    bool inherited = false; ///< taken from the parent cohort because the cohort does not state it
};

struct ProductShare
{
    QString code;                  ///< code of Vocabulary::products
    std::optional<int> n;          ///< participants who had it; nullopt = share unknown
    std::optional<double> percent; ///< printed percentage, 0-100; nullopt = none printed
    Source source;
    bool inherited = false;
};

/// Daily dose of a regimen; both ends equal where one dose is printed. The two units are two
/// scales: no document prints a body weight.
struct Dose
{
    double min = 0.0; ///< > 0
    double max = 0.0; ///< >= min
    DoseUnit unit = DoseUnit::MgPerDay;

    friend bool operator==(const Dose &, const Dose &) = default;
};

/// Part of a regimen that stands in another report than the rest of it.
struct FieldSource
{
    QStringList fields; ///< e.g. {"dose", "start"}
    Source source;
};

/// A day relative to the CAR T-cell infusion (day 0). "At least day 10" is min 10 without max; one
/// printed day is min and max.
struct PrintedDay
{
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> median;

    [[nodiscard]] bool isReported() const { return min || max || median; }
    friend bool operator==(const PrintedDay &, const PrintedDay &) = default;
};

struct Regimen
{
    RegimenKind kind = RegimenKind::Starting;
    std::vector<Route> routes;  ///< empty = not reported
    std::optional<Dose> dose;   ///< per day; nullopt = not reported
    QString arithmetic;         ///< e.g. "100 mg/dose x 2 doses/day (bid) = 200 mg/day"; may be ""
    QString frequency;          ///< as printed: "daily", "bid" ...; "" = not reported
    QString start;              ///< in words, "" = not reported
    QString stop;               ///< in words, "" = not reported
    PrintedDay stopDay;         ///< of the last dose, where `stop` is a day; it stands where `stop` does
    QString trigger;            ///< the event that starts it, "" = none printed
    Source source;              ///< source.reported = the regimen as printed
    std::vector<FieldSource> alsoFrom;
};

/// Day of the first anakinra dose relative to the CAR T-cell infusion (day 0).
struct StartDay
{
    std::optional<double> min;
    std::optional<double> max;
    std::optional<double> median;
    Source source;
    bool inherited = false;

    [[nodiscard]] bool isReported() const { return min || max || median; }
};

/// A continuous or textual value.
struct Continuous
{
    std::optional<double> median; ///< or the single printed number
    std::optional<double> low;    ///< of the printed range
    std::optional<double> high;
    QString unit;                 ///< "" = not printed
    QString text;                 ///< what the numbers are ("median, range"), or a value in words
};

/// A count that would explain a printed percentage but is not proven. Off by default.
struct InferredCount
{
    int events = 0;
    int n = 0;
    QString working; ///< why this count is plausible
};

/// An interval printed with a percentage.
struct PrintedInterval
{
    double low = 0.0;    ///< percent, 0-100
    double high = 100.0; ///< percent, >= low
    double level = 95.0; ///< percent; 95 where the source prints none
};

/// The numeric content shared by outcomes, characteristics and comparison groups.
struct Figure
{
    std::optional<int> events;
    std::optional<int> n;              ///< denominator; nullopt = not printed
    std::optional<double> percent;     ///< as printed, 0-100; nullopt = no percentage printed
    std::optional<PrintedInterval> interval; ///< as printed; nullopt = none printed
    std::optional<Continuous> value;   ///< for continuous or textual figures
    std::optional<InferredCount> inferred;
    Source source;

    /// 100 * events / n where both are known, else the printed percentage, else nullopt.
    [[nodiscard]] std::optional<double> rate() const;
    [[nodiscard]] bool hasCounts() const { return events && n && *n > 0; }
};

/// One outcome in one cohort.
struct Observation
{
    QString outcome;          ///< code of Vocabulary::outcomes
    QString target;           ///< "icans", "crs", "carhlh", "mixed", "disease" or "" (none)
    QString criterion;        ///< grading or response criterion as printed; "" = not stated
    QString window;           ///< time window as printed; "" = not stated
    Denominator denominator = Denominator::NotStated;
    Population population = Population::NotApplicable;
    QStringList concomitant;  ///< steroids, tocilizumab, ruxolitinib ... as printed
    Figure figure;
};

/// A baseline or descriptive figure that is not an outcome (age, stage, prior steroids,
/// toxicity present at the start of anakinra).
struct Characteristic
{
    QString code;  ///< e.g. "age", "icans.grade-at-start"; unique inside a cohort
    QString label; ///< in words
    Figure figure;
};

struct Note
{
    NoteKind kind = NoteKind::Qualitative;
    QString text;      ///< in our own words
    Source source;
};

struct Cohort
{
    QString id;    ///< "study-id/name", stable once released
    QString label;
    int study = -1;            ///< index into Library::studies
    int parent = -1;           ///< index into Library::cohorts; -1 = none
    std::vector<int> children; ///< indices into Library::cohorts
    /// Name of the complete division of the parent that this part belongs to: the parts of one name
    /// share nobody and make up the parent ("route": SC and IV). "" = no such claim.
    QString partition;
    Role role = Role::Anakinra;
    Count n;         ///< participants of this cohort
    Count nAnakinra; ///< of them given anakinra; = n for role anakinra
    Timing timing = Timing::NotReported;
    Source timingSource;
    bool timingInherited = false;
    Coded ageGroups;
    Coded diseases;
    Coded indications;
    std::vector<ProductShare> products; ///< empty = not reported
    StartDay startDay;
    std::vector<Regimen> regimens;
    bool regimensInherited = false;
    std::vector<Observation> outcomes;
    std::vector<Characteristic> characteristics;
    std::vector<Note> notes;

    /// Cohorts of role anakinra with a parent are defined by their regimen; the parent is judged
    /// through them by route, dose, timing and start-day filters.
    [[nodiscard]] bool isRegimenDefinedPart() const
    {
        return role == Role::Anakinra && parent >= 0;
    }
    /// First observation of an outcome, or nullptr. Incidence panels pass AllInfused.
    [[nodiscard]] const Observation *find(QStringView outcome) const;
};

/// One bibliographic fact of a report. `field` is one of: authors, first-author, title, container,
/// publisher, published, year, volume, issue, pages, doi, pmid, pmcid, registration, institution, event.
struct CitationField
{
    QString field;
    QString value;
    Status status = Status::Reported; ///< Reported (printed in the seed) or CuratorAdded
    QString source;                   ///< locator, or the public address for CuratorAdded
    CitedWork of = CitedWork::Report; ///< whose fact it is
};

/// One publication of a study.
struct Report
{
    QString id;
    QString label;   ///< short, for lists
    int study = -1;
    QString kind;    ///< code of Vocabulary::publications: "news", "interview", "review-table" ...
    PeerReviewed peerReviewed = PeerReviewed::NotStated;
    QString studyTypeAsPrinted;
    QString document; ///< what the reader would hold in hand, in words
    std::vector<CitationField> citation;
    QStringList interests; ///< funding and competing interests as printed, in our own words

    /// The first value of a field of the report's own citation; "" where there is none.
    [[nodiscard]] QString citationValue(QStringView field,
                                        CitedWork of = CitedWork::Report) const;
};

/// One group of a printed comparison, in the printed order.
struct ComparisonGroup
{
    QString cohort; ///< cohort id
    Figure figure;
};

/// A comparison of two groups as printed.
struct Comparison
{
    QString id;
    QString label;               ///< what is compared, in words
    QString meaning;             ///< what the direction means; "" if plain
    std::vector<ComparisonGroup> groups;
    QString test;                ///< the test as printed, "" = not stated
    QString pRelation;           ///< "=", "<", ">", or "" where p is given in words only
    std::optional<double> p;     ///< printed p value, 0-1
    Source source;
};

struct Study
{
    QString id;
    QString label;    ///< with a year only where a source prints it
    QString title;    ///< the question or title of the study in words
    Coded design;     ///< one code of Vocabulary::designs
    QString setting;  ///< centres, countries, period, as printed; "" = not reported
    std::optional<int> year;
    Source yearSource;
    std::vector<int> reports; ///< indices into Library::reports
    std::vector<int> cohorts; ///< indices into Library::cohorts, parents before their parts
    std::vector<Comparison> comparisons;
    std::vector<Note> notes;
};

/// Shared participants between two records of the library.
struct Overlap
{
    QString id;
    QString a; ///< cohort id
    QString b; ///< cohort id, or a report id where a report repeats the cohort's participants
    OverlapLevel level = OverlapLevel::CannotBeExcluded;
    QString grounds; ///< in words
    QStringList reports;
};

/// A term of an open list.
struct Term
{
    QString code;
    QString label;       ///< short, for facets and columns
    QString description; ///< full name or definition
};

struct OutcomeTerm
{
    QString code;
    QString label;      ///< "ICANS, grade ≥3"
    QString shortLabel; ///< "ICANS ≥3"
    Domain domain = Domain::ToxicityIncidence;
    Direction direction = Direction::Neutral;
    QString description;
};

/// The open lists, carried by the library file.
struct Vocabulary
{
    std::vector<Term> products;
    std::vector<Term> diseases;
    std::vector<Term> ageGroups;
    std::vector<Term> designs;
    std::vector<Term> indications;
    std::vector<Term> publications;
    std::vector<Term> flags;
    std::vector<OutcomeTerm> outcomes;

    [[nodiscard]] const OutcomeTerm *outcome(QStringView code) const;
    /// Label of `code` in `terms`, or the code itself if it is not listed.
    [[nodiscard]] static QString label(const std::vector<Term> &terms, QStringView code);
    [[nodiscard]] static bool contains(const std::vector<Term> &terms, QStringView code);
};

struct Library
{
    QString title;
    QString version;
    QString curated;      ///< ISO date
    QString fileName;     ///< where it was read from
    bool shipped = false; ///< read from the program's own resource
    bool partial = false; ///< records with errors were left out
    Vocabulary vocabulary;
    std::vector<Study> studies;
    std::vector<Report> reports;
    std::vector<Cohort> cohorts;
    std::vector<Overlap> overlaps;
    QHash<QString, int> studyIndex;  ///< id -> index
    QHash<QString, int> reportIndex;
    QHash<QString, int> cohortIndex;

    [[nodiscard]] const Study *study(const QString &id) const;
    [[nodiscard]] const Report *report(const QString &id) const;
    [[nodiscard]] const Cohort *cohort(const QString &id) const;
};

} // namespace anakinra
