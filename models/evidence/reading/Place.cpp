// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/Place.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

namespace {
constexpr qsizetype longestName = 60; ///< of a field nobody meant; ours are shorter
}

std::vector<const Place *> Place::path() const
{
    std::vector<const Place *> places;
    for (const Place *place = this; place->m_up; place = place->m_up)
        places.push_back(place);
    std::ranges::reverse(places);
    return places;
}

Where Place::where() const
{
    Where where;
    QString container; // pointer of what contains this place
    for (const Place *place : path()) {
        container = where.pointer;
        if (place->m_index >= 0) {
            where.pointer += u'/' + QString::number(place->m_index);
            where.field += u'[' + QString::number(place->m_index) + u']';
        } else {
            QString name = QString::fromUtf8(place->m_name.data(), qsizetype(place->m_name.size()));
            if (!where.field.isEmpty())
                where.field += u'.';
            where.field += name.left(longestName);
            name.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
            where.pointer += u'/' + name;
        }
        if (!place->m_record.isEmpty()) {
            where.record = place->m_record;
            where.field.clear();
        }
    }
    if (where.record.isEmpty() && m_up) {
        where.record = container;
        where.field = where.pointer.mid(container.size() + 1);
    }
    return where;
}

} // namespace anakinra::reading
