// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"
#include "models/integrity/checks/JointDenominators.h"
#include "models/integrity/checks/Words.h"

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

/// One printed percentage and what it may be a share of.
struct Percentage
{
    FindingTarget target;
    PrintedPercent printed;
    std::optional<int> events;
    std::optional<int> n;  ///< printed with it
    const Count *size = nullptr; ///< of the cohort, the denominator where none is printed
    bool evaluable = false;      ///< of those evaluable, or of deaths: any number up to the size
    bool groupNamed = true;      ///< the source says whose percentage it is
    bool derived = false;        ///< the count was worked out from the percentage
    QString together;            ///< what the percentages beside it add: "; together with ..."
};

class PercentageCheck
{
public:
    PercentageCheck(AuditLog &log, const Percentage &percentage) : m_log(log), m_is(percentage) {}

    void run()
    {
        if (m_is.n && *m_is.n < 1)
            return;
        if (m_is.n && m_is.events)
            countAndPercentage();
        else if (m_is.n)
            ofPrintedNumber();
        else if (m_is.size && m_is.size->value && *m_is.size->value >= 1)
            ofCohort();
    }

private:
    static bool covers(const std::optional<CountFit> &fit, int events)
    {
        return fit && fit->first <= events && events <= fit->last;
    }

    QString printed() const { return percentWords(m_is.printed); }
    QString share(int events, int n) const { return shareWords(events, n, m_is.printed.decimals + 1); }

    void add(Check check, Severity severity, const QString &text, const QString &working)
    {
        m_log.add(check, severity, m_is.target, text, working);
    }

    void countAndPercentage()
    {
        const int events = *m_is.events;
        const int n = *m_is.n;
        const auto rounded = fittingCounts(m_is.printed, n, Rounding::HalfUp);
        const auto cut = fittingCounts(m_is.printed, n, Rounding::Truncation);
        if (covers(rounded, events)) {
            if (m_is.derived && !rounded->isUnique()) {
                add(Check::CountNotUnique, Severity::Error,
                    u"The count of %1 is taken from %2 of %3 patients, but other counts give it too."_s
                        .arg(events).arg(printed()).arg(n),
                    u"every count from %1 to %2"_s.arg(rounded->first).arg(rounded->last));
            }
            return;
        }
        if (covers(cut, events)) {
            add(Check::GrimTruncated, Severity::Note,
                u"%1 is cut off, not rounded: %2 of %3 patients."_s.arg(printed()).arg(events).arg(n),
                share(events, n));
            return;
        }
        add(Check::CountMismatch, m_is.derived ? Severity::Error : Severity::Impossible,
            u"%1 of %2 patients are not %3."_s.arg(events).arg(n).arg(printed()), share(events, n));
    }

    void ofPrintedNumber()
    {
        const int n = *m_is.n;
        if (fittingCounts(m_is.printed, n, Rounding::HalfUp))
            return;
        if (const auto cut = fittingCounts(m_is.printed, n, Rounding::Truncation)) {
            add(Check::GrimTruncated, Severity::Note,
                u"%1 of %2 patients is possible only cut off, not rounded."_s.arg(printed()).arg(n),
                share(cut->first, n));
            return;
        }
        add(Check::GrimImpossible, Severity::Impossible,
            u"%1 cannot be a share of %2 patients: no whole number of them gives it."_s.arg(printed())
                .arg(n),
            u"%1 of %2: %3"_s.arg(printed()).arg(n).arg(nearestShares(m_is.printed, n)));
    }

    void ofCohort()
    {
        const int least = *m_is.size->value;
        const int most = m_is.size->max.value_or(least);
        if (most > largestSearchedDenominator)
            return ofLargeCohort(most);
        for (int n = m_is.evaluable ? 1 : least; n <= most; ++n) {
            if (isCandidate(n, least, most) && fittingCounts(m_is.printed, n, Rounding::HalfUp))
                return;
        }
        const QString all = m_is.size->max ? u"all %1 or %2 patients"_s.arg(least).arg(most)
                                           : u"all %1 patients"_s.arg(least);
        for (int n = m_is.evaluable ? 1 : least; n <= most; ++n) {
            if (!isCandidate(n, least, most))
                continue;
            if (const auto cut = fittingCounts(m_is.printed, n, Rounding::Truncation)) {
                add(Check::GrimTruncated, Severity::Note,
                    u"%1 of %2 is possible only cut off, not rounded; the number it refers to is not printed."_s
                        .arg(printed(), m_is.evaluable ? u"up to %1 patients"_s.arg(most) : all),
                    share(cut->first, n) + denominators(most));
                return;
            }
        }
        if (m_is.evaluable) {
            add(Check::GrimImpossible, Severity::Impossible,
                u"%1 cannot be a share of up to %2 patients: no whole number of them gives it."_s
                    .arg(printed()).arg(most), {});
            return;
        }
        add(Check::GrimImpossible, m_is.groupNamed ? Severity::Impossible : Severity::Note,
            u"%1 cannot be a share of %2: no whole number of them gives it%3."_s.arg(
                printed(), all,
                m_is.groupNamed ? QString() : u", and whom it refers to is not printed"_s),
            u"%1 of %2: %3"_s.arg(printed()).arg(least).arg(nearestShares(m_is.printed, least))
                + denominators(most) + m_is.together);
    }

