// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/Completeness.h"

#include "models/figures/CriterionText.h"
#include "models/figures/FindingText.h"
#include "models/figures/RateFindings.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// Collects the numbers of one cohort.
class Numbers
{
public:
    Numbers(const Library &library, int cohort)
        : m_library(library), m_index(cohort),
          m_cohort(library.cohorts[static_cast<std::size_t>(cohort)])
    {
    }

    std::vector<FindingTarget> of(const QString &item)
    {
        if (item == u"n") {
            count(u"n"_s);
            if (m_cohort.nAnakinra.value && m_cohort.nAnakinra.value != m_cohort.n.value)
                count(u"n-anakinra"_s);
        } else if (item == u"products" || item == u"product-shares") {
            products();
        } else if (item == u"disease") {
            count(u"diseases"_s);
        } else if (item == u"timing" || item == u"start-day") {
            count(item);
        } else if (item == u"age" || item == u"sex" || item == u"prior-lines") {
            characteristics(item);
            if (item == u"age" && m_numbers.empty())
                count(u"age-groups"_s);
        } else if (item == u"dose" || item == u"route" || item == u"frequency" || item == u"start"
                   || item == u"stop") {
            regimens();
        } else {
            outcomes(item);
        }
        return std::move(m_numbers);
    }

private:
    void add(NumberKind kind, const QString &code, std::size_t position)
    {
        m_numbers.push_back({kind, m_index, code, int(position)});
    }
    void count(const QString &code) { add(NumberKind::Count, code, 0); }
    void products()
    {
        for (std::size_t i = 0; i < m_cohort.products.size(); ++i)
            add(NumberKind::Product, m_cohort.products[i].code, i);
        if (!m_cohort.products.empty())
            m_numbers.push_back({NumberKind::Product, m_index, {}, -1});
    }
    void characteristics(const QString &stem)
    {
        for (std::size_t i = 0; i < m_cohort.characteristics.size(); ++i) {
            const QString &code = m_cohort.characteristics[i].code;
            if (code == stem || code.startsWith(stem + u'.') || code.startsWith(stem + u'-'))
                add(NumberKind::Characteristic, code, i);
        }
    }
    void regimens()
    {
        for (std::size_t i = 0; i < m_cohort.regimens.size(); ++i) {
            if (m_cohort.regimens[i].kind == RegimenKind::Starting)
                add(NumberKind::Regimen, {}, i);
        }
    }
    void outcomes(const QString &item)
    {
        for (std::size_t i = 0; i < m_cohort.outcomes.size(); ++i) {
            if (belongs(m_cohort.outcomes[i], item))
                add(NumberKind::Endpoint, m_cohort.outcomes[i].outcome, i);
        }
    }
    [[nodiscard]] bool belongs(const Observation &observation, const QString &item) const
    {
        const OutcomeTerm *term = m_library.vocabulary.outcome(observation.outcome);
        const auto isOf = [&](Domain domain) { return term && term->domain == domain; };
        if (item == u"resolution")
            return isOf(Domain::ToxicityResolution);
        if (item == u"death")
            return isOf(Domain::Mortality);
        if (item == u"steroids")
            return isOf(Domain::SteroidExposure);
        if (item == u"infection")
            return observation.outcome.startsWith(item);
        if (item.startsWith(u"criterion."))
            return observation.outcome.startsWith(item.section(u'.', 1) + u'.')
                && isGraded(m_library, observation);
        return observation.outcome == item;
    }

    const Library &m_library;
    const int m_index;
    const Cohort &m_cohort;
    std::vector<FindingTarget> m_numbers;
};

} // namespace

std::vector<FindingTarget> numbersOfItem(const Library &library, int cohort, const QString &item)
{
    return Numbers(library, cohort).of(item);
}

void markFindings(CompletenessRow &row, const Library &library)
{
    const FindingIndex findings(findingsForFigure(library, {&row.cohort, 1}));
    if (findings.cohort(row.cohort).empty())
        return;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        CompletenessCell &cell = row.cells[i];
        // The criteria tell how figures were graded, not how large they are.
        if (cell.reporting >= Reporting::NotReported
            || completenessItems()[i].group == ItemGroup::Criteria)
            continue;
        std::vector<const Finding *> found;
        for (const FindingTarget &number : numbersOfItem(library, row.cohort, completenessItems()[i].key)) {
            for (const Finding *finding : findings.about(number)) {
                if (std::ranges::find(found, finding) == found.end())
                    found.push_back(finding);
            }
        }
        cell.findingMark = findingMark(found);
        cell.findingLines = findingLines(found);
    }
}

} // namespace anakinra
