// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/RateOptionsJson.h"

using namespace Qt::StringLiterals;

namespace anakinra {

QString intervalMethodCode(statistics::IntervalMethod method)
{
    return method == statistics::IntervalMethod::ClopperPearson ? u"clopper-pearson"_s
                                                                : u"wilson"_s;
}

QJsonObject rateOptionsToJson(const RateOptions &options)
{
    return {{u"method"_s, intervalMethodCode(options.method)},
            {u"level"_s, options.level},
            {u"showInferred"_s, options.showInferred}};
}

RateOptions rateOptionsFromJson(const QJsonObject &json, QStringList *ignored)
{
    RateOptions options;
    const auto read = [&](const QString &key, auto take) {
        if (json.contains(key) && !take(json.value(key)) && ignored)
            ignored->append(key);
    };
    read(u"method"_s, [&](const QJsonValue &value) {
        for (const auto method :
             {statistics::IntervalMethod::Wilson, statistics::IntervalMethod::ClopperPearson}) {
            if (value.toString() == intervalMethodCode(method)) {
                options.method = method;
                return true;
            }
        }
        return false;
    });
    read(u"level"_s, [&](const QJsonValue &value) {
        const double level = value.toDouble();
        if (level < 50.0 || level >= 100.0)
            return false;
        options.level = level;
        return true;
    });
    read(u"showInferred"_s, [&](const QJsonValue &value) {
        options.showInferred = value.toBool();
        return value.isBool();
    });
    return options;
}

} // namespace anakinra
