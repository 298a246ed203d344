// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/judging/FacetColumn.h"

namespace anakinra::filter {

using namespace Qt::StringLiterals;

namespace {

/// Builds the columns one by one from the same library.
class Builder
{
public:
    explicit Builder(const Library &library)
        : m_library(library)
        , m_size(static_cast<int>(library.cohorts.size()))
        , m_comparators(m_size)
    {
        for (int i = 0; i < m_size; ++i)
            m_comparators.assign(i, isComparator(library.cohorts[at(i)].role));
    }

    /// A facet over codes of an open list; no codes = not reported.
    template<typename CodesOf>
    FacetColumn coded(Facet facet, const std::vector<Term> &terms, Reason notReported,
                      CodesOf &&codesOf) const
    {
        FacetColumn column = start(facet, notReported);
        for (const Term &term : terms)
            column.addEntry(term.code, term.label, m_size);
        BitSet unknown(m_size);
        for (int i = 0; i < m_size; ++i) {
            bool none = true;
            for (const QString &code : codesOf(m_library.cohorts[at(i)])) {
                int entry = column.find(code);
                if (entry < 0)
                    entry = column.addEntry(code, code, m_size);
                column.entries[at(entry)].occurs = true;
                column.entries[at(entry)].accepted.set(i);
                none = false;
            }
            unknown.assign(i, none);
        }
        addNotReported(column, unknown);
        return column;
    }

    FacetColumn onlyProduct() const
    {
        FacetColumn column = start(Facet::OnlyProduct, Reason::ProductNotReported);
        for (const Term &term : m_library.vocabulary.products)
            column.addEntry(term.code, term.label, m_size);
        BitSet unknown(m_size);
        for (int i = 0; i < m_size; ++i) {
            const QStringList codes = productsOf(m_library.cohorts[at(i)]);
            for (const QString &code : codes) {
                int entry = column.find(code);
                if (entry < 0)
                    entry = column.addEntry(code, code, m_size);
                column.entries[at(entry)].occurs = true;
                if (codes.size() == 1)
                    column.entries[at(entry)].accepted.set(i);
            }
            unknown.assign(i, codes.isEmpty());
        }
        addNotReported(column, unknown);
        column.entries.back().occurs = false;
        return column;
    }

    /// Products given to anyone, each once; a printed share of 0 is not given.
    static QStringList productsOf(const Cohort &cohort)
    {
        QStringList codes;
        for (const ProductShare &share : cohort.products) {
            if (share.n != 0 && !codes.contains(share.code))
                codes.append(share.code);
        }
        return codes;
    }

    FacetColumn route(Facet facet) const
    {
        FacetColumn column = start(facet, Reason::RouteNotReported);
        column.partly = Reason::RouteNotForAll;
        const bool only = facet == Facet::OnlyRoute;
        for (const auto &route : CodeList<Route>::entries)
            column.addEntry(route.code.toString(), route.label.toString(), m_size);

        BitSet unknown(m_size);
        for (int i = 0; i < m_size; ++i) {
            if (m_comparators.test(i))
                continue;
            std::array<bool, CodeList<Route>::entries.size()> used{};
            int routes = 0;
            bool missing = false;
            for (const Regimen &regimen : m_library.cohorts[at(i)].regimens) {
                if (regimen.kind != RegimenKind::Starting)
                    continue;
                missing = missing || regimen.routes.empty();
                for (const Route route : regimen.routes) {
                    bool &flag = used[static_cast<std::size_t>(route)];
                    routes += flag ? 0 : 1;
                    flag = true;
                }
            }
            unknown.assign(i, routes == 0);
            column.partlyReported.assign(i, routes > 0 && missing);
            for (std::size_t r = 0; r < used.size(); ++r) {
                FacetEntry &entry = column.entries[r];
                entry.occurs = entry.occurs || used[r];
                const bool sole = used[r] && routes == 1;
                if (only ? sole && !missing : used[r])
                    entry.accepted.set(i);
                else if (only ? sole || routes == 0 : missing || routes == 0)
                    entry.unjudged.set(i);
            }
        }
        addNotReported(column, unknown);
        if (only)
            column.entries.back().occurs = false;
        notApplicableToComparators(column);
        return column;
    }

    FacetColumn timing() const
    {
        FacetColumn column = start(Facet::Timing, Reason::TimingNotReported);
        column.partly = Reason::CalledRefractory;
        for (const auto &timing : CodeList<Timing>::entries) {
            if (timing.value != Timing::NotReported)
                column.addEntry(timing.code.toString(), timing.label.toString(), m_size);
        }
        const auto refractory = at(column.find(codeOf(Timing::Refractory)));
        BitSet unknown(m_size);
        for (int i = 0; i < m_size; ++i) {
            const Cohort &cohort = m_library.cohorts[at(i)];
            if (m_comparators.test(i))
                continue;
            unknown.assign(i, cohort.timing == Timing::NotReported);
            if (cohort.timing == Timing::NotReported)
                continue;
            FacetEntry &entry = column.entries[static_cast<std::size_t>(cohort.timing)];
            entry.occurs = true;
            entry.accepted.set(i);
            if (cohort.timing != Timing::Refractory
                && cohort.timingSource.flags.contains("called-refractory"_L1)) {
                column.partlyReported.set(i);
                column.entries[refractory].unjudged.set(i);
            }
        }
        addNotReported(column, unknown);
        notApplicableToComparators(column);
        return column;
    }

