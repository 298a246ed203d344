// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/LibraryInvariants.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra::test {

namespace {

class Inspector
{
public:
    explicit Inspector(const Library &library) : m_library(library) {}

    QStringList inspect()
    {
        for (std::size_t i = 0; i < m_library.studies.size(); ++i)
            inspectStudy(int(i), m_library.studies[i]);
        for (std::size_t i = 0; i < m_library.reports.size(); ++i)
            inspectReport(int(i), m_library.reports[i]);
        for (std::size_t i = 0; i < m_library.cohorts.size(); ++i)
            inspectCohort(int(i), m_library.cohorts[i]);
        for (const Overlap &overlap : m_library.overlaps) {
            m_where = overlap.id;
            expect(m_library.cohort(overlap.a), u"overlap a is a cohort");
            expect(m_library.cohort(overlap.b) || m_library.report(overlap.b), u"overlap b exists");
        }
        expect(std::size_t(m_library.cohortIndex.size()) == m_library.cohorts.size(), u"cohort ids");
        expect(std::size_t(m_library.studyIndex.size()) == m_library.studies.size(), u"study ids");
        expect(std::size_t(m_library.reportIndex.size()) == m_library.reports.size(), u"report ids");
        return m_broken;
    }

private:
    void expect(bool holds, QStringView what)
    {
        if (!holds)
            m_broken += m_where + u": " + what;
    }

    static bool isFinite(const std::optional<double> &number) { return !number || std::isfinite(*number); }
    static bool isOrdered(const std::optional<double> &low, const std::optional<double> &high)
    {
        return isFinite(low) && isFinite(high) && (!low || !high || *low <= *high);
    }

    void inspectSource(const Source &source, bool mayBeAbsent = false)
    {
        if (mayBeAbsent && source.report.isEmpty())
            return;
        expect(m_library.report(source.report), u"report of a value exists");
        expect(!source.locator.trimmed().isEmpty(), u"a value has a locator");
        expect(source.status != Status::Inferred && source.status != Status::CuratorAdded,
               u"status of a clinical value");
        for (const QString &flag : source.flags) {
            expect(Vocabulary::contains(m_library.vocabulary.flags, flag)
                       || flag == u"product-from-population",
                   u"flag is listed");
        }
    }

    void inspectCoded(const Coded &coded, const std::vector<Term> &terms)
    {
        inspectSource(coded.source, coded.codes.isEmpty());
        for (const QString &code : coded.codes)
            expect(Vocabulary::contains(terms, code), u"code is listed");
    }

    void inspectCount(const Count &count)
    {
        inspectSource(count.source, !count.value);
        expect(!count.value || *count.value >= 0, u"count is not negative");
        expect(!count.max || (count.value && *count.max > *count.value), u"second count is larger");
    }

    void inspectFigure(const Figure &figure)
    {
        inspectSource(figure.source);
        expect(!figure.events || *figure.events >= 0, u"events are not negative");
        expect(!figure.n || *figure.n >= 0, u"n is not negative");
        expect(!figure.events || !figure.n || *figure.events <= *figure.n, u"events <= n");
        expect(!figure.percent || (*figure.percent >= 0 && *figure.percent <= 100), u"percentage");
        expect(!figure.rate() || std::isfinite(*figure.rate()), u"rate is finite");
        if (figure.value)
            expect(isOrdered(figure.value->low, figure.value->high) && isFinite(figure.value->median),
                   u"range is ordered");
        if (figure.inferred)
            expect(figure.inferred->n > 0 && figure.inferred->events <= figure.inferred->n,
                   u"inferred count");
    }

    void inspectRegimen(const Regimen &regimen)
    {
        inspectSource(regimen.source);
        for (const FieldSource &also : regimen.alsoFrom)
            inspectSource(also.source);
        if (!regimen.dose)
            return;
        expect(regimen.dose->min > 0 && regimen.dose->min <= regimen.dose->max
                   && std::isfinite(regimen.dose->max),
               u"dose is ordered");
    }

