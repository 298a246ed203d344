// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/SavedView.h"

#include "models/filter/FilterEngine.h"
#include "models/kept/RateOptionsJson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anakinra {

QJsonObject SavedView::toJson() const
{
    QJsonObject json{
        {u"type"_s, viewFileType.toString()},
        {u"format"_s, viewFileFormat},
        {u"name"_s, name},
        {u"filter"_s, filter.toJson()},
        {u"rates"_s, rateOptionsToJson(rates)},
    };
    if (!chart.isEmpty()) {
        QJsonObject shown{{u"kind"_s, chart}};
        if (!options.isEmpty())
            shown.insert(u"options"_s, options);
        json.insert(u"chart"_s, shown);
    }
    if (panels == RatePanels::ToxicityResponseAndResolution)
        json.insert(u"resolutionPanel"_s, true);
    if (order) {
        json.insert(u"order"_s, QJsonObject{{u"column"_s, order->column},
                                            {u"descending"_s, order->descending}});
    }
    if (!library.title.isEmpty()) {
        json.insert(u"library"_s, QJsonObject{{u"title"_s, library.title},
                                              {u"version"_s, library.version},
                                              {u"curated"_s, library.curated}});
    }
    if (!program.isEmpty())
        json.insert(u"program"_s, program);
    if (!cohorts.isEmpty())
        json.insert(u"cohorts"_s, QJsonArray::fromStringList(cohorts));
    return json;
}

QByteArray SavedView::toFile() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Indented);
}

QByteArray SavedView::toMetadata() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
}

ViewLibrary viewLibrary(const Library &library)
{
    return {library.title, library.version, library.curated};
}

QStringList viewCohorts(const Library &library, const std::vector<int> &cohorts)
{
    QStringList ids;
    if (static_cast<qsizetype>(cohorts.size()) > SavedView::mostCohorts)
        return ids;
    for (const int cohort : cohorts)
        ids.append(library.cohorts[static_cast<std::size_t>(cohort)].id);
    return ids;
}

void stampView(SavedView &view, const Library &library, const FilterResult &result)
{
    view.library = viewLibrary(library);
    view.program = QCoreApplication::applicationVersion();
    view.cohorts = viewCohorts(library, result.cohorts);
}

} // namespace anakinra
