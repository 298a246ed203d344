// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ReferenceFilter.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace anakinra::test {

using namespace Qt::StringLiterals;

namespace {

enum class Answer { Yes, No, Maybe };

/// What a cohort is known to have of a property, and whether there may be more.
struct Known
{
    std::set<QString> values;
    bool maybeMore = false;
};

const Study &studyOf(const Library &library, const Cohort &cohort)
{
    return library.studies.at(static_cast<std::size_t>(cohort.study));
}

Known fromList(const QStringList &codes)
{
    return {{codes.begin(), codes.end()}, codes.isEmpty()};
}

Known routes(const Cohort &cohort)
{
    Known known;
    bool anyStarting = false;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind == RegimenKind::StepUp)
            continue;
        anyStarting = true;
        if (regimen.routes.empty())
            known.maybeMore = true;
        for (const Route route : regimen.routes)
            known.values.insert(route == Route::Intravenous ? u"IV"_s : u"SC"_s);
    }
    if (!anyStarting)
        known.maybeMore = true;
    return known;
}

Known products(const Cohort &cohort)
{
    Known known;
    for (const ProductShare &share : cohort.products) {
        if (!share.n || *share.n > 0)
            known.values.insert(share.code);
    }
    known.maybeMore = known.values.empty();
    return known;
}

Known peerReview(const Library &library, const Cohort &cohort)
{
    Known known;
    for (const int report : studyOf(library, cohort).reports) {
        switch (library.reports.at(static_cast<std::size_t>(report)).peerReviewed) {
        case PeerReviewed::Yes:
            known.values.insert(u"yes"_s);
            break;
        case PeerReviewed::No:
            known.values.insert(u"no"_s);
            break;
        case PeerReviewed::NotStated:
            known.maybeMore = true;
            break;
        }
    }
    if (studyOf(library, cohort).reports.empty())
        known.maybeMore = true;
    return known;
}

Known publications(const Library &library, const Cohort &cohort)
{
    Known known;
    for (const int report : studyOf(library, cohort).reports) {
        const QString kind = library.reports.at(static_cast<std::size_t>(report)).kind;
        if (!kind.isEmpty())
            known.values.insert(kind);
    }
    known.maybeMore = known.values.empty();
    return known;
}

Answer anyOf(const Known &known, const QString &code)
{
    if (known.values.count(code) != 0)
        return Answer::Yes;
    return known.maybeMore ? Answer::Maybe : Answer::No;
}

Answer onlyOf(const Known &known, const QString &code)
{
    for (const QString &value : known.values) {
        if (value != code)
            return Answer::No;
    }
    return known.maybeMore ? Answer::Maybe : Answer::Yes;
}

bool isListed(const std::vector<Term> &terms, const QString &code)
{
    for (const Term &term : terms) {
        if (term.code == code)
            return true;
    }
    return false;
}

