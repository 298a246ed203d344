// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/CompletenessLookup.h"

#include "models/figures/CriterionText.h"
#include "models/figures/FigureWords.h"
#include "models/figures/SourceText.h"

#include <algorithm>
#include <functional>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 3; // figures of a cell that gathers several; the rest is counted

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

Reporting reportingOf(Status status)
{
    switch (status) {
    case Status::Derived:
        return Reporting::Derived;
    case Status::PercentOnly:
        return Reporting::PercentOnly;
    case Status::Inferred:
        return Reporting::Inferred;
    case Status::NotReported:
        return Reporting::NotReported;
    case Status::Reported:
    case Status::CuratorAdded:
        break;
    }
    return Reporting::Reported;
}

CompletenessCell missing(const Source *source = nullptr, const QString &remark = {})
{
    return {Reporting::NotReported, u"NR"_s, remark, source};
}

CompletenessCell notApplicable(const QString &why)
{
    return {Reporting::NotApplicable, u"n/a"_s, why, nullptr};
}

/// A value that the cohort may have from its whole.
CompletenessCell known(const QString &text, const Source &source, bool inherited = false)
{
    const Status status = source.status == Status::NotReported ? Status::Reported : source.status;
    return {reportingOf(status), text, inherited ? u"as for the whole cohort"_s : QString(), &source};
}

/// The nearest cohort above that fulfils `has`: its figures are printed for the larger group only.
QString printedAbove(const Library &library, int cohort,
                     const std::function<bool(const Cohort &)> &has)
{
    for (int p = cohortAt(library, cohort).parent; p >= 0; p = cohortAt(library, p).parent) {
        if (has(cohortAt(library, p)))
            return u"printed only for "_s + cohortTitle(library, p);
    }
    return {};
}

QString labels(const std::vector<Term> &terms, const QStringList &codes)
{
    QStringList words;
    for (const QString &code : codes)
        words << Vocabulary::label(terms, code);
    return words.join(u", "_s);
}

// Population

CompletenessCell sizeOf(const Library &library, int cohort, const RateOptions &)
{
    const Count &n = cohortAt(library, cohort).n;
    return n.value ? known(countInWords(n), n.source) : missing(&n.source);
}

CompletenessCell productsOf(const Library &library, int cohort, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (c.products.empty())
        return missing();
    QStringList codes;
    for (const ProductShare &share : c.products)
        codes << share.code;
    return known(labels(library.vocabulary.products, codes), c.products.front().source,
                 c.products.front().inherited);
}

CompletenessCell sharesOf(const Library &library, int cohort, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (c.products.empty())
        return missing();
    if (hadOneProduct(c))
        return notApplicable(u"everyone had the same product"_s);
    // The least known share decides.
    CompletenessCell worst;
    worst.reporting = Reporting::Reported;
    QStringList words;
    for (const ProductShare &share : c.products) {
        const Reporting own = share.n ? reportingOf(share.source.status)
            : share.percent           ? Reporting::PercentOnly
                                      : Reporting::NotReported;
        if (!worst.source || own > worst.reporting) {
            worst.reporting = own;
            worst.source = &share.source;
        }
        const QString amount = share.n ? QString::number(*share.n)
            : share.percent            ? plainNumber(*share.percent) + u"\u00a0%"_s
                                       : u"NR"_s;
        words << Vocabulary::label(library.vocabulary.products, share.code) + u' ' + amount;
    }
    worst.text = worst.reporting == Reporting::NotReported ? u"NR"_s : words.join(u", "_s);
    if (worst.reporting == Reporting::NotReported && words.size() > 1)
        worst.remark = words.join(u", "_s);
    return worst;
}

CompletenessCell diseasesOf(const Library &library, int cohort, const RateOptions &)
{
    const Coded &coded = cohortAt(library, cohort).diseases;
    return coded.codes.isEmpty()
        ? missing(&coded.source)
        : known(labels(library.vocabulary.diseases, coded.codes), coded.source, coded.inherited);
}

const Characteristic *findCharacteristic(const Cohort &cohort, const QString &stem)
{
    const auto it = std::ranges::find_if(cohort.characteristics, [&](const Characteristic &c) {
        return (c.code == stem || c.code.startsWith(stem + u'.') || c.code.startsWith(stem + u'-'))
            && c.figure.source.status != Status::NotReported;
    });
    return it == cohort.characteristics.end() ? nullptr : &*it;
}

CompletenessCell characteristicOf(const Library &library, int cohort, const RateOptions &options,
                                  const QString &stem)
{
    if (const Characteristic *found = findCharacteristic(cohortAt(library, cohort), stem)) {
        CompletenessCell cell = known(figureWords(library, found->figure, options),
                                      found->figure.source);
        if (cell.text == u"NR")
            cell.text = found->figure.source.reported;
        return cell;
    }
    return missing(nullptr, printedAbove(library, cohort, [&](const Cohort &c) {
                       return findCharacteristic(c, stem) != nullptr;
                   }));
}

