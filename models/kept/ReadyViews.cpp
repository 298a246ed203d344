// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/ReadyViews.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

SavedView rates(const QString &name)
{
    SavedView view;
    view.name = name;
    view.chart = u"rates"_s;
    return view;
}

SavedView prophylactic()
{
    SavedView view = rates(u"Prophylactic anakinra"_s);
    view.filter.setValues(Facet::Timing, {u"prophylactic"_s});
    return view;
}

SavedView refractoryIcans()
{
    SavedView view = rates(u"Refractory ICANS"_s);
    view.filter.setValues(Facet::Timing, {u"refractory"_s});
    view.filter.setValues(Facet::Indication, {u"icans"_s});
    // What is asked here is whether the toxicity went away. One source tells that of an earlier
    // sample only, and one is called refractory by its authors although it is not by their numbers;
    // both are said beside the figure.
    view.filter.setValues(Facet::Role, {codeOf(Role::Anakinra), codeOf(Role::ReportSample)});
    view.filter.keepUnjudged = true;
    view.panels = RatePanels::ToxicityResponseAndResolution;
    return view;
}

/// Two filters side by side, made of all anakinra cohorts; see filterPairs().
SavedView pair(const QString &name, const QString &code)
{
    SavedView view;
    view.name = name;
    view.chart = u"compare"_s;
    view.options = {{u"filters"_s, true}, {u"pair"_s, code}};
    return view;
}

SavedView paediatric()
{
    SavedView view = rates(u"Paediatric"_s);
    view.filter.setValues(Facet::AgeGroup, {u"paediatric"_s});
    view.panels = RatePanels::ToxicityResponseAndResolution;
    return view;
}

} // namespace

const std::vector<SavedView> &readyViews()
{
    static const std::vector<SavedView> all{
        prophylactic(), refractoryIcans(), pair(u"SC against IV"_s, u"sc-iv"_s),
        pair(u"200 mg/day against 8 mg/kg/day"_s, u"200-8"_s), paediatric()};
    return all;
}

} // namespace anakinra
