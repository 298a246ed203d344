// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SourceText.h"
#include "models/pooling/PoolText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;
using statistics::PoolMethod;

namespace {

/// A paragraph whose references are numbered as they come.
class Methods
{
public:
    explicit Methods(const PoolAnalysis &analysis)
        : m_analysis(analysis), m_method(analysis.request.method)
    {
    }

    void write(const Library *library)
    {
        if (library)
            selection(*library);
        if (!m_analysis.overall.guard.refused.isEmpty())
            say(u"The cohorts were not pooled together. "_s + m_analysis.overall.guard.refused);
        if (m_analysis.overall.hasCrudeTotalOnly())
            crude();
        const bool fitted = m_analysis.overall.isFitted() ||
                            std::ranges::any_of(m_analysis.groups, &PoolGroup::isFitted);
        if (fitted) {
            model();
            heterogeneity();
        }
        if (m_analysis.sensitivity && m_analysis.sensitivity->median)
            sensitivity();
        if (m_analysis.comparison)
            groups();
        if (!m_analysis.leaveOneOut.empty())
            say(u"The pool was repeated without each study in turn."_s);
        say(u"Computed with %1."_s.arg(programNameAndVersion()));
    }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QStringList &references() const { return m_references; }

private:
    void say(const QString &sentence) { m_text += (m_text.isEmpty() ? u""_s : u" "_s) + sentence; }

    /// " [1,2]", in the order given.
    QString cite(const QStringList &references)
    {
        QStringList numbers;
        for (const QString &reference : references) {
            qsizetype at = m_references.indexOf(reference);
            if (at < 0) {
                at = m_references.size();
                m_references << reference;
            }
            numbers << QString::number(at + 1);
        }
        return u" ["_s + numbers.join(u',') + u']';
    }

    QString level() const { return plainNumber(m_analysis.request.level) + u"\u00a0%"_s; }

    void selection(const Library &library)
    {
        const OutcomeTerm *term = library.vocabulary.outcome(m_analysis.outcome);
        say(u"Rates of %1 were taken from %2, version %3."_s.arg(
            term ? term->label : m_analysis.outcome, library.title, library.version));
        const bool admit = m_analysis.request.guard.possibleOverlap == PossibleOverlap::Admit;
        say(u"The study was the unit: no participant entered twice, and of cohorts that share "
            "participants a parent was preferred to its parts, otherwise the set with the largest "
            "total denominator was used. Cohorts whose overlap could not be excluded were %1."_s
                .arg(admit ? u"admitted"_s : u"not pooled together"_s));
        if (m_analysis.request.guard.showInferred)
            say(u"Inferred counts, which are plausible but not proven, were included."_s);
    }

    QString referenceGlmm()
    {
        return cite(
            {u"Hamza TH, van Houwelingen HC, Stijnen T. The binomial distribution of "
             "meta-analysis was preferred to model within-study variability. J Clin "
             "Epidemiol 2008;61:41–51."_s,
             u"Stijnen T, Hamza TH, Özdemir P. Random effects meta-analysis of event outcome "
             "in the framework of the generalized linear mixed model with applications in "
             "sparse data. Stat Med 2010;29:3046–3067."_s});
    }

    QString referenceHartungKnapp()
    {
        return cite(
            {u"Hartung J, Knapp G. A refined method for the meta-analysis of controlled "
             "clinical trials with binary outcome. Stat Med 2001;20:3875–3889."_s,
             u"Knapp G, Hartung J. Improved tests for a random effects meta-regression with a "
             "single covariate. Stat Med 2003;22:2693–2710."_s,
             u"Röver C, Knapp G, Friede T. Hartung-Knapp-Sidik-Jonkman approach and its "
             "modification for random-effects meta-analysis with few studies. BMC Med Res "
             "Methodol 2015;15:99."_s});
    }

    QString glmmInWords()
    {
        return u"a random-intercept logistic model fitted by maximum likelihood"_s +
               referenceGlmm() + u" with a t interval on k − 1 degrees of freedom"_s;
    }

    QString remlInWords()
    {
        return u"inverse-variance weights on the logit scale (0.5 added only to studies without or "
               "with only events), restricted maximum likelihood and Hartung–Knapp standard errors "
               "that never fall below the Wald ones"_s +
               referenceHartungKnapp();
    }

    void model()
    {
        say(u"Rates were pooled by %1; %2 intervals are given."_s.arg(
            m_method == PoolMethod::Glmm ? glmmInWords() : remlInWords(), level()));
        say(u"The pooled rate is that of the median study; the population mean averages over the "
            "distribution of the studies' rates."_s);
    }

    void heterogeneity()
    {
        const bool glmm = m_method == PoolMethod::Glmm;
        QString how = u"profile likelihood"_s;
        if (!glmm)
            how = u"the Q-profile method"_s +
                  cite({u"Viechtbauer W. Confidence intervals for the amount of heterogeneity in "
                        "meta-analysis. Stat Med 2007;26:37–52."_s});
        const QString i2 = cite({u"Higgins JPT, Thompson SG. Quantifying heterogeneity in a "
                                 "meta-analysis. Stat Med 2002;21:1539–1558."_s});
        const QString prediction =
            cite({u"Higgins JPT, Thompson SG, Spiegelhalter DJ. A "
                  "re-evaluation of random-effects meta-analysis. J R Stat Soc "
                  "Ser A 2009;172:137–159."_s});
        say(u"Heterogeneity is described by τ² on the logit scale with an interval by %1, by I²%2, "
            u"by "
            "%3 on k − 1 degrees of freedom, and from three studies on by a prediction interval%4 "
            "from t on k − 1 degrees of freedom."_s.arg(
                how, i2, glmm ? u"a likelihood-ratio Q"_s : u"Cochran’s Q"_s, prediction));
    }

    void crude()
    {
        say(obstacleText(m_analysis.overall.pooled->obstacle));
        say(u"Therefore the crude total is given with its exact interval%1; it is not a pooled "
            "estimate."_s.arg(cite({u"Clopper CJ, Pearson ES. The use of confidence or fiducial "
                                    "limits illustrated in the case of the binomial. Biometrika "
                                    "1934;26:404–413."_s})));
    }

    void sensitivity()
    {
        say(u"In a sensitivity analysis the rates were pooled by %1."_s.arg(
            m_method == PoolMethod::Glmm ? remlInWords() : glmmInWords()));
    }

    void groups()
    {
        say(u"Groups by %1 were pooled in the same way and compared by a likelihood-ratio test in "
            u"the "
            "logistic model with one τ for all groups; the comparison is between studies and not "
            "randomised."_s.arg(labelOf(m_analysis.request.groupBy).toLower()));
        if (m_analysis.request.groupBy == PoolGrouping::DoseBand)
            say(u"Dose bands go by the highest daily starting dose; mg/day and mg/kg/day are not "
                "converted into each other."_s);
    }

    const PoolAnalysis &m_analysis;
    PoolMethod m_method;
    QString m_text;
    QStringList m_references;
};

} // namespace

QString methodsText(const PoolAnalysis &analysis, const Library &library)
{
    Methods methods(analysis);
    methods.write(&library);
    return methods.text();
}

QStringList methodsReferences(const PoolAnalysis &analysis)
{
    Methods methods(analysis);
    methods.write(nullptr);
    return methods.references();
}

QString programNameAndVersion()
{
    return QStringLiteral("Anakinra Evidence Browser " ANAKINRA_VERSION);
}

} // namespace anakinra
