// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/JsonEdit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace anakinra::test {

namespace {

void collect(const QJsonValue &node, const QString &pointer, QStringList &pointers)
{
    if (!pointer.isEmpty())
        pointers += pointer;
    if (node.isObject()) {
        const QJsonObject object = node.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            collect(it.value(), pointer + u'/' + it.key(), pointers);
    } else if (node.isArray()) {
        const QJsonArray array = node.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collect(array.at(i), pointer + u'/' + QString::number(i), pointers);
    }
}

QJsonValue editedAt(const QJsonValue &node, QStringList steps, const std::optional<QJsonValue> &value)
{
    const QString step = steps.takeFirst();
    if (node.isArray()) {
        QJsonArray array = node.toArray();
        const qsizetype index = step.toInt();
        if (index >= array.size())
            qFatal("no item %s", qPrintable(step));
        if (!steps.isEmpty())
            array[index] = editedAt(array.at(index), steps, value);
        else if (value)
            array[index] = *value;
        else
            array.removeAt(index);
        return array;
    }
    if (!node.isObject())
        qFatal("no way to %s", qPrintable(step));
    QJsonObject object = node.toObject();
    if (!steps.isEmpty())
        object[step] = editedAt(object.value(step), steps, value);
    else if (value)
        object[step] = *value;
    else
        object.remove(step);
    return object;
}

} // namespace

QStringList jsonPointers(const QJsonValue &root)
{
    QStringList pointers;
    collect(root, {}, pointers);
    return pointers;
}

QJsonValue edited(const QJsonValue &root, const QString &pointer,
                  const std::optional<QJsonValue> &value)
{
    return editedAt(root, pointer.mid(1).split(u'/'), value);
}

QByteArray toJson(const QJsonValue &root)
{
    return QJsonDocument(root.toObject()).toJson(QJsonDocument::Compact);
}

QJsonValue fromJson(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

} // namespace anakinra::test
