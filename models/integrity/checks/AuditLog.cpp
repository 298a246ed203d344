// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/AuditLog.h"

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(const FindingTarget &target)
{
    switch (target.kind) {
    case NumberKind::Product:
        return target.code.isEmpty() ? u"products"_s : u"product."_s + target.code;
    case NumberKind::Characteristic:
        return u"characteristic."_s + target.code;
    case NumberKind::Regimen:
        return u"regimen."_s + QString::number(target.position + 1);
    case NumberKind::Count:
    case NumberKind::Endpoint:
        return target.code;
    case NumberKind::Comparison:
    case NumberKind::Overlap:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString AuditLog::idOf(Check check, const FindingTarget &target) const
{
    if (target.kind == NumberKind::Comparison || target.kind == NumberKind::Overlap)
        return codeOf(check) + u':' + target.code;
    return codeOf(check) + u':' + cohort(target.cohort).id + u':' + nameOf(target);
}

QString AuditLog::studyOf(const FindingTarget &target) const
{
    if (target.cohort < 0 || cohort(target.cohort).study < 0)
        return {};
    return m_library.studies[static_cast<std::size_t>(cohort(target.cohort).study)].id;
}

void AuditLog::add(Check check, Severity severity, const FindingTarget &target,
                   const QString &text, const QString &working, std::vector<FindingTarget> alsoAt)
{
    QString id = idOf(check, target);
    // The same outcome may be recorded twice in a cohort, in two populations.
    if (const int before = m_ids[id]++)
        id += u'#' + QString::number(before + 1);
    m_findings.push_back({id, check, severity, studyOf(target), target, std::move(alsoAt), text,
                          working});
}

} // namespace anakinra::integrity