Answer valueAnswer(const Library &library, const Cohort &cohort, Facet facet, const QString &code)
{
    const Vocabulary &words = library.vocabulary;
    const auto open = [&](const Known &known, const std::vector<Term> &terms, bool only = false) {
        if (code == u"not-reported"_s)
            return known.values.empty() ? Answer::Yes : Answer::No;
        if (!isListed(terms, code))
            return Answer::No;
        return only ? onlyOf(known, code) : anyOf(known, code);
    };
    const bool notApplicable = isComparator(cohort.role);
    switch (facet) {
    case Facet::Product:
        return open(products(cohort), words.products);
    case Facet::OnlyProduct:
        return open(products(cohort), words.products, true);
    case Facet::Route:
    case Facet::OnlyRoute: {
        if (notApplicable)
            return Answer::Yes;
        const Known known = routes(cohort);
        if (code == u"not-reported"_s)
            return known.values.empty() ? Answer::Yes : Answer::No;
        return facet == Facet::Route ? anyOf(known, code) : onlyOf(known, code);
    }
    case Facet::Timing:
        if (notApplicable || code == codeOf(cohort.timing))
            return Answer::Yes;
        if (cohort.timing == Timing::NotReported)
            return Answer::Maybe;
        return code == u"refractory"_s && cohort.timingSource.flags.contains(u"called-refractory"_s)
            ? Answer::Maybe
            : Answer::No;
    case Facet::Disease:
        return open(fromList(cohort.diseases.codes), words.diseases);
    case Facet::AgeGroup:
        return open(fromList(cohort.ageGroups.codes), words.ageGroups);
    case Facet::Design:
        return open(fromList(studyOf(library, cohort).design.codes), words.designs);
    case Facet::Indication:
        return open(fromList(cohort.indications.codes), words.indications);
    case Facet::Publication:
        return open(publications(library, cohort), words.publications);
    case Facet::PeerReviewed: {
        const Known known = peerReview(library, cohort);
        if (code == u"not-stated"_s)
            return known.maybeMore ? Answer::Yes : Answer::No;
        return anyOf(known, code);
    }
    case Facet::Study:
        return studyOf(library, cohort).id == code ? Answer::Yes : Answer::No;
    case Facet::Role:
        return codeOf(cohort.role) == code ? Answer::Yes : Answer::No;
    }
    return Answer::No;
}

Answer facetAnswer(const Library &library, const Cohort &cohort, Facet facet, const QStringList &codes)
{
    Answer best = Answer::No;
    for (const QString &code : codes) {
        const Answer one = valueAnswer(library, cohort, facet, code);
        if (one == Answer::Yes)
            return Answer::Yes;
        if (one == Answer::Maybe)
            best = Answer::Maybe;
    }
    return best;
}

Answer spanAnswer(double low, double high, const Range &wanted)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const double from = wanted.min.value_or(-infinity);
    const double to = wanted.max.value_or(infinity);
    if (low >= from && high <= to)
        return Answer::Yes;
    return high < from || low > to ? Answer::No : Answer::Maybe;
}

Answer doseAnswer(const Cohort &cohort, const FilterCriteria &criteria)
{
    if (isComparator(cohort.role))
        return Answer::Yes;
    int regimens = 0;
    int yes = 0;
    int no = 0;
    for (const Regimen &regimen : cohort.regimens) {
        if (regimen.kind == RegimenKind::StepUp)
            continue;
        ++regimens;
        if (!regimen.dose)
            continue;
        double factor = 1;
        if (regimen.dose->unit != criteria.dose->unit) {
            if (!criteria.bodyWeight)
                continue;
            factor = criteria.dose->unit == DoseUnit::MgPerDay ? *criteria.bodyWeight
                                                               : 1 / *criteria.bodyWeight;
        }
        const Answer answer =
            spanAnswer(regimen.dose->min * factor, regimen.dose->max * factor, criteria.dose->range);
        yes += answer == Answer::Yes ? 1 : 0;
        no += answer == Answer::No ? 1 : 0;
    }
    if (regimens > 0 && yes == regimens)
        return Answer::Yes;
    return regimens > 0 && no == regimens ? Answer::No : Answer::Maybe;
}

Answer startAnswer(const Cohort &cohort, const Range &wanted)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (isComparator(cohort.role))
        return Answer::Yes;
    if (!cohort.startDay.min && !cohort.startDay.max)
        return Answer::Maybe;
    return spanAnswer(cohort.startDay.min.value_or(-infinity), cohort.startDay.max.value_or(infinity),
                      wanted);
}

/// The regimen-defined cohorts at the bottom below a cohort, not counting itself.
void collectBottom(const Library &library, int cohort, std::set<int> &bottom)
{
    for (const int child : library.cohorts.at(static_cast<std::size_t>(cohort)).children) {
        if (library.cohorts.at(static_cast<std::size_t>(child)).role != Role::Anakinra)
            continue;
        std::set<int> below;
        collectBottom(library, child, below);
        if (below.empty())
            bottom.insert(child);
        bottom.insert(below.begin(), below.end());
    }
}

