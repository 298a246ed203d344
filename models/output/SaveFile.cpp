// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/SaveFile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace anakinra {

Outcome saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::monostate{};
    return Problem{path, {}, {}, u"cannot be written: "_s + file.errorString()};
}

} // namespace anakinra
