// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ForestRows.h"

#include "models/figures/ForestNotes.h"
#include "models/figures/RateFindings.h"
#include "models/figures/SourceText.h"
#include "models/pooling/PoolText.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// A row with what decides its place.
struct Line
{
    ForestRow row;
    ForestKey key;
    int above = -1; ///< position of the row under which it stands, -1 = none
};

QString estimateOf(const Rate &rate)
{
    return rate.interval ? rate.percentText() + u" ("_s + rate.intervalText() + u')'
                         : rate.percentText();
}

void setRate(ForestRow &row, const Rate &rate)
{
    row.countText = rate.countText();
    row.estimateText = estimateOf(rate);
    row.findingMark = rate.findingMark;
    row.findingLines = rate.findingLines;
    row.rate = rate.percent ? rate.kind : RateKind::NotReported;
    row.percent = rate.percent;
    row.interval = rate.interval;
    if (rate.interval)
        row.n = rate.n;
}

statistics::Interval inPercent(const statistics::Interval &rates)
{
    return {100.0 * rates.low, 100.0 * rates.high};
}

class Rows
{
public:
    Rows(const Library &library, const PoolAnalysis &analysis, const ForestOptions &options)
        : m_library(library), m_analysis(analysis), m_options(options),
          m_excluded(analysis.request.guard.excluded.cbegin(),
                     analysis.request.guard.excluded.cend()),
          m_preferred(analysis.request.guard.preferred.cbegin(),
                      analysis.request.guard.preferred.cend())
    {
        // the pool and its rows say the same, whatever the caller put together
        m_options.rates.level = analysis.request.level;
        m_options.rates.showInferred = analysis.request.guard.showInferred;
        m_term = library.vocabulary.outcome(analysis.outcome);
        m_findings.emplace(findingsForFigure(library, reporting()));
    }

    ForestRows make()
    {
        m_result.code = m_analysis.outcome;
        m_result.outcome = m_term ? m_term->label : m_analysis.outcome;
        m_result.direction = m_term ? m_term->direction : Direction::Neutral;
        m_result.level = m_analysis.request.level;
        m_result.thresholdHead = thresholdHead(m_analysis.request, m_result.direction);
        for (const PoolGroup &group : m_analysis.groups) {
            addWords(ForestRowKind::Heading, group.key.label);
            addCohorts(group.guard.candidates, group.guard);
            if (!oneGroupIsAll(m_analysis))
                addPooled(group, {});
        }
        if (m_analysis.groups.empty()) {
            addCohorts(m_analysis.overall.guard.candidates, m_analysis.overall.guard);
        } else {
            addOutsideGroups();
        }
        // An outcome that nobody reports gives no figure, rather than one that says "no cohort".
        if (!m_result.rows.empty()) {
            addPooled(m_analysis.overall, saysAll() ? u"All: "_s : QString());
            if (m_analysis.comparison)
                addWords(ForestRowKind::Words, comparisonText(*m_analysis.comparison));
            addComparators();
        }
        if (m_analysis.overall.isFitted())
            m_result.pooled = 100.0 * *m_analysis.overall.pooled->median;
        for (const ForestRow &row : m_result.rows)
            m_result.largestN = std::max(m_result.largestN, row.n.value_or(0));
        m_result.summary = u"Forest plot of %1: %2. %3"_s.arg(
            m_result.outcome, poolSizeText(m_analysis.overall.guard),
            pooledSentence(m_analysis.overall));
        m_result.notes = forestNotes(m_library, m_analysis, m_result, m_unreported,
                                     m_reference ? &*m_reference : nullptr)
            + m_findingNotes.lines(m_library);
        return std::move(m_result);
    }

private:
    [[nodiscard]] const Cohort &record(int cohort) const
    {
        return m_library.cohorts[static_cast<std::size_t>(cohort)];
    }
    /// Cohorts that have a row.
    [[nodiscard]] std::vector<int> reporting() const
    {
        std::vector<int> cohorts;
        for (const PoolCandidate &candidate : m_analysis.overall.guard.candidates) {
            if (candidate.observation || isComparator(record(candidate.cohort).role))
                cohorts.push_back(candidate.cohort);
        }
        if (const int reference = m_library.cohortIndex.value(m_options.reference, -1); reference >= 0)
            cohorts.push_back(reference);
        return cohorts;
    }
    [[nodiscard]] Rate marked(Rate rate)
    {
        markFindings(rate, m_library, *m_findings);
        m_findingNotes.add(findingsOfRate(m_library, rate, *m_findings));
        return rate;
    }
    [[nodiscard]] bool saysAll() const
    {
        return !m_analysis.groups.empty() && !oneGroupIsAll(m_analysis);
    }
    [[nodiscard]] std::optional<int> yearOf(int study) const
    {
        return study < 0 ? std::nullopt : m_library.studies[static_cast<std::size_t>(study)].year;
    }

