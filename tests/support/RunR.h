// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

namespace anakinra::test {

/// Whether Rscript is there, with metafor and lme4; tests that need it are skipped visibly without.
inline bool hasR()
{
    static const bool has = [] {
        QProcess r;
        r.start(QStringLiteral("Rscript"),
                {QStringLiteral("-e"), QStringLiteral("library(metafor); library(lme4)")});
        return r.waitForFinished(60'000) && r.exitStatus() == QProcess::NormalExit &&
               r.exitCode() == 0;
    }();
    return has;
}

struct RunOfR
{
    int exitCode = -1; ///< -1: it did not end
    QByteArray said;
};

/// Runs reproduce.R in a folder that holds a bundle.
inline RunOfR runScriptIn(const QString &folder)
{
    QProcess r;
    r.setWorkingDirectory(folder);
    r.setProcessChannelMode(QProcess::MergedChannels);
    r.start(QStringLiteral("Rscript"), {QStringLiteral("reproduce.R")});
    const int exitCode = r.waitForFinished(120'000) ? r.exitCode() : -1;
    return {exitCode, r.readAll()};
}

} // namespace anakinra::test
