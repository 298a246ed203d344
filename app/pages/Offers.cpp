// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/Offers.h"

#include "models/output/CohortCsv.h"
#include "views/export/FigureBundle.h"
#include "views/export/SaveBundle.h"
#include "views/export/XlsxTable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anakinra {

OfferedFile offeredTable(QString title, QString fileName, QString written,
                         std::function<CohortTable()> make)
{
    return {std::move(title), std::move(fileName), std::move(written),
            {{u"csv"_s, QCoreApplication::translate("Offers", "Comma-separated values"),
              [make]() -> Result<QByteArray> { return cohortCsv(make(), ByteOrderMark::With); }},
             {u"xlsx"_s, QCoreApplication::translate("Offers", "Excel workbook"),
              [make] { return xlsxWorkbook(make()); }}}};
}

ExportableFigure notDrawn(const QString &fileName, const QString &why)
{
    ExportableFigure figure;
    figure.recipe = [why](const FigureChoices &) { return FigureRecipe::nothing(why); };
    figure.fileName = fileName;
    return figure;
}

OfferedFile offeredBundle(const ExportableFigure &figure)
{
    const auto bytes = [figure]() -> Result<QByteArray> {
        const auto bundle = figureBundle(figure.recipe(figure.choices));
        if (!bundle)
            return bundle.problem();
        return zipArchive(*bundle);
    };
    return {QCoreApplication::translate("Offers", "Save bundle"),
            figure.fileName + u"-bundle"_s,
            QCoreApplication::translate("Offers", "Bundle"),
            {{u"zip"_s, QCoreApplication::translate("Offers", "ZIP archive"), bytes, false}}};
}

} // namespace anakinra