    void inspectStudy(int index, const Study &study)
    {
        m_where = study.id;
        expect(m_library.studyIndex.value(study.id, -1) == index, u"study is indexed");
        inspectCoded(study.design, m_library.vocabulary.designs);
        inspectSource(study.yearSource, !study.year);
        for (const int report : study.reports)
            expect(m_library.reports.at(std::size_t(report)).study == index, u"report knows its study");
        for (const int cohort : study.cohorts)
            expect(m_library.cohorts.at(std::size_t(cohort)).study == index, u"cohort knows its study");
        for (const Note &note : study.notes)
            inspectSource(note.source);
        for (const Comparison &comparison : study.comparisons) {
            inspectSource(comparison.source);
            expect(comparison.groups.size() >= 2, u"comparison has two groups");
            expect(!comparison.p || (*comparison.p >= 0 && *comparison.p <= 1), u"p");
            for (const ComparisonGroup &group : comparison.groups) {
                expect(m_library.cohort(group.cohort), u"group is a cohort");
                inspectFigure(group.figure);
            }
        }
    }

    void inspectReport(int index, const Report &report)
    {
        m_where = report.id;
        expect(m_library.reportIndex.value(report.id, -1) == index, u"report is indexed");
        expect(report.study >= 0, u"report has a study");
        expect(Vocabulary::contains(m_library.vocabulary.publications, report.kind), u"kind is listed");
    }

    void inspectCohort(int index, const Cohort &cohort)
    {
        m_where = cohort.id;
        expect(m_library.cohortIndex.value(cohort.id, -1) == index, u"cohort is indexed");
        const Study &study = m_library.studies.at(std::size_t(cohort.study));
        expect(cohort.id.startsWith(study.id + u'/'), u"id begins with the study's");
        expect(std::ranges::count(study.cohorts, index) == 1, u"study lists the cohort once");
        expect(cohort.parent < index, u"parent stands first");
        if (cohort.parent >= 0) {
            const Cohort &parent = m_library.cohorts.at(std::size_t(cohort.parent));
            expect(parent.study == cohort.study, u"parent is of the same study");
            expect(std::ranges::count(parent.children, index) == 1, u"parent lists the part once");
        }
        for (const int child : cohort.children)
            expect(m_library.cohorts.at(std::size_t(child)).parent == index, u"part knows its parent");

        inspectCount(cohort.n);
        inspectCount(cohort.nAnakinra);
        inspectSource(cohort.timingSource, cohort.timing == Timing::NotReported);
        inspectCoded(cohort.ageGroups, m_library.vocabulary.ageGroups);
        inspectCoded(cohort.diseases, m_library.vocabulary.diseases);
        inspectCoded(cohort.indications, m_library.vocabulary.indications);
        for (const ProductShare &share : cohort.products) {
            inspectSource(share.source);
            expect(Vocabulary::contains(m_library.vocabulary.products, share.code), u"product is listed");
            expect(!share.n || *share.n >= 0, u"share is not negative");
        }
        inspectSource(cohort.startDay.source, !cohort.startDay.isReported());
        expect(isOrdered(cohort.startDay.min, cohort.startDay.max), u"start day is ordered");
        for (const Regimen &regimen : cohort.regimens)
            inspectRegimen(regimen);
        for (const Observation &outcome : cohort.outcomes) {
            expect(m_library.vocabulary.outcome(outcome.outcome), u"outcome is listed");
            inspectFigure(outcome.figure);
        }
        for (const Characteristic &characteristic : cohort.characteristics)
            inspectFigure(characteristic.figure);
        for (const Note &note : cohort.notes)
            inspectSource(note.source);
    }

    const Library &m_library;
    QString m_where;
    QStringList m_broken;
};

} // namespace

QStringList brokenInvariants(const Library &library)
{
    return Inspector(library).inspect();
}

} // namespace anakinra::test
