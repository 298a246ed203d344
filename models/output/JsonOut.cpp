// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/JsonOut.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>

namespace anakinra {

struct JsonOut::Writer
{
    Writer() : json(buffer)
    {
        json.SetIndent(' ', 2);
        json.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    }

    rapidjson::StringBuffer buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> json;
};

JsonOut::JsonOut() : m_writer(std::make_unique<Writer>())
{
}

JsonOut::~JsonOut() = default;

void JsonOut::key(const char *key)
{
    m_writer->json.Key(key);
}

void JsonOut::beginObject()
{
    m_writer->json.StartObject();
}

void JsonOut::endObject()
{
    m_writer->json.EndObject();
}

void JsonOut::beginArray()
{
    m_writer->json.StartArray();
}

void JsonOut::endArray()
{
    m_writer->json.EndArray();
}

void JsonOut::value(QStringView text)
{
    if (text.isEmpty()) {
        null();
        return;
    }
    const QByteArray bytes = text.toUtf8();
    m_writer->json.String(bytes.constData(), static_cast<rapidjson::SizeType>(bytes.size()));
}

void JsonOut::value(bool on)
{
    m_writer->json.Bool(on);
}

void JsonOut::value(int number)
{
    m_writer->json.Int(number);
}

void JsonOut::value(double number)
{
    if (std::isfinite(number))
        m_writer->json.Double(number);
    else
        null();
}

void JsonOut::value(std::optional<int> number)
{
    if (number)
        value(*number);
    else
        null();
}

void JsonOut::value(std::optional<double> number)
{
    if (number)
        value(*number);
    else
        null();
}

void JsonOut::value(const QStringList &texts)
{
    beginArray();
    for (const QString &text : texts)
        value(text);
    endArray();
}

void JsonOut::null()
{
    m_writer->json.Null();
}

QByteArray JsonOut::document() const
{
    return QByteArray(m_writer->buffer.GetString(),
                      static_cast<qsizetype>(m_writer->buffer.GetSize())) +
           '\n';
}

} // namespace anakinra
