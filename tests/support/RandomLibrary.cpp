// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/RandomLibrary.h"

#include "tests/support/LibraryBuilder.h"

#include <algorithm>
#include <iterator>

namespace anakinra::test {

using namespace Qt::StringLiterals;

namespace {

std::size_t at(int i)
{
    return static_cast<std::size_t>(i);
}

class Draw
{
public:
    explicit Draw(quint32 seed)
        : m_random(seed)
    {
    }

    bool chance(int percent) { return below(100) < percent; }
    int below(int end) { return m_random.bounded(end); }
    template<typename T>
    const T &oneOf(const std::vector<T> &list)
    {
        return list[at(below(static_cast<int>(list.size())))];
    }
    QString word() { return randomWords().at(below(static_cast<int>(randomWords().size()))); }
    Coded codes(const std::vector<const char *> &all)
    {
        Coded result;
        for (const char *code : all) {
            if (chance(40))
                result.codes.append(QString::fromLatin1(code));
        }
        return result;
    }

    Regimen regimen()
    {
        std::vector<Route> routes;
        for (const Route route : {Route::Subcutaneous, Route::Intravenous}) {
            if (chance(45))
                routes.push_back(route);
        }
        std::optional<Dose> dose;
        if (chance(80)) {
            const double low = 2.0 * (1 + below(4));
            const double high = low + (chance(40) ? 2.0 * below(3) : 0.0);
            dose = chance(60) ? mgPerDay(50 * low, 50 * high) : mgPerKgPerDay(low, high);
        }
        return chance(80) ? starting(routes, dose) : stepUp(routes, dose);
    }

    void describe(Cohort &cohort)
    {
        cohort.label += u' ' + word();
        cohort.timing = CodeList<Timing>::entries[at(below(5))].value;
        if (chance(20))
            cohort.timingSource.flags.append(u"called-refractory"_s);
        cohort.ageGroups = codes({"adult", "paediatric"});
        cohort.diseases = codes({"lbcl", "b-all"});
        cohort.indications = codes({"icans", "crs"});
        for (const char *code : {"axi-cel", "liso-cel", "tisa-cel"}) {
            if (chance(35))
                cohort.products.push_back(product(code, chance(20) ? 0 : -1));
        }
        if (chance(70)) {
            if (chance(60))
                cohort.startDay.min = below(4);
            if (chance(60))
                cohort.startDay.max = cohort.startDay.min.value_or(0) + below(5);
            if (chance(40))
                cohort.startDay.median = below(6);
        }
        for (int i = below(3); i > 0; --i)
            cohort.regimens.push_back(regimen());
        if (chance(40)) {
            Note note;
            note.text = u"Noted: "_s + word();
            cohort.notes.push_back(note);
        }
    }

private:
    QRandomGenerator m_random;
};

/// Draws cohorts top down, with their people.
class Maker
{
public:
    explicit Maker(quint32 seed)
        : m_draw(seed)
    {
    }

    RandomLibrary run()
    {
        const int studies = 3 + m_draw.below(4);
        for (int s = 0; s < studies; ++s)
            addStudy(u"study-%1"_s.arg(s));
        addOverlaps();
        printNumbers();
        auto shared = addPossibleOverlaps();
        return {m_make.build(), m_people, std::move(shared)};
    }

private:
    void addStudy(const QString &id)
    {
        m_make.study(id.toUtf8().constData(), [&](Study &study) {
            study.title = m_draw.word();
            study.design = m_draw.codes({"phase-2", "case-series"});
            if (m_draw.chance(60))
                study.year = 2019 + m_draw.below(5);
        });
        for (int r = m_draw.below(3); r > 0; --r) {
            m_make.report(id.toUtf8().constData(), (id + u"-report-%1"_s.arg(r)).toUtf8().constData(),
                          m_draw.oneOf<const char *>({"article", "news", ""}),
                          CodeList<PeerReviewed>::entries[at(m_draw.below(3))].value);
        }
        for (int roots = 1 + m_draw.below(2); roots > 0; --roots) {
            std::set<int> people;
            for (int n = 1 + m_draw.below(30); n > 0; --n)
                people.insert(m_nextPerson++);
            add(id, {}, rootRole(), people, 0);
        }
    }

    Role rootRole()
    {
        return m_draw.oneOf<Role>({Role::Anakinra, Role::Anakinra, Role::Anakinra,
                                   Role::StudyPopulation, Role::HistoricalControl, Role::Era});
    }

