// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SyntheticLibrary.h"

#include <QList>

#include <algorithm>
#include <array>
#include <optional>
#include <random>

namespace anakinra::test {

namespace {

/// std::mt19937_64 is the same everywhere, the standard distributions are not.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    int between(int low, int high)
    {
        return low + static_cast<int>(m_engine() % static_cast<quint64>(high - low + 1));
    }
    bool chance(int percent) { return between(1, 100) <= percent; }
    template<std::size_t N>
    QByteArray pick(const std::array<const char *, N> &words)
    {
        return words[std::size_t(between(0, int(N) - 1))];
    }
    /// Successes in `n` trials of `percent` each.
    int binomial(int n, int percent)
    {
        int hits = 0;
        for (int i = 0; i < n; ++i)
            hits += chance(percent) ? 1 : 0;
        return hits;
    }

private:
    std::mt19937_64 m_engine;
};

constexpr std::array products{"axi-cel", "brexu-cel", "liso-cel", "tisa-cel",
                              "cd22-car", "bcma-car", "sjcar19"};
constexpr std::array diseases{"lbcl", "mcl", "b-all", "mm"};
constexpr std::array ages{"paediatric", "young-adult", "adult"};
constexpr std::array designs{"phase-1-trial", "phase-2-trial", "retrospective", "case-series"};
constexpr std::array indications{"icans", "crs", "carhlh"};
constexpr std::array publications{"article-abstract", "news", "review-table"};
constexpr std::array flags{"truncated", "grade-as-printed"};
constexpr std::array timings{"prophylactic", "pre-emptive", "treatment", "refractory"};

struct OutcomeKind
{
    const char *code;
    const char *shortLabel;
    const char *domain;
    const char *direction;
    const char *target;
    const char *population;
};

constexpr std::array outcomeKinds{
    OutcomeKind{"crs.any", "CRS any", "toxicity-incidence", "lower-better", "crs", "all-infused"},
    OutcomeKind{"crs.ge3", "CRS 3+", "toxicity-incidence", "lower-better", "crs", "all-infused"},
    OutcomeKind{"icans.any", "ICANS any", "toxicity-incidence", "lower-better", "icans", "all-infused"},
    OutcomeKind{"icans.ge3", "ICANS 3+", "toxicity-incidence", "lower-better", "icans", "all-infused"},
    OutcomeKind{"response.orr", "ORR", "tumour-response", "higher-better", "disease", "not-applicable"},
    OutcomeKind{"response.cr", "CR", "tumour-response", "higher-better", "disease", "not-applicable"},
};

/// What happened in a group of n participants; the order is that of outcomeKinds.
struct Group
{
    int n = 0;
    std::array<int, outcomeKinds.size()> events{};

    friend Group operator+(const Group &a, const Group &b)
    {
        Group sum{a.n + b.n, a.events};
        for (std::size_t i = 0; i < sum.events.size(); ++i)
            sum.events[i] += b.events[i];
        return sum;
    }
};

Group drawGroup(Dice &dice)
{
    Group group;
    group.n = dice.between(3, 60);
    for (std::size_t i = 0; i < group.events.size(); i += 2) { // the second is part of the first
        group.events[i] = dice.binomial(group.n, dice.between(20, 90));
        group.events[i + 1] = dice.binomial(group.events[i], dice.between(5, 60));
    }
    return group;
}

/// Writes one library. Each `add...` appends complete JSON to the bytes.
class Writer
{
public:
    Writer(int cohorts, quint64 seed) : m_left(cohorts), m_dice(seed)
    {
        m_json.reserve(qsizetype(cohorts) * 2600 + 8192);
    }

    QByteArray library()
    {
        m_json += R"({"format":"anakinra-evidence-library/1","title":"Synthetic library",)"
                  R"("version":"0","curated":"2026-01-01","vocabulary":{)";
        addTerms("products", products);
        addTerms("diseases", diseases);
        addTerms("ageGroups", ages);
        addTerms("designs", designs);
        addTerms("indications", indications);
        addTerms("publications", publications);
        addTerms("flags", flags);
        addOutcomeTerms();
        m_json += R"(},"studies":[)";
        for (int study = 0; m_left > 0; ++study)
            addStudy(study);
        endList();
        m_json += "}";
        return std::move(m_json);
    }

private:
    void endList()
    {
        if (m_json.endsWith(','))
            m_json.chop(1);
        m_json += ']';
    }

    template<std::size_t N>
    void addTerms(const char *list, const std::array<const char *, N> &codes)
    {
        m_json += QByteArray("\"") + list + "\":[";
        for (const char *code : codes)
            m_json += QByteArray("{\"code\":\"") + code + "\",\"label\":\"" + code + "\"},";
        endList();
        m_json += ',';
    }

