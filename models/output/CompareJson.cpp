// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CompareJson.h"

#include "models/comparison/ComparisonText.h"
#include "models/comparison/OutcomeContrast.h"
#include "models/output/CohortJson.h"
#include "models/pooling/PoolText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

std::optional<double> percent(std::optional<double> rate)
{
    return rate ? std::optional(100.0 * *rate) : std::nullopt;
}

/// The keys that both kinds of comparison have.
class Writer
{
public:
    Writer(const Library &library, const CompareOptions &options)
        : m_library(library)
        , m_options(options)
    {
    }

protected:
    void writeRate(const Rate &rate, const QString &side)
    {
        // A cohort that says nothing of the outcome is written like one that does not report it.
        Observation nothing;
        nothing.figure.source.status = Status::NotReported;
        const Observation &observation = rate.observation ? *rate.observation : nothing;
        m_json.beginObject();
        m_json.field("id", m_library.cohorts[static_cast<std::size_t>(rate.cohort)].id);
        m_json.field("side", side);
        writeFigure(m_json, observation.figure, m_options.rates, JsonDetail::List);
        m_json.field("target", observation.target);
        m_json.field("criterion", observation.criterion);
        m_json.field("window", observation.window);
        m_json.field("denominator", codeOf(observation.denominator));
        m_json.field("population", codeOf(observation.population));
        m_json.field("concomitant", observation.concomitant);
        m_json.field("noInterval", noIntervalReason(m_library, rate));
        m_json.endObject();
    }

