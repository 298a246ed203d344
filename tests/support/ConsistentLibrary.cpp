// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/ConsistentLibrary.h"

#include "models/statistics/TwoByTwo.h"
#include "tests/support/Located.h"
#include "tests/support/RandomLibrary.h"

#include <array>

namespace anakinra::test {

using namespace Qt::StringLiterals;

namespace {

/// What happened to one person; grades 0-5, depth of response 0-3.
struct Course
{
    int crs = 0;
    int icans = 0;
    int response = 0;
    int product = 0;
};

struct Endpoint
{
    const char *code;
    bool (*happened)(const Course &);
};

constexpr std::array endpoints{
    Endpoint{"crs.any", [](const Course &c) { return c.crs >= 1; }},
    Endpoint{"crs.ge3", [](const Course &c) { return c.crs >= 3; }},
    Endpoint{"icans.any", [](const Course &c) { return c.icans >= 1; }},
    Endpoint{"icans.ge3", [](const Course &c) { return c.icans >= 3; }},
    Endpoint{"icans.g4", [](const Course &c) { return c.icans == 4; }},
    Endpoint{"response.orr", [](const Course &c) { return c.response >= 1; }},
    Endpoint{"response.cr", [](const Course &c) { return c.response >= 2; }},
    Endpoint{"response.mrdneg-cr", [](const Course &c) { return c.response >= 3; }},
};

constexpr std::array productCodes{"axi-cel", "liso-cel", "tisa-cel"};

/// The digits of k of n by long division, rounded half up or cut off.
QString printedPercent(int k, int n, int decimals, PrintedAs printed)
{
    qint64 units = k / n;
    qint64 rest = k % n;
    for (int i = 0; i < decimals + 2; ++i) {
        rest *= 10;
        units = units * 10 + rest / n;
        rest %= n;
    }
    if (printed == PrintedAs::Rounded && 2 * rest >= n)
        ++units;
    QString digits = QString::number(units);
    if (decimals == 0)
        return digits;
    digits = digits.rightJustified(decimals + 1, u'0');
    return digits.chopped(decimals) + u'.' + digits.right(decimals);
}

class Maker
{
public:
    Maker(quint32 seed, PrintedAs printed)
        : m_random(seed + 7919), m_printed(printed), m_people(randomLibrary(seed)),
          m_library(std::make_shared<Library>(*m_people.library))
    {
    }

    std::shared_ptr<Library> run()
    {
        m_library->overlaps.clear();
        for (std::size_t i = 0; i < m_library->cohorts.size(); ++i)
            fill(m_library->cohorts[i], m_people.recipients[i]);
        for (std::size_t i = 0; i < m_library->cohorts.size(); ++i)
            declareDivisions(int(i));
        for (Study &study : m_library->studies)
            compare(study);
        locateEverything(*m_library);
        return m_library;
    }

private:
    bool chance(int percent) { return m_random.bounded(100) < percent; }

    const Course &courseOf(int person)
    {
        const auto known = m_courses.constFind(person);
        if (known != m_courses.constEnd())
            return *known;
        return *m_courses.insert(person, {m_random.bounded(6), m_random.bounded(6),
                                          m_random.bounded(4), m_random.bounded(3)});
    }

    template<typename Happened>
    int count(const std::set<int> &people, const Happened &happened)
    {
        int hits = 0;
        for (const int person : people)
            hits += happened(courseOf(person)) ? 1 : 0;
        return hits;
    }

    void fill(Cohort &cohort, const std::set<int> &people)
    {
        const int n = int(people.size());
        cohort.n = {};
        if (chance(85))
            cohort.n.value = n;
        cohort.nAnakinra = isComparator(cohort.role) ? Count() : cohort.n;
        cohort.products.clear();
        cohort.timingSource.flags.clear();
        if (n == 0)
            return;
        if (chance(50))
            addProducts(cohort, people);
        for (const Endpoint &endpoint : endpoints) {
            if (chance(70))
                cohort.outcomes.push_back(observed(endpoint, people));
        }
    }

