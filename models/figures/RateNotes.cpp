// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/RateNotes.h"

#include "models/figures/FindingText.h"
#include "models/figures/ListWords.h"
#include "models/figures/RateFindings.h"

#include <QMap>
#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// More possible denominators than this are counted instead of listed.
constexpr std::size_t longestNumberList = 8;

// Bare percentages are explained one by one up to this number.
constexpr int mostSingleNotes = 8;

QString alternatives(const std::vector<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words << QString::number(number);
    const QString last = words.takeLast();
    return words.isEmpty() ? last : words.join(u", "_s) + u" or "_s + last;
}

/// Goes over all rates of the figure with what is needed to name them.
class Notes
{
public:
    Notes(const Library &library, const RateSeries &series, const RateOptions &options,
          const FindingIndex &findings)
        : m_library(library), m_series(series), m_options(options), m_findings(findings)
    {
    }

    QStringList make(const QStringList &products)
    {
        groups();
        overlaps();
        productShares(products);
        criteria(u"crs."_s, u"CRS grading"_s);
        criteria(u"icans."_s, u"ICANS grading"_s);
        criteria(u"response."_s, u"Tumour response criterion"_s);
        criteria(u"resolution."_s, u"Criterion of toxicity resolution"_s);
        gradeAsPrinted();
        findings();
        percentOnly();
        withoutDenominator();
        inferred();
        concomitant();
        setAside();
        further();
        return m_notes;
    }

private:
    template<typename Visit>
    void forEachRate(const Visit &visit) const
    {
        for (const RatePanel &panel : m_series.panels) {
            for (std::size_t c = 0; c < panel.rates.size(); ++c) {
                for (std::size_t o = 0; o < panel.outcomes.size(); ++o)
                    visit(m_series.cohorts[c], panel.rates[c][o], panel.labels[o]);
            }
        }
    }

    QString title(const RateCohort &cohort) const { return cohortTitle(m_library, cohort.cohort); }
    const Cohort &record(const RateCohort &cohort) const
    {
        return m_library.cohorts[static_cast<std::size_t>(cohort.cohort)];
    }
    static bool isShown(const Rate &rate) { return rate.kind != RateKind::NotReported; }
    static bool hasFlag(const Rate &rate, const QString &flag)
    {
        return isShown(rate) && rate.observation
            && rate.observation->figure.source.flags.contains(flag);
    }

    void groups()
    {
        QSet<int> studies;
        QStringList comparators;
        QStringList comparatorsWithoutN;
        QStringList unjudged;
        bool parts = false;
        for (const RateCohort &cohort : m_series.cohorts) {
            studies.insert(record(cohort).study);
            parts = parts || cohort.partOfShown;
            if (cohort.unjudged)
                unjudged << title(cohort);
            if (!cohort.comparator)
                continue;
            comparators << title(cohort);
            if (!record(cohort).n.value)
                comparatorsWithoutN << title(cohort);
        }
        if (parts)
            m_notes << indentedPartsNote();
        if (studies.size() > 1)
            m_notes << u"Cohorts of different studies were not randomised against each other."_s;
        if (!comparators.isEmpty())
            m_notes << u"Comparators are not randomised and not counted in the totals: %1."_s.arg(
                listed(comparators));
        if (!comparatorsWithoutN.isEmpty())
            m_notes << u"No number of patients is printed for a comparator, so it has no interval: %1."_s
                           .arg(listed(comparatorsWithoutN));
        if (!unjudged.isEmpty())
            m_notes << u"Kept although the filter could not judge them: %1."_s.arg(listed(unjudged));
    }

    void productShares(const QStringList &products)
    {
        QStringList mixed;
        for (const RateCohort &cohort : m_series.cohorts) {
            const QString share = productShareText(m_library, cohort.cohort, products);
            if (!share.isEmpty())
                mixed << title(cohort) + u" ("_s + share + u')';
        }
        if (!mixed.isEmpty())
            m_notes << u"Rates of cohorts with several products are of all their patients, not only "
                       "of those given the selected product: %1."_s.arg(listed(mixed));
    }

