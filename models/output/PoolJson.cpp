// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolJson.h"

#include "models/output/CohortJson.h"
#include "models/pooling/PoolText.h"

#include <QSet>

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::Interval;
using statistics::PooledRate;
using statistics::PoolObstacle;

namespace {

std::optional<double> percent(std::optional<double> rate)
{
    return rate ? std::optional(100.0 * *rate) : std::nullopt;
}

QString obstacleCode(PoolObstacle obstacle)
{
    switch (obstacle) {
    case PoolObstacle::None:
        return {};
    case PoolObstacle::NoRows:
        return u"no-cohorts"_s;
    case PoolObstacle::OneRow:
        return u"one-study"_s;
    case PoolObstacle::NoEvents:
        return u"no-events"_s;
    case PoolObstacle::OnlyEvents:
        return u"only-events"_s;
    case PoolObstacle::Separated:
        return u"separated"_s;
    case PoolObstacle::NotIdentified:
        return u"not-identified"_s;
    }
    Q_UNREACHABLE();
}

class PoolWriter
{
public:
    PoolWriter(const Library &library, const PoolAnalysis &analysis)
        : m_library(library), m_analysis(analysis)
    {
    }

    QByteArray write(const QString &filterWords)
    {
        const PoolGroup &overall = m_analysis.overall;
        m_json.beginObject();
        m_json.field("outcome", m_analysis.outcome);
        m_json.field("method", poolMethodCode(m_analysis.request.method));
        m_json.field("level", m_analysis.request.level);
        m_json.field("threshold", m_analysis.request.threshold);
        writeSize(overall.guard);
        writeCohorts(overall.guard);
        writeFit(overall.pooled);
        m_json.field("warnings", m_analysis.warnings);
        m_json.field("refused", overall.guard.refused);
        writeCrude(overall);
        m_json.field("greedy", overall.guard.greedy);
        writeRows(overall.guard);
        m_json.key("sensitivity");
        writeOther(m_analysis.sensitivity);
        m_json.field("groupBy", codeOf(m_analysis.request.groupBy));
        writeGroups();
        writeComparison();
        writeLeaveOneOut();
        m_json.field("possibleOverlap", codeOf(m_analysis.request.guard.possibleOverlap));
        m_json.field("inferredCounts", m_analysis.request.guard.showInferred);
        m_json.field("methods", methodsText(m_analysis, m_library));
        m_json.field("references", methodsReferences(m_analysis));
        m_json.field("program", programNameAndVersion());
        writeLibrary(m_json, m_library);
        m_json.beginObject("filter");
        m_json.field("words", filterWords);
        m_json.endObject();
        m_json.endObject();
        return m_json.document();
    }

private:
    const Cohort &record(int cohort) const
    {
        return m_library.cohorts[static_cast<std::size_t>(cohort)];
    }
    QString studyId(int study) const
    {
        return study < 0 ? QString() : m_library.studies[static_cast<std::size_t>(study)].id;
    }

    void writeSize(const GuardedPool &pool)
    {
        QSet<int> studies;
        for (const PoolRow &row : pool.rows)
            studies.insert(row.study);
        m_json.field("k", pool.k());
        m_json.field("studies", static_cast<int>(studies.size()));
    }