    void add(const QString &study, const QString &parent, Role role, const std::set<int> &people,
             int level)
    {
        const QString id = study + u"/c%1"_s.arg(m_people.size());
        m_make.cohort(id.toUtf8().constData(), -1, parent.toUtf8().constData(), [&](Cohort &cohort) {
            cohort.role = role;
            m_draw.describe(cohort);
        });
        m_people.push_back(people);
        if (isComparator(role) || level == 3)
            return;
        if (m_draw.chance(50))
            addParts(study, id, Role::Anakinra, people, level);
        if (m_draw.chance(30))
            addParts(study, id, Role::Subgroup, people, level);
        if (m_draw.chance(20))
            addParts(study, id, Role::ReportSample, people, level);
    }

    /// Deals the people, or most of them, to two or three parts.
    void addParts(const QString &study, const QString &parent, Role role,
                  const std::set<int> &people, int level)
    {
        std::vector<std::set<int>> parts(at(1 + m_draw.below(3)));
        const bool all = m_draw.chance(50);
        for (const int person : people) {
            if (all || m_draw.chance(75))
                parts[at(m_draw.below(static_cast<int>(parts.size())))].insert(person);
        }
        for (const auto &part : parts)
            add(study, parent, role, part, level + 1);
    }

    /// Each study gives people to at most one cohort of a later study, which cannot have given
    /// its own away before.
    void addOverlaps()
    {
        const auto &cohorts = m_make.draft().cohorts;
        const int size = static_cast<int>(cohorts.size());
        std::set<int> gaveAway; // studies
        for (int i = m_draw.below(6); i > 0; --i) {
            const int a = m_draw.below(size);
            const int b = m_draw.below(size);
            const int giver = cohorts[at(a)].study;
            const int taker = cohorts[at(b)].study;
            if (giver >= taker || gaveAway.count(giver) != 0 || gaveAway.count(taker) != 0
                || isComparator(cohorts[at(a)].role) || isComparator(cohorts[at(b)].role))
                continue;
            const bool bare = cohorts[at(b)].parent < 0
                && std::none_of(cohorts.begin(), cohorts.end(),
                                [b](const Cohort &cohort) { return cohort.parent == b; });
            const bool same = bare && m_took.count(b) == 0 && m_draw.chance(60);
            if (same)
                m_people[at(b)] = m_people[at(a)];
            for (int above = b; above >= 0; above = cohorts[at(above)].parent)
                m_people[at(above)].insert(m_people[at(a)].begin(), m_people[at(a)].end());
            m_took.insert(b);
            gaveAway.insert(giver);
            m_make.overlap(cohorts[at(a)].id.toUtf8().constData(),
                           cohorts[at(b)].id.toUtf8().constData(),
                           same ? OverlapLevel::Same : OverlapLevel::SubsetAssumed);
        }
    }

    void printNumbers()
    {
        Library &library = m_make.draft();
        for (std::size_t i = 0; i < library.cohorts.size(); ++i) {
            Cohort &cohort = library.cohorts[i];
            const int people = static_cast<int>(m_people[i].size());
            if (m_draw.chance(85))
                cohort.n = count(people + (cohort.role == Role::StudyPopulation ? 5 : 0));
            if (!isComparator(cohort.role) && m_draw.chance(85))
                cohort.nAnakinra = count(people, m_draw.chance(10) ? people + 1 : -1);
            for (ProductShare &share : cohort.products) {
                if (m_draw.chance(60) && people > 0 && share.n != 0)
                    share.n = 1 + m_draw.below(people);
            }
        }
    }

    /// Records overlaps that cannot be excluded between cohorts of different studies, and makes
    /// them real in a copy of the people: each person is the same as one person of the other
    /// cohort at most. People who are in two studies already are left alone.
    std::vector<std::set<int>> addPossibleOverlaps()
    {
        const auto &cohorts = m_make.draft().cohorts;
        const int size = static_cast<int>(cohorts.size());
        std::vector<std::set<int>> studiesOf(at(m_nextPerson));
        for (int i = 0; i < size; ++i) {
            for (const int person : m_people[at(i)])
                studiesOf[at(person)].insert(cohorts[at(i)].study);
        }
        std::vector<std::set<int>> shared = m_people;
        std::set<int> taken;
        for (int i = m_draw.below(4); i > 0; --i) {
            const int a = m_draw.below(size);
            const int b = m_draw.below(size);
            if (cohorts[at(a)].study == cohorts[at(b)].study || isComparator(cohorts[at(a)].role)
                || isComparator(cohorts[at(b)].role))
                continue;
            m_make.overlap(cohorts[at(a)].id.toUtf8().constData(),
                           cohorts[at(b)].id.toUtf8().constData(), OverlapLevel::CannotBeExcluded);
            const auto freeOf = [&](int cohort) {
                std::vector<int> people;
                for (const int person : m_people[at(cohort)]) {
                    if (studiesOf[at(person)].size() == 1 && taken.count(person) == 0)
                        people.push_back(person);
                }
                return people;
            };
            const std::vector<int> ofA = freeOf(a);
            const std::vector<int> ofB = freeOf(b);
            for (std::size_t k = 0; k < std::min(ofA.size(), ofB.size()); ++k) {
                taken.insert(ofA[k]);
                taken.insert(ofB[k]);
                for (std::set<int> &people : shared) {
                    if (people.erase(ofB[k]) != 0)
                        people.insert(ofA[k]);
                }
            }
        }
        return shared;
    }

