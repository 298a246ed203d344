// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/LibraryBuilder.h"

namespace anakinra::test {

using namespace Qt::StringLiterals;

LibraryBuilder::LibraryBuilder()
{
    m_library.title = u"Test library"_s;
    m_library.version = u"1.0"_s;
    Vocabulary &words = m_library.vocabulary;
    words.products = {{u"axi-cel"_s, u"axi-cel"_s, u"axicabtagene ciloleucel"_s},
                      {u"liso-cel"_s, u"liso-cel"_s, u"lisocabtagene maraleucel"_s},
                      {u"tisa-cel"_s, u"tisa-cel"_s, u"tisagenlecleucel"_s}};
    words.diseases = {{u"lbcl"_s, u"Large B-cell lymphoma"_s, {}}, {u"b-all"_s, u"B-ALL"_s, {}}};
    words.ageGroups = {{u"adult"_s, u"Adults"_s, {}}, {u"paediatric"_s, u"Children"_s, {}}};
    words.designs = {{u"phase-2"_s, u"Phase 2 trial"_s, {}}, {u"case-series"_s, u"Case series"_s, {}}};
    words.indications = {{u"icans"_s, u"ICANS"_s, {}}, {u"crs"_s, u"CRS"_s, {}}};
    words.publications = {{u"article"_s, u"Journal article"_s, {}}, {u"news"_s, u"News report"_s, {}}};
    words.outcomes = {{u"icans.any"_s, u"ICANS, any grade"_s, u"ICANS"_s, Domain::ToxicityIncidence,
                       Direction::LowerBetter, {}}};
}

int LibraryBuilder::studyAt(const QString &id)
{
    const auto found = m_library.studyIndex.constFind(id);
    if (found != m_library.studyIndex.constEnd())
        return *found;
    Study study;
    study.id = id;
    study.label = id;
    const int index = static_cast<int>(m_library.studies.size());
    m_library.studies.push_back(std::move(study));
    m_library.studyIndex.insert(id, index);
    return index;
}

LibraryBuilder &LibraryBuilder::cohort(const char *id, int n, const EditCohort &edit)
{
    return cohort(id, n, "", edit);
}

LibraryBuilder &LibraryBuilder::cohort(const char *id, int n, const char *parent, const EditCohort &edit)
{
    const int index = static_cast<int>(m_library.cohorts.size());
    Cohort cohort;
    cohort.id = QString::fromUtf8(id);
    cohort.label = cohort.id.section(u'/', 1);
    cohort.study = studyAt(cohort.id.section(u'/', 0, 0));
    cohort.parent = m_library.cohortIndex.value(QString::fromUtf8(parent), -1);
    if (n >= 0)
        cohort.n.value = n;
    if (edit)
        edit(cohort);
    if (!cohort.nAnakinra.value && !isComparator(cohort.role) && cohort.role != Role::StudyPopulation)
        cohort.nAnakinra = cohort.n;
    m_library.studies[static_cast<std::size_t>(cohort.study)].cohorts.push_back(index);
    m_library.cohortIndex.insert(cohort.id, index);
    m_library.cohorts.push_back(std::move(cohort));
    return *this;
}

LibraryBuilder &LibraryBuilder::study(const char *id, const std::function<void(Study &)> &edit)
{
    const int index = studyAt(QString::fromUtf8(id));
    if (edit)
        edit(m_library.studies[static_cast<std::size_t>(index)]);
    return *this;
}

LibraryBuilder &LibraryBuilder::report(const char *study, const char *id, const char *kind,
                                       PeerReviewed peerReviewed,
                                       const std::function<void(Report &)> &edit)
{
    Report report;
    report.id = QString::fromUtf8(id);
    report.label = report.id;
    report.study = studyAt(QString::fromUtf8(study));
    report.kind = QString::fromUtf8(kind);
    report.peerReviewed = peerReviewed;
    if (edit)
        edit(report);
    const int index = static_cast<int>(m_library.reports.size());
    m_library.studies[static_cast<std::size_t>(report.study)].reports.push_back(index);
    m_library.reportIndex.insert(report.id, index);
    m_library.reports.push_back(std::move(report));
    return *this;
}

LibraryBuilder &LibraryBuilder::overlap(const char *a, const char *b, OverlapLevel level)
{
    Overlap overlap;
    overlap.id = u"overlap-%1"_s.arg(m_library.overlaps.size());
    overlap.a = QString::fromUtf8(a);
    overlap.b = QString::fromUtf8(b);
    overlap.level = level;
    m_library.overlaps.push_back(std::move(overlap));
    return *this;
}

std::shared_ptr<const Library> LibraryBuilder::build()
{
    for (Cohort &cohort : m_library.cohorts)
        cohort.children.clear();
    for (std::size_t i = 0; i < m_library.cohorts.size(); ++i) {
        const int parent = m_library.cohorts[i].parent;
        if (parent >= 0)
            m_library.cohorts[static_cast<std::size_t>(parent)].children.push_back(static_cast<int>(i));
    }
    return std::make_shared<const Library>(m_library);
}

Dose mgPerDay(double min, double max)
{
    return {min, max > 0 ? max : min, DoseUnit::MgPerDay};
}

Dose mgPerKgPerDay(double min, double max)
{
    return {min, max > 0 ? max : min, DoseUnit::MgPerKgPerDay};
}

Regimen starting(std::vector<Route> routes, std::optional<Dose> dose)
{
    Regimen regimen;
    regimen.routes = std::move(routes);
    regimen.dose = dose;
    return regimen;
}

Regimen stepUp(std::vector<Route> routes, std::optional<Dose> dose)
{
    Regimen regimen = starting(std::move(routes), dose);
    regimen.kind = RegimenKind::StepUp;
    return regimen;
}

ProductShare product(const char *code, int n)
{
    ProductShare share;
    share.code = QString::fromUtf8(code);
    if (n >= 0)
        share.n = n;
    return share;
}

Coded coded(std::initializer_list<const char *> codes)
{
    Coded result;
    for (const char *code : codes)
        result.codes.append(QString::fromUtf8(code));
    return result;
}

StartDay startDay(std::optional<double> min, std::optional<double> max, std::optional<double> median)
{
    StartDay result;
    result.min = min;
    result.max = max;
    result.median = median;
    return result;
}

Count count(int value, int max)
{
    Count result;
    result.value = value;
    if (max >= 0)
        result.max = max;
    return result;
}

} // namespace anakinra::test
