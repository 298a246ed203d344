// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/PoolPage.h"

#include "models/output/TextLayout.h"
#include "models/pooling/PoolText.h"

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::PooledRate;

namespace {

class Page
{
public:
    Page(const Library &library, const PoolAnalysis &analysis, const RateOptions &options,
         qsizetype width)
        : m_library(library), m_analysis(analysis), m_options(options), m_width(width)
    {
    }

    QString make(const FigureContext &context)
    {
        const OutcomeTerm *term = m_library.vocabulary.outcome(m_analysis.outcome);
        line((term ? term->label : m_analysis.outcome) + u": "_s +
             poolSizeText(m_analysis.overall.guard));
        line(context.banner);
        line(context.filterWords);
        line(context.libraryLine);
        cohorts();
        overall();
        groups();
        leaveOneOut();
        list(u"Warnings"_s, m_analysis.warnings);
        list(u"Left out by the filter"_s, context.leftOut);
        head(u"Methods"_s);
        line(methodsText(m_analysis, m_library), 2);
        list(u"References"_s, numbered(methodsReferences(m_analysis)));
        return m_text;
    }

private:
    void line(const QString &text, qsizetype indent = 0)
    {
        if (!text.isEmpty())
            m_text += wrapped(text, m_width, indent, 2);
    }
    void head(const QString &text) { m_text += u'\n' + text + u'\n'; }
    void list(const QString &title, const QStringList &lines)
    {
        if (lines.isEmpty())
            return;
        head(title);
        for (const QString &text : lines)
            line(text, 2);
    }
    static QStringList numbered(const QStringList &lines)
    {
        QStringList result;
        for (const QString &text : lines)
            result << u"[%1] %2"_s.arg(result.size() + 1).arg(text);
        return result;
    }

    /// Cohorts with a figure in columns; then why those that are not used are not, those of one
    /// reason together.
    void cohorts()
    {
        std::vector<QStringList> rows{
            {u"Cohort"_s, u"Events/n"_s, u"Rate"_s, u"Interval"_s, u"Used"_s}};
        const OutcomeTerm *term = m_library.vocabulary.outcome(m_analysis.outcome);
        const Direction direction = term ? term->direction : Direction::Neutral;
        const QString threshold = thresholdHead(m_analysis.request, direction);
        if (!threshold.isEmpty())
            rows.front() << threshold;
        QStringList reasons;
        QHash<QString, QStringList> byReason;
        for (const PoolCandidate &candidate : m_analysis.overall.guard.candidates) {
            const QString &id = m_library.cohorts[static_cast<std::size_t>(candidate.cohort)].id;
            if (!candidate.used) {
                if (!byReason.contains(candidate.reason))
                    reasons << candidate.reason;
                byReason[candidate.reason] << id;
            }
            if (!candidate.observation)
                continue;
            const Rate rate =
                rateOfObservation(m_library, candidate.cohort, *candidate.observation, m_options);
            const auto orNr = [](const QString &text) { return text.isEmpty() ? u"NR"_s : text; };
            rows.push_back({id, orNr(rate.countText()), orNr(rate.percentText()),
                            rate.intervalText(), candidate.used ? u"yes"_s : u"no"_s});
            if (threshold.isEmpty())
                continue;
            rows.back() << (candidate.events && candidate.n
                                ? thresholdText({*candidate.events, *candidate.n},
                                                m_analysis.request, direction)
                                : u"NR"_s);
        }
        if (rows.size() > 1)
            m_text += u'\n' + alignedTable(rows, {false, true, true, true, false, true});
        QStringList lines;
        for (const QString &reason : reasons)
            lines << reason + u": "_s + byReason[reason].join(u", "_s);
        list(u"Not used"_s, lines);
        line(thresholdNote(m_analysis.request, direction));
    }

    void overall()
    {
        head(u"Pool ("_s + poolMethodName(m_analysis.request.method) + u')');
        const PoolGroup &group = m_analysis.overall;
        if (group.hasCrudeTotalOnly())
            line(obstacleText(group.pooled->obstacle), 2);
        line(pooledSentence(group), 2);
        if (group.pooled) {
            line(heterogeneityText(*group.pooled), 2);
            line(predictionText(*group.pooled), 2);
        }
        if (m_analysis.sensitivity && m_analysis.sensitivity->median)
            line(u"Sensitivity, %1: %2"_s.arg(poolMethodName(m_analysis.sensitivity->method),
                                              pooledRateText(*m_analysis.sensitivity)),
                 2);
    }

    void groups()
    {
        if (m_analysis.groups.empty())
            return;
        head(u"By "_s + labelOf(m_analysis.request.groupBy).toLower());
        for (const PoolGroup &group : m_analysis.groups) {
            line(group.key.label + u": "_s + poolSizeText(group.guard), 2);
            line(pooledSentence(group), 4);
            if (group.pooled) {
                line(heterogeneityText(*group.pooled), 4);
                line(predictionText(*group.pooled), 4);
            }
        }
        if (m_analysis.comparison)
            line(comparisonText(*m_analysis.comparison), 2);
    }

    void leaveOneOut()
    {
        if (m_analysis.leaveOneOut.empty())
            return;
        head(u"Without one study in turn"_s);
        std::vector<QStringList> rows{{u"Without"_s, u"k"_s, u"Median rate"_s, u"τ²"_s}};
        for (const PoolWithout &without : m_analysis.leaveOneOut) {
            const PoolRow &row =
                m_analysis.overall.guard.rows[static_cast<std::size_t>(without.row)];
            const QString name = row.study < 0
                                     ? QString()
                                     : m_library.studies[static_cast<std::size_t>(row.study)].id;
            const QString text = pooledRateText(without.pooled);
            rows.push_back(
                {name, QString::number(without.pooled.k), text.isEmpty() ? u"no model"_s : text,
                 without.pooled.tau2 ? QString::number(*without.pooled.tau2, 'f', 2) : QString()});
        }
        m_text += alignedTable(rows, {false, true, false, true});
    }

    const Library &m_library;
    const PoolAnalysis &m_analysis;
    const RateOptions &m_options;
    qsizetype m_width;
    QString m_text;
};

} // namespace

QString poolPage(const Library &library, const PoolAnalysis &analysis, const FigureContext &context,
                 const RateOptions &options, qsizetype width)
{
    return Page(library, analysis, options, width).make(context);
}

} // namespace anakinra