    void writeProperties(const std::vector<ComparedProperty> &properties)
    {
        m_json.beginArray("properties");
        for (const ComparedProperty &property : properties) {
            m_json.beginObject();
            m_json.field("property", property.code);
            m_json.field("label", property.label);
            m_json.field("a", property.a);
            m_json.field("b", property.b);
            m_json.key("same");
            if (property.same)
                m_json.value(*property.same);
            else
                m_json.null();
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeBounds(const statistics::Interval &interval)
    {
        m_json.field("low", interval.low);
        m_json.field("high", interval.high);
        m_json.field("level", m_options.rates.level);
    }

    /// The whole object: the keys of one outcome, or those of all in outcomes[]; then `more`.
    template<typename Of, typename Sides, typename One, typename More>
    QByteArray written(const Of &comparison, bool all, const Sides &sides, const One &one,
                       const More &more)
    {
        m_json.beginObject();
        if (all) {
            m_json.nullField("outcome");
            sides();
            for (const char *key : {"rates", "difference", "ratio", "p"})
                m_json.nullField(key);
        } else {
            one(comparison.outcomes.front());
        }
        m_json.field("warnings", comparison.warnings);
        if (all) {
            m_json.beginArray("outcomes");
            for (const auto &outcome : comparison.outcomes) {
                m_json.beginObject();
                one(outcome);
                m_json.field("warnings", outcome.warnings);
                m_json.endObject();
            }
            m_json.endArray();
        }
        more();
        m_json.field("level", m_options.rates.level);
        writeProperties(comparison.properties);
        m_json.field("methods", methodsText(comparison, m_library));
        m_json.field("references", methodsReferences(comparison));
        m_json.field("program", programNameAndVersion());
        writeLibrary(m_json, m_library);
        m_json.endObject();
        return m_json.document();
    }

    const Library &m_library;
    const CompareOptions &m_options;
    JsonOut m_json;
};

class CohortsWriter : Writer
{
public:
    CohortsWriter(const Library &library, const CohortComparison &comparison)
        : Writer(library, comparison.options)
        , m_comparison(comparison)
    {
    }

    QByteArray write(bool all)
    {
        return written(
            m_comparison, all, [this] { writeSides(); },
            [this](const OutcomeComparison &outcome) { writeOutcome(outcome); },
            [this] {
                m_json.field("randomised", m_comparison.relation.randomised);
                m_json.field("statement", m_comparison.relation.statement);
            });
    }

private:
    const QString &idOf(int cohort) const
    {
        return m_library.cohorts[static_cast<std::size_t>(cohort)].id;
    }

    void writeSides()
    {
        m_json.field("a", idOf(m_comparison.a));
        m_json.field("b", idOf(m_comparison.b));
    }

    void writeOutcome(const OutcomeComparison &outcome)
    {
        m_json.field("outcome", outcome.outcome);
        writeSides();
        m_json.beginArray("rates");
        writeRate(outcome.a, u"a"_s);
        writeRate(outcome.b, u"b"_s);
        m_json.endArray();
        writeDifference(outcome.difference);
        writeRatio("ratio", u"koopman"_s, outcome.test, &RateTest::riskRatio);
        m_json.field("p", outcome.test ? std::optional(outcome.test->fisherP) : std::nullopt);
        m_json.field("midP", outcome.test ? std::optional(outcome.test->midP) : std::nullopt);
        m_json.field("boschlooP", outcome.test ? outcome.test->boschlooP : std::nullopt);
        writeRatio("oddsRatio", u"conditional-exact"_s, outcome.test, &RateTest::oddsRatio);
        m_json.field("noDifference", outcome.noDifference.full);
        m_json.field("noTest", outcome.noTest);
    }

    void writeDifference(const std::optional<RateDifference> &difference)
    {
        if (!difference) {
            m_json.nullField("difference");
            return;
        }
        m_json.beginObject("difference");
        m_json.field("method", codeOf(difference->method));
        m_json.field("estimate", difference->points);
        writeBounds(difference->interval);
        m_json.endObject();
    }

    void writeRatio(const char *key, const QString &method, const std::optional<RateTest> &test,
                    statistics::RatioEstimate RateTest::*member)
    {
        if (!test) {
            m_json.nullField(key);
            return;
        }
        const statistics::RatioEstimate &ratio = (*test).*member;
        m_json.beginObject(key);
        m_json.field("method", method);
        m_json.field("estimate", ratio.estimate);
        writeBounds(ratio.interval);
        m_json.endObject();
    }

    const CohortComparison &m_comparison;
};

class FiltersWriter : Writer
{
public:
    FiltersWriter(const Library &library, const FilterComparison &comparison)
        : Writer(library, comparison.options)
        , m_comparison(comparison)
    {
    }

    QByteArray write(bool all)
    {
        return written(
            m_comparison, all, [this] { writeSides(); },
            [this](const FilterOutcome &outcome) { writeOutcome(outcome); },
            [this] {
                m_json.field("randomised", false);
                m_json.field("statement", m_comparison.statement);
                writeCohorts("cohortsA", m_comparison.a);
                writeCohorts("cohortsB", m_comparison.b);
            });
    }

private:
    void writeSides()
    {
        m_json.field("a", m_comparison.a.words);
        m_json.field("b", m_comparison.b.words);
    }

    void writeCohorts(const char *key, const ComparedFilter &filter)
    {
        m_json.beginArray(key);
        for (const int cohort : filter.cohorts)
            m_json.value(m_library.cohorts[static_cast<std::size_t>(cohort)].id);
        m_json.endArray();
    }

    void writeOutcome(const FilterOutcome &outcome)
    {
        m_json.field("outcome", outcome.outcome);
        writeSides();
        m_json.beginArray("rates");
        for (const Rate &rate : outcome.a.rates)
            writeRate(rate, u"a"_s);
        for (const Rate &rate : outcome.b.rates)
            writeRate(rate, u"b"_s);
        m_json.endArray();
        writeDifference(outcome.difference);
        m_json.nullField("ratio"); // both are for two groups of one study
        m_json.nullField("p");
        m_json.field("noDifference", outcome.noDifference);
        writePool("poolA", outcome.a.pool);
        writePool("poolB", outcome.b.pool);
    }

    void writeDifference(const std::optional<ModeratorDifference> &difference)
    {
        if (!difference) {
            m_json.nullField("difference");
            return;
        }
        m_json.beginObject("difference");
        m_json.field("method", u"glmm-moderator"_s);
        m_json.field("measure", u"odds-ratio"_s);
        m_json.field("estimate", difference->oddsRatio);
        writeBounds(difference->interval);
        m_json.field("p", difference->fit.waldP);
        m_json.field("likelihoodRatioP", difference->fit.likelihoodRatioP);
        m_json.field("k", difference->fit.k);
        m_json.field("degreesOfFreedom", difference->fit.residualDegreesOfFreedom);
        m_json.field("tau2", difference->fit.tau2);
        m_json.endObject();
    }

    void writePool(const char *key, const PoolGroup &pool)
    {
        m_json.beginObject(key);
        m_json.field("k", pool.guard.k());
        m_json.field("estimate", pool.pooled ? percent(pool.pooled->median) : std::nullopt);
        if (pool.pooled && pool.pooled->interval) {
            m_json.beginObject("ci");
            writeBounds({100.0 * pool.pooled->interval->low, 100.0 * pool.pooled->interval->high});
            m_json.endObject();
        } else {
            m_json.nullField("ci");
        }
        m_json.field("tau2", pool.pooled ? pool.pooled->tau2 : std::nullopt);
        m_json.field("refused", pool.guard.refused);
        m_json.endObject();
    }

    const FilterComparison &m_comparison;
};

} // namespace

QByteArray compareJson(const Library &library, const CohortComparison &comparison, bool all)
{
    return CohortsWriter(library, comparison).write(all);
}

QByteArray compareJson(const Library &library, const FilterComparison &comparison, bool all)
{
    return FiltersWriter(library, comparison).write(all);
}

} // namespace anakinra
