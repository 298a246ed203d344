// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/comparison/ComparisonText.h"

#include "models/figures/SourceText.h"
#include "models/pooling/PoolText.h"
#include "models/statistics/Boschloo.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// A paragraph whose references are numbered as they come.
class Methods
{
public:
    explicit Methods(const CompareOptions &options) : m_options(options) {}

    void write(const CohortComparison &comparison, const Library *library)
    {
        begin(library);
        rates();
        const auto &outcomes = comparison.outcomes;
        if (std::ranges::any_of(outcomes, [](const auto &o) { return o.difference.has_value(); }))
            difference();
        if (std::ranges::any_of(outcomes, [](const auto &o) { return o.test.has_value(); }))
            tests();
        if (!comparison.relation.randomised)
            say(u"Differences are descriptive: the groups were not randomised."_s);
        end();
    }

    void write(const FilterComparison &comparison, const Library *library)
    {
        begin(library);
        rates();
        const auto &outcomes = comparison.outcomes;
        if (std::ranges::any_of(outcomes, [](const FilterOutcome &o) {
                return o.a.pool.isFitted() || o.b.pool.isFitted();
            }))
            pools();
        if (std::ranges::any_of(outcomes, [](const auto &o) { return o.difference.has_value(); }))
            moderator();
        say(u"Differences are descriptive: the comparison is between studies and not randomised."_s);
        end();
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QStringList &references() const { return m_references; }

private:
    void say(const QString &sentence) { m_text += (m_text.isEmpty() ? u""_s : u" "_s) + sentence; }
    void end() { say(u"Computed with %1."_s.arg(programNameAndVersion())); }
    QString level() const { return plainNumber(m_options.rates.level) + u"\u00a0%"_s; }

    /// " [3]".
    QString cite(const QString &reference)
    {
        qsizetype at = m_references.indexOf(reference);
        if (at < 0) {
            at = m_references.size();
            m_references << reference;
        }
        return u" [%1]"_s.arg(at + 1);
    }

    void begin(const Library *library)
    {
        if (library)
            say(u"Rates were taken from %1, version %2."_s.arg(library->title, library->version));
    }

    void rates()
    {
        const bool wilson = m_options.rates.method == statistics::IntervalMethod::Wilson;
        const QString reference = wilson
            ? u"Wilson EB. Probable inference, the law of succession, and statistical inference. J Am "
              "Stat Assoc 1927;22:209–212."_s
            : u"Clopper CJ, Pearson ES. The use of confidence or fiducial limits illustrated in the "
              "case of the binomial. Biometrika 1934;26:404–413."_s;
        say(u"Each rate has its %1%2; a percentage without a count has none."_s.arg(
            methodText(m_options.rates), cite(reference)));
    }

    void difference()
    {
        const QString reference = m_options.difference == DifferenceMethod::Newcombe
            ? u"Newcombe RG. Interval estimation for the difference between independent proportions: "
              "comparison of eleven methods. Stat Med 1998;17:873–890."_s
            : u"Miettinen O, Nurminen M. Comparative analysis of two rates. Stat Med "
              "1985;4:213–226."_s;
        say(u"Differences are rate A minus rate B in percentage points with the %1 %2 interval%3."_s
                .arg(level(), labelOf(m_options.difference), cite(reference)));
    }

    void tests()
    {
        // One after the other, so that the numbers come in the order of the text.
        const QString boschloo = cite(u"Boschloo RD. Raised conditional level of significance for the "
                                      "2 × 2-table when testing the equality of two probabilities. "
                                      "Stat Neerl 1970;24:1–9."_s);
        const QString koopman = cite(u"Koopman PAR. Confidence intervals for the ratio of two binomial "
                                     "proportions. Biometrics 1984;40:513–517."_s);
        const QString cornfield = cite(u"Cornfield J. A statistical problem arising from retrospective "
                                       "studies. Proc Third Berkeley Symp 1956;4:135–148."_s);
        say(u"Two groups of one study were compared by Fisher’s exact test, two-sided, its mid-p version "
            "and, up to %5 a group, Boschloo’s unconditional exact test%1; the risk ratio has the "
            "score interval%2, the odds ratio is the conditional maximum-likelihood estimate with "
            "the exact interval%3 (both %4)."_s.arg(boschloo, koopman, cornfield, level())
                .arg(statistics::boschlooLimit));
        say(u"No correction for multiple comparisons was made."_s);
    }

    void pools()
    {
        say(u"Where cohorts may be pooled, the rate of the median study is given, from a "
            "random-intercept logistic model fitted by maximum likelihood%1 with a %2 t interval on "
            "k − 1 degrees of freedom; the study is the unit and no participant enters twice."_s.arg(
                cite(u"Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome in "
                     "the framework of the generalized linear mixed model with applications in sparse "
                     "data. Stat Med 2010;29:3046–3067."_s),
                level()));
    }

    void moderator()
    {
        say(u"The medians of the two sides were compared in one such model with the side as moderator "
            "and one τ; the odds ratio of A to B has a %1 t interval on k − 2 degrees of freedom."_s
                .arg(level()));
    }

    const CompareOptions &m_options;
    QString m_text;
    QStringList m_references;
};

template<typename Of>
Methods written(const Of &comparison, const Library *library)
{
    Methods methods(comparison.options);
    methods.write(comparison, library);
    return methods;
}

} // namespace

QString methodsText(const CohortComparison &comparison, const Library &library)
{
    return written(comparison, &library).text();
}

QString methodsText(const FilterComparison &comparison, const Library &library)
{
    return written(comparison, &library).text();
}

QStringList methodsReferences(const CohortComparison &comparison)
{
    return written(comparison, nullptr).references();
}

QStringList methodsReferences(const FilterComparison &comparison)
{
    return written(comparison, nullptr).references();
}

} // namespace anakinra
