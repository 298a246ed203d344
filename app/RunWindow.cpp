// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/RunWindow.h"

#include "app/MainWindow.h"
#include "app/ProgramName.h"
#include "app/ProgramStyle.h"
#include "app/StartProbe.h"

#include <QApplication>
#include <QIcon>
#include <QTimer>

#ifdef ANAKINRA_FONTCONFIG
#    include <fontconfig/fontconfig.h>
#endif

#include <cstdio>
#include <future>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Checked against its schema by the tests, not at every start.
LoadReport readShipped()
{
    ReadOptions options;
    options.schema = ReadOptions::Schema::Never;
    return readLibrary(u":/evidence/anakinra-car-t.json"_s, options);
}

/// Reads the configuration of fonts, which the first text would wait for.
void readFontConfiguration()
{
#ifdef ANAKINRA_FONTCONFIG
    FcInit();
#endif
}

} // namespace

int runWindow(int argc, char **argv, const QString &library)
{
    nameProgram();
    QGuiApplication::setApplicationDisplayName(u"Anakinra Evidence Browser"_s);
    QGuiApplication::setDesktopFileName(u"org.anakinraevidence.Browser"_s);
    QApplication::setStyle(new ProgramStyle); // before the platform's own would be loaded
    // The library and the fonts are read while the display is being connected to.
    std::future<void> fonts = std::async(std::launch::async, readFontConfiguration);
    std::future<LoadReport> reading = std::async(std::launch::async, readShipped);
    QApplication application(argc, argv);
    fonts.get();
    const LoadReport shipped = reading.get();
    if (!shipped.isUsable()) {
        for (const Problem &problem : shipped.problems)
            std::fprintf(stderr, "%s\n", qUtf8Printable(problem.toString()));
        return 1;
    }

    MainWindow window(shipped, Dialogs::native(), WindowState::defaultPath());
    StartProbe::installIfAsked(&window);
    window.show();
    if (!library.isEmpty())
        QTimer::singleShot(0, &window, [&window, library] { window.openFile(library); });
    return QApplication::exec();
}

} // namespace anakinra
