// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/reading/ReadFile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra::reading {

Result<QByteArray> readFile(const QString &path, const LoadProgress &progress)
{
    constexpr qint64 largest = 1024LL * 1024 * 1024;
    constexpr qint64 step = 8LL * 1024 * 1024;

    const auto problem = [&path](const QString &message) { return Problem{path, {}, {}, message}; };
    const QFileInfo info(path);
    if (!info.exists())
        return problem(u"does not exist"_s);
    if (info.isDir())
        return problem(u"is a folder, not a library file"_s);
    if (!info.isFile()) // a pipe would block for ever
        return problem(u"is not a regular file"_s);
    if (info.size() > largest)
        return problem(u"is larger than 1 GB"_s);

    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return problem(u"cannot be read: "_s + file.errorString());
    QByteArray bytes;
    bytes.reserve(file.size() + step);
    while (!progress.stop.stop_requested()) {
        const qsizetype before = bytes.size();
        bytes.resize(before + step);
        const qint64 got = file.read(bytes.data() + before, step);
        bytes.resize(before + std::max<qint64>(got, 0));
        if (got < 0)
            return problem(u"cannot be read: "_s + file.errorString());
        if (got == 0)
            break;
        if (bytes.size() > largest)
            return problem(u"is larger than 1 GB"_s);
        if (progress.report && file.size() > 0)
            progress.report(0.1 * std::min(1.0, double(bytes.size()) / double(file.size())));
    }
    return bytes;
}

} // namespace anakinra::reading