    /// From the row's own counts.
    void setThreshold(ForestRow &row, const Rate &rate) const
    {
        if (rate.interval)
            row.thresholdText = thresholdText({*rate.events, *rate.n}, m_analysis.request,
                                              m_result.direction);
    }

    void addWords(ForestRowKind kind, const QString &text)
    {
        if (text.isEmpty())
            return;
        ForestRow row;
        row.kind = kind;
        row.label = text;
        m_result.rows.push_back(std::move(row));
    }

    [[nodiscard]] Rate rateOfCandidate(const PoolCandidate &candidate) const
    {
        if (candidate.observation)
            return rateOfObservation(m_library, candidate.cohort, *candidate.observation,
                                     m_options.rates);
        Rate rate;
        rate.cohort = candidate.cohort;
        rate.outcome = m_analysis.outcome;
        return rate;
    }

    /// Recorded in people who were chosen because they had the toxicity, or otherwise.
    [[nodiscard]] bool isSetAside(const PoolCandidate &candidate) const
    {
        return m_term && m_term->domain == Domain::ToxicityIncidence && candidate.n &&
               candidate.observation->population != Population::AllInfused;
    }

    [[nodiscard]] ForestBox boxOf(const PoolCandidate &candidate, bool refused) const
    {
        const QString &id = record(candidate.cohort).id;
        if (!candidate.n || record(candidate.cohort).role == Role::StudyPopulation)
            return ForestBox::None;
        if (m_excluded.contains(id))
            return ForestBox::Out;
        if (candidate.usable) {
            const bool in = candidate.used || candidate.heldBack || m_preferred.contains(id);
            return in ? ForestBox::In : ForestBox::Out;
        }
        // what makes the guard refuse can be taken out, and then the others may be pooled
        return refused && isSetAside(candidate) ? ForestBox::In : ForestBox::None;
    }

    [[nodiscard]] QString spokenOf(const Rate &rate, const ForestRow &row) const
    {
        QStringList lines{spokenRate(m_library, rate, m_options.rates)};
        lines << exactBoundText(rate, m_options.rates);
        if (!row.thresholdText.isEmpty())
            lines << m_result.thresholdHead + u": "_s + row.thresholdText;
        switch (row.kind) {
        case ForestRowKind::LeftOut:
            lines << u"Not in the pool: "_s + row.reason;
            break;
        case ForestRowKind::Comparator:
            lines << u"Comparator: never pooled, not randomised"_s;
            break;
        default:
            lines << u"In the pool"_s;
        }
        lines.removeAll(QString());
        return lines.join(u'\n');
    }

    [[nodiscard]] Line lineOf(const PoolCandidate &candidate, const Rate &rate, bool refused) const
    {
        Line line;
        ForestRow &row = line.row;
        row.kind = candidate.used ? ForestRowKind::Cohort : ForestRowKind::LeftOut;
        row.cohort = record(candidate.cohort).id;
        row.label = cohortTitle(m_library, candidate.cohort);
        row.reason = candidate.reason;
        row.box = boxOf(candidate, refused);
        setRate(row, rate);
        setThreshold(row, rate);
        row.spoken = spokenOf(rate, row);
        line.key = {rate.percent, rate.n, yearOf(record(candidate.cohort).study), row.label};
        return line;
    }

    /// A study whose disjoint arms were added up to one row of the model.
    [[nodiscard]] Line lineOfArms(const PoolRow &poolRow) const
    {
        Rate rate;
        rate.kind = RateKind::Counted;
        rate.events = poolRow.events;
        rate.n = poolRow.n;
        rate.percent = 100.0 * poolRow.events / poolRow.n;
        rate.interval = inPercent(statistics::proportionInterval(
            poolRow.events, poolRow.n, m_options.rates.level / 100.0, m_options.rates.method));
        Line line;
        line.row.kind = ForestRowKind::ArmsAdded;
        line.row.label =
            m_library.studies[static_cast<std::size_t>(poolRow.study)].label + u", arms added"_s;
        setRate(line.row, rate);
        setThreshold(line.row, rate);
        line.row.spoken = u"%1: %2, %3. One row of the pool"_s.arg(line.row.label, rate.countText(),
                                                                   line.row.estimateText);
        line.key = {rate.percent, rate.n, yearOf(poolRow.study), line.row.label};
        return line;
    }

