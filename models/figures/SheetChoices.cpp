// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetChoices.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace anakinra {

QJsonObject SheetChoices::toJson() const
{
    QJsonArray without;
    for (const auto &section : CodeList<SheetSection>::entries) {
        if (!has(section.value))
            without.append(section.code.toString());
    }
    return {{u"form"_s, codeOf(form)},
            {u"without"_s, without},
            {u"figures"_s, QJsonArray::fromStringList(figures)}};
}

SheetChoices SheetChoices::fromJson(const QJsonObject &json)
{
    SheetChoices choices;
    choices.form = fromCode<SheetForm>(json["form"_L1].toString()).value_or(choices.form);
    for (const QJsonValue &code : json["without"_L1].toArray()) {
        if (const auto section = fromCode<SheetSection>(code.toString()))
            choices.set(*section, false);
    }
    if (json["figures"_L1].isArray()) {
        choices.figures.clear();
        for (const QJsonValue &code : json["figures"_L1].toArray())
            choices.figures.append(code.toString());
        choices.figures.removeAll(QString());
    }
    return choices;
}

} // namespace anakinra