    /// Of a second value ("8 or 9") only the two are meant, not what lies between.
    bool isCandidate(int n, int least, int most) const
    {
        return m_is.evaluable || n == least || n == most;
    }

    void ofLargeCohort(int n)
    {
        if (m_is.evaluable || m_is.size->max || fittingCounts(m_is.printed, n))
            return;
        add(Check::GrimImpossible, m_is.groupNamed ? Severity::Impossible : Severity::Note,
            u"%1 cannot be a share of all %2 patients: no whole number of them gives it."_s
                .arg(printed()).arg(n),
            nearestShares(m_is.printed, n));
    }

    QString denominators(int most) const
    {
        const auto fitting = fittingDenominators({&m_is.printed, 1}, most);
        if (!fitting.empty())
            return u"; denominators up to %1 that fit: %2"_s.arg(most).arg(numberList(fitting));
        const auto cut = fittingDenominators({&m_is.printed, 1}, most, Rounding::Truncation);
        if (!cut.empty())
            return u"; denominators up to %1 that fit a figure cut off: %2"_s.arg(most)
                .arg(numberList(cut));
        return u"; no denominator up to %1 fits"_s.arg(most);
    }

    AuditLog &m_log;
    const Percentage &m_is;
};

Percentage percentageOf(const FindingTarget &target, const Figure &figure, const Count &size)
{
    Percentage percentage;
    percentage.target = target;
    percentage.printed = PrintedPercent::find(figure.source.reported, *figure.percent);
    percentage.events = figure.events;
    percentage.n = figure.n;
    percentage.size = &size;
    percentage.evaluable = figure.source.flags.contains(u"shares-of-deaths"_s);
    percentage.groupNamed = !figure.source.flags.contains(u"group-not-named"_s);
    percentage.derived = figure.source.status == Status::Derived;
    return percentage;
}

bool hasPercentage(const Figure &figure)
{
    return figure.percent && figure.source.status != Status::NotReported
        && figure.source.status != Status::Inferred;
}

void checkInferred(AuditLog &log, const FindingTarget &target, const Figure &figure)
{
    const InferredCount &guess = *figure.inferred;
    if (!figure.percent || guess.n < 1)
        return;
    const auto printed = PrintedPercent::find(figure.source.reported, *figure.percent);
    const auto fit = fittingCounts(printed, guess.n);
    if (fit && fit->first <= guess.events && guess.events <= fit->last)
        return;
    log.add(Check::InferredMisfit, Severity::Error, target,
            u"The inferred count does not give the printed %1."_s.arg(percentWords(printed)),
            shareWords(guess.events, guess.n, printed.decimals + 1));
}

} // namespace

void checkPercentage(AuditLog &log, const FindingTarget &target, const Figure &figure)
{
    if (hasPercentage(figure) && target.cohort >= 0)
        PercentageCheck(log, percentageOf(target, figure, log.cohort(target.cohort).n)).run();
}

void checkPercentages(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    JointDenominators joint(log.library(), cohort);
    for (std::size_t i = 0; i < record.outcomes.size(); ++i) {
        const Observation &observation = record.outcomes[i];
        const FindingTarget target = outcomeTarget(cohort, record, i);
        if (hasPercentage(observation.figure)) {
            Percentage percentage = percentageOf(target, observation.figure, record.n);
            percentage.evaluable |= observation.denominator == Denominator::Evaluable;
            percentage.together = joint.together(i);
            PercentageCheck(log, percentage).run();
        }
        if (observation.figure.inferred)
            checkInferred(log, target, observation.figure);
    }
    joint.report(log);
    for (std::size_t i = 0; i < record.characteristics.size(); ++i) {
        const Figure &figure = record.characteristics[i].figure;
        const FindingTarget target = characteristicTarget(cohort, record, i);
        checkPercentage(log, target, figure);
        if (figure.inferred)
            checkInferred(log, target, figure);
    }
    for (std::size_t i = 0; i < record.products.size(); ++i) {
        const ProductShare &share = record.products[i];
        if (share.inherited || !share.percent)
            continue;
        Figure figure;
        figure.percent = share.percent;
        figure.events = share.n;
        if (share.n)
            figure.n = record.n.value;
        figure.source = share.source;
        checkPercentage(log, productTarget(cohort, record, i), figure);
    }
}

} // namespace anakinra::integrity
