// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/integrity/Finding.h"
#include "models/output/CohortTable.h"
#include "views/export/FigureRecipe.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace anakinra {

/// One format in which a page's content can be written.
struct OfferedFormat
{
    QString suffix; ///< "csv"
    QString name;   ///< "Comma-separated values"
    std::function<Result<QByteArray>()> bytes; ///< makes the whole file
    bool aside = true; ///< `bytes` may be called in another thread: it shares nothing and draws nothing
};

/// Content that a page wants written to a file of the reader's choice; the window asks and saves.
struct OfferedFile
{
    QString title;    ///< of the dialog: "Export findings"
    QString fileName; ///< suggestion without suffix
    QString written;  ///< what is said afterwards, before the path: "28 findings"
    std::vector<OfferedFormat> formats; ///< the first one is taken where a path has no suffix
};

/// A table as CSV or XLSX; `make` may be called in another thread.
[[nodiscard]] OfferedFile offeredTable(QString title, QString fileName, QString written,
                                       std::function<CohortTable()> make);

/// A figure that is not drawn: whoever asks for it is told why.
[[nodiscard]] ExportableFigure notDrawn(const QString &fileName, const QString &why);

/// A figure with its data and script as one ZIP file.
[[nodiscard]] OfferedFile offeredBundle(const ExportableFigure &figure);

/// The number that a reader asks about: the current cell of a table or mark of a chart.
struct AskedNumber
{
    int cohort = -1;     ///< index into Library::cohorts; -1 = none
    QStringList columns; ///< keys of the cohort table's columns that show it: "n", "crs.any"
    QString words;       ///< as the view says it, for what is recorded nowhere; may be ""
    std::vector<int> others = {}; ///< cohorts whose values in the columns stand behind it as well
    std::vector<FindingTarget> numbers = {}; ///< it, where it is more than the columns show
};

} // namespace anakinra
