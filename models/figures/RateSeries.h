// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/figures/FigureTable.h"
#include "models/statistics/ProportionInterval.h"

#include <optional>
#include <span>
#include <vector>

namespace anakinra {

struct FilterCriteria;
struct FilterResult;

/// How rates are computed and which are shown; the same on screen, in exports and on sheets.
struct RateOptions
{
    statistics::IntervalMethod method = statistics::IntervalMethod::Wilson;
    double level = 95.0;       ///< percent, 0 < level < 100
    bool showInferred = false; ///< draw unproven counts (hollow) instead of a bare percentage

    friend bool operator==(const RateOptions &, const RateOptions &) = default;
};

enum class RateKind {
    Counted,     ///< events and n known: bar or square with interval
    PercentOnly, ///< only the printed percentage: a mark without interval
    Inferred,    ///< unproven count, shown on request: hollow, with interval
    NotReported, ///< "NR", never a bar of height 0; also events without any denominator ("2/NR")
};

/// One rate of one outcome in one cohort, ready to draw, print or speak.
struct Rate
{
    int cohort = -1;         ///< index into Library::cohorts
    QString outcome;         ///< code
    RateKind kind = RateKind::NotReported;
    std::optional<int> events;
    std::optional<int> n;
    std::optional<double> percent;                  ///< 0-100
    std::optional<statistics::Interval> interval;   ///< bounds in percent, 0-100
    const Observation *observation = nullptr;       ///< into the library; null when not recorded
    const Observation *setAside = nullptr;          ///< recorded, but in a selected population: no incidence
    int furtherFigures = 0;                         ///< other figures recorded for the same outcome
    std::vector<int> possibleDenominators;          ///< for PercentOnly: n <= cohort n that fit the print
    bool denominatorsByTruncation = false;          ///< they fit only if the figure was cut off, not rounded
    bool hasFlags = false;                          ///< the value carries a flag or a note to read
    QString findingMark;                            ///< what stands beside it in figures, for what the audit
                                                    ///< finds: "!", "*", "" = nothing; see markFindings()
    QString findingLines;                           ///< the findings in words, one per line

    [[nodiscard]] QString countText() const;   ///< "6/31", "0/NR" without denominator, "" where unknown
    [[nodiscard]] QString percentText() const; ///< "19.4 %"; a printed percentage keeps its own digits
    [[nodiscard]] QString cellText() const;    ///< "6/31 19.4 %", "74 %", "NR"
    [[nodiscard]] QString intervalText() const;///< "9.2–36.3 %", "" without interval
};

/// The rate of `outcome` in cohort `cohort`. Incidence outcomes recorded in a selected population
/// are not incidences: they are returned only with `anyPopulation`.
[[nodiscard]] Rate rateOf(const Library &library, int cohort, QStringView outcome,
                          const RateOptions &options, bool anyPopulation = false);

/// The same without interval and possible denominators, which cost a hundred times more: for
/// sorting whole libraries.
[[nodiscard]] Rate bareRateOf(const Library &library, int cohort, QStringView outcome,
                              const RateOptions &options, bool anyPopulation = false);

/// The same for one given observation of the cohort, of whatever population; for lists that show
/// every recorded figure.
[[nodiscard]] Rate rateOfObservation(const Library &library, int cohort,
                                     const Observation &observation, const RateOptions &options);

/// For a rate of 0 or all events, "0/3; exact 95 % upper limit 71 %": the two-sided Clopper-Pearson
/// bound at the level in use, whatever method the figure uses. "" for every other rate.
[[nodiscard]] QString exactBoundText(const Rate &rate, const RateOptions &options);

/// "Park 2023, ICANS any grade: 6 of 31, 19.4 %, 95 % interval 9.2 to 36.3 (Wilson)": for tooltips
/// and screen readers, with what the audit finds, printed figure, status, report and locator.
[[nodiscard]] QString spokenRate(const Library &library, const Rate &rate, const RateOptions &options);

/// "95 % Wilson score interval", "95 % Clopper–Pearson (exact) interval"; for footers.
[[nodiscard]] QString methodText(const RateOptions &options);

/// "Liang 2025, SC arm".
[[nodiscard]] QString cohortTitle(const Library &library, int cohort);

/// "Liang 2025, SC arm (n = 15)".
[[nodiscard]] QString titleWithSize(const Library &library, int cohort);

/// "15", "8 or 9", "NR".
[[nodiscard]] QString countInWords(const Count &count);

/// Everyone in the cohort had one and the same product, as far as printed.
[[nodiscard]] bool hadOneProduct(const Cohort &cohort);

/// "4/42 liso-cel": how many of a mixed cohort had the given products; "liso-cel, share NR" where
/// that is not printed; "" where the cohort had nothing else, or none of them.
[[nodiscard]] QString productShareText(const Library &library, int cohort, const QStringList &products);

/// A cohort of the figure: a colour and hatch, or a row.
struct RateCohort
{
    int cohort = -1;
    QString label;           ///< "Liang 2025, SC arm"; with product share where mixed and filtered,
                             ///< and with the role of a comparator that its name does not tell
    QString nText;           ///< "n = 15", "n = 8 or 9", "n NR"
    Timing timing = Timing::NotReported;
    bool comparator = false;
    bool unjudged = false;   ///< listed only because unjudged cohorts are kept
    bool partOfShown = false;///< its parent is in the same figure: indented under it
};

struct RatePanel
{
    QString title;                         ///< "Toxicity (lower is better)"
    Direction direction = Direction::Neutral;
    std::vector<QString> outcomes;         ///< codes, in panel order
    std::vector<QString> labels;           ///< short labels of the outcomes
    std::vector<std::vector<Rate>> rates;  ///< [cohort][outcome], cohorts as in RateSeries::cohorts
};

/// Everything a rate figure shows; the chart only draws it.
struct RateSeries
{
    std::vector<RateCohort> cohorts; ///< parents before their parts
    std::vector<RatePanel> panels;   ///< toxicity, response; resolution when asked for
    QStringList notes;               ///< mixed grading, percent-only and impossible denominators ...
};

enum class RatePanels { ToxicityAndResponse, ToxicityResponseAndResolution };

/// The order of figures: as in the library, parts directly after their parent, comparators last.
[[nodiscard]] std::vector<int> figureOrder(const Library &library, std::span<const int> cohorts);

/// Pure: (library, cohorts, options) -> values to draw, in figure order. Comparators are known by
/// their role.
[[nodiscard]] RateSeries makeRateSeries(const Library &library, std::span<const int> cohorts,
                                        const RateOptions &options,
                                        RatePanels panels = RatePanels::ToxicityAndResponse);

/// The figure of a filter's result: marks unjudged cohorts, and where the filter selects products
/// puts their share on the label of every mixed cohort.
[[nodiscard]] RateSeries makeRateSeries(const Library &library, const FilterCriteria &criteria,
                                        const FilterResult &result, const RateOptions &options,
                                        RatePanels panels = RatePanels::ToxicityAndResponse);

/// The rates of one outcome in the cohorts of a filter's result: one panel, titled by the outcome
/// and which way is better.
[[nodiscard]] RateSeries makeOutcomeSeries(const Library &library, const FilterCriteria &criteria,
                                           const FilterResult &result, const RateOptions &options,
                                           const QString &outcome);

/// One row per cohort with events/n, rate and interval of every outcome of the series, and what is
/// found about them.
[[nodiscard]] FigureTable rateTable(const RateSeries &series);

} // namespace anakinra
