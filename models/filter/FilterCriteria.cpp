// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/FilterCriteria.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QStringList sortedUnique(QStringList list)
{
    // Thousands of studies may be selected, and usually they are in order already.
    const auto outOfOrder = [](const QString &a, const QString &b) { return !(a < b); };
    if (std::adjacent_find(list.cbegin(), list.cend(), outOfOrder) == list.cend())
        return list;
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
}

QJsonObject toJson(const Range &range)
{
    QJsonObject json;
    if (range.min)
        json["min"_L1] = *range.min;
    if (range.max)
        json["max"_L1] = *range.max;
    return json;
}

/// Reads one JSON object key by key; what no reader took is reported as ignored.
class TolerantObject
{
public:
    TolerantObject(const QJsonObject &json, const QString &path, QStringList *ignored)
        : m_json(json)
        , m_path(path)
        , m_ignored(ignored)
    {
        m_rest = json.keys();
    }
    ~TolerantObject()
    {
        for (const QString &key : std::as_const(m_rest))
            ignore(key);
    }
    Q_DISABLE_COPY_MOVE(TolerantObject)

    /// Calls take(value) if the key is there and of that type.
    template<typename Take>
    void read(const QString &key, QJsonValue::Type type, Take &&take)
    {
        const QJsonValue value = m_json.value(key);
        if (value.type() == type && take(value))
            m_rest.removeOne(key);
    }
    void readRange(const QString &key, std::optional<Range> &into)
    {
        read(key, QJsonValue::Object, [&](const QJsonValue &value) {
            Range range;
            TolerantObject object(value.toObject(), path(key), m_ignored);
            object.readBounds(range);
            if (!range.isOpen())
                into = range;
            return true;
        });
    }
    void readBounds(Range &range)
    {
        readNumber(u"min"_s, range.min);
        readNumber(u"max"_s, range.max);
    }
    void readNumber(const QString &key, std::optional<double> &into)
    {
        read(key, QJsonValue::Double, [&](const QJsonValue &value) {
            if (!std::isfinite(value.toDouble()))
                return false;
            into = value.toDouble();
            return true;
        });
    }
    void readStrings(const QString &key, QStringList &into)
    {
        read(key, QJsonValue::Array, [&](const QJsonValue &value) {
            const QJsonArray array = value.toArray();
            for (int i = 0; i < array.size(); ++i) {
                if (array.at(i).isString())
                    into.append(array.at(i).toString());
                else
                    ignore(u"%1[%2]"_s.arg(key).arg(i));
            }
            into = sortedUnique(into);
            return true;
        });
    }
    void readBool(const QString &key, bool &into)
    {
        read(key, QJsonValue::Bool, [&](const QJsonValue &value) {
            into = value.toBool();
            return true;
        });
    }
    [[nodiscard]] QString path(const QString &key) const
    {
        return m_path.isEmpty() ? key : QString(m_path % u'.' % key);
    }

private:
    void ignore(const QString &key) const
    {
        if (m_ignored)
            m_ignored->append(path(key));
    }

    QJsonObject m_json;
    QString m_path;
    QStringList *m_ignored;
    QStringList m_rest;
};

} // namespace

const QStringList &FilterCriteria::values(Facet facet) const
{
    return selected[static_cast<std::size_t>(facet)];
}

bool FilterCriteria::setValues(Facet facet, QStringList codes)
{
    QStringList &now = selected[static_cast<std::size_t>(facet)];
    codes = sortedUnique(std::move(codes));
    if (codes == now)
        return false;
    now = std::move(codes);
    return true;
}

bool FilterCriteria::toggle(Facet facet, const QString &code)
{
    QStringList codes = values(facet);
    if (codes.removeAll(code) == 0)
        codes.append(code);
    return setValues(facet, std::move(codes));
}

