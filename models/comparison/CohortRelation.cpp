// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/CohortRelation.h"

#include "models/figures/RateSeries.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr int maxLevels = 64; ///< stops at a cohort that is its own ancestor

/// The words of a relation between two cohorts, found once.
class Relating
{
public:
    Relating(const Library &library, const CohortFigure &a, const CohortFigure &b)
        : m_library(library)
        , m_a(library.cohorts[static_cast<std::size_t>(a.cohort)])
        , m_b(library.cohorts[static_cast<std::size_t>(b.cohort)])
        , m_link(a.cohort == b.cohort ? SharingLink{Sharing::Part, nullptr}
                                      : SharedParticipants(library, {a, b}).between(0, 1))
    {
    }

    CohortRelation find() const
    {
        CohortRelation relation;
        relation.sameStudy = m_a.study >= 0 && m_a.study == m_b.study;
        relation.shared = shared();
        if (m_link.kind == Sharing::Possible)
            relation.possibleOverlap = u"An overlap of the two groups cannot be excluded: "_s
                + m_link.overlap->grounds;
        relation.noTest = noTest(relation);
        relation.randomised = relation.noTest.isEmpty() && isRandomised(study())
            && (m_link.kind == Sharing::None || treatedAndUntreated());
        relation.statement = statement(relation);
        return relation;
    }

private:
    const Study &study() const { return m_library.studies[static_cast<std::size_t>(m_a.study)]; }

    template<typename Test>
    bool anyUpwards(const Cohort &cohort, const Test &test) const
    {
        const Cohort *c = &cohort;
        for (int level = 0; level < maxLevels; ++level) {
            if (test(*c))
                return true;
            if (c->parent < 0)
                return false;
            c = &m_library.cohorts[static_cast<std::size_t>(c->parent)];
        }
        return false;
    }

    bool eitherIs(std::initializer_list<Role> roles) const
    {
        return std::ranges::any_of(roles, [&](Role role) {
            return m_a.role == role || m_b.role == role;
        });
    }

    bool wasGivenAnakinra(const Cohort &cohort) const
    {
        return anyUpwards(cohort, [](const Cohort &c) { return c.role == Role::Anakinra; });
    }

    bool treatedAndUntreated() const
    {
        return (m_a.role == Role::UntreatedGroup && wasGivenAnakinra(m_b))
            || (m_b.role == Role::UntreatedGroup && wasGivenAnakinra(m_a));
    }

    /// The study prints the two, or what they are parts of, as groups set against each other.
    bool comparedByStudy() const
    {
        const auto isIn = [&](const Cohort &cohort, const QString &id) {
            return anyUpwards(cohort, [&](const Cohort &c) { return c.id == id; });
        };
        return std::ranges::any_of(study().comparisons, [&](const Comparison &comparison) {
            for (const ComparisonGroup &first : comparison.groups) {
                for (const ComparisonGroup &second : comparison.groups) {
                    if (first.cohort != second.cohort && isIn(m_a, first.cohort)
                        && isIn(m_b, second.cohort) && !isIn(m_b, first.cohort)
                        && !isIn(m_a, second.cohort))
                        return true;
                }
            }
            return false;
        });
    }

    QString shared() const
    {
        switch (m_link.kind) {
        case Sharing::None:
        case Sharing::Possible:
            return {};
        case Sharing::Part:
            return u"One group is a part of the other, so that the same participants stand on both "
                   "sides."_s;
        case Sharing::Recorded:
            return u"The two groups share participants: "_s + m_link.overlap->grounds;
        case Sharing::OtherGroup:
            break;
        }
        if (eitherIs({Role::HistoricalControl, Role::ExternalReference}) || treatedAndUntreated()
            || comparedByStudy())
            return {};
        return u"The two groups cut their study in different ways and may share participants; no "
               "source says that they do not."_s;
    }

    QString noTest(const CohortRelation &relation) const
    {
        if (!relation.sameStudy)
            return u"the groups come from different studies"_s;
        if (eitherIs({Role::ExternalReference}))
            return u"a group of another trial is quoted, not a group of this study"_s;
        if (eitherIs({Role::HistoricalControl}))
            return u"a historical control is not a group of the study: other patients of another "
                   "time"_s;
        if (eitherIs({Role::UnnamedComparator}))
            return u"the source does not say who was compared"_s;
        if (!relation.shared.isEmpty())
            return u"the groups share participants, or may"_s;
        if (!relation.possibleOverlap.isEmpty())
            return u"an overlap of the groups cannot be excluded"_s;
        return {};
    }

    QString statement(const CohortRelation &relation) const
    {
        if (relation.randomised)
            return u"The study is described as randomised; whether these two groups were randomised "
                   "against each other is not recorded."_s;
        if (!relation.sameStudy)
            return u"The groups come from different studies: patients, products, definitions and care "
                   "may differ as well as anakinra."_s;
        QStringList limits;
        for (const Cohort *cohort : {&m_a, &m_b}) {
            if (isComparator(cohort->role))
                limits << roleLimit(cohort->role);
        }
        limits.removeDuplicates();
        const QString limit = limits.isEmpty() ? QString() : u" ("_s + limits.join(u"; "_s) + u')';
        return u"The groups were not assigned by chance"_s + limit
            + u": a difference may have other causes than how anakinra was given."_s;
    }

    const Library &m_library;
    const Cohort &m_a;
    const Cohort &m_b;
    SharingLink m_link;
};

} // namespace

CohortRelation cohortRelation(const Library &library, const CohortFigure &a, const CohortFigure &b)
{
    return Relating(library, a, b).find();
}

bool isRandomised(const Study &study)
{
    return std::ranges::any_of(study.design.codes, [](const QString &code) {
        return code.contains(u"randomi") && !code.contains(u"non-random");
    });
}

QString roleLimit(Role role)
{
    switch (role) {
    case Role::HistoricalControl:
        return u"historical control: other patients of another time"_s;
    case Role::ExternalReference:
        return u"another trial: other patients, centres and time"_s;
    case Role::UnnamedComparator:
        return u"the source does not say who was compared"_s;
    case Role::UntreatedGroup:
        return u"group of the same study that was not given anakinra"_s;
    case Role::Era:
        return u"calendar period: not a group with or without anakinra"_s;
    default:
        return labelOf(role);
    }
}

} // namespace anakinra
