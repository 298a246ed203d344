// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"
#include "models/integrity/FindingIndex.h"

#include <QSet>

namespace anakinra {

/// What the audit finds about the numbers of some cohorts, for a figure that draws them; also what
/// it finds of them as parts of a whole. That the place of a value is not recorded is no matter of
/// reading it and left out.
[[nodiscard]] std::vector<Finding> findingsForFigure(const Library &library,
                                                     std::span<const int> cohorts);

/// Of the figure that a rate shows; none where it is not reported.
[[nodiscard]] FindingIndex::List findingsOfRate(const Library &library, const Rate &rate,
                                                const FindingIndex &findings);

/// Gives a rate its mark and the sentences behind it.
void markFindings(Rate &rate, const Library &library, const FindingIndex &findings);
void markFindings(RateSeries &series, const Library &library, const FindingIndex &findings);

/// "74 % !": a number with what stands beside it; unchanged without a mark.
[[nodiscard]] QString withMark(const QString &number, const QString &mark);
/// "! 74 %", for columns whose numbers end under each other.
[[nodiscard]] QString afterMark(const QString &mark, const QString &number);

/// What a mark says: "finding: worth knowing".
[[nodiscard]] QString markMeaning(const QString &mark);
/// "! = finding: cannot be as printed, or an error in the record; * = finding: worth knowing.", of
/// the marks that occur; "" for none.
[[nodiscard]] QString markKey(const QStringList &marks);
/// Of several marks, some of which may be none.
[[nodiscard]] QString gravestMark(const QStringList &marks);
/// The marks that stand in a series, the gravest first.
[[nodiscard]] QStringList marksOf(const RateSeries &series);

/// Marks rates of any cohorts; returns what is to be said of them: the key, then the notes.
[[nodiscard]] QStringList markFindings(const Library &library, std::span<Rate *const> rates);

/// The notes under a figure on what is found about its rates: each finding once, with its mark.
class FindingNotes
{
public:
    void add(FindingIndex::List findings);
    /// Takes it as said already.
    void skip(const Finding &finding) { m_told.insert(finding.id); }
    /// The first eight in full, and how many more there are.
    [[nodiscard]] QStringList lines(const Library &library) const;

private:
    QSet<QString> m_told;
    std::vector<const Finding *> m_findings;
};

} // namespace anakinra
