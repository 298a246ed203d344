// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/Library.h"

#include <algorithm>

namespace anakinra {

namespace {

template<typename T>
const T *findByCode(const std::vector<T> &terms, QStringView code)
{
    const auto it = std::ranges::find_if(terms, [code](const T &term) { return term.code == code; });
    return it == terms.end() ? nullptr : &*it;
}

template<typename T>
const T *findById(const std::vector<T> &records, const QHash<QString, int> &index, const QString &id)
{
    const auto it = index.constFind(id);
    return it == index.constEnd() ? nullptr : &records[static_cast<std::size_t>(*it)];
}

} // namespace

std::optional<double> Figure::rate() const
{
    if (hasCounts())
        return 100.0 * *events / *n;
    return percent;
}

const Observation *Cohort::find(QStringView outcome) const
{
    const auto it = std::ranges::find_if(
        outcomes, [outcome](const Observation &o) { return o.outcome == outcome; });
    return it == outcomes.end() ? nullptr : &*it;
}

QString Report::citationValue(QStringView field, CitedWork of) const
{
    const auto it = std::ranges::find_if(
        citation, [field, of](const CitationField &f) { return f.field == field && f.of == of; });
    return it == citation.end() ? QString() : it->value;
}

const OutcomeTerm *Vocabulary::outcome(QStringView code) const
{
    return findByCode(outcomes, code);
}

QString Vocabulary::label(const std::vector<Term> &terms, QStringView code)
{
    const Term *term = findByCode(terms, code);
    return term ? term->label : code.toString();
}

bool Vocabulary::contains(const std::vector<Term> &terms, QStringView code)
{
    return findByCode(terms, code) != nullptr;
}

const Study *Library::study(const QString &id) const
{
    return findById(studies, studyIndex, id);
}

const Report *Library::report(const QString &id) const
{
    return findById(reports, reportIndex, id);
}

const Cohort *Library::cohort(const QString &id) const
{
    return findById(cohorts, cohortIndex, id);
}

} // namespace anakinra
