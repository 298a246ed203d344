// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetNotes.h"

#include "models/figures/CriterionText.h"
#include "models/figures/FindingText.h"
#include "models/figures/RateFindings.h"
#include "models/figures/SheetCohorts.h"
#include "models/figures/SheetOutcomes.h"
#include "models/figures/SheetPools.h"
#include "models/integrity/Audit.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// The entries as one sentence each.
QString interestsText(const Report &report)
{
    QString text;
    for (QString entry : report.interests) {
        while (entry.endsWith(u'.'))
            entry.chop(1);
        text += (text.isEmpty() ? u""_s : u" "_s) + entry + u'.';
    }
    return text;
}

class Notes
{
public:
    Notes(SummarySheet &sheet, const Library &library, SheetSources &sources)
        : m_sheet(sheet), m_library(library), m_sources(sources)
    {
        for (const SheetCohort &entry : sheet.cohorts) {
            m_cohorts.insert(entry.cohort);
            m_studies.insert(at(entry.cohort).study);
        }
    }

    void reading()
    {
        for (const QString &note : m_sheet.series.notes)
            add(u"Reading the rates"_s, note, {});
        QStringList marks;
        for (const SheetOutcome &outcome : m_sheet.outcomes) {
            for (const std::vector<SheetRate> &cell : outcome.rates) {
                for (const SheetRate &rate : cell)
                    marks << rate.rate.findingMark;
            }
        }
        if (const QString key = markKey(marks); !key.isEmpty())
            add(u"Reading the rates"_s, key, {});
    }

    void pools()
    {
        bool pooled = false;
        for (const SheetOutcome &outcome : m_sheet.outcomes) {
            pooled = pooled || outcome.pooled.has_value();
            for (const QString &note : outcome.pooledNotes)
                add(u"Pooled rates"_s, note, {});
        }
        if (pooled)
            add(u"Pooled rates"_s, sheetPoolMethod(m_sheet.options), {});
    }

    /// Of several cohorts the notes on reading the rates compare the criteria.
    void criteria()
    {
        if (m_sheet.cohorts.size() != 1)
            return;
        for (const QString &line : criteriaLines(m_library, {&m_sheet.cohorts.front().cohort, 1}))
            add(u"Grading and response criteria, as printed"_s, line, {});
    }

    void overlaps()
    {
        for (const Overlap &overlap : m_library.overlaps) {
            if (!concerns(overlap))
                continue;
            QString text = u"%1 and %2: %3"_s.arg(nameOf(overlap.a), nameOf(overlap.b),
                                                  labelOf(overlap.level));
            if (!overlap.grounds.isEmpty())
                text += u". "_s + overlap.grounds;
            QStringList marks;
            for (const QString &report : overlap.reports)
                marks << m_sources.mark(report);
            add(u"Overlap"_s, text, joinedMarks(marks));
        }
    }

    /// What the sources say against themselves, and what a reader must know about them.
    void conflicts()
    {
        QSet<int> told;
        for (const SheetCohort &entry : m_sheet.cohorts) {
            const int study = at(entry.cohort).study;
            if (study >= 0 && !told.contains(study)) {
                told.insert(study);
                const Study &record = m_library.studies[static_cast<std::size_t>(study)];
                warn(record.label, record.notes);
            }
            warn(cohortTitle(m_library, entry.cohort), at(entry.cohort).notes);
        }
        for (const SheetComparator &entry : m_sheet.comparators)
            warn(entry.label, at(entry.cohort).notes);
    }

    /// What the audit finds in the cohorts of the sheet beyond what was said of the rates.
    void findings()
    {
        const auto markOf = [](const Finding &finding) {
            const Finding *one = &finding;
            return findingMark({&one, 1});
        };
        const auto tell = [this, markOf](int cohort) {
            for (const Finding &finding : auditCohort(m_library, cohort)) {
                if (finding.check != Check::LocatorMissing && !isTold(finding))
                    add(u"Findings about the figures"_s,
                        afterMark(markOf(finding), findingNote(m_library, finding)), {});
            }
        };
        for (const SheetCohort &entry : m_sheet.cohorts)
            tell(entry.cohort);
        for (const SheetComparator &entry : m_sheet.comparators)
            tell(entry.cohort);
    }

    void notReported()
    {
        for (std::size_t c = 0; c < m_sheet.cohorts.size(); ++c) {
            QStringList missing;
            for (const SheetOutcome &outcome : m_sheet.outcomes) {
                if (std::ranges::all_of(outcome.rates[c],
                                        [](const SheetRate &r) { return r.text == u"NR"; }))
                    missing << outcome.label;
            }
            if (!missing.isEmpty())
                add(u"Not reported (not the same as none)"_s,
                    m_sheet.cohorts[c].label + u": "_s + missing.join(u"; "_s), {});
        }
    }

