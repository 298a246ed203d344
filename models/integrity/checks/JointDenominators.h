// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/Grim.h"
#include "models/integrity/checks/AuditLog.h"

namespace anakinra::integrity {

/// Percentages of one assessment in a cohort (one domain, report, time window and population) whose
/// denominator is not printed: they are taken to have the same one, which narrows what it can be.
/// The library must outlive it.
class JointDenominators
{
public:
    JointDenominators(const Library &library, int cohort);

    /// "; together with CR 42 % only 19", where the outcome at `position` of the cohort shares a
    /// denominator and the others rule some out; else "".
    [[nodiscard]] QString together(std::size_t position) const;

    /// A finding for each assessment whose percentages no one denominator gives.
    void report(AuditLog &log) const;

private:
    struct Group
    {
        std::vector<std::size_t> outcomes; ///< positions in the cohort
        std::vector<PrintedPercent> printed;
    };

    const Group *groupOf(std::size_t position) const;
    QString named(const Group &group, std::size_t member) const;

    const Library &m_library;
    int m_cohort;
    int m_most = 0; ///< largest denominator that is looked for
    std::vector<Group> m_groups; ///< of two percentages at least
};

} // namespace anakinra::integrity