CompletenessCell ageOf(const Library &library, int cohort, const RateOptions &options)
{
    CompletenessCell cell = characteristicOf(library, cohort, options, u"age"_s);
    const Coded &groups = cohortAt(library, cohort).ageGroups;
    if (cell.reporting == Reporting::NotReported && !groups.codes.isEmpty()) {
        cell = known(labels(library.vocabulary.ageGroups, groups.codes), groups.source,
                     groups.inherited);
        cell.remark = u"age group only"_s;
    }
    return cell;
}

// Regimen

/// Why a part of the regimen cannot be expected of this group; "" where it can.
QString withoutRegimen(const Cohort &cohort)
{
    if (isComparator(cohort.role))
        return u"comparator, not given anakinra"_s;
    if (cohort.role == Role::StudyPopulation)
        return u"not everyone was given anakinra"_s;
    return {};
}

CompletenessCell timingOf(const Library &library, int cohort, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (const QString why = withoutRegimen(c); !why.isEmpty() && c.timing == Timing::NotReported)
        return notApplicable(why);
    if (isComparator(c.role))
        return notApplicable(withoutRegimen(c));
    return c.timing == Timing::NotReported
        ? missing(&c.timingSource)
        : known(labelOf(c.timing), c.timingSource, c.timingInherited);
}

/// A part of the starting regimens, as far as it has words.
CompletenessCell regimenPart(const Library &library, int cohort, const QString &field,
                             QString (*words)(const Regimen &))
{
    const Cohort &c = cohortAt(library, cohort);
    if (isComparator(c.role))
        return notApplicable(withoutRegimen(c));
    QStringList texts;
    const Source *source = nullptr;
    for (const Regimen &regimen : c.regimens) {
        const QString text = regimen.kind == RegimenKind::Starting ? words(regimen) : QString();
        if (text.isEmpty())
            continue;
        texts << text;
        if (source)
            continue;
        source = &regimen.source;
        for (const FieldSource &also : regimen.alsoFrom) {
            if (also.fields.contains(field))
                source = &also.source;
        }
    }
    texts.removeDuplicates();
    if (source)
        return known(texts.join(u"; "_s), *source, c.regimensInherited);
    if (const QString why = withoutRegimen(c); !why.isEmpty())
        return notApplicable(why);
    return missing(c.regimens.empty() ? nullptr : &c.regimens.front().source);
}

CompletenessCell doseOf(const Library &library, int cohort, const RateOptions &)
{
    return regimenPart(library, cohort, u"dose"_s,
                       [](const Regimen &r) { return r.dose ? doseText(*r.dose) : QString(); });
}

CompletenessCell routeOf(const Library &library, int cohort, const RateOptions &)
{
    return regimenPart(library, cohort, u"routes"_s, [](const Regimen &r) {
        QStringList codes;
        for (const Route route : r.routes)
            codes << codeOf(route);
        return codes.join(u", "_s);
    });
}

CompletenessCell frequencyOf(const Library &library, int cohort, const RateOptions &)
{
    return regimenPart(library, cohort, u"frequency"_s, [](const Regimen &r) { return r.frequency; });
}

CompletenessCell startOf(const Library &library, int cohort, const RateOptions &)
{
    return regimenPart(library, cohort, u"start"_s, [](const Regimen &r) {
        return r.trigger.isEmpty() ? r.start : r.trigger;
    });
}

CompletenessCell stopOf(const Library &library, int cohort, const RateOptions &)
{
    return regimenPart(library, cohort, u"stop"_s, [](const Regimen &r) { return r.stop; });
}

CompletenessCell startDayOf(const Library &library, int cohort, const RateOptions &)
{
    const Cohort &c = cohortAt(library, cohort);
    if (isComparator(c.role))
        return notApplicable(withoutRegimen(c));
    if (c.startDay.isReported())
        return known(startDayText(c.startDay), c.startDay.source, c.startDay.inherited);
    if (const QString why = withoutRegimen(c); !why.isEmpty())
        return notApplicable(why);
    return missing(&c.startDay.source);
}

// Outcomes

bool recorded(const Observation &observation)
{
    return observation.figure.source.status != Status::NotReported;
}

/// Why nobody would expect this incidence of this group; "" where one would.
QString noIncidence(const Cohort &cohort, const QString &outcome)
{
    if (isComparator(cohort.role))
        return {};
    if (cohort.timing == Timing::Treatment || cohort.timing == Timing::Refractory)
        return u"anakinra was given after a toxicity had begun"_s;
    if (cohort.timing == Timing::PreEmptive && outcome.endsWith(u".any"))
        return u"anakinra was given at the first sign of a toxicity"_s;
    return {};
}