FilterCriteria FilterCriteria::normalised() const
{
    FilterCriteria result = *this;
    for (QStringList &codes : result.selected)
        codes = sortedUnique(codes);
    result.excluded = sortedUnique(excluded);
    if (dose && dose->range.isOpen())
        result.dose.reset();
    for (auto range : {&FilterCriteria::startDay, &FilterCriteria::size, &FilterCriteria::year}) {
        if (result.*range && (result.*range)->isOpen())
            (result.*range).reset();
    }
    result.search = search.simplified();
    return result;
}

bool FilterCriteria::isEmpty() const
{
    return normalised() == FilterCriteria();
}

QJsonObject FilterCriteria::toJson() const
{
    QJsonObject json;
    QJsonObject facets;
    for (const auto &facet : CodeList<Facet>::entries) {
        if (!values(facet.value).isEmpty())
            facets[facet.code.toString()] = QJsonArray::fromStringList(values(facet.value));
    }
    if (!facets.isEmpty())
        json["facets"_L1] = facets;
    if (dose) {
        QJsonObject range = anakinra::toJson(dose->range);
        range["unit"_L1] = codeOf(dose->unit);
        json["dose"_L1] = range;
    }
    if (startDay)
        json["startDay"_L1] = anakinra::toJson(*startDay);
    if (size)
        json["n"_L1] = anakinra::toJson(*size);
    if (year)
        json["year"_L1] = anakinra::toJson(*year);
    if (!search.isEmpty())
        json["search"_L1] = search;
    if (!excluded.isEmpty())
        json["excluded"_L1] = QJsonArray::fromStringList(excluded);
    if (keepUnjudged)
        json["keepUnjudged"_L1] = true;
    if (withComparators)
        json["withComparators"_L1] = true;
    if (excludePossibleOverlaps)
        json["excludePossibleOverlaps"_L1] = true;
    if (bodyWeight)
        json["bodyWeight"_L1] = *bodyWeight;
    return json;
}

FilterCriteria FilterCriteria::fromJson(const QJsonObject &json, QStringList *ignored)
{
    FilterCriteria result;
    TolerantObject object(json, QString(), ignored);
    object.read(u"facets"_s, QJsonValue::Object, [&](const QJsonValue &value) {
        TolerantObject facets(value.toObject(), u"facets"_s, ignored);
        for (const auto &facet : CodeList<Facet>::entries) {
            facets.readStrings(facet.code.toString(),
                               result.selected[static_cast<std::size_t>(facet.value)]);
        }
        return true;
    });
    object.read(u"dose"_s, QJsonValue::Object, [&](const QJsonValue &value) {
        TolerantObject dose(value.toObject(), u"dose"_s, ignored);
        std::optional<DoseUnit> unit;
        DoseRange range;
        dose.read(u"unit"_s, QJsonValue::String, [&](const QJsonValue &code) {
            unit = fromCode<DoseUnit>(code.toString());
            return unit.has_value();
        });
        dose.readBounds(range.range);
        // Without its scale a dose means nothing.
        if (unit && !range.range.isOpen()) {
            range.unit = *unit;
            result.dose = range;
        }
        return unit.has_value();
    });
    object.readRange(u"startDay"_s, result.startDay);
    object.readRange(u"n"_s, result.size);
    object.readRange(u"year"_s, result.year);
    object.read(u"search"_s, QJsonValue::String, [&](const QJsonValue &value) {
        result.search = value.toString();
        return true;
    });
    object.readStrings(u"excluded"_s, result.excluded);
    object.readBool(u"keepUnjudged"_s, result.keepUnjudged);
    object.readBool(u"withComparators"_s, result.withComparators);
    object.readBool(u"excludePossibleOverlaps"_s, result.excludePossibleOverlaps);
    object.read(u"bodyWeight"_s, QJsonValue::Double, [&](const QJsonValue &value) {
        if (value.toDouble() <= 0.0)
            return false;
        result.bodyWeight = value.toDouble();
        return true;
    });
    return result;
}

} // namespace anakinra
