// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace anakinra {

/// Writes JSON with the keys in the order they are given, which QJsonDocument cannot (it sorts
/// them), so that the output reads like the description of the format. UTF-8, indented by two.
///
/// Missing is written as null: an absent optional, a number that is not finite and an empty text.
/// Numbers keep full double precision.
class JsonOut
{
public:
    JsonOut();
    ~JsonOut();
    Q_DISABLE_COPY_MOVE(JsonOut)

    void key(const char *key); ///< ASCII
    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void beginObject(const char *name)
    {
        key(name);
        beginObject();
    }
    void beginArray(const char *name)
    {
        key(name);
        beginArray();
    }

    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(bool on);
    void value(int number);
    void value(double number);
    void value(std::optional<int> number);
    void value(std::optional<double> number);
    void value(const QStringList &texts);
    void value(const char *) = delete; // would become a bool
    void null();

    template<typename T>
    void field(const char *name, const T &content)
    {
        key(name);
        value(content);
    }
    void nullField(const char *name)
    {
        key(name);
        null();
    }

    /// The whole document with a final line break. To be called once, at the end.
    [[nodiscard]] QByteArray document() const;

private:
    struct Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace anakinra
