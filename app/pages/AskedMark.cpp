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
    return {library.cohortIndex.value(mark.cohort, -1), mark.columns, mark.spoken};
}

} // namespace anakinra
