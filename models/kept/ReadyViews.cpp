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

SavedView routes()
{
    SavedView view = rates(u"SC against IV"_s);
    view.filter.setValues(Facet::OnlyRoute, {u"SC"_s, u"IV"_s});
    return view;
}

/// The filter has one scale of dose; the two regimens stand on both. So the studies are named that
/// gave one of them, and the whole of the one that gave both is left to its parts.
SavedView doses()
{
    SavedView view = rates(u"200 mg/day against 8 mg/kg/day"_s);
    view.filter.setValues(
        Facet::Study, {u"dreyzin"_s, u"gazeau"_s, u"liang-2025"_s, u"park-2023"_s, u"wehrli"_s});
    view.filter.excluded = {u"gazeau/all"_s};
    view.panels = RatePanels::ToxicityResponseAndResolution;
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
    static const std::vector<SavedView> all{prophylactic(), refractoryIcans(), routes(), doses(),
                                            paediatric()};
    return all;
}

} // namespace anakinra