    void addOutcomeTerms()
    {
        m_json += R"("outcomes":[)";
        for (const OutcomeKind &kind : outcomeKinds) {
            m_json += QByteArray(R"({"code":")") + kind.code + R"(","label":")" + kind.shortLabel
                + R"(","shortLabel":")" + kind.shortLabel + R"(","domain":")" + kind.domain
                + R"(","direction":")" + kind.direction + R"("},)";
        }
        endList();
    }

    QByteArray source(const char *place)
    {
        return R"("report":")" + m_report + R"(","locator":")" + place + '"';
    }

    void addCoded(const char *field, const QByteArray &code, const char *place)
    {
        m_json += QByteArray("\"") + field + R"(":{"codes":[")" + code + R"("],"reported":")" + code
            + "\"," + source(place) + "},";
    }

    void addStudy(int number)
    {
        m_study = "study-" + QByteArray::number(number).rightJustified(6, '0');
        m_report = m_study + "-report";
        m_json += R"({"id":")" + m_study + R"(","label":"Study )" + QByteArray::number(number)
            + R"(","title":"Invented study )" + QByteArray::number(number) + R"(",)";
        addCoded("design", m_dice.pick(designs), "Title");
        if (m_dice.chance(70)) {
            m_json += R"("year":{"value":)" + QByteArray::number(m_dice.between(2018, 2026)) + ','
                + source("Heading") + "},";
        }
        m_json += R"("reports":[{"id":")" + m_report + R"(","label":"Report","kind":")"
            + m_dice.pick(publications) + R"(","peerReviewed":")"
            + m_dice.pick(std::array{"yes", "no", "not-stated"})
            + R"(","document":"An invented page","citation":[{"field":"title","value":"Invented",)"
              R"("status":"reported","source":"Heading"}]}],"cohorts":[)";
        addCohorts();
        endList();
        m_json += "},";
    }

    /// Everyone, by route where they have parts, responders, and a comparator: as many of them as
    /// the library still needs.
    void addCohorts()
    {
        const bool hasParts = m_left >= 3 && m_dice.chance(70);
        const Group sc = drawGroup(m_dice);
        const Group iv = drawGroup(m_dice);
        const Group all = hasParts ? sc + iv : sc;
        m_perKg = m_dice.chance(40);
        const bool routeKnown = m_dice.chance(80);
        addCohort("all", "anakinra", {}, all, routeKnown ? (hasParts ? "both" : "SC") : "");
        if (hasParts) {
            addCohort("sc", "anakinra", "all", sc, "SC");
            addCohort("iv", "anakinra", "all", iv, "IV");
        }
        const Group responders = {all.events[4], {}};
        if (m_left > 0 && responders.n > 0 && m_dice.chance(60))
            addCohort("responders", "subgroup", "all", responders, "");
        if (m_left > 0 && m_dice.chance(80)) {
            addCohort("comparator",
                      m_dice.pick(std::array{"historical-control", "external-reference",
                                             "untreated-group"}),
                      {}, drawGroup(m_dice), "");
        }
    }

    void addCohort(const QByteArray &name, const QByteArray &role, const QByteArray &parent,
                   const Group &group, const QByteArray &route)
    {
        --m_left;
        const bool isAnakinra = role == "anakinra";
        const QByteArray n = QByteArray::number(group.n);
        m_json += R"({"id":")" + m_study + '/' + name + R"(","label":")" + name + R"(","role":")" + role
            + R"(","parent":)" + (parent.isEmpty() ? QByteArray("null") : '"' + m_study + '/' + parent + '"')
            + R"(,"n":{"value":)" + n + R"(,"reported":")" + n + "\"," + source("Results, sentence 1")
            + "},";
        if (isAnakinra && parent.isEmpty())
            addProtocol(group);
        if (isAnakinra)
            addRegimen(route);
        addOutcomes(group);
        m_json += "},";
    }

    void addProtocol(const Group &group)
    {
        const QByteArray timing = m_dice.pick(timings);
        m_json += R"("timing":{"code":")" + timing + R"(","reported":")" + timing + "\","
            + source("Title") + "},";
        addCoded("ageGroups", m_dice.pick(ages), "Methods, sentence 1");
        addCoded("diseases", m_dice.pick(diseases), "Methods, sentence 1");
        if (m_dice.chance(60))
            addCoded("indications", m_dice.pick(indications), "Methods, sentence 2");
        addProducts(group);
        if (m_dice.chance(50)) {
            const int day = m_dice.between(0, 9);
            m_json += R"("startDay":{"min":)" + QByteArray::number(day) + R"(,"max":)"
                + QByteArray::number(day + m_dice.between(0, 4)) + ',' + source("Methods, sentence 3")
                + "},";
        }
    }

    void addProducts(const Group &group)
    {
        const int first = m_dice.between(0, int(products.size()) - 1);
        const bool isMixed = m_dice.chance(30);
        const int share = isMixed ? m_dice.between(1, group.n - 1) : group.n;
        m_json += R"("products":[)";
        addProduct(products[std::size_t(first)], share);
        if (isMixed)
            addProduct(products[(std::size_t(first) + 1) % products.size()], group.n - share);
        endList();
        m_json += ',';
    }

    void addProduct(const char *code, int n)
    {
        m_json += QByteArray(R"({"code":")") + code + R"(","n":)" + QByteArray::number(n) + ','
            + source("Table 1") + "},";
    }

    void addRegimen(const QByteArray &route)
    {
        const int low = m_perKg ? m_dice.between(1, 8) : 100 * m_dice.between(1, 4);
        const int high = m_dice.chance(30) ? 2 * low : low;
        const char *unit = m_perKg ? "mg/kg/day" : "mg/day";
        m_json += R"("regimens":[{"kind":"starting","routes":[)";
        m_json += route == "both" ? QByteArray(R"("SC","IV")")
            : route.isEmpty()     ? QByteArray()
                                  : '"' + route + '"';
        m_json += "],";
        if (m_dice.chance(75)) {
            m_json += R"("dose":{"min":)" + QByteArray::number(low) + R"(,"max":)"
                + QByteArray::number(high) + R"(,"unit":")" + unit + R"("},"frequency":"daily",)";
        }
        addStop();
        m_json += source("Methods, sentence 4") + "}";
        if (m_dice.chance(20)) {
            m_json += QByteArray(R"(,{"kind":"step-up","routes":["IV"],"dose":{"min":8,"max":12,)"
                                 R"("unit":"mg/kg/day"},"trigger":"grade 2",)")
                + source("Methods, sentence 5") + '}';
        }
        m_json += "],";
    }

    void addStop()
    {
        const QByteArray day = QByteArray::number(10 + m_left % 11);
        if (m_left % 4 == 0)
            m_json += R"("stop":"at least day )" + day + R"(","stopDay":{"min":)" + day + "},";
        else if (m_left % 4 == 1)
            m_json += R"("stop":"day )" + day + R"(","stopDay":{"min":)" + day + R"(,"max":)" + day + "},";
        if (m_left % 5 == 0)
            m_json += R"("trigger":"first fever of 38.5 °C or more",)";
    }

    void addOutcomes(const Group &group)
    {
        m_json += R"("outcomes":[)";
        const bool hasEvents = std::ranges::any_of(group.events, [](int events) { return events > 0; });
        for (std::size_t i = 0; hasEvents && i < outcomeKinds.size(); ++i) {
            if (m_dice.chance(15)) // not reported: absent
                continue;
            addOutcome(outcomeKinds[i], group.events[i], group.n);
        }
        endList();
    }

    void addOutcome(const OutcomeKind &kind, int events, int n)
    {
        const int percent = (200 * events + n) / (2 * n); // half up
        const bool countPrinted = m_dice.chance(85);
        const QByteArray printed = QByteArray::number(percent);
        const QByteArray counts = QByteArray::number(events) + '/' + QByteArray::number(n) + " ("
            + printed + "%)";
        m_json += QByteArray(R"({"code":")") + kind.code + R"(","target":")" + kind.target
            + R"(","window":"30 days","denominator":"treated","population":")" + kind.population
            + R"(","events":)" + (countPrinted ? QByteArray::number(events) : "null") + R"(,"n":)"
            + (countPrinted ? QByteArray::number(n) : "null") + R"(,"percent":)" + printed
            + R"(,"reported":")" + (countPrinted ? counts : printed)
            + R"(","status":")" + (countPrinted ? "reported" : "percent-only") + "\"," + source("Results, sentence 2");
        if (m_dice.chance(5))
            m_json += R"(,"flags":["grade-as-printed"])";
        m_json += "},";
    }

    QByteArray m_json;
    QByteArray m_study;
    QByteArray m_report;
    bool m_perKg = false;
    int m_left;
    Dice m_dice;
};

} // namespace

QByteArray syntheticLibrary(int cohorts, quint64 seed)
{
    return Writer(cohorts, seed).library();
}

} // namespace anakinra::test