CompletenessCell rateCellOf(const Library &library, int cohort, const RateOptions &options,
                            const QString &outcome)
{
    const Rate rate = rateOf(library, cohort, outcome, options, true);
    if (!rate.observation || !recorded(*rate.observation)) {
        const QString why = noIncidence(cohortAt(library, cohort), outcome);
        const OutcomeTerm *term = library.vocabulary.outcome(outcome);
        if (term && term->domain == Domain::ToxicityIncidence && !why.isEmpty())
            return notApplicable(why);
        const Source *source = rate.observation ? &rate.observation->figure.source : nullptr;
        return missing(source, printedAbove(library, cohort, [&](const Cohort &c) {
                           const Observation *o = c.find(outcome);
                           return o && recorded(*o);
                       }));
    }
    const Observation &observation = *rate.observation;
    CompletenessCell cell;
    cell.source = &observation.figure.source;
    cell.reporting = rate.kind == RateKind::Inferred
        ? Reporting::Inferred
        : reportingOf(observation.figure.source.status);
    cell.text = rate.cellText() == u"NR" ? observation.figure.source.reported : rate.cellText();
    if (rate.events && !rate.n)
        cell.remark = u"denominator not reported"_s;
    else if (observation.population == Population::Selected)
        cell.remark = u"among patients who already had a toxicity"_s;
    return cell;
}

/// Several outcomes in one column; the best known of them decides.
CompletenessCell gathered(const Library &library, int cohort, const RateOptions &options,
                          const std::function<bool(const Observation &)> &belongs)
{
    CompletenessCell cell = missing();
    QStringList words;
    for (const Observation &observation : cohortAt(library, cohort).outcomes) {
        if (!belongs(observation) || !recorded(observation))
            continue;
        const OutcomeTerm *term = library.vocabulary.outcome(observation.outcome);
        words << (term ? term->shortLabel : observation.outcome) + u' '
                + figureWords(library, observation.figure, options);
        const Reporting own = reportingOf(observation.figure.source.status);
        if (cell.source && own >= cell.reporting)
            continue;
        cell.reporting = own;
        cell.source = &observation.figure.source;
    }
    if (words.isEmpty()) {
        cell.remark = printedAbove(library, cohort, [&](const Cohort &c) {
            return std::ranges::any_of(c.outcomes, [&](const Observation &o) {
                return belongs(o) && recorded(o);
            });
        });
        return cell;
    }
    cell.text = words.mid(0, mostWords).join(u"; "_s);
    if (words.size() > mostWords)
        cell.text += u"; and %1 more"_s.arg(words.size() - mostWords);
    return cell;
}

CompletenessCell domainOf(const Library &library, int cohort, const RateOptions &options,
                          const QString &domain)
{
    const auto wanted = fromCode<Domain>(domain);
    return gathered(library, cohort, options, [&](const Observation &o) {
        const OutcomeTerm *term = library.vocabulary.outcome(o.outcome);
        return term && wanted && term->domain == *wanted;
    });
}

CompletenessCell familyOf(const Library &library, int cohort, const RateOptions &options,
                          const QString &stem)
{
    return gathered(library, cohort, options,
                    [&](const Observation &o) { return o.outcome.startsWith(stem); });
}

CompletenessCell resolutionOf(const Library &library, int cohort, const RateOptions &options)
{
    CompletenessCell cell = domainOf(library, cohort, options, codeOf(Domain::ToxicityResolution));
    if (cell.source)
        return cell;
    const Cohort &c = cohortAt(library, cohort);
    if (const QString why = withoutRegimen(c); !why.isEmpty())
        return notApplicable(why);
    if (c.timing == Timing::Prophylactic)
        return notApplicable(u"anakinra was given before any toxicity"_s);
    return cell;
}

// Criteria

CompletenessCell criterionOf(const Library &library, int cohort, const RateOptions &,
                             const QString &stem)
{
    QStringList criteria;
    const Source *source = nullptr;
    bool any = false;
    for (const Observation &observation : cohortAt(library, cohort).outcomes) {
        if (!observation.outcome.startsWith(stem) || !recorded(observation)
            || !isGraded(library, observation))
            continue;
        any = true;
        if (!source || (criteria.isEmpty() && !observation.criterion.isEmpty()))
            source = &observation.figure.source;
        if (!observation.criterion.isEmpty() && !criteria.contains(observation.criterion))
            criteria << observation.criterion;
    }
    if (!any)
        return notApplicable(u"no such outcome is reported"_s);
    if (criteria.isEmpty())
        return missing(source, u"not stated"_s);
    return {Reporting::Reported, criteria.join(u"; "_s), {}, source};
}

