// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/CriterionText.h"

namespace anakinra {

using namespace Qt::StringLiterals;

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

} // namespace anakinra
