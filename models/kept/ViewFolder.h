// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/kept/SavedView.h"

#include <vector>

namespace anakinra {

/// The views that a user has kept: one small file each in one folder. Files are written whole or
/// not at all; a broken one is told and skipped.
class ViewFolder
{
public:
    explicit ViewFolder(QString path) : m_path(std::move(path)) {}

    struct Entry
    {
        QString file; ///< path
        SavedView view;
    };
    struct Listing
    {
        std::vector<Entry> views; ///< by name
        std::vector<Problem> problems;
    };

    [[nodiscard]] QString path() const { return m_path; }
    /// A folder that is not there holds no views.
    [[nodiscard]] Listing read() const;
    /// Writes the view in the place of the one of the same name, or as a new file; makes the folder
    /// where it is missing. Gives the file's path.
    [[nodiscard]] Result<QString> save(const SavedView &view) const;
    /// The file keeps its own name; only what it says inside changes.
    [[nodiscard]] Outcome rename(const QString &file, const QString &name) const;
    [[nodiscard]] Outcome remove(const QString &file) const;

private:
    QString m_path;
};

/// A name as it can stand in a file name: "200 mg/day against 8 mg/kg/day" is
/// "200-mg-day-against-8-mg-kg-day".
[[nodiscard]] QString fileNameOf(const QString &viewName);

} // namespace anakinra