ItemSpec plain(ItemGroup group, const QString &key, const QString &title, const QString &request,
               ItemLookup *look)
{
    return {{key, title, request, group}, look, {}, nullptr};
}

ItemSpec with(ItemGroup group, const QString &key, const QString &title, const QString &request,
              decltype(ItemSpec::lookFor) look, const QString &argument)
{
    return {{key, title, request, group}, nullptr, argument, look};
}

ItemSpec rate(const QString &code, const QString &title, const QString &what)
{
    return with(ItemGroup::Results, code, title, u"how many of how many patients had "_s + what,
                rateCellOf, code);
}

ItemSpec criterion(const QString &name, const QString &title, const QString &request,
                   const QString &stem)
{
    return with(ItemGroup::Criteria, u"criterion."_s + name, title, request, criterionOf, stem);
}

} // namespace

const std::vector<ItemSpec> &itemSpecs()
{
    using enum ItemGroup;
    static const std::vector<ItemSpec> specs{
        plain(Patients, u"n"_s, u"n"_s, u"the number of patients in this group"_s, sizeOf),
        plain(Patients, u"disease"_s, u"Disease"_s, u"the diseases that were treated"_s, diseasesOf),
        plain(Patients, u"age"_s, u"Age"_s, u"the patients' age"_s, ageOf),
        with(Patients, u"sex"_s, u"Sex"_s, u"how many patients were women and men"_s,
             characteristicOf, u"sex"_s),
        with(Patients, u"prior-lines"_s, u"Prior lines"_s,
             u"the number of earlier lines of treatment"_s, characteristicOf, u"prior-lines"_s),
        plain(Patients, u"products"_s, u"Products"_s, u"which CAR T products were given"_s,
              productsOf),
        plain(Patients, u"product-shares"_s, u"Product shares"_s,
              u"how many patients were given each product"_s, sharesOf),
        plain(Treatment, u"timing"_s, u"Timing"_s,
              u"whether anakinra was meant to be given before, at the first sign of, or after a "
              "toxicity"_s,
              timingOf),
        plain(Treatment, u"dose"_s, u"Dose"_s, u"the daily dose of anakinra"_s, doseOf),
        plain(Treatment, u"route"_s, u"Route"_s, u"the route, subcutaneous or intravenous"_s, routeOf),
        plain(Treatment, u"frequency"_s, u"Frequency"_s, u"how many doses were given a day"_s,
              frequencyOf),
        plain(Treatment, u"start-day"_s, u"Start day"_s,
              u"the day of the first dose, counted from the CAR T-cell infusion"_s, startDayOf),
        plain(Treatment, u"start"_s, u"Start criterion"_s, u"what started anakinra"_s, startOf),
        plain(Treatment, u"stop"_s, u"Stop criterion"_s, u"when and why anakinra was stopped"_s, stopOf),
        rate(u"crs.any"_s, u"CRS any"_s, u"CRS of any grade"_s),
        rate(u"crs.ge3"_s, u"CRS ≥3"_s, u"CRS of grade ≥3"_s),
        rate(u"icans.any"_s, u"ICANS any"_s, u"ICANS of any grade"_s),
        rate(u"icans.ge3"_s, u"ICANS ≥3"_s, u"ICANS of grade ≥3"_s),
        rate(u"response.orr"_s, u"ORR"_s, u"a response of the tumour (overall response)"_s),
        rate(u"response.cr"_s, u"CR"_s, u"a complete response or remission"_s),
        plain(Results, u"resolution"_s, u"Resolution"_s,
              u"in how many of how many patients the toxicity improved or resolved after anakinra"_s,
              resolutionOf),
        with(Results, u"infection"_s, u"Infection"_s, u"how many of how many patients had an infection"_s,
             familyOf, u"infection"_s),
        with(Results, u"death"_s, u"Death"_s, u"how many of how many patients died, and within what time"_s,
             domainOf, codeOf(Domain::Mortality)),
        with(Results, u"steroids"_s, u"Steroids"_s,
             u"how many of how many patients were given corticosteroids, and how much"_s, domainOf,
             codeOf(Domain::SteroidExposure)),
        criterion(u"crs"_s, u"CRS criteria"_s, u"by which criteria CRS was graded"_s, u"crs."_s),
        criterion(u"icans"_s, u"ICANS criteria"_s, u"by which criteria ICANS was graded"_s,
                  u"icans."_s),
        criterion(u"response"_s, u"Response criteria"_s,
                  u"by which criteria the response of the tumour was assessed"_s, u"response."_s),
        criterion(u"resolution"_s, u"Resolution criteria"_s,
                  u"what counted as improved or resolved"_s, u"resolution."_s),
    };
    return specs;
}

} // namespace anakinra
