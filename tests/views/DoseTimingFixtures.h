// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryReader.h"
#include "models/filter/FilterEngine.h"
#include "tests/support/LibraryBuilder.h"
#include "tests/support/SmallLibrary.h"
#include "tests/support/SyntheticLibrary.h"
#include "views/charts/DoseFigure.h"
#include "views/charts/TimingFigure.h"

/// Dose and timing figures of the shipped evidence and of libraries at the edge of what may occur.
namespace anakinra::fixtures {

using namespace Qt::StringLiterals;
using LibraryPtr = std::shared_ptr<const Library>;

inline LibraryPtr shippedLibrary()
{
    static const LibraryPtr library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
    return library;
}

inline LibraryPtr syntheticCohorts(int count)
{
    return readLibrary(test::syntheticLibrary(count), u"synthetic"_s).library;
}

/// `dosed`: with a dose and a window; the names are as long as given.
inline LibraryPtr invented(int count, bool dosed, const QString &label = u"Group"_s)
{
    test::LibraryBuilder make;
    for (int i = 0; i < count; ++i) {
        const QByteArray id = "s" + QByteArray::number(i) + "/all";
        make.cohort(id.constData(), 20 + i, [&](Cohort &cohort) {
            cohort.label = label + u' ' + QString::number(i);
            cohort.timing = static_cast<Timing>(i % 5);
            cohort.outcomes = {test::counted(u"icans.any"_s, i % 7, 20 + i, {})};
            if (!dosed)
                return;
            cohort.regimens = {test::starting(
                {Route::Subcutaneous}, i % 3 ? test::mgPerDay(100.0 + 10.0 * i, 200.0 + 20.0 * i)
                                             : test::mgPerKgPerDay(8.0))};
            cohort.regimens[0].trigger =
                label + u" of any grade, or fever of 38.5 °C or more for three days"_s;
            cohort.regimens[0].stop = u"at least day %1"_s.arg(10 + i);
            cohort.regimens[0].stopDay.min = 10 + i;
            cohort.startDay = test::startDay(i % 4, i % 4 + 2, i % 4 + 1);
        });
    }
    return make.build();
}

inline QString longName()
{
    return u"Universitätsklinikum "_s.repeated(5) +
           u"Donaudampfschifffahrtsgesellschaft"_s.repeated(3);
}

inline FigureCaption caption(const Library &library, const FilterCriteria &criteria,
                             const FilterResult &result)
{
    return {u"How often, <and> when, in Köln & Łódź?"_s,
            makeFigureContext(library, criteria, result, {}, QDate(2026, 1, 2)),
            {},
            true};
}

inline std::shared_ptr<const TimingFigure> timingFigure(const LibraryPtr &library,
                                                        const FilterCriteria &criteria = {},
                                                        const QString &outcome = u"icans.any"_s)
{
    const FilterResult result = FilterEngine(library).apply(criteria);
    return std::make_shared<const TimingFigure>(
        caption(*library, criteria, result),
        makeTimingSeries(*library, criteria, result, {}, outcome), RateOptions(), library);
}

inline std::shared_ptr<const DoseFigure> doseFigure(const LibraryPtr &library,
                                                    const FilterCriteria &criteria = {},
                                                    const QString &outcome = u"icans.any"_s)
{
    const FilterResult result = FilterEngine(library).apply(criteria);
    return std::make_shared<const DoseFigure>(
        caption(*library, criteria, result),
        makeDoseSeries(*library, criteria, result, {}, outcome), RateOptions(), library);
}

inline FilterCriteria only(Timing timing)
{
    FilterCriteria criteria;
    criteria.setValues(Facet::Timing, {codeOf(timing)});
    return criteria;
}

} // namespace anakinra::fixtures
