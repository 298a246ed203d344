// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/SortKeys.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Digit runs are padded to this; longer ones sort by length of the run only roughly.
constexpr qsizetype paddedDigits = 12;

QString padded(double value)
{
    return QString::number(value, 'f', 4).rightJustified(paddedDigits + 5, u'0');
}

void replaceTextsByRank(std::vector<double> &numbers, const std::vector<QString> &texts)
{
    std::vector<int> order;
    order.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].isNull())
            order.push_back(int(i));
    }
    const auto text = [&](int i) -> const QString & { return texts[static_cast<std::size_t>(i)]; };
    std::ranges::sort(order, [&](int a, int b) { return text(a) < text(b); });
    double rank = 0.0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && text(order[i - 1]) != text(order[i]))
            rank += 1.0;
        numbers[static_cast<std::size_t>(order[i])] = rank;
    }
}

} // namespace

QVariant textKey(const QString &text)
{
    if (text.isEmpty())
        return {};
    const bool plain = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    const QString folded = plain ? text.toCaseFolded()
                                 : text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString key;
    key.reserve(folded.size() + 2 * paddedDigits);
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (qsizetype i = 0; i < folded.size();) {
        if (folded[i].isMark()) {
            ++i;
        } else if (!isDigit(folded[i])) {
            key += folded[i++];
        } else {
            qsizetype end = i;
            while (end < folded.size() && isDigit(folded[end]))
                ++end;
            key += folded.mid(i, end - i).rightJustified(paddedDigits, u'0');
            i = end;
        }
    }
    return key;
}

QVariant doseKey(const Dose &dose)
{
    return QString(QString::number(int(dose.unit)) + u' ' + padded(dose.max) + u' '
                   + padded(dose.min));
}

std::vector<double> sortNumbers(const Library &library, const CohortColumn &column,
                                const RateOptions &options)
{
    const std::size_t count = library.cohorts.size();
    std::vector<double> numbers(count, missing);
    std::vector<QString> texts;
    for (std::size_t i = 0; i < count; ++i) {
        const QVariant key = column.sortKey(library, int(i), column, options);
        if (key.typeId() == QMetaType::Double) {
            numbers[i] = key.toDouble();
        } else if (key.isValid()) {
            texts.resize(count);
            texts[i] = key.toString();
        }
    }
    if (!texts.empty())
        replaceTextsByRank(numbers, texts);
    return numbers;
}

void sortCohorts(std::vector<int> &order, const std::vector<double> &numbers, bool descending)
{
    const auto number = [&](int cohort) { return numbers[static_cast<std::size_t>(cohort)]; };
    const auto known = std::ranges::stable_partition(
        order, [&](int cohort) { return !std::isnan(number(cohort)); });
    const std::span<int> sortable(order.begin(), known.begin());
    if (descending)
        std::ranges::stable_sort(sortable, [&](int a, int b) { return number(a) > number(b); });
    else
        std::ranges::stable_sort(sortable, [&](int a, int b) { return number(a) < number(b); });
}

} // namespace anakinra