    void addCohorts(std::span<const PoolCandidate> candidates, const GuardedPool &guard)
    {
        std::vector<Line> lines;
        QHash<int, int> lineOfCohort;
        for (const PoolCandidate &candidate : candidates) {
            if (isComparator(record(candidate.cohort).role)) {
                m_comparators.push_back(candidate.cohort);
                continue;
            }
            const Rate rate = marked(rateOfCandidate(candidate));
            if (rate.kind == RateKind::NotReported && !rate.events) {
                m_unreported << cohortTitle(m_library, candidate.cohort);
                continue;
            }
            lineOfCohort.insert(candidate.cohort, static_cast<int>(lines.size()));
            lines.push_back(lineOf(candidate, rate, !guard.refused.isEmpty()));
        }
        for (auto it = lineOfCohort.cbegin(); it != lineOfCohort.cend(); ++it) {
            for (int above = record(it.key()).parent; above >= 0; above = record(above).parent) {
                if (lineOfCohort.contains(above)) {
                    lines[static_cast<std::size_t>(*it)].above = lineOfCohort[above];
                    break;
                }
            }
        }
        for (const PoolRow &poolRow : guard.rows) {
            if (poolRow.cohorts.size() < 2)
                continue;
            for (const int arm : poolRow.cohorts) {
                const auto found = lineOfCohort.constFind(arm);
                if (found == lineOfCohort.cend())
                    continue;
                Line &line = lines[static_cast<std::size_t>(*found)];
                line.row.kind = ForestRowKind::Arm;
                line.above = static_cast<int>(lines.size());
            }
            lines.push_back(lineOfArms(poolRow));
        }
        flatten(std::move(lines));
    }

    /// Parts directly after what they are parts of, and both in the order asked for.
    void flatten(std::vector<Line> lines)
    {
        std::vector<ForestKey> keys;
        keys.reserve(lines.size());
        for (const Line &line : lines)
            keys.push_back(line.key);
        const std::vector<std::size_t> order = forestOrder(keys, m_options.order);
        std::vector<std::vector<std::size_t>> below(lines.size());
        std::vector<std::size_t> stack;
        for (auto it = order.rbegin(); it != order.rend(); ++it) {
            const int above = lines[*it].above;
            (above < 0 ? stack : below[static_cast<std::size_t>(above)]).push_back(*it);
        }
        while (!stack.empty()) {
            const std::size_t next = stack.back();
            stack.pop_back();
            stack.insert(stack.end(), below[next].begin(), below[next].end());
            lines[next].row.indented = lines[next].above >= 0;
            m_result.rows.push_back(std::move(lines[next].row));
        }
    }

    /// Cohorts that are in no group: what its parts stand for, and what has no count to pool.
    void addOutsideGroups()
    {
        QSet<int> grouped;
        for (const PoolGroup &group : m_analysis.groups) {
            for (const PoolCandidate &candidate : group.guard.candidates)
                grouped.insert(candidate.cohort);
        }
        std::vector<PoolCandidate> outside;
        for (PoolCandidate candidate : m_analysis.overall.guard.candidates) {
            if (grouped.contains(candidate.cohort))
                continue;
            if (candidate.used)
                candidate.reason = u"in the pool of all; in the groups its parts stand for it"_s;
            outside.push_back(std::move(candidate));
        }
        const std::size_t heading = m_result.rows.size();
        addWords(ForestRowKind::Heading, u"In no group"_s);
        GuardedPool none; // without rows of the model, so that none is drawn as such
        none.refused = m_analysis.overall.guard.refused;
        addCohorts(outside, none);
        if (m_result.rows.size() == heading + 1)
            m_result.rows.pop_back();
    }

    void addPooled(const PoolGroup &group, const QString &before)
    {
        if (!group.isFitted()) {
            QString text = pooledSentence(group);
            // one study: its own row above already is its crude total
            if (group.pooled && group.pooled->obstacle == statistics::PoolObstacle::OneRow)
                text = obstacleText(group.pooled->obstacle);
            else if (group.hasCrudeTotalOnly())
                text = obstacleText(group.pooled->obstacle) + u' ' + text;
            addWords(ForestRowKind::Words, before + text);
            return;
        }
        const statistics::PooledRate &pooled = *group.pooled;
        ForestRow row;
        row.kind = ForestRowKind::Pooled;
        row.label =
            before +
            u"Pooled median rate, %1 studies, n\u00a0=\u00a0%2"_s.arg(pooled.k).arg(pooled.n);
        row.estimateText = pooledRateText(pooled);
        row.percent = 100.0 * *pooled.median;
        row.interval = inPercent(*pooled.interval);
        row.spoken = before + poolSizeText(group.guard) + u". "_s + pooledSentence(group) +
                     u". "_s + heterogeneityText(pooled);
        if (!group.key.label.isEmpty())
            row.spoken.prepend(group.key.label + u": "_s);
        m_result.rows.push_back(row);
        if (pooled.prediction) {
            ForestRow prediction;
            prediction.kind = ForestRowKind::Prediction;
            prediction.label = plainNumber(m_result.level) + u"\u00a0% prediction interval"_s;
            prediction.estimateText = rateIntervalText(*pooled.prediction);
            prediction.interval = inPercent(*pooled.prediction);
            prediction.spoken = predictionText(pooled);
            m_result.rows.push_back(std::move(prediction));
        }
        addWords(ForestRowKind::Words, heterogeneityText(pooled));
    }

