// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/SummarySheet.h"

#include <QHash>

namespace anakinra {

/// Numbers the reports that a sheet uses and letters the places in them, in the order of use, so
/// that every printed number can be followed to where it stands.
class SheetSources
{
public:
    explicit SheetSources(const Library &library);

    /// The mark of the place of `source`, e.g. "[2c]", and a line in the list of places that says
    /// what was taken from there: `what`, printed figure, status, flags, note. "" without a report.
    QString mark(const Source &source, const QString &what);
    /// The mark of a report as a whole: "[2]".
    QString mark(const QString &reportId);

    [[nodiscard]] const std::vector<SheetReference> &references() const { return m_references; }

private:
    SheetReference &reference(const QString &reportId);

    const Library &m_library;
    std::vector<SheetReference> m_references;
    QHash<QString, std::size_t> m_byReport;
};

/// The name of a cohort in the list of places of its own study's reports: without the study.
[[nodiscard]] QString nameInStudy(const Library &library, int cohort);

/// Joins marks, each once: "[1a] [1b]" -> "[1a,b]".
[[nodiscard]] QString joinedMarks(const QStringList &marks);

} // namespace anakinra
