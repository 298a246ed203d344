// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/PoolChecks.h"

#include "models/figures/ListWords.h"
#include "models/figures/RateSeries.h"
#include "models/pooling/DiseaseGroup.h"

#include <functional>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// What a toxicity that got better is said to have done. Improvement and resolution are different
/// endpoints; "response" without a definition may be either.
QString resolutionKind(const Observation &observation)
{
    const QString &words = observation.criterion;
    if (words.contains(u"resol", Qt::CaseInsensitive))
        return u"resolution"_s;
    if (words.contains(u"improv", Qt::CaseInsensitive))
        return u"improvement"_s;
    return {};
}

QString criterionOf(const Observation &observation)
{
    return observation.criterion.simplified();
}

/// The pooled figures by one of their properties, in the order of first occurrence.
class ByValue
{
public:
    using Value = std::function<QString(const PoolCandidate &)>;

    ByValue(const Library &library, std::span<const PoolCandidate> used, const Value &value)
    {
        for (const PoolCandidate &candidate : used) {
            const QString found = value(candidate);
            const QString name = cohortTitle(library, candidate.cohort);
            if (found.isEmpty()) {
                m_unstated << name;
                continue;
            }
            qsizetype at = 0;
            while (at < m_values.size() && m_values[at].compare(found, Qt::CaseInsensitive) != 0)
                ++at;
            if (at == m_values.size()) {
                m_values << found;
                m_names << QStringList();
            }
            m_names[at] << name;
        }
    }

    [[nodiscard]] bool differ() const { return m_values.size() > 1; }
    [[nodiscard]] bool statedForSome() const
    {
        return !m_values.isEmpty() && !m_unstated.isEmpty();
    }
    [[nodiscard]] bool isMixed() const { return differ() || statedForSome(); }
    [[nodiscard]] QString unstated() const { return listed(m_unstated); }
    /// "prophylactic (Alpha; Beta), treatment (Gamma)", and who does not state it.
    [[nodiscard]] QString inWords() const
    {
        QStringList parts;
        for (qsizetype i = 0; i < m_values.size(); ++i)
            parts << u"%1 (%2)"_s.arg(m_values[i], listed(m_names[i]));
        if (!m_unstated.isEmpty())
            parts << u"not stated (%1)"_s.arg(listed(m_unstated));
        return parts.join(u", "_s);
    }

private:
    QStringList m_values;
    QList<QStringList> m_names;
    QStringList m_unstated;
};

class Checks
{
public:
    Checks(const Library &library, const QString &outcome, std::span<const PoolCandidate> used)
        : m_library(library), m_used(used)
    {
        const OutcomeTerm *term = library.vocabulary.outcome(outcome);
        m_domain = term ? term->domain : Domain::ToxicityIncidence;
    }

    QString refusal() const
    {
        const auto population = by([](const PoolCandidate &c) {
            return c.observation->population == Population::Selected ? u"selected"_s : u"others"_s;
        });
        if (population.differ())
            return u"Participants selected because they already had a toxicity are not pooled with "
                   "others: %1."_s.arg(population.inWords());
        const auto targets = by([](const PoolCandidate &c) { return c.observation->target; });
        if (targets.differ())
            return u"The figures are of different targets: %1."_s.arg(targets.inWords());
        if (m_domain == Domain::ToxicityResolution) {
            const auto kinds =
                by([](const PoolCandidate &c) { return resolutionKind(*c.observation); });
            if (kinds.differ())
                return u"The response criteria differ; a toxicity that improved need not have "
                       "resolved: %1."_s.arg(kinds.inWords());
        }
        if (m_domain != Domain::TumourResponse)
            return {};
        const auto criteria =
            by([](const PoolCandidate &c) { return criterionOf(*c.observation); });
        if (criteria.differ())
            return u"The response criteria differ: %1."_s.arg(criteria.inWords());
        const auto groups = diseases();
        if (groups.differ())
            return u"Tumour responses of different disease groups are not pooled: %1."_s.arg(
                groups.inWords());
        return {};
    }