Answer throughParts(const Library &library, int cohort,
                    const std::function<Answer(const Cohort &)> &own)
{
    const Cohort &self = library.cohorts.at(static_cast<std::size_t>(cohort));
    std::set<int> bottom;
    collectBottom(library, cohort, bottom);
    if (bottom.empty() || self.role != Role::Anakinra)
        return own(self);
    std::size_t yes = 0;
    std::size_t maybe = 0;
    for (const int part : bottom) {
        const Answer answer = own(library.cohorts.at(static_cast<std::size_t>(part)));
        yes += answer == Answer::Yes ? 1 : 0;
        maybe += answer == Answer::Maybe ? 1 : 0;
    }
    if (yes == bottom.size())
        return Answer::Yes;
    return yes == 0 && maybe > 0 ? Answer::Maybe : Answer::No;
}

/// Only for the words of random libraries: "é" and "ä" are all the accents there are.
QString plainText(QString text)
{
    return text.toLower().replace(u'é', u'e').replace(u'ä', u'a');
}

Answer searchAnswer(const Library &library, const Cohort &cohort, const QString &search)
{
    const Study &study = studyOf(library, cohort);
    QStringList texts{cohort.id, cohort.label, study.id, study.label, study.title};
    for (const Note &note : cohort.notes)
        texts.append(note.text);
    const QString all = plainText(texts.join(u' '));
    for (const QString &word : plainText(search).split(u' ', Qt::SkipEmptyParts)) {
        if (!all.contains(word))
            return Answer::No;
    }
    return Answer::Yes;
}

} // namespace

ReferenceResult referenceFilter(const Library &library, const FilterCriteria &criteria)
{
    ReferenceResult result;
    for (int i = 0; i < static_cast<int>(library.cohorts.size()); ++i) {
        const Cohort &cohort = library.cohorts.at(static_cast<std::size_t>(i));
        std::vector<Answer> answers;
        for (const auto &entry : CodeList<Facet>::entries) {
            QStringList codes = criteria.values(entry.value);
            if (entry.value == Facet::Role && codes.isEmpty())
                codes = QStringList{u"anakinra"_s};
            if (codes.isEmpty())
                continue;
            const auto own = [&](const Cohort &c) {
                return facetAnswer(library, c, entry.value, codes);
            };
            const bool parts = entry.value == Facet::Route || entry.value == Facet::OnlyRoute
                || entry.value == Facet::Timing;
            answers.push_back(parts ? throughParts(library, i, own) : own(cohort));
        }
        if (criteria.dose && (criteria.dose->range.min || criteria.dose->range.max)) {
            answers.push_back(throughParts(
                library, i, [&](const Cohort &c) { return doseAnswer(c, criteria); }));
        }
        if (criteria.startDay && (criteria.startDay->min || criteria.startDay->max)) {
            answers.push_back(throughParts(
                library, i, [&](const Cohort &c) { return startAnswer(c, *criteria.startDay); }));
        }
        if (criteria.size && (criteria.size->min || criteria.size->max)) {
            answers.push_back(cohort.n.value ? spanAnswer(*cohort.n.value,
                                                          cohort.n.max.value_or(*cohort.n.value),
                                                          *criteria.size)
                                             : Answer::Maybe);
        }
        if (criteria.year && (criteria.year->min || criteria.year->max)) {
            const auto year = studyOf(library, cohort).year;
            answers.push_back(year ? spanAnswer(*year, *year, *criteria.year) : Answer::Maybe);
        }
        answers.push_back(searchAnswer(library, cohort, criteria.search));
        answers.push_back(criteria.excluded.contains(cohort.id) ? Answer::No : Answer::Yes);

        const auto has = [&](Answer answer) {
            return std::find(answers.begin(), answers.end(), answer) != answers.end();
        };
        if (has(Answer::No))
            continue;
        (has(Answer::Maybe) ? result.unjudged : result.accepted).insert(i);
    }
    return result;
}

} // namespace anakinra::test
