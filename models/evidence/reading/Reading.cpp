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
    if (bytes.empty())
        return {};
    if (bytes.size() > longestShared)
        return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    QString &shared = m_strings[bytes];
    if (shared.isNull())
        shared = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
    return shared;
}

} // namespace anakinra::reading
