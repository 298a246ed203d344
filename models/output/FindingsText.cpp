// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/FindingsText.h"

#include "models/figures/FindingText.h"
#include "models/output/TextLayout.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

QString findingsText(const Library &library, const std::vector<Finding> &findings, qsizetype width)
{
    if (findings.empty())
        return {};
    QString text = findings.size() == 1 ? u"1 finding\n"_s : u"%1 findings\n"_s.arg(findings.size());
    for (const auto &severity : CodeList<Severity>::entries) {
        const auto isOfIt = [&](const Finding &f) { return f.severity == severity.value; };
        const auto count = std::ranges::count_if(findings, isOfIt);
        if (count == 0)
            continue;
        text += u'\n' + severity.label + u" ("_s + QString::number(count) + u")\n"_s;
        for (const Finding &finding : findings) {
            if (!isOfIt(finding))
                continue;
            text += wrapped(findingSubject(library, finding), width, 2, 4)
                + wrapped(finding.text, width, 4);
            if (!finding.working.isEmpty())
                text += wrapped(finding.working, width, 4);
            text += wrapped(finding.id, width, 4);
        }
    }
    return text;
}

} // namespace anakinra
