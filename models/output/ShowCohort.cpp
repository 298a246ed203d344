// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/ComparatorLimits.h"
#include "models/figures/CriterionText.h"
#include "models/figures/SourceText.h"
#include "models/output/ShowPage.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

void writeRegimen(ShowPage &page, const Regimen &regimen, bool inherited)
{
    QStringList parts;
    for (const Route route : regimen.routes)
        parts.append(codeOf(route));
    if (regimen.dose)
        parts.append(doseText(*regimen.dose));
    if (!regimen.arithmetic.isEmpty())
        parts.append(u'(' + regimen.arithmetic + u')');
    if (parts.isEmpty())
        parts.append(u"NR"_s);
    page.named(labelOf(regimen.kind),
               parts.join(u' ') + (inherited ? u" (as for the whole cohort)"_s : QString()));
    page.named(u"Frequency"_s, regimen.frequency, 6);
    page.named(u"Start"_s, regimen.start, 6);
    page.named(u"Stop"_s, regimen.stop, 6);
    page.named(u"Trigger"_s, regimen.trigger, 6);
    page.source(regimen.source, 6);
    for (const FieldSource &also : regimen.alsoFrom) {
        page.line(also.fields.join(u", "_s) + u" from:"_s, 6);
        page.source(also.source, 8);
    }
}

void writeOutcome(ShowPage &page, const Observation &observation)
{
    const OutcomeTerm *term = page.library().vocabulary.outcome(observation.outcome);
    page.figure(term ? term->label : observation.outcome, observation.figure, 4);
    QStringList details;
    const QString criterion = criterionText(page.library(), observation);
    if (!criterion.isEmpty())
        details.append(u"criterion: "_s + criterion);
    if (!observation.window.isEmpty())
        details.append(u"window: "_s + observation.window);
    if (observation.population == Population::Selected)
        details.append(labelOf(observation.population));
    if (observation.denominator != Denominator::Treated)
        details.append(labelOf(observation.denominator));
    if (!observation.concomitant.isEmpty())
        details.append(u"with: "_s + observation.concomitant.join(u", "_s));
    if (!details.isEmpty())
        page.line(details.join(u"; "_s), 6);
}

void writeMissing(ShowPage &page, const Cohort &cohort)
{
    if (cohort.role != Role::Anakinra)
        return;
    QStringList missing;
    for (const QStringView code :
         {u"crs.any", u"crs.ge3", u"icans.any", u"icans.ge3", u"response.orr", u"response.cr"}) {
        const Observation *found = cohort.find(code);
        const OutcomeTerm *term = page.library().vocabulary.outcome(code);
        if (!found || found->figure.source.status == Status::NotReported)
            missing.append(term ? term->shortLabel : code.toString());
    }
    page.named(u"Not reported among the main outcomes"_s, missing.join(u", "_s));
}

void writeProducts(ShowPage &page, const Cohort &cohort)
{
    const Library &library = page.library();
    for (const ProductShare &share : cohort.products) {
        QString text = Vocabulary::label(library.vocabulary.products, share.code) + u' ';
        text += share.n ? QString::number(*share.n) + u" participants"_s : u"share NR"_s;
        page.named(u"Product"_s, text);
        page.source(share.source, 6);
    }
    if (cohort.products.empty() && !isComparator(cohort.role))
        page.named(u"Products"_s, u"NR"_s);
}

void writeCoded(ShowPage &page, const QString &name, const std::vector<Term> &terms,
                const Coded &coded)
{
    if (coded.codes.isEmpty())
        return;
    page.named(name, labelsOf(terms, coded.codes) +
                         (coded.inherited ? u" (as for the whole cohort)"_s : QString()));
    page.source(coded.source, 6);
}

} // namespace

void ShowPage::cohort(const Cohort &cohort)
{
    ShowPage &page = *this;
    page.line(cohort.id + u": "_s + cohort.label);
    page.named(u"Role"_s, labelOf(cohort.role));
    page.named(u"Limits of a comparison"_s,
               comparatorLimits(m_library, cohort).join(u"; "_s));
    if (cohort.parent >= 0)
        page.named(u"Part of"_s, m_library.cohorts[static_cast<std::size_t>(cohort.parent)].id);
    page.named(u"n"_s, countInWords(cohort.n));
    page.source(cohort.n.source, 6);
    if (cohort.nAnakinra.value != cohort.n.value || cohort.nAnakinra.max != cohort.n.max) {
        page.named(u"Given anakinra"_s, countInWords(cohort.nAnakinra));
        page.source(cohort.nAnakinra.source, 6);
    }
    if (!isComparator(cohort.role)) {
        page.named(u"Timing"_s,
                   labelOf(cohort.timing) +
                       (cohort.timingInherited ? u" (as for the whole cohort)"_s : QString()));
        page.source(cohort.timingSource, 6);
        page.named(u"Start day"_s,
                   cohort.startDay.isReported() ? startDayText(cohort.startDay) : u"NR"_s);
        if (cohort.startDay.isReported())
            page.source(cohort.startDay.source, 6);
    }
    writeProducts(page, cohort);
    writeCoded(page, u"Disease"_s, m_library.vocabulary.diseases, cohort.diseases);
    writeCoded(page, u"Age group"_s, m_library.vocabulary.ageGroups, cohort.ageGroups);
    writeCoded(page, u"Indication"_s, m_library.vocabulary.indications, cohort.indications);
    for (const Regimen &regimen : cohort.regimens)
        writeRegimen(page, regimen, cohort.regimensInherited);
    for (const Observation &observation : cohort.outcomes)
        writeOutcome(page, observation);
    writeMissing(page, cohort);
    for (const Characteristic &characteristic : cohort.characteristics)
        page.figure(characteristic.label, characteristic.figure, 4);
    page.notes(cohort.notes, 4);
}

} // namespace anakinra
