// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/RunWindow.h"

#include "app/MainWindow.h"
#include "app/StartProbe.h"

#include <QApplication>
#include <QIcon>
#include <QStyleFactory>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace anakinra {

int runWindow(int argc, char **argv, const QString &library)
{
    QCoreApplication::setApplicationName(u"anakinra-evidence"_s);
    QCoreApplication::setOrganizationName(u"anakinra-evidence"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ANAKINRA_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Anakinra Evidence Browser"_s);
    QGuiApplication::setDesktopFileName(u"org.anakinraevidence.Browser"_s);
    QApplication::setStyle(u"Fusion"_s); // before the platform's own would be loaded
    QApplication application(argc, argv);

    // The shipped library is checked against its schema by the tests, not at every start.
    ReadOptions options;
    options.schema = ReadOptions::Schema::Never;
    const LoadReport shipped = readLibrary(u":/evidence/anakinra-car-t.json"_s, options);
    if (!shipped.isUsable()) {
        for (const Problem &problem : shipped.problems)
            std::fprintf(stderr, "%s\n", qUtf8Printable(problem.toString()));
        return 1;
    }

    MainWindow window(shipped, Dialogs::native(), WindowState::defaultPath());
    StartProbe::installIfAsked(&window);
    window.show();
    if (!library.isEmpty())
        QTimer::singleShot(0, &window, [&window, library] { window.openLibrary(library); });
    return QApplication::exec();
}

} // namespace anakinra
