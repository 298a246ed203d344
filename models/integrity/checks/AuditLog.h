// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/integrity/Finding.h"

#include <QHash>

namespace anakinra::integrity {

/// What the checks write to.
class AuditLog
{
public:
    explicit AuditLog(const Library &library) : m_library(library) {}

    [[nodiscard]] const Library &library() const { return m_library; }
    [[nodiscard]] const Cohort &cohort(int index) const
    {
        return m_library.cohorts[static_cast<std::size_t>(index)];
    }

    void add(Check check, Severity severity, const FindingTarget &target, const QString &text,
             const QString &working = {}, std::vector<FindingTarget> alsoAt = {});

    [[nodiscard]] std::vector<Finding> &findings() { return m_findings; }

private:
    [[nodiscard]] QString idOf(Check check, const FindingTarget &target) const;
    [[nodiscard]] QString studyOf(const FindingTarget &target) const;

    const Library &m_library;
    std::vector<Finding> m_findings;
    QHash<QString, int> m_ids; ///< how often each was given
};

} // namespace anakinra::integrity
