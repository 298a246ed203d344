// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/Finding.h"

#include <QHash>

#include <span>

namespace anakinra {

/// Findings by the number they are about: each look-up is one hash, whatever the size of the
/// library. Immutable once made; shared as `std::shared_ptr<const FindingIndex>`. What it hands
/// out lives as long as it does.
class FindingIndex
{
public:
    using List = std::span<const Finding *const>;

    FindingIndex() = default;
    explicit FindingIndex(std::vector<Finding> findings);
    FindingIndex(const FindingIndex &) = delete;
    FindingIndex &operator=(const FindingIndex &) = delete;

    [[nodiscard]] const std::vector<Finding> &all() const { return m_findings; }

    /// Of one number, by its position in the list that holds it.
    [[nodiscard]] List at(NumberKind kind, int cohort, int position) const;
    /// Of all numbers with one code: every observation of an outcome, a characteristic, a product
    /// ("": only what concerns all products together), a count ("n").
    [[nodiscard]] List of(NumberKind kind, int cohort, const QString &code) const;
    [[nodiscard]] List outcome(int cohort, const QString &code) const
    {
        return of(NumberKind::Endpoint, cohort, code);
    }
    /// Of any product of the cohort or all of them together, each finding once.
    [[nodiscard]] List products(int cohort) const;
    /// Of the number that a finding points to.
    [[nodiscard]] List about(const FindingTarget &number) const;
    [[nodiscard]] List comparison(const QString &id) const { return of(NumberKind::Comparison, -1, id); }
    [[nodiscard]] List overlap(const QString &id) const { return of(NumberKind::Overlap, -1, id); }
    /// Of anything in the cohort, each finding once.
    [[nodiscard]] List cohort(int cohort) const;

private:
    struct Key
    {
        int kind = 0;
        int cohort = -1;
        int position = -1; ///< -1: by code
        QString code;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed)
        {
            return qHashMulti(seed, key.kind, key.cohort, key.position, key.code);
        }
    };
    using Lists = QHash<Key, std::vector<const Finding *>>;

    void add(const FindingTarget &target, const Finding *finding);
    void insert(Key key, const Finding *finding);
    List find(const Key &key) const;

    std::vector<Finding> m_findings;
    Lists m_lists;
};

/// The gravest of some findings, which must not be none.
[[nodiscard]] Severity gravest(FindingIndex::List findings);

/// "<text> (<working>)."
[[nodiscard]] QString findingSentence(const Finding &finding);

/// "Cannot be as printed: <text> (<working>)."
[[nodiscard]] QString findingLine(const Finding &finding);

} // namespace anakinra
