// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/integrity/FindingIndex.h"
#include "views/details/StudyCard.h"

namespace anakinra {

/// Writes the repeated pieces of a card. Every argument that is called text is escaped here, so
/// that nothing read from a library can become markup; arguments called html are not.
class CardWriter
{
public:
    /// `findings`: of the study; it must outlive the writer, as the others.
    CardWriter(const Library &library, const FindingIndex &findings,
               const StudyCardColours &colours) :
        m_library(library), m_findings(findings), m_colours(colours)
    {
    }

    [[nodiscard]] const Library &library() const { return m_library; }
    [[nodiscard]] const FindingIndex &findings() const { return m_findings; }
    [[nodiscard]] QString html() const { return m_html; }

    void raw(const QString &html) { m_html += html; }
    void section(const QString &title);
    void paragraph(const QString &text);
    void beginTable();
    void endTable();
    /// Label, value and where the value stands.
    void row(const QString &label, const QString &valueHtml, const QString &provenanceHtml = {});
    /// As row(), for a value that a report gives; absent values are written "not reported".
    void sourcedRow(const QString &label, const QString &text, const Source &source,
                    bool inherited = false, FindingIndex::List findings = {});

    [[nodiscard]] QString soft(const QString &text) const;
    [[nodiscard]] QString alert(const QString &text) const;
    [[nodiscard]] QString link(const QString &address, const QString &text) const;
    [[nodiscard]] QString cohortLink(int cohort) const;
    /// Printed figure, status, report, place; then flags and note, set off from them.
    [[nodiscard]] QString provenance(const Source &source) const;
    [[nodiscard]] QString small(const QString &html) const;
    /// What stands right beside a number with findings; "" for none.
    [[nodiscard]] QString mark(FindingIndex::List findings) const;
    /// The findings, one per line, without their arithmetic where it stands beside them already.
    [[nodiscard]] QString findingsHtml(FindingIndex::List findings, bool arithmetic = true) const;

private:
    const Library &m_library;
    const FindingIndex &m_findings;
    const StudyCardColours &m_colours;
    QString m_html;
};

/// The parts of a card, in the order of reading.
void writeCohortFacts(CardWriter &writer, int cohort);
void writeRegimens(CardWriter &writer, const Cohort &cohort);
void writeOutcomes(CardWriter &writer, int cohort, const RateOptions &options);
void writeCharacteristics(CardWriter &writer, int cohort, const RateOptions &options);
void writeComparisons(CardWriter &writer, const Study &study, const RateOptions &options);
void writeNotes(CardWriter &writer, const Study &study, const Cohort &cohort);
void writeOverlaps(CardWriter &writer, const Study &study);
void writeReports(CardWriter &writer, const Study &study);

} // namespace anakinra
