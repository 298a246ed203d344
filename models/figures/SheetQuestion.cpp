// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetQuestion.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// More diseases or age groups than this read as "various" and are left out of a title.
constexpr qsizetype mostAlternatives = 2;

/// "a or b".
QString alternatives(const QStringList &words)
{
    return words.join(u" or "_s);
}

/// The words inside a sentence: "Large B-cell lymphoma" -> "large B-cell lymphoma", "MCL" stays.
QString inSentence(QString words)
{
    if (words.size() > 1 && words.at(1).isLower())
        words[0] = words.at(0).toLower();
    return words;
}

class Question
{
public:
    Question(const Library &library, const FilterCriteria &criteria, std::span<const int> cohorts)
        : m_library(library), m_criteria(criteria)
    {
        for (const int index : cohorts)
            m_cohorts.push_back(&library.cohorts[static_cast<std::size_t>(index)]);
    }

    /// The codes of a property over all cohorts; empty as soon as one does not report it. Without
    /// cohorts: what the filter asks for.
    QStringList codes(Facet facet, const std::function<QStringList(const Cohort &)> &of) const
    {
        if (m_cohorts.empty()) {
            const QStringList &asked = m_criteria.values(facet);
            return asked.contains(notReportedCode) ? QStringList() : asked;
        }
        QStringList all;
        for (const Cohort *cohort : m_cohorts) {
            const QStringList own = of(*cohort);
            if (own.isEmpty())
                return {};
            for (const QString &code : own) {
                if (!all.contains(code))
                    all << code;
            }
        }
        return all;
    }

    QString population() const
    {
        const QStringList ages = codes(Facet::AgeGroup, [](const Cohort &c) { return c.ageGroups.codes; });
        QStringList words;
        for (const QString &code : ages)
            words << inSentence(Vocabulary::label(m_library.vocabulary.ageGroups, code));
        // The labels are adjectives: "adult", "paediatric".
        return words.isEmpty() || words.size() > mostAlternatives ? u"patients"_s
                                                                  : alternatives(words) + u" patients"_s;
    }

    QString disease() const
    {
        const QStringList shared = codes(Facet::Disease, [](const Cohort &c) { return c.diseases.codes; });
        QStringList words;
        for (const QString &code : shared) {
            const auto it = std::ranges::find_if(m_library.vocabulary.diseases,
                                                 [&](const Term &t) { return t.code == code; });
            if (it == m_library.vocabulary.diseases.end())
                return {};
            // The full name where the label is an abbreviation; "not specified" is no disease.
            const QString name = it->description.isEmpty() ? it->label : it->description;
            words << inSentence(name.section(u',', 0, 0));
        }
        return words.isEmpty() || words.size() > mostAlternatives ? QString()
                                                                  : u" with "_s + alternatives(words);
    }

    QString setting() const
    {
        const QStringList shared = codes(Facet::Product, [](const Cohort &c) {
            QStringList own;
            for (const ProductShare &share : c.products)
                own << share.code;
            return own;
        });
        if (shared.size() == 1)
            return u" given "_s + Vocabulary::label(m_library.vocabulary.products, shared.first());
        return u" given CAR T-cell therapy"_s;
    }

    std::optional<Timing> timing() const
    {
        const QStringList shared = codes(Facet::Timing, [](const Cohort &c) {
            return c.timing == Timing::NotReported ? QStringList() : QStringList{codeOf(c.timing)};
        });
        return shared.size() == 1 ? fromCode<Timing>(shared.first()) : std::nullopt;
    }

    std::optional<Route> route() const
    {
        const QStringList shared = codes(
            m_criteria.values(Facet::OnlyRoute).isEmpty() ? Facet::Route : Facet::OnlyRoute,
            [](const Cohort &c) {
                QStringList own;
                for (const Regimen &regimen : c.regimens) {
                    if (regimen.kind != RegimenKind::Starting)
                        continue;
                    if (regimen.routes.empty())
                        return QStringList();
                    for (const Route r : regimen.routes)
                        own << codeOf(r);
                }
                return own;
            });
        return shared.size() == 1 ? fromCode<Route>(shared.first()) : std::nullopt;
    }

    QString intervention() const
    {
        QStringList words;
        const auto when = timing();
        if (when == Timing::Prophylactic)
            words << u"prophylactic"_s;
        else if (when == Timing::PreEmptive)
            words << u"pre-emptive"_s;
        if (const auto how = route())
            words << (*how == Route::Subcutaneous ? u"subcutaneous"_s : u"intravenous"_s);
        words << u"anakinra"_s;
        QString text = words.join(u' ');
        if (when == Timing::Treatment)
            text += u" as treatment of toxicity"_s;
        else if (when == Timing::Refractory)
            text += u" for refractory toxicity"_s;
        return text;
    }

    bool forResolution() const
    {
        const QStringList shared = codes(Facet::Timing, [](const Cohort &c) {
            return c.timing == Timing::NotReported ? QStringList() : QStringList{codeOf(c.timing)};
        });
        return !shared.isEmpty() && std::ranges::all_of(shared, [](const QString &code) {
            const auto value = fromCode<Timing>(code);
            return value == Timing::Treatment || value == Timing::Refractory;
        });
    }

private:
    const Library &m_library;
    const FilterCriteria &m_criteria;
    std::vector<const Cohort *> m_cohorts;
};

} // namespace

QString sheetQuestion(const Library &library, const FilterCriteria &criteria,
                      std::span<const int> cohorts)
{
    const Question question(library, criteria, cohorts);
    const QString asked = question.forResolution()
        ? u"how often does toxicity resolve and the tumour respond"_s
        : u"how often do CRS, ICANS and tumour responses occur"_s;
    return u"In "_s + question.population() + question.disease() + question.setting() + u", "_s
        + asked + u" with "_s + question.intervention() + u'?';
}

bool asksForResolution(const Library &library, const FilterCriteria &criteria,
                       std::span<const int> cohorts)
{
    return Question(library, criteria, cohorts).forResolution();
}

} // namespace anakinra
