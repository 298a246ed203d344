// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>

#include <memory>
#include <optional>

class QApplication;

namespace anakinra::cli {

/// The application object that drawing needs, without any display: platform "offscreen", no
/// desktop settings, so that a figure looks the same on every machine. Does nothing where an
/// application object exists already.
class HeadlessApplication
{
public:
    HeadlessApplication();
    ~HeadlessApplication();
    HeadlessApplication(const HeadlessApplication &) = delete;
    HeadlessApplication &operator=(const HeadlessApplication &) = delete;

private:
    std::optional<QTemporaryDir> m_runtimeDirectory;
    std::unique_ptr<QApplication> m_application;
};

} // namespace anakinra::cli
