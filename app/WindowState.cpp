// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/WindowState.h"

#include "models/kept/RateOptionsJson.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qsizetype largestState = 1024 * 1024; ///< bytes; a larger file is not ours

QByteArray bytesAt(const QJsonObject &json, QLatin1StringView key)
{
    const auto decoded = QByteArray::fromBase64Encoding(json[key].toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : QByteArray();
}

QStringList stringsAt(const QJsonObject &json, QLatin1StringView key)
{
    QStringList strings;
    for (const QJsonValue &value : json[key].toArray()) {
        if (value.isString() && !value.toString().isEmpty())
            strings.append(value.toString());
    }
    return strings;
}

QString text(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

void WindowState::addRecent(const QString &path)
{
    recentLibraries.removeAll(path);
    recentLibraries.prepend(path);
    recentLibraries = recentLibraries.mid(0, maxRecent);
}

void WindowState::removeRecent(const QString &path)
{
    recentLibraries.removeAll(path);
}

QString WindowState::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.json"_s;
}

WindowState WindowState::read(const QString &path)
{
    WindowState state;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestState)
        return state;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    state.geometry = bytesAt(json, "geometry"_L1);
    state.docks = bytesAt(json, "docks"_L1);
    state.splitter = bytesAt(json, "splitter"_L1);
    state.table = bytesAt(json, "table"_L1);
    state.hasOpenFacets = json["openFacets"_L1].isArray();
    state.openFacets = stringsAt(json, "openFacets"_L1);
    state.figurePage = json["figurePage"_L1].toString();
    state.listPage = json["listPage"_L1].toString();
    state.pages = json["pages"_L1].toObject();
    state.resolutionPanel = json["resolutionPanel"_L1].toBool();
    state.dark = json["colours"_L1].toString() == "dark"_L1;
    state.light = json["colours"_L1].toString() == "light"_L1;
    state.options = rateOptionsFromJson(json);
    state.sheet = SheetChoices::fromJson(json["sheet"_L1].toObject());
    state.lastFilter = json["lastFilter"_L1].toObject();
    state.recentLibraries = stringsAt(json, "recentLibraries"_L1).mid(0, maxRecent);
    return state;
}

Outcome WindowState::write(const QString &path) const
{
    QJsonObject json = rateOptionsToJson(options);
    json["geometry"_L1] = text(geometry);
    json["docks"_L1] = text(docks);
    json["splitter"_L1] = text(splitter);
    json["table"_L1] = text(table);
    json["openFacets"_L1] = QJsonArray::fromStringList(openFacets);
    json["figurePage"_L1] = figurePage;
    json["listPage"_L1] = listPage;
    json["pages"_L1] = pages;
    json["resolutionPanel"_L1] = resolutionPanel;
    json["colours"_L1] = dark ? "dark"_L1 : light ? "light"_L1 : "system"_L1;
    json["sheet"_L1] = sheet.toJson();
    json["lastFilter"_L1] = lastFilter;
    json["recentLibraries"_L1] = QJsonArray::fromStringList(recentLibraries);

    const QByteArray bytes = QJsonDocument(json).toJson();
    QSaveFile file(path);
    if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        return Problem{path, {}, {}, file.errorString()};
    }
    return std::monostate();
}

} // namespace anakinra