    Draw m_draw;
    LibraryBuilder m_make;
    std::vector<std::set<int>> m_people;
    std::set<int> m_took; ///< cohorts that took people of another study in
    int m_nextPerson = 0;
};

} // namespace

const QStringList &randomWords()
{
    static const QStringList words{u"Krähe"_s, u"falcon"_s, u"Émeu"_s, u"heron"_s, u"osprey"_s};
    return words;
}

RandomLibrary randomLibrary(quint32 seed)
{
    return Maker(seed).run();
}

FilterCriteria randomCriteria(QRandomGenerator &random, const Library &library)
{
    const auto chance = [&](int percent) { return random.bounded(100) < percent; };
    const std::vector<QStringList> codes{
        {u"axi-cel"_s, u"liso-cel"_s, u"tisa-cel"_s, u"not-reported"_s, u"unheard-of"_s},
        {u"axi-cel"_s, u"liso-cel"_s, u"tisa-cel"_s, u"not-reported"_s},
        {u"SC"_s, u"IV"_s, u"not-reported"_s},
        {u"SC"_s, u"IV"_s, u"not-reported"_s},
        {u"prophylactic"_s, u"pre-emptive"_s, u"treatment"_s, u"refractory"_s, u"not-reported"_s},
        {u"lbcl"_s, u"b-all"_s, u"not-reported"_s, u"unheard-of"_s},
        {u"adult"_s, u"paediatric"_s, u"not-reported"_s},
        {u"phase-2"_s, u"case-series"_s, u"not-reported"_s},
        {u"icans"_s, u"crs"_s, u"not-reported"_s},
        {u"article"_s, u"news"_s, u"not-reported"_s},
        {u"yes"_s, u"no"_s, u"not-stated"_s},
        {u"study-0"_s, u"study-1"_s, u"study-2"_s, u"study-99"_s},
        {u"anakinra"_s, u"subgroup"_s, u"report-sample"_s, u"study-population"_s,
         u"historical-control"_s, u"era"_s},
    };
    FilterCriteria criteria;
    for (const auto &facet : CodeList<Facet>::entries) {
        const QStringList &all = codes[static_cast<std::size_t>(facet.value)];
        QStringList chosen;
        for (const QString &code : all) {
            if (chance(facet.value == Facet::Role ? 60 : 50))
                chosen.append(code);
        }
        if (chance(facet.value == Facet::Role ? 50 : 18))
            criteria.setValues(facet.value, chosen);
    }
    const auto range = [&](int from, int spread) {
        Range result;
        if (chance(60))
            result.min = from + random.bounded(spread);
        if (chance(60))
            result.max = result.min.value_or(from) + random.bounded(spread);
        return result;
    };
    if (chance(15)) {
        const bool perKilogram = chance(40);
        criteria.dose = DoseRange{perKilogram ? range(1, 8) : range(100, 300),
                                  perKilogram ? DoseUnit::MgPerKgPerDay : DoseUnit::MgPerDay};
        if (chance(40))
            criteria.bodyWeight = 50;
    }
    if (chance(12))
        criteria.startDay = range(0, 5);
    if (chance(12))
        criteria.size = range(1, 20);
    if (chance(12))
        criteria.year = range(2019, 4);
    if (chance(15)) {
        criteria.search = randomWords().at(random.bounded(5)).toUpper().left(4);
        if (chance(30))
            criteria.search += u"  study-" + QString::number(random.bounded(3));
    }
    if (chance(15)) {
        criteria.excluded.append(
            library.cohorts[static_cast<std::size_t>(random.bounded(int(library.cohorts.size())))].id);
    }
    criteria.keepUnjudged = chance(30);
    criteria.withComparators = chance(30);
    criteria.excludePossibleOverlaps = chance(50);
    return criteria;
}

} // namespace anakinra::test
