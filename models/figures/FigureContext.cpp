// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/FigureContext.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// A footer names this many cohorts and counts the rest.
constexpr std::size_t longestList = 6;

QString unjudgedLine(const Library &library, const FilterCriteria &criteria,
                     const FilterResult &result)
{
    if (result.unjudged.empty())
        return {};
    QStringList names;
    const std::size_t named = std::min(result.unjudged.size(), longestList);
    for (std::size_t i = 0; i < named; ++i) {
        const UnjudgedCohort &u = result.unjudged[i];
        names << cohortTitle(library, u.cohort) + u" ("_s + u.reasons.join(u", "_s) + u')';
    }
    QString list = names.join(u"; "_s);
    if (named < result.unjudged.size())
        list += u"; and %1 more"_s.arg(result.unjudged.size() - named);
    const bool one = result.unjudged.size() == 1;
    const QString verb = criteria.keepUnjudged ? (one ? u"is shown although it"_s
                                                      : u"are shown although they"_s)
                                               : (one ? u"is not shown because it"_s
                                                      : u"are not shown because they"_s);
    return u"%1 cohort%2 %3 could not be judged: %4"_s.arg(result.unjudged.size())
        .arg(one ? QString() : u"s"_s, verb, list);
}

QString bannerText(const Library &library)
{
    QStringList parts;
    if (!library.shipped)
        parts << u"Not the shipped library: "_s + library.fileName;
    if (library.partial)
        parts << u"Loaded in part: records with errors were left out"_s;
    return parts.join(u". "_s);
}

} // namespace

QStringList FigureContext::footerLines() const
{
    QStringList lines{banner, filterWords, counts, methodLine};
    lines += leftOut;
    lines << libraryLine + (dateLine.isEmpty() ? QString() : u" · "_s + dateLine);
    lines.removeAll(QString());
    return lines;
}

FigureContext makeFigureContext(const Library &library, const FilterCriteria &criteria,
                                const FilterResult &result, const RateOptions &options, QDate date)
{
    FigureContext context;
    context.filterWords = describe(criteria, library);
    context.libraryLine = u"%1, version %2, curated %3"_s.arg(library.title, library.version,
                                                              library.curated);
    context.dateLine = date.toString(Qt::ISODate);
    context.methodLine = u"Rates: events/n; whiskers: "_s + methodText(options);
    if (options.showInferred)
        context.methodLine += u"; hollow: inferred counts, not proven"_s;
    // Cohorts taken out by hand are in the filter's words, comparators in the counts line.
    if (const QString line = unjudgedLine(library, criteria, result); !line.isEmpty())
        context.leftOut << line;
    context.banner = bannerText(library);
    context.counts = countsLine(result.counts, library);
    return context;
}

QString disclaimer()
{
    return u"Published aggregate data; anakinra is used off-label here; not medical advice"_s;
}

} // namespace anakinra
