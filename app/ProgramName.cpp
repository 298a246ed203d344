// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ProgramName.h"

#include "app/WindowState.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anakinra {

void nameProgram()
{
    QCoreApplication::setApplicationName(u"anakinra-evidence"_s);
    QCoreApplication::setOrganizationName(u"anakinra-evidence"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANAKINRA_VERSION));
}

QString keptViewsPath()
{
    return QFileInfo(WindowState::defaultPath()).absolutePath() + u"/views"_s;
}

} // namespace anakinra
