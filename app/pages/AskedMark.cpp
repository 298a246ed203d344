// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/AskedMark.h"

#include "models/evidence/Library.h"
#include "views/charts/FigureView.h"

namespace anakinra {

AskedNumber askedMark(const FigureView &view, const Library &library)
{
    const int current = view.currentMark();
    if (current < 0 || current >= view.markCount())
        return {};
    const FigureMark &mark = view.marks()[static_cast<std::size_t>(current)];
    AskedNumber asked{library.cohortIndex.value(mark.cohort, -1), mark.columns, mark.spoken};
    for (const QString &id : mark.others) {
        if (const int cohort = library.cohortIndex.value(id, -1); cohort >= 0)
            asked.others.push_back(cohort);
    }
    return asked;
}

} // namespace anakinra