    QStringList warnings()
    {
        timing();
        criteria();
        denominators();
        concomitant();
        inferred();
        return m_warnings;
    }

private:
    ByValue by(const ByValue::Value &value) const { return ByValue(m_library, m_used, value); }
    const Cohort &record(const PoolCandidate &candidate) const
    {
        return m_library.cohorts[static_cast<std::size_t>(candidate.cohort)];
    }

    ByValue diseases() const
    {
        return by([this](const PoolCandidate &c) {
            QStringList labels;
            for (const DiseaseGroup &group : diseaseGroups(m_library, record(c)))
                labels << group.label;
            return labels.join(u" and "_s);
        });
    }

    void timing()
    {
        const auto timings = by([this](const PoolCandidate &c) {
            const Timing value = record(c).timing;
            return value == Timing::NotReported ? QString() : labelOf(value).toLower();
        });
        if (timings.isMixed())
            m_warnings << u"Mixed timing of anakinra: %1."_s.arg(timings.inWords());
    }

    void criteria()
    {
        const auto stated = by([](const PoolCandidate &c) { return criterionOf(*c.observation); });
        const bool response =
            m_domain == Domain::TumourResponse || m_domain == Domain::ToxicityResolution;
        if (m_domain == Domain::ToxicityIncidence && stated.isMixed())
            m_warnings << u"Mixed grading: %1."_s.arg(stated.inWords());
        else if (response && stated.isMixed())
            m_warnings << u"The response criterion is not worded alike everywhere: %1."_s.arg(
                stated.inWords());
        const auto asPrinted = by([](const PoolCandidate &c) {
            return c.observation->figure.source.flags.contains(u"grade-as-printed"_s)
                       ? u"a single grade or “severe”, taken as grade ≥3"_s
                       : u"grade ≥3"_s;
        });
        if (m_domain == Domain::ToxicityIncidence && asPrinted.differ())
            m_warnings << u"Mixed grading, as printed: %1."_s.arg(asPrinted.inWords());
        if (m_domain == Domain::TumourResponse && diseases().statedForSome())
            m_warnings << u"The disease is not reported, so that its group is not known: %1."_s.arg(
                diseases().unstated());
    }

    void denominators()
    {
        const auto kinds =
            by([](const PoolCandidate &c) { return labelOf(c.observation->denominator); });
        if (kinds.differ())
            m_warnings << u"Different denominators: %1."_s.arg(kinds.inWords());
    }

    void concomitant()
    {
        QStringList names;
        for (const PoolCandidate &c : m_used) {
            if (!c.observation->concomitant.isEmpty())
                names << u"%1 (%2)"_s.arg(cohortTitle(m_library, c.cohort),
                                          c.observation->concomitant.join(u", "_s));
        }
        if (!names.isEmpty())
            m_warnings << u"Other treatment was given beside anakinra: %1."_s.arg(listed(names));
    }

    void inferred()
    {
        QStringList names;
        for (const PoolCandidate &c : m_used) {
            if (c.inferred)
                names << u"%1 (%2/%3)"_s.arg(cohortTitle(m_library, c.cohort))
                             .arg(*c.events)
                             .arg(*c.n);
        }
        if (!names.isEmpty())
            m_warnings
                << u"Inferred counts are switched on; they are plausible but not proven: %1."_s.arg(
                       listed(names));
    }

    const Library &m_library;
    std::span<const PoolCandidate> m_used;
    Domain m_domain;
    QStringList m_warnings;
};

} // namespace

QString mixedEndpointRefusal(const Library &library, const QString &outcome,
                             std::span<const PoolCandidate> used)
{
    return Checks(library, outcome, used).refusal();
}

QStringList poolWarnings(const Library &library, const QString &outcome,
                         std::span<const PoolCandidate> used)
{
    return Checks(library, outcome, used).warnings();
}

} // namespace anakinra