    /// What a listed part does not report but the cohort it belongs to does.
    void wholeGroupOnly()
    {
        for (std::size_t c = 0; c < m_sheet.cohorts.size(); ++c) {
            const int index = m_sheet.cohorts[c].cohort;
            const int parent = at(index).parent;
            if (parent < 0 || m_cohorts.contains(parent))
                continue;
            QStringList figures;
            QStringList marks;
            for (const SheetOutcome &outcome : m_sheet.outcomes) {
                for (const QString &code : outcome.codes) {
                    if (outcome.reports(c, code))
                        continue;
                    const SheetRate whole = sheetRate(
                        m_library, rateOf(m_library, parent, code, m_sheet.options),
                        m_sheet.options, m_sources);
                    if (whole.text == u"NR")
                        continue;
                    const OutcomeTerm *term = m_library.vocabulary.outcome(code);
                    figures << (term ? term->shortLabel : outcome.label) + u' ' + whole.text;
                    marks << whole.marks;
                }
            }
            if (!figures.isEmpty())
                add(u"Printed only for a larger group"_s,
                    u"%1: printed only for %2 (n = %3): %4"_s.arg(
                        m_sheet.cohorts[c].label, cohortTitle(m_library, parent),
                        countInWords(at(parent).n), figures.join(u"; "_s)),
                    joinedMarks(marks));
        }
    }

    /// Cohorts by the reasons why the filter could not judge them.
    void unjudged(const FilterCriteria &criteria, const FilterResult &result)
    {
        QStringList order;
        QHash<QString, QStringList> byReasons;
        for (const UnjudgedCohort &u : result.unjudged) {
            const QString reasons = u.reasons.join(u", "_s);
            if (!order.contains(reasons))
                order << reasons;
            byReasons[reasons] << cohortTitle(m_library, u.cohort);
        }
        const QString heading = criteria.keepUnjudged ? u"Kept although the filter could not judge them"_s
                                                      : u"Not listed because the filter could not judge them"_s;
        for (const QString &reasons : order)
            add(heading, byReasons[reasons].join(u"; "_s) + u": "_s + reasons, {});
    }

    void excluded(const FilterCriteria &criteria)
    {
        QStringList names;
        for (const QString &id : criteria.excluded)
            names << nameOf(id);
        if (!names.isEmpty())
            add(u"Taken out by hand"_s, names.join(u"; "_s), {});
    }

    /// One note per report that prints anything; the cohorts point to it.
    void interests()
    {
        QHash<QString, int> numbers;
        for (SheetCohort &entry : m_sheet.cohorts) {
            QStringList own;
            for (const Report *report : reportsOf(m_library, at(entry.cohort))) {
                if (report->interests.isEmpty())
                    continue;
                if (!numbers.contains(report->id))
                    numbers[report->id] = add(u"Funding and interests, as printed"_s,
                                              report->label + u": "_s + interestsText(*report),
                                              m_sources.mark(report->id));
                own << QString::number(numbers[report->id]);
            }
            entry.interests = own.isEmpty() ? u"NR"_s
                : own.size() == 1           ? u"note "_s + own.first()
                                            : u"notes "_s + own.join(u", "_s);
        }
    }

private:
    bool isTold(const Finding &finding) const
    {
        const QString sentence = findingSentence(finding);
        return std::ranges::any_of(m_sheet.series.notes, [&](const QString &note) {
            return note.endsWith(sentence);
        });
    }

    const Cohort &at(int index) const { return m_library.cohorts[static_cast<std::size_t>(index)]; }

    int add(const QString &heading, const QString &text, const QString &marks)
    {
        SheetNote note;
        note.number = static_cast<int>(m_sheet.notes.size()) + 1;
        note.heading = heading;
        note.text = text;
        note.marks = marks;
        m_sheet.notes.push_back(note);
        return note.number;
    }

    void warn(const QString &whose, const std::vector<Note> &notes)
    {
        for (const Note &note : notes) {
            if (note.kind != NoteKind::Conflict && note.kind != NoteKind::Caution
                && note.kind != NoteKind::Misprint)
                continue;
            add(u"Conflicts and cautions"_s, whose + u": "_s + note.text,
                m_sources.mark(note.source, {}));
        }
    }

    QString nameOf(const QString &id) const
    {
        if (const auto it = m_library.cohortIndex.constFind(id); it != m_library.cohortIndex.constEnd())
            return cohortTitle(m_library, *it);
        if (const Report *report = m_library.report(id))
            return report->label;
        return id;
    }

    bool isListed(const QString &id) const
    {
        return m_cohorts.contains(m_library.cohortIndex.value(id, -1));
    }
    int studyOf(const QString &id) const
    {
        if (const Cohort *cohort = m_library.cohort(id))
            return cohort->study;
        const Report *report = m_library.report(id);
        return report ? report->study : -1;
    }

    /// An overlap matters here when both its ends are on the sheet, at least by their study.
    bool concerns(const Overlap &overlap) const
    {
        return (isListed(overlap.a) || isListed(overlap.b)
                || studyOf(overlap.a) == studyOf(overlap.b))
            && m_studies.contains(studyOf(overlap.a)) && m_studies.contains(studyOf(overlap.b));
    }

    SummarySheet &m_sheet;
    const Library &m_library;
    SheetSources &m_sources;
    QSet<int> m_cohorts;
    QSet<int> m_studies;
};

} // namespace

void writeSheetNotes(SummarySheet &sheet, const Library &library, const FilterCriteria &criteria,
                     const FilterResult &result, SheetSources &sources)
{
    Notes notes(sheet, library, sources);
    notes.reading();
    notes.pools();
    notes.criteria();
    notes.overlaps();
    notes.conflicts();
    notes.findings();
    notes.notReported();
    notes.wholeGroupOnly();
    notes.unjudged(criteria, result);
    notes.excluded(criteria);
    notes.interests();
}

} // namespace anakinra