    /// Different or unstated criteria of one family of outcomes in two or more cohorts. A cohort
    /// states its criterion if one of its rates does.
    void criteria(const QString &family, const QString &name)
    {
        QMap<QString, QStringList> byCriterion;
        QStringList rated;
        QSet<QString> stating;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &) {
            if (!isShown(rate) || !rate.outcome.startsWith(family))
                return;
            rated << title(cohort);
            const QString &criterion = rate.observation->criterion;
            if (criterion.isEmpty())
                return;
            byCriterion[criterion] << title(cohort);
            stating.insert(title(cohort));
        });
        rated.removeDuplicates();
        if (rated.size() < 2)
            return;
        QStringList stated;
        for (auto it = byCriterion.cbegin(); it != byCriterion.cend(); ++it)
            stated << it.key() + u" ("_s + listed(it.value()) + u')';
        rated.removeIf([&](const QString &cohort) { return stating.contains(cohort); });
        const QString rest = rated.isEmpty() ? QString() : u"not stated: "_s + listed(rated);
        if (stated.size() > 1)
            m_notes << u"%1 differs between cohorts, so the rates are not directly comparable: %2%3."_s
                           .arg(name, listed(stated), rest.isEmpty() ? rest : u"; "_s + rest);
        else if (stated.size() == 1 && !rest.isEmpty())
            m_notes << u"%1 is stated for some cohorts only: %2; %3."_s.arg(name, stated[0], rest);
        else if (!rest.isEmpty())
            m_notes << name + u' ' + rest + u'.';
    }

    /// Cohorts side by side that have patients in common beyond being parts of each other.
    void overlaps()
    {
        QHash<QString, int> shown;
        for (const RateCohort &cohort : m_series.cohorts)
            shown.insert(record(cohort).id, cohort.cohort);
        QStringList pairs;
        for (const Overlap &overlap : m_library.overlaps) {
            if (shown.contains(overlap.a) && shown.contains(overlap.b))
                pairs << u"%1 and %2 (%3)"_s.arg(cohortTitle(m_library, shown[overlap.a]),
                                                cohortTitle(m_library, shown[overlap.b]),
                                                labelOf(overlap.level));
        }
        if (!pairs.isEmpty())
            m_notes << u"Cohorts that may share patients: %1."_s.arg(listed(pairs));
    }

    void gradeAsPrinted()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (hasFlag(rate, u"grade-as-printed"_s))
                rates << title(cohort) + u", "_s + label;
        });
        if (!rates.isEmpty())
            m_notes << u"“Severe” or a single printed grade is taken as grade ≥3, grade as printed: %1."_s
                           .arg(listed(rates));
    }

    /// What the audit says about the printed percentage against its denominator.
    const Finding *misfit(const Rate &rate) const
    {
        const FindingIndex::List findings = findingsOfRate(m_library, rate, m_findings);
        const auto it = std::ranges::find_if(findings, [](const Finding *finding) {
            return finding->check == Check::GrimImpossible || finding->check == Check::GrimTruncated;
        });
        return it == findings.end() ? nullptr : *it;
    }

    /// What else the audit finds about the rates shown, each once.
    void findings()
    {
        FindingNotes notes;
        forEachRate([&](const RateCohort &, const Rate &rate, const QString &) {
            if (const Finding *finding = misfit(rate); finding && rate.kind == RateKind::PercentOnly)
                notes.skip(*finding); // the note on the percentage says it
        });
        forEachRate([&](const RateCohort &, const Rate &rate, const QString &) {
            notes.add(findingsOfRate(m_library, rate, m_findings));
        });
        m_notes << notes.lines(m_library);
    }

    QString percentOnlyNote(const RateCohort &cohort, const Rate &rate, const QString &label) const
    {
        if (const Finding *finding = misfit(rate))
            return afterMark(findingMark({&finding, 1}),
                             u"%1, %2: only the percentage is printed, and %3"_s.arg(
                                 title(cohort), label, findingSentence(*finding)));
        const Count &n = record(cohort).n;
        const QString note = u"%1, %2 %3: only the percentage is printed"_s.arg(title(cohort), label,
                                                                                rate.percentText());
        const auto &possible = rate.possibleDenominators;
        if (possible.empty())
            return note + u'.';
        if (possible.size() > longestNumberList)
            return note + u"; %1 denominators up to %2 would fit."_s.arg(possible.size())
                              .arg(countInWords(n));
        return note + u"; denominators up to %1 that would fit%2: %3."_s.arg(
                   countInWords(n),
                   rate.denominatorsByTruncation ? u" a figure cut off"_s : QString(),
                   alternatives(possible));
    }

    void percentOnly()
    {
        QMap<int, QStringList> withoutAnyN;
        QStringList notes;
        int rates = 0;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (rate.kind != RateKind::PercentOnly)
                return;
            if (!record(cohort).n.value)
                withoutAnyN[cohort.cohort] << label + u' ' + rate.percentText();
            else if (++rates <= mostSingleNotes)
                notes << percentOnlyNote(cohort, rate, label);
        });
        m_notes << notes;
        if (rates > mostSingleNotes)
            m_notes << u"Only the percentage is printed for %1 more rates."_s.arg(rates
                                                                                  - mostSingleNotes);
        QStringList cohorts;
        for (auto it = withoutAnyN.cbegin(); it != withoutAnyN.cend(); ++it)
            cohorts << cohortTitle(m_library, it.key()) + u" ("_s + it.value().join(u", "_s) + u')';
        if (!cohorts.isEmpty())
            m_notes << u"Only percentages are printed, without a number of patients: %1."_s.arg(
                listed(cohorts));
    }

    void withoutDenominator()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (rate.kind == RateKind::NotReported && rate.events)
                rates << u"%1, %2 %3"_s.arg(title(cohort), label, rate.cellText());
        });
        if (!rates.isEmpty())
            m_notes << u"Events printed without a denominator are not drawn: %1."_s.arg(listed(rates));
    }

    void inferred()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (rate.kind == RateKind::Inferred)
                rates << u"%1, %2 %3 (printed %4)"_s.arg(title(cohort), label, rate.countText(),
                                                        rate.observation->figure.source.reported);
        });
        if (!rates.isEmpty())
            m_notes << u"Hollow: inferred counts, plausible but not proven: %1."_s.arg(listed(rates));
    }

    void concomitant()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (isShown(rate) && rate.outcome.startsWith(u"resolution."_s)
                && !rate.observation->concomitant.isEmpty())
                rates << u"%1, %2 with %3"_s.arg(title(cohort), label,
                                                rate.observation->concomitant.join(u", "_s));
        });
        if (!rates.isEmpty())
            m_notes << u"Other treatment was given beside anakinra: %1."_s.arg(listed(rates));
    }

    void setAside()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (rate.setAside)
                rates << u"%1, %2 %3"_s.arg(title(cohort), label,
                                           rateOfObservation(m_library, cohort.cohort,
                                                             *rate.setAside, m_options)
                                               .cellText());
        });
        if (!rates.isEmpty())
            m_notes << u"Not an incidence and not drawn, because not everyone infused was at risk: %1."_s
                           .arg(listed(rates));
    }

    void further()
    {
        QStringList rates;
        forEachRate([&](const RateCohort &cohort, const Rate &rate, const QString &label) {
            if (rate.furtherFigures > 0)
                rates << title(cohort) + u", "_s + label;
        });
        if (!rates.isEmpty())
            m_notes << u"Another figure is recorded for the same outcome, see the study's details: %1."_s
                           .arg(listed(rates));
    }

    const Library &m_library;
    const RateSeries &m_series;
    const RateOptions &m_options;
    const FindingIndex &m_findings;
    QStringList m_notes;
};

} // namespace

QStringList rateNotes(const Library &library, const RateSeries &series, const RateOptions &options,
                      const QStringList &products, const FindingIndex &findings)
{
    return Notes(library, series, options, findings).make(products);
}

QString indentedPartsNote()
{
    return u"Indented cohorts are parts of the cohort above them, not additional patients."_s;
}

} // namespace anakinra
