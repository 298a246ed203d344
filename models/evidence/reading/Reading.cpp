// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/Reading.h"

using namespace Qt::StringLiterals;

namespace anakinra::reading {

void Reading::report(const Place &place, const QString &message)
{
    report(place.where(), message);
}

void Reading::report(const Where &where, const QString &message)
{
    if (m_problems.size() >= maxProblems) {
        ++m_unlisted;
        return;
    }
    m_problems.push_back({m_fileName, where.record, where.field, message});
    m_pointers.push_back(where.pointer);
}

std::vector<Problem> Reading::takeProblems()
{
    if (m_unlisted > 0) {
        m_problems.push_back({m_fileName, {}, {}, u"%1 further problems are not listed"_s
                                                      .arg(m_unlisted)});
    }
    return std::move(m_problems);
}

QString Reading::string(const Json &text)
{
    constexpr std::size_t longestShared = 80;
    const std::string_view bytes = view(text);
    const auto decoded = [bytes] { return QString::fromUtf8(bytes.data(), qsizetype(bytes.size())); };
    if (bytes.empty())
        return {};
    if (bytes.size() > longestShared)
        return decoded();
    Shared &shared = m_shared[std::hash<std::string_view>()(bytes) % sharedSlots];
    if (shared.bytes != bytes)
        shared = {bytes, decoded()};
    return shared.string;
}

const Entry *Reading::findReport(std::string_view id)
{
    if (!m_lastReport || id != m_lastReportId) {
        const auto it = reports.find(id);
        m_lastReportId = id;
        m_lastReport = it == reports.end() ? nullptr : &it->second;
    }
    return m_lastReport;
}

} // namespace anakinra::reading
