// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/Offers.h"

#include "models/output/CohortCsv.h"
#include "models/output/SaveFile.h"
#include "views/export/FigureBundle.h"
#include "views/export/SaveBundle.h"
#include "views/export/XlsxTable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anakinra {

OfferedFile offeredTable(QString title, QString fileName, QString written, CohortTable table)
{
    const auto shared = std::make_shared<const CohortTable>(std::move(table));
    return {std::move(title), std::move(fileName), std::move(written),
            {{u"csv"_s, QCoreApplication::translate("Offers", "Comma-separated values"),
              [shared](const QString &path) {
                  return saveFile(path, cohortCsv(*shared, ByteOrderMark::With));
              }},
             {u"xlsx"_s, QCoreApplication::translate("Offers", "Excel workbook"),
              [shared](const QString &path) { return saveXlsx(path, *shared); }}}};
}

OfferedFile offeredBundle(const ExportableFigure &figure)
{
    const auto save = [figure](const QString &path) -> Outcome {
        const auto bundle = figureBundle(figure.recipe(figure.choices));
        if (!bundle)
            return Problem{path, {}, {}, bundle.problem().message};
        return saveBundle(path, *bundle);
    };
    return {QCoreApplication::translate("Offers", "Save bundle"),
            figure.fileName + u"-bundle"_s,
            QCoreApplication::translate("Offers", "Bundle"),
            {{u"zip"_s, QCoreApplication::translate("Offers", "ZIP archive"), save}}};
}

} // namespace anakinra
