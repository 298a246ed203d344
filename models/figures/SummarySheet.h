// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/FigureContext.h"
#include "models/figures/RateSeries.h"
#include "models/figures/SheetChoices.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace anakinra {

/// Words with the marks of their places in the sources, e.g. {"25", "[1a]"}. The number is that of
/// a SheetReference, the letter that of a place in it.
struct SheetText
{
    QString text;
    QString marks; ///< "" where nothing is recorded to point to
};

/// One rate as the sheet prints it.
struct SheetRate
{
    QString label;        ///< which outcome, in rows that gather several; "" in the others
    Rate rate;
    QString text;         ///< "6/31 19.4 %", "74 % (no count)", words, or "NR"
    QString interval;     ///< "9.2–36.3 %"; "" without interval
    QString bound;        ///< exact bound of a harm with 0 or all events; "" otherwise
    QString concomitant;  ///< "with corticosteroids"; only beside resolution rates
    QString marks;
    bool independent = false; ///< enters the lowest and highest rate of its row

    [[nodiscard]] QString markedText() const; ///< with the mark of what is found about it
};

/// The lowest and highest rate of one outcome over independent cohorts: parts beside their parent
/// and repeated participants are left out.
struct SheetRange
{
    QString label;  ///< which outcome, in rows that gather several; "" in the others
    QString text;   ///< "53.3–74.2 %"
    int cohorts = 0;///< how many cohorts it spans, >= 2
    QString lowest; ///< their names
    QString highest;
};

/// One outcome, or one family of outcomes, in every cohort of the sheet.
struct SheetOutcome
{
    QString label;
    QStringList codes; ///< of the outcomes it takes, at least one
    Direction direction = Direction::Neutral;
    std::vector<std::vector<SheetRate>> rates; ///< [cohort] as in SummarySheet::cohorts; never empty inside
    std::vector<SheetRange> ranges;            ///< empty where fewer than two cohorts report it
    /// Only where pooling is admitted and a model could be fitted; printed when there. Families of
    /// outcomes name each of them.
    std::optional<SheetText> pooled;
    QStringList pooledNotes; ///< what a reader must know of it, or why cohorts are not pooled

    [[nodiscard]] bool isReported() const; ///< by at least one cohort
    /// Whether the cohort at this position reports this outcome, in whatever form.
    [[nodiscard]] bool reports(std::size_t position, QStringView code) const;
};

/// One row of the table of included cohorts.
struct SheetCohort
{
    int cohort = -1; ///< index into Library::cohorts
    QString label;   ///< "Liang 2025, SC arm", with the product's share where the filter selects one
    int partOf = -1; ///< position in SummarySheet::cohorts of the cohort whose part it is; its
                     ///< patients are not additional. -1 = of none that is listed
    bool unjudged = false; ///< listed only because unjudged cohorts are kept
    SheetText design;
    SheetText source;      ///< kinds of its reports and whether they are peer-reviewed
    SheetText n;
    SheetText products;
    SheetText regimen;     ///< as printed, with the daily dose
    QString briefRegimen;  ///< routes and daily dose of the start: "SC 200 mg/day", "NR"
    SheetText timing;
    SheetText start;
    SheetText concomitant; ///< as printed with the outcomes
    QString interests;     ///< "note 3", or "NR"
};

/// What one comparator says about one outcome, beside the same outcome with anakinra.
struct SheetContrast
{
    QString outcome;
    SheetText without;
    SheetText with; ///< of the listed cohorts of the same study; text "" where it lists none
};

struct SheetComparator
{
    int cohort = -1;
    QString label;
    QStringList limits; ///< "historical control", "number of patients not printed" ...
    std::vector<SheetContrast> contrasts;
};

/// One characteristic of the patients of a cohort, as printed.
struct SheetCharacteristic
{
    QString label;
    SheetText value;
};

struct SheetCharacteristics
{
    QString cohort; ///< its title
    std::vector<SheetCharacteristic> rows; ///< not empty
};

/// A place in a report, with everything the sheet takes from there.
struct SheetPlace
{
    QString letter;      ///< "a"
    QString locator;     ///< "Results, sentence 4"
    QStringList figures; ///< "CRS any grade: “74%” (count derived from the printed percentage)"
};

/// A numbered reference.
struct SheetReference
{
    int number = 0;
    QString citation; ///< as far as printed; facts added by the curator end in "*"
    bool curatorAdded = false;
    std::vector<SheetPlace> places;
};

/// A numbered note, under a heading that several notes may share.
struct SheetNote
{
    int number = 0;
    QString heading; ///< "Overlap", "Not reported" ...
    QString text;
    QString marks;
};

/// Everything a printed summary sheet says; the renderer only lays it out. Its rates point into the
/// library it was made from, which has to live as long.
struct SummarySheet
{
    QString question; ///< the title
    QString counts;
    QString banner;   ///< not the shipped library, or loaded in part; "" otherwise
    QString emptyText;///< why there is nothing to show; "" where there is
    bool toxicityResolution = false; ///< resolution stands in the place of ICANS of any grade
    std::vector<SheetCohort> cohorts;   ///< comparators not included
    std::vector<SheetOutcome> outcomes; ///< always seven
    RateSeries series;                  ///< the figure; no cohorts = no figure
    RateOptions options;
    std::vector<SheetComparator> comparators;
    std::vector<SheetCharacteristics> characteristics; ///< only where chosen
    QString comparatorText; ///< what may (not) be concluded
    std::vector<SheetNote> notes;
    std::vector<SheetReference> references;
    FigureContext context;
    QString disclaimer;
    SheetChoices choices; ///< what the renderer lays out
    QByteArray view; ///< leads back to what the sheet was made of, for its metadata; may be ""

    /// The lines at the foot of every page: filter, methods, library with date, disclaimer.
    [[nodiscard]] QStringList footerLines() const;
};

/// Pure: the sheet of a filter's result. Notes and references are numbered in reading order.
[[nodiscard]] SummarySheet makeSummarySheet(const Library &library, const FilterCriteria &criteria,
                                            const FilterResult &result, const RateOptions &options,
                                            QDate date, const SheetChoices &choices = {});

} // namespace anakinra