    void addComparators()
    {
        const int chosen = m_library.cohortIndex.value(m_options.reference, -1);
        if (chosen >= 0 && isComparator(record(chosen).role) &&
            std::ranges::find(m_comparators, chosen) == m_comparators.end())
            m_comparators.push_back(chosen);
        std::vector<ForestRow> rows;
        for (const int cohort : m_comparators) {
            const Rate rate =
                marked(rateOf(m_library, cohort, m_analysis.outcome, m_options.rates));
            if (rate.kind == RateKind::NotReported) {
                m_unreported << cohortTitle(m_library, cohort);
                continue;
            }
            ForestRow row;
            row.kind = ForestRowKind::Comparator;
            row.cohort = record(cohort).id;
            row.label = cohortTitle(m_library, cohort);
            setRate(row, rate);
            setThreshold(row, rate);
            if (!rate.interval)
                row.reason = record(cohort).n.value ? u"count not printed: no interval"_s
                                                    : u"n not printed: no interval"_s;
            row.spoken = spokenOf(rate, row);
            if (cohort == chosen) {
                m_result.reference = rate.percent;
                m_reference = rate;
            }
            rows.push_back(std::move(row));
        }
        if (rows.empty())
            return;
        addWords(ForestRowKind::Heading, u"Comparators (not randomised, not pooled)"_s);
        std::ranges::move(rows, std::back_inserter(m_result.rows));
    }

    const Library &m_library;
    const PoolAnalysis &m_analysis;
    ForestOptions m_options;
    QSet<QString> m_excluded;
    QSet<QString> m_preferred;
    const OutcomeTerm *m_term = nullptr;
    std::vector<int> m_comparators;
    QStringList m_unreported;
    std::optional<Rate> m_reference;
    std::optional<FindingIndex> m_findings; ///< about the numbers of the rows
    FindingNotes m_findingNotes;
    ForestRows m_result;
};

QString kindText(const ForestRow &row)
{
    switch (row.kind) {
    case ForestRowKind::Heading:
        return u"group"_s;
    case ForestRowKind::Cohort:
    case ForestRowKind::ArmsAdded:
        return u"in the pool"_s;
    case ForestRowKind::Arm:
        return u"in the row above"_s;
    case ForestRowKind::LeftOut:
        return u"not in the pool: "_s + row.reason;
    case ForestRowKind::Pooled:
        return u"pooled"_s;
    case ForestRowKind::Prediction:
    case ForestRowKind::Words:
        return u"of the pool"_s;
    case ForestRowKind::Comparator:
        return u"comparator"_s + (row.reason.isEmpty() ? QString() : u": "_s + row.reason);
    }
    Q_UNREACHABLE();
}

} // namespace

QString ForestRow::markedCount() const
{
    return countText.isEmpty() ? countText : afterMark(findingMark, countText);
}

QString ForestRow::markedEstimate() const
{
    return countText.isEmpty() ? afterMark(findingMark, estimateText) : estimateText;
}

ForestRows makeForestRows(const Library &library, const PoolAnalysis &analysis,
                          const ForestOptions &options)
{
    return Rows(library, analysis, options).make();
}

FigureTable forestTable(const ForestRows &rows)
{
    FigureTable table;
    table.headers = {u"Study and cohort"_s, u"Events/n"_s, rows.outcome, u"Pool"_s, u"Findings"_s};
    for (const ForestRow &row : rows.rows)
        table.rows.push_back({row.label, row.countText, row.estimateText, kindText(row), row.findingLines});
    if (!rows.thresholdHead.isEmpty()) {
        table.headers << rows.thresholdHead;
        for (std::size_t i = 0; i < rows.rows.size(); ++i)
            table.rows[i] << rows.rows[i].thresholdText;
    }
    return table;
}

} // namespace anakinra
