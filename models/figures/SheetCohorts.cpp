// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetCohorts.h"

#include "models/figures/SourceText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString reportedOr(const QString &text)
{
    return text.isEmpty() ? u"NR"_s : text;
}

/// Builds the cells of one row, each with the marks of its places.
class Row
{
public:
    Row(const Library &library, int cohort, SheetSources &sources)
        : m_library(library)
        , m_cohort(library.cohorts[static_cast<std::size_t>(cohort)])
        , m_title(nameInStudy(library, cohort))
        , m_sources(sources)
    {
    }

    SheetText n() const
    {
        QString text = countInWords(m_cohort.n);
        QStringList marks{mark(m_cohort.n.source, u"number of participants"_s)};
        const Count &given = m_cohort.nAnakinra;
        if (given.value && (given.value != m_cohort.n.value || given.max != m_cohort.n.max)) {
            text += u"; given anakinra: "_s + countInWords(given);
            marks << mark(given.source, u"number given anakinra"_s);
        }
        return {text, joinedMarks(marks)};
    }

    SheetText products() const
    {
        QStringList words;
        QStringList marks;
        for (const ProductShare &share : m_cohort.products) {
            QString text = Vocabulary::label(m_library.vocabulary.products, share.code);
            if (m_cohort.products.size() > 1 && share.n)
                text += u' ' + QString::number(*share.n);
            else if (m_cohort.products.size() > 1 && share.percent)
                text += u' ' + plainNumber(*share.percent) + u"\u00a0%"_s;
            else if (m_cohort.products.size() > 1)
                text += u" (share NR)"_s;
            words << text;
            marks << mark(share.source, Vocabulary::label(m_library.vocabulary.products, share.code));
        }
        return {reportedOr(words.join(u", "_s)), joinedMarks(marks)};
    }

    SheetText regimen() const
    {
        QStringList words;
        QStringList marks;
        for (const Regimen &r : m_cohort.regimens) {
            words << regimenText(r);
            marks << mark(r.source, r.arithmetic.isEmpty() ? u"regimen"_s
                                                           : u"regimen, "_s + r.arithmetic);
            for (const FieldSource &also : r.alsoFrom)
                marks << mark(also.source, u"regimen: "_s + also.fields.join(u", "_s));
        }
        words.removeAll(QString());
        return {reportedOr(words.join(u". "_s)), joinedMarks(marks)};
    }

    SheetText timing() const
    {
        if (m_cohort.timing == Timing::NotReported)
            return {u"NR"_s, mark(m_cohort.timingSource, u"timing"_s)};
        return {labelOf(m_cohort.timing), mark(m_cohort.timingSource, u"timing"_s)};
    }

    SheetText start() const
    {
        QStringList words;
        QStringList marks;
        if (m_cohort.startDay.isReported())
            words << u"day "_s + startDayText(m_cohort.startDay);
        if (m_cohort.startDay.isReported() || !m_cohort.startDay.source.reported.isEmpty())
            marks << mark(m_cohort.startDay.source, u"start day"_s);
        for (const Regimen &r : m_cohort.regimens) {
            if (r.kind != RegimenKind::Starting)
                continue;
            if (!r.start.isEmpty())
                words << r.start;
            if (!r.trigger.isEmpty() && r.trigger != r.start)
                words << u"trigger: "_s + r.trigger;
        }
        words.removeDuplicates();
        return {reportedOr(words.join(u"; "_s)), joinedMarks(marks)};
    }

    QString briefRegimen() const
    {
        QStringList words;
        for (const Regimen &r : m_cohort.regimens) {
            if (r.kind == RegimenKind::Starting)
                words << doseAndRoutes(r);
        }
        words.removeAll(QString());
        words.removeDuplicates();
        return words.isEmpty() ? u"regimen NR"_s : words.join(u" or "_s);
    }

    SheetText concomitant() const
    {
        QStringList words;
        QStringList marks;
        for (const Observation &o : m_cohort.outcomes) {
            if (o.concomitant.isEmpty())
                continue;
            for (const QString &drug : o.concomitant) {
                if (!words.contains(drug))
                    words << drug;
            }
            marks << mark(o.figure.source, {});
        }
        return {reportedOr(words.join(u", "_s)), joinedMarks(marks)};
    }

