// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/charts/OutcomeArgument.h"

#include "models/figures/ReportedOutcomes.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

Result<QString> outcomeArgument(const Arguments &arguments, const Selection &selection)
{
    const auto code = arguments.value(u"outcome"_s);
    if (!code)
        return startingOutcome(reportedOutcomes(*selection.library, selection.result.cohorts));
    if (!selection.library->vocabulary.outcome(*code)) {
        return usageError(
            u"no outcome \"%1\" in this library; list --help prints all codes"_s.arg(*code));
    }
    return *code;
}

} // namespace anakinra::cli
