// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/CriterionText.h"

#include <QHash>

#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestList = 3; // cohorts named in a line; more are counted

} // namespace

bool isGraded(const Library &library, const Observation &observation)
{
    const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
    return term
        && (term->domain == Domain::ToxicityIncidence || term->domain == Domain::TumourResponse
            || term->domain == Domain::ToxicityResolution);
}

QString criterionText(const Library &library, const Observation &observation)
{
    if (!observation.criterion.isEmpty())
        return observation.criterion;
    return isGraded(library, observation) ? u"not stated"_s : QString();
}

QStringList criteriaLines(const Library &library, std::span<const int> cohorts)
{
    const std::array<std::pair<QString, QString>, 4> families{
        {{u"crs."_s, u"CRS grading"_s},
         {u"icans."_s, u"ICANS grading"_s},
         {u"response."_s, u"Tumour response criteria"_s},
         {u"resolution."_s, u"Criteria of toxicity resolution"_s}}};
    QStringList lines;
    for (const auto &[stem, title] : families) {
        QStringList order;
        QHash<QString, QStringList> byCriterion;
        for (const int index : cohorts) {
            const Cohort &cohort = library.cohorts[static_cast<std::size_t>(index)];
            for (const Observation &observation : cohort.outcomes) {
                if (!observation.outcome.startsWith(stem) || !isGraded(library, observation)
                    || observation.figure.source.status == Status::NotReported)
                    continue;
                const QString criterion = criterionText(library, observation);
                if (!order.contains(criterion))
                    order << criterion;
                if (!byCriterion[criterion].contains(cohort.id))
                    byCriterion[criterion] << cohort.id;
            }
        }
        QStringList parts;
        for (const QString &criterion : order) {
            const QStringList &ids = byCriterion[criterion];
            if (cohorts.size() == 1) {
                parts << criterion;
                continue;
            }
            parts << criterion + u" ("_s
                    + (ids.size() <= longestList ? ids.join(u", "_s)
                                                 : u"%1 cohorts"_s.arg(ids.size()))
                    + u')';
        }
        if (!parts.isEmpty())
            lines << title + u": "_s + parts.join(u"; "_s);
    }
    return lines;
}

} // namespace anakinra
