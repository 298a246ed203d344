// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/ViewReader.h"

#include "models/kept/RateOptionsJson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Takes the fields of a view out of its JSON and names what it could not use.
class ViewJson
{
public:
    ViewJson(const QJsonObject &json, QString file, std::vector<Problem> &problems)
        : m_json(json), m_file(std::move(file)), m_problems(problems)
    {
    }

    [[nodiscard]] SavedView read()
    {
        SavedView view;
        view.name = text(m_json, u"name"_s).simplified();
        readFilter(view);
        readChart(view);
        readRates(view);
        readOrder(view);
        const QJsonObject library = object(u"library"_s);
        view.library = {text(library, u"title"_s), text(library, u"version"_s),
                        text(library, u"curated"_s)};
        view.program = text(m_json, u"program"_s);
        readCohorts(view);
        nameUnknownFields();
        return view;
    }

private:
    void ignored(const QString &field, const QString &why = u"not understood, left out"_s)
    {
        m_problems.push_back({m_file, {}, field, why});
    }
    QString text(const QJsonObject &json, const QString &key)
    {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isString())
            ignored(key, u"is not text, left out"_s);
        return value.toString();
    }
    QJsonObject object(const QString &key)
    {
        const QJsonValue value = m_json.value(key);
        if (!value.isUndefined() && !value.isObject())
            ignored(key, u"is not an object, left out"_s);
        return value.toObject();
    }
    bool boolean(const QJsonObject &json, const QString &key)
    {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !value.isBool())
            ignored(key, u"is neither true nor false, left out"_s);
        return value.toBool();
    }

    void readFilter(SavedView &view)
    {
        QStringList left;
        view.filter = FilterCriteria::fromJson(object(u"filter"_s), &left).normalised();
        for (const QString &key : std::as_const(left))
            ignored(u"filter."_s + key);
    }
    void readChart(SavedView &view)
    {
        const QJsonObject chart = object(u"chart"_s);
        view.chart = text(chart, u"kind"_s);
        const QJsonValue options = chart.value(u"options"_s);
        if (!options.isUndefined() && !options.isObject())
            ignored(u"chart.options"_s, u"is not an object, left out"_s);
        view.options = options.toObject();
    }
    void readRates(SavedView &view)
    {
        QStringList left;
        view.rates = rateOptionsFromJson(object(u"rates"_s), &left);
        for (const QString &key : std::as_const(left))
            ignored(u"rates."_s + key);
        if (boolean(m_json, u"resolutionPanel"_s))
            view.panels = RatePanels::ToxicityResponseAndResolution;
    }
    void readOrder(SavedView &view)
    {
        const QJsonObject order = object(u"order"_s);
        if (const QString column = text(order, u"column"_s); !column.isEmpty())
            view.order = TableOrder{column, boolean(order, u"descending"_s)};
    }
    void readCohorts(SavedView &view)
    {
        const QJsonArray cohorts = m_json.value(u"cohorts"_s).toArray();
        for (const QJsonValue &id : cohorts) {
            if (id.isString() && view.cohorts.size() < SavedView::mostCohorts)
                view.cohorts.append(id.toString());
        }
    }
    void nameUnknownFields()
    {
        static const QStringList known{
            u"type"_s,  u"format"_s,          u"name"_s,    u"filter"_s,  u"chart"_s,  u"rates"_s,
            u"order"_s, u"resolutionPanel"_s, u"library"_s, u"program"_s, u"cohorts"_s};
        for (const QString &key : m_json.keys()) {
            if (!known.contains(key))
                ignored(key, u"is not known to this version, left out"_s);
        }
    }

    QJsonObject m_json;
    QString m_file;
    std::vector<Problem> &m_problems;
};

ViewReport refused(const QString &file, const QString &field, const QString &why)
{
    return {std::nullopt, {Problem{file, {}, field, why}}};
}

} // namespace

bool looksLikeView(const QByteArray &bytes)
{
    return bytes.size() <= largestViewFile &&
           QJsonDocument::fromJson(bytes).object().value("type"_L1).toString() == viewFileType;
}

ViewReport readView(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > largestViewFile)
        return refused(file, {}, u"is larger than any view"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        return refused(
            file, {},
            u"is not a view: not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    }
    const QJsonObject json = document.object();
    if (json.value("type"_L1).toString() != viewFileType)
        return refused(file, u"type"_s,
                       u"is not \"%1\", so this is not a view"_s.arg(viewFileType));
    const QJsonValue format = json.value("format"_L1);
    if (!format.isDouble() || format.toDouble() < 1.0)
        return refused(file, u"format"_s, u"is missing or not a number from 1 on"_s);
    if (format.toDouble() >= viewFileFormat + 1)
        return refused(file, u"format"_s,
                       u"is %1, made by a newer version of the program; this one "
                       "reads format %2"_s.arg(format.toDouble())
                           .arg(viewFileFormat));
    ViewReport report;
    report.view = ViewJson(json, file, report.problems).read();
    return report;
}

ViewReport readViewFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refused(path, {}, u"cannot be read: "_s + file.errorString());
    return readView(file.read(largestViewFile + 1), path);
}

} // namespace anakinra
