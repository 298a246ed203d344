// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/HeadlessApplication.h"

#include <QApplication>

#include <langinfo.h>

#include <clocale>
#include <cstring>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

HeadlessApplication::HeadlessApplication()
{
    if (QCoreApplication::instance())
        return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qunsetenv("QT_STYLE_OVERRIDE");
    // Qt warns on standard error in a locale that is not UTF-8, as scheduled jobs have.
    std::setlocale(LC_ALL, "");
    if (std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
    // Nor is there a runtime directory then, which Qt also warns of.
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR")) {
        m_runtimeDirectory.emplace();
        qputenv("XDG_RUNTIME_DIR", m_runtimeDirectory->path().toLocal8Bit());
    }
    static char name[] = "anakinra-evidence";
    static char *arguments[] = {name, nullptr};
    static int count = 1;
    QApplication::setDesktopSettingsAware(false);
    m_application = std::make_unique<QApplication>(count, arguments);
}

HeadlessApplication::~HeadlessApplication() = default;

} // namespace anakinra::cli