    FacetColumn peerReviewed() const
    {
        FacetColumn column = start(Facet::PeerReviewed, Reason::PeerReviewNotStated);
        for (const auto &entry : CodeList<PeerReviewed>::entries)
            column.addEntry(entry.code.toString(), entry.label.toString(), m_size);
        const auto notStated = static_cast<std::size_t>(PeerReviewed::NotStated);
        for (int i = 0; i < m_size; ++i) {
            for (const int report : reportsOf(m_library.cohorts[at(i)])) {
                const auto value = m_library.reports[at(report)].peerReviewed;
                column.entries[static_cast<std::size_t>(value)].accepted.set(i);
            }
            if (reportsOf(m_library.cohorts[at(i)]).empty())
                column.entries[notStated].accepted.set(i);
        }
        for (std::size_t e = 0; e < column.entries.size(); ++e) {
            FacetEntry &entry = column.entries[e];
            entry.occurs = entry.accepted.count() > 0;
            if (e != notStated) {
                entry.unjudged = column.entries[notStated].accepted;
                entry.unjudged -= entry.accepted;
            }
        }
        return column;
    }

    FacetColumn study() const
    {
        FacetColumn column = start(Facet::Study, Reason::ProductNotReported);
        for (const Study &study : m_library.studies) {
            column.addEntry(study.id, study.label, 0);
            column.entries.back().occurs = !study.cohorts.empty();
        }
        column.entryOf.reserve(at(m_size));
        for (const Cohort &cohort : m_library.cohorts)
            column.entryOf.push_back(cohort.study);
        return column;
    }

    FacetColumn role() const
    {
        FacetColumn column = start(Facet::Role, Reason::ProductNotReported);
        for (const auto &role : CodeList<Role>::entries) {
            column.addEntry(role.code.toString(), role.label.toString(), 0);
            column.entries.back().occurs = true;
        }
        column.entryOf.reserve(at(m_size));
        for (const Cohort &cohort : m_library.cohorts)
            column.entryOf.push_back(static_cast<int>(cohort.role));
        return column;
    }

    const Study *studyOf(const Cohort &cohort) const
    {
        return cohort.study >= 0 ? &m_library.studies[at(cohort.study)] : nullptr;
    }

    QStringList publicationsOf(const Cohort &cohort) const
    {
        QStringList kinds;
        for (const int report : reportsOf(cohort)) {
            const QString &kind = m_library.reports[at(report)].kind;
            if (!kind.isEmpty())
                kinds.append(kind);
        }
        return kinds;
    }

private:
    FacetColumn start(Facet facet, Reason notReported) const
    {
        FacetColumn column;
        column.facet = facet;
        column.notReported = notReported;
        column.partlyReported = BitSet(m_size);
        return column;
    }

    /// The last entry; what has no value is unjudged by all others (as far as they did not say so
    /// themselves).
    void addNotReported(FacetColumn &column, const BitSet &unknown) const
    {
        for (FacetEntry &entry : column.entries)
            entry.unjudged |= unknown;
        const auto entry = at(column.addEntry(notReportedCode.toString(), u"Not reported"_s, m_size));
        column.entries[entry].accepted = unknown;
        column.entries[entry].occurs = unknown.count() > 0;
    }

    void notApplicableToComparators(FacetColumn &column) const
    {
        for (FacetEntry &entry : column.entries)
            entry.accepted |= m_comparators;
    }

    const std::vector<int> &reportsOf(const Cohort &cohort) const
    {
        static const std::vector<int> none;
        return cohort.study >= 0 ? m_library.studies[at(cohort.study)].reports : none;
    }

    const Library &m_library;
    int m_size;
    BitSet m_comparators;
};

} // namespace

std::vector<FacetColumn> makeFacetColumns(const Library &library, const CohortTree &tree)
{
    const Builder builder(library);
    const Vocabulary &words = library.vocabulary;
    std::vector<FacetColumn> columns;
    columns.reserve(facetCount);
    columns.push_back(builder.coded(Facet::Product, words.products, Reason::ProductNotReported,
                                    [](const Cohort &c) { return Builder::productsOf(c); }));
    columns.push_back(builder.onlyProduct());
    columns.push_back(builder.route(Facet::Route));
    columns.push_back(builder.route(Facet::OnlyRoute));
    columns.push_back(builder.timing());
    columns.push_back(builder.coded(Facet::Disease, words.diseases, Reason::DiseaseNotReported,
                                    [](const Cohort &c) { return c.diseases.codes; }));
    columns.push_back(builder.coded(Facet::AgeGroup, words.ageGroups, Reason::AgeGroupNotReported,
                                    [](const Cohort &c) { return c.ageGroups.codes; }));
    columns.push_back(builder.coded(Facet::Design, words.designs, Reason::DesignNotReported,
                                    [&](const Cohort &c) {
                                        const Study *study = builder.studyOf(c);
                                        return study ? study->design.codes : QStringList();
                                    }));
    columns.push_back(builder.coded(Facet::Indication, words.indications,
                                    Reason::IndicationNotReported,
                                    [](const Cohort &c) { return c.indications.codes; }));
    columns.push_back(builder.coded(Facet::Publication, words.publications,
                                    Reason::PublicationNotReported,
                                    [&](const Cohort &c) { return builder.publicationsOf(c); }));
    columns.push_back(builder.peerReviewed());
    columns.push_back(builder.study());
    columns.push_back(builder.role());
    for (FacetColumn &column : columns)
        column.finish(tree);
    return columns;
}

} // namespace anakinra::filter
