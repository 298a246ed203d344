// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/pooling/DiseaseGroup.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

struct KnownGroup
{
    QStringView code;
    QStringView label;
    std::vector<QStringView> diseases;
};

const std::vector<KnownGroup> &knownGroups()
{
    static const std::vector<KnownGroup> groups{
        {u"lymphoma",
         u"Lymphoma",
         {u"lbcl", u"dlbcl", u"pmbcl", u"mcl", u"fl", u"mzl", u"nhl", u"b-nhl", u"hl", u"pcnsl"}},
        {u"acute-leukaemia", u"Acute leukaemia", {u"b-all", u"all", u"t-all", u"aml"}},
        {u"cll", u"Chronic lymphocytic leukaemia", {u"cll", u"sll"}},
        {u"plasma-cell-disease",
         u"Plasma cell disease",
         {u"mm", u"plasma-cell-malignancy", u"pcl", u"al-amyloidosis"}},
    };
    return groups;
}

DiseaseGroup groupOf(const Library &library, const QString &disease)
{
    for (const KnownGroup &group : knownGroups()) {
        if (std::ranges::find(group.diseases, QStringView(disease)) != group.diseases.end())
            return {group.code.toString(), group.label.toString()};
    }
    return {disease, Vocabulary::label(library.vocabulary.diseases, disease)};
}

} // namespace

std::vector<DiseaseGroup> diseaseGroups(const Library &library, const Cohort &cohort)
{
    std::vector<DiseaseGroup> groups;
    for (const QString &disease : cohort.diseases.codes) {
        DiseaseGroup group = groupOf(library, disease);
        if (std::ranges::find(groups, group) == groups.end())
            groups.push_back(std::move(group));
    }
    std::ranges::sort(groups, {}, &DiseaseGroup::code);
    return groups;
}

} // namespace anakinra