    void addProducts(Cohort &cohort, const std::set<int> &people)
    {
        for (int i = 0; i < int(productCodes.size()); ++i) {
            const int had = count(people, [i](const Course &c) { return c.product == i; });
            if (had == 0)
                continue;
            ProductShare share;
            share.code = QString::fromLatin1(productCodes[std::size_t(i)]);
            if (chance(60))
                share.n = had;
            if (!share.n || chance(60))
                share.percent = printPercent(had, int(people.size()), share.source);
            cohort.products.push_back(share);
        }
    }

    double printPercent(int k, int n, Source &source)
    {
        const QString digits = printedPercent(k, n, m_random.bounded(3), m_printed);
        source.reported = digits + u'%';
        return digits.toDouble();
    }

    Observation observed(const Endpoint &endpoint, const std::set<int> &people)
    {
        Observation observation;
        observation.outcome = QString::fromLatin1(endpoint.code);
        observation.window = chance(50) ? u"30 days"_s : QString();
        observation.population = Population::AllInfused;
        const int n = int(people.size());
        const int events = count(people, endpoint.happened);
        Figure &figure = observation.figure;
        if (chance(70)) {
            figure.events = events;
            figure.n = n;
            observation.denominator = Denominator::Treated;
        } else {
            figure.source.status = Status::PercentOnly;
        }
        if (!figure.events || chance(70))
            figure.percent = printPercent(events, n, figure.source);
        return observation;
    }

    /// Parts of one role that hold everyone of their parent, nobody twice.
    void declareDivisions(int parent)
    {
        const Cohort &whole = m_library->cohorts[std::size_t(parent)];
        for (const auto &role : CodeList<Role>::entries) {
            std::set<int> together;
            std::size_t sum = 0;
            std::vector<Cohort *> parts;
            for (const int child : whole.children) {
                Cohort &part = m_library->cohorts[std::size_t(child)];
                if (part.role != role.value)
                    continue;
                const std::set<int> &people = m_people.recipients[std::size_t(child)];
                together.insert(people.begin(), people.end());
                sum += people.size();
                parts.push_back(&part);
            }
            if (sum != together.size() || together != m_people.recipients[std::size_t(parent)])
                continue;
            for (Cohort *part : parts)
                part->partition = role.code.toString();
        }
    }

    void compare(Study &study)
    {
        std::vector<ComparisonGroup> groups;
        for (const int index : study.cohorts) {
            const Cohort &cohort = m_library->cohorts[std::size_t(index)];
            const Observation *observation = cohort.find(u"crs.any");
            if (observation && observation->figure.hasCounts() && groups.size() < 2)
                groups.push_back({cohort.id, observation->figure});
        }
        if (groups.size() < 2)
            return;
        Comparison comparison;
        comparison.id = study.id + u"-crs-any"_s;
        comparison.label = u"CRS"_s;
        const double p = statistics::fisherTwoSided({*groups[0].figure.events, *groups[0].figure.n},
                                                    {*groups[1].figure.events, *groups[1].figure.n});
        comparison.source.reported = u"p="_s + QString::number(p, 'f', 2 + m_random.bounded(3));
        comparison.pRelation = u"="_s;
        comparison.p = comparison.source.reported.mid(2).toDouble();
        comparison.groups = std::move(groups);
        study.comparisons.push_back(std::move(comparison));
    }

    QRandomGenerator m_random;
    PrintedAs m_printed;
    RandomLibrary m_people;
    std::shared_ptr<Library> m_library;
    QHash<int, Course> m_courses;
};

} // namespace

std::shared_ptr<Library> consistentLibrary(quint32 seed, PrintedAs printed)
{
    return Maker(seed, printed).run();
}

} // namespace anakinra::test