    void writeCohorts(const GuardedPool &pool)
    {
        m_json.beginArray("cohorts");
        for (const PoolCandidate &candidate : pool.candidates) {
            const Source *source =
                candidate.observation ? &candidate.observation->figure.source : nullptr;
            m_json.beginObject();
            m_json.field("id", record(candidate.cohort).id);
            m_json.field("events", candidate.events);
            m_json.field("n", candidate.n);
            m_json.field("used", candidate.used);
            m_json.field("reason", candidate.reason);
            m_json.field("study", studyId(record(candidate.cohort).study));
            m_json.field("inferred", candidate.inferred);
            m_json.field("probabilityBelow", probabilityBelow(candidate, m_analysis.request));
            m_json.field("report", source ? source->report : QString());
            m_json.field("locator", source ? source->locator : QString());
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeRows(const GuardedPool &pool)
    {
        m_json.beginArray("rows");
        for (const PoolRow &row : pool.rows) {
            QStringList ids;
            for (const int cohort : row.cohorts)
                ids << record(cohort).id;
            m_json.beginObject();
            m_json.field("study", studyId(row.study));
            m_json.field("cohorts", ids);
            m_json.field("events", row.events);
            m_json.field("n", row.n);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeInterval(const char *name, const std::optional<Interval> &interval,
                       const QString &method)
    {
        if (!interval) {
            m_json.nullField(name);
            return;
        }
        m_json.beginObject(name);
        m_json.field("method", method);
        m_json.field("level", m_analysis.request.level);
        m_json.field("low", 100.0 * interval->low);
        m_json.field("high", 100.0 * interval->high);
        m_json.endObject();
    }

    /// The keys of a fit into the object that is open; all null where there is none.
    void writeFit(const std::optional<PooledRate> &fit)
    {
        const PooledRate pooled = fit.value_or(PooledRate());
        const bool fitted = pooled.median.has_value();
        const QString t = u"t(%1)"_s.arg(pooled.degreesOfFreedom);
        m_json.field("estimate", percent(pooled.median));
        writeInterval("ci", pooled.interval, t);
        m_json.field("tau2", pooled.tau2);
        m_json.field("i2", percent(pooled.i2));
        m_json.field("q", pooled.q);
        writeInterval("prediction", pooled.prediction, t);
        m_json.field("medianOrMean", fitted ? u"median"_s : QString());
        m_json.field("populationMean", percent(pooled.populationMean));
        m_json.field("logit", pooled.logitEstimate);
        m_json.field("logitStandardError", pooled.logitStandardError);
        writeTau2Interval(pooled);
        m_json.field("qDf", fitted ? std::optional(pooled.k - 1) : std::nullopt);
        m_json.field("qP", pooled.qP);
        m_json.field("obstacle", fit ? obstacleCode(fit->obstacle) : QString());
    }

    void writeTau2Interval(const PooledRate &pooled)
    {
        if (!pooled.tau2Interval) {
            m_json.nullField("tau2Ci");
            return;
        }
        m_json.beginObject("tau2Ci");
        m_json.field("method", pooled.method == statistics::PoolMethod::Glmm
                                   ? u"profile-likelihood"_s
                                   : u"q-profile"_s);
        m_json.field("low", pooled.tau2Interval->low);
        m_json.field("high", pooled.tau2Interval->high);
        m_json.endObject();
    }

    void writeCrude(const PoolGroup &group)
    {
        if (!group.hasCrudeTotalOnly()) {
            m_json.nullField("crude");
            return;
        }
        const PooledRate &pooled = *group.pooled;
        m_json.beginObject("crude");
        m_json.field("label", u"crude total, not a pooled estimate"_s);
        m_json.field("events", pooled.events);
        m_json.field("n", pooled.n);
        m_json.field("percent", 100.0 * pooled.events / pooled.n);
        writeInterval("ci", pooled.crudeExact, u"clopper-pearson"_s);
        m_json.endObject();
    }

    void writeOther(const std::optional<PooledRate> &pooled)
    {
        if (!pooled) {
            m_json.null();
            return;
        }
        m_json.beginObject();
        m_json.field("method", poolMethodCode(pooled->method));
        writeFit(pooled);
        m_json.endObject();
    }

    void writeGroups()
    {
        m_json.beginArray("groups");
        for (const PoolGroup &group : m_analysis.groups) {
            m_json.beginObject();
            m_json.field("code", group.key.code);
            m_json.field("label", group.key.label);
            writeSize(group.guard);
            writeCohorts(group.guard);
            writeFit(group.pooled);
            m_json.field("warnings", group.guard.warnings);
            m_json.field("refused", group.guard.refused);
            writeCrude(group);
            writeRows(group.guard);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeComparison()
    {
        if (!m_analysis.comparison) {
            m_json.nullField("groupTest");
            return;
        }
        const GroupComparison &comparison = *m_analysis.comparison;
        const bool done = comparison.notDone.isEmpty();
        m_json.beginObject("groupTest");
        m_json.field("test", done ? u"likelihood-ratio"_s : QString());
        m_json.field("groups", comparison.groups);
        m_json.field("statistic", done ? std::optional(comparison.test.statistic) : std::nullopt);
        m_json.field("df", done ? std::optional(comparison.test.degreesOfFreedom) : std::nullopt);
        m_json.field("p", done ? std::optional(comparison.test.p) : std::nullopt);
        m_json.field("notDone", comparison.notDone);
        m_json.endObject();
    }

    void writeLeaveOneOut()
    {
        m_json.beginArray("leaveOneOut");
        for (const PoolWithout &without : m_analysis.leaveOneOut) {
            const PoolRow &row =
                m_analysis.overall.guard.rows[static_cast<std::size_t>(without.row)];
            m_json.beginObject();
            m_json.field("without", studyId(row.study));
            m_json.field("k", without.pooled.k);
            writeFit(without.pooled);
            m_json.endObject();
        }
        m_json.endArray();
    }

    const Library &m_library;
    const PoolAnalysis &m_analysis;
    JsonOut m_json;
};

} // namespace

QByteArray poolJson(const Library &library, const PoolAnalysis &analysis,
                    const QString &filterWords)
{
    return PoolWriter(library, analysis).write(filterWords);
}

} // namespace anakinra
