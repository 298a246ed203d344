// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/integrity/checks/Checks.h"
#include "models/integrity/checks/Words.h"

#include <cmath>

namespace anakinra::integrity {

using namespace Qt::StringLiterals;

namespace {

/// What is stated of the products of one cohort, added up.
struct Shares
{
    QStringList counts;
    QStringList percents;
    int patients = 0;       ///< of the products whose number is known
    double percent = 0.0;   ///< of the products whose percentage is printed
    double slack = 0.0;     ///< what rounding and cutting off can make of it, in per cent
    bool allCounted = true;
    bool allPercent = true;
};

Shares sharesOf(const Cohort &record)
{
    Shares shares;
    for (const ProductShare &share : record.products) {
        if (share.n) {
            shares.patients += *share.n;
            shares.counts << QString::number(*share.n);
        }
        if (share.percent) {
            const auto printed = PrintedPercent::find(share.source.reported, *share.percent);
            shares.percent += *share.percent;
            shares.slack += std::pow(10.0, -printed.decimals);
            shares.percents << printed.toString();
        }
        shares.allCounted &= share.n.has_value();
        shares.allPercent &= share.percent.has_value();
    }
    return shares;
}

void checkCounted(AuditLog &log, const FindingTarget &target, const Count &size,
                  const Shares &shares)
{
    const int most = *largest(size);
    const QString sum = u"%1 = %2 of %3"_s.arg(shares.counts.join(u" + "_s)).arg(shares.patients)
                            .arg(most);
    if (shares.patients > most) {
        log.add(Check::ProductsSum, Severity::Impossible, target,
                u"The products add up to more patients (%1) than there are (%2)."_s
                    .arg(shares.patients).arg(most),
                sum);
    } else if (shares.allCounted && shares.patients < *size.value) {
        log.add(Check::ProductsSum, Severity::Note, target,
                u"The products leave %1 of %2 patients without one."_s
                    .arg(*size.value - shares.patients).arg(*size.value),
                sum);
    }
}

/// "23 + 4 = 27 of 31 are counted, which leaves 4/31 = 12.9 %"
QString remainder(const Count &size, const Shares &shares)
{
    const int left = size.value.value_or(0) - shares.patients;
    if (shares.counts.isEmpty() || left < 0 || size.max || !size.value)
        return {};
    return u"; %1 = %2 of %3 are counted, which leaves %4"_s
        .arg(shares.counts.join(u" + "_s)).arg(shares.patients).arg(*size.value)
        .arg(shareWords(left, *size.value, 1));
}

void checkPercents(AuditLog &log, const FindingTarget &target, const Count &size,
                   const Shares &shares)
{
    const bool above = shares.percent - shares.slack > 100.0;
    if (!above && shares.percent + shares.slack >= 100.0)
        return;
    const QString working = u"%1 = %2\u00a0%%3"_s.arg(
        shares.percents.join(u" + "_s), QString::number(shares.percent), remainder(size, shares));
    log.add(Check::ProductsSum, above ? Severity::Impossible : Severity::Note, target,
            above ? u"The printed shares of the products add up to more than 100\u00a0%."_s
                  : u"The printed shares of the products do not add up to 100\u00a0%."_s,
            working);
}

} // namespace

void checkProducts(AuditLog &log, int cohort)
{
    const Cohort &record = log.cohort(cohort);
    if (record.products.empty() || record.products.front().inherited)
        return;
    const Shares shares = sharesOf(record);
    const FindingTarget all{NumberKind::Product, cohort, {}, -1};
    if (!shares.allCounted && shares.allPercent && shares.percents.size() > 1)
        checkPercents(log, all, record.n, shares);
    if (record.n.value)
        checkCounted(log, all, record.n, shares);
}

} // namespace anakinra::integrity