    SheetText design() const
    {
        const Coded &design = m_library.studies[static_cast<std::size_t>(m_cohort.study)].design;
        QStringList words;
        for (const QString &code : design.codes)
            words << Vocabulary::label(m_library.vocabulary.designs, code);
        return {reportedOr(words.join(u", "_s)),
                design.codes.isEmpty() ? QString()
                                       : m_sources.mark(design.source, u"design"_s)};
    }

    SheetText source() const
    {
        QStringList words;
        QStringList marks;
        for (const Report *report : reportsOf(m_library, m_cohort)) {
            const QString text = Vocabulary::label(m_library.vocabulary.publications, report->kind)
                + u", "_s + labelOf(report->peerReviewed).toLower();
            if (!words.contains(text))
                words << text;
            marks << m_sources.mark(report->id);
        }
        return {reportedOr(words.join(u"; "_s)), joinedMarks(marks)};
    }

private:
    QString mark(const Source &source, const QString &what) const
    {
        return m_sources.mark(source, what.isEmpty() ? QString() : m_title + u", "_s + what);
    }

    /// What the reports print of a regimen; its parts may stand in several.
    static QStringList printedWords(const Regimen &r)
    {
        QStringList words{r.source.reported};
        for (const FieldSource &also : r.alsoFrom) {
            if (also.fields.contains(u"dose"_s))
                words << also.source.reported;
        }
        words.removeAll(QString());
        words.removeDuplicates();
        return words;
    }

    static QString doseAndRoutes(const Regimen &r)
    {
        QStringList head;
        if (r.dose)
            head << doseText(*r.dose);
        QStringList routes;
        for (const Route route : r.routes)
            routes << codeOf(route);
        if (!routes.isEmpty())
            head << routes.join(u" or "_s);
        return head.join(u' ');
    }

    /// "200 mg/day SC (printed: “100 mg/dose, bid, SC”); stop: day 10": the daily dose first,
    /// then the print, so that the two can be told apart.
    static QString regimenText(const Regimen &r)
    {
        QString text = doseAndRoutes(r);
        if (text.isEmpty() && r.source.status == Status::NotReported)
            text = u"NR"_s;
        QStringList printed;
        for (const QString &words : printedWords(r))
            printed << u'“' + words + u'”';
        if (!printed.isEmpty())
            text += (text.isEmpty() ? u"printed: %1"_s : u" (printed: %1)"_s).arg(printed.join(u", "_s));
        if (!r.stop.isEmpty())
            text += (text.isEmpty() ? u""_s : u"; "_s) + u"stop: "_s + r.stop;
        if (r.kind == RegimenKind::StepUp) {
            if (!r.trigger.isEmpty())
                text += u"; when: "_s + r.trigger;
            text = u"Step-up: "_s + text;
        }
        return text;
    }

    const Library &m_library;
    const Cohort &m_cohort;
    QString m_title;
    SheetSources &m_sources;
};

} // namespace

std::vector<const Report *> reportsOf(const Library &library, const Cohort &cohort)
{
    QStringList used{cohort.n.source.report, cohort.startDay.source.report};
    for (const Observation &o : cohort.outcomes)
        used << o.figure.source.report;
    for (const Regimen &r : cohort.regimens) {
        used << r.source.report;
        for (const FieldSource &also : r.alsoFrom)
            used << also.source.report;
    }
    std::vector<const Report *> reports;
    if (cohort.study < 0)
        return reports;
    for (const int index : library.studies[static_cast<std::size_t>(cohort.study)].reports) {
        const Report &report = library.reports[static_cast<std::size_t>(index)];
        if (used.contains(report.id))
            reports.push_back(&report);
    }
    return reports;
}

SheetCohort sheetCohort(const Library &library, int cohort, SheetSources &sources)
{
    const Row row(library, cohort, sources);
    SheetCohort entry;
    entry.cohort = cohort;
    entry.label = cohortTitle(library, cohort);
    entry.design = row.design();
    entry.source = row.source();
    entry.n = row.n();
    entry.products = row.products();
    entry.regimen = row.regimen();
    entry.briefRegimen = row.briefRegimen();
    entry.timing = row.timing();
    entry.start = row.start();
    entry.concomitant = row.concomitant();
    return entry;
}

} // namespace anakinra
