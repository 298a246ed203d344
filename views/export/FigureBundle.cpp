// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureBundle.h"

#include "models/figures/FigureContext.h"
#include "models/kept/SavedView.h"
#include "models/output/TextLayout.h"
#include "models/pooling/PoolText.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

QString howTo(const Reproduction &numbers)
{
    if (numbers.needs.isEmpty())
        return u"The figure shows what the library holds; nothing in it is computed from counts."_s;
    return u"Run reproduce.R in its own folder (Rscript reproduce.R). It needs %1. It computes the "
           "numbers again from the data beside it, prints its results beside those of the program, "
           "and ends with status 1 if they differ by more than the two ways of computing allow."_s
        .arg(numbers.needs);
}

QString listOf(const std::vector<BundleFile> &files)
{
    qsizetype widest = 0;
    for (const BundleFile &file : files)
        widest = std::max(widest, file.name.size());
    QString lines;
    for (const BundleFile &file : files)
        lines += u"  "_s + file.name.leftJustified(widest + 2) + file.about + u'\n';
    return lines;
}

QByteArray readme(const FigureRecipe &figure, const Reproduction &numbers,
                  const std::vector<BundleFile> &files)
{
    QString words = figure.title + u"\n\n"_s + wrapped(howTo(numbers), defaultTextWidth)
        + u"\nFiles\n"_s + listOf(files) + u"\nProgram: %1\n"_s.arg(programNameAndVersion());
    const QStringList facts = figure.description.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &fact : facts)
        words += wrapped(fact, defaultTextWidth);
    if (!numbers.results.isEmpty())
        words += u'\n' + numbers.results;
    words += u'\n' + wrapped(disclaimer() + u'.', defaultTextWidth);
    return words.toUtf8();
}

} // namespace

Result<std::vector<BundleFile>> figureBundle(const FigureRecipe &figure, const ExportSpec &spec)
{
    std::vector<BundleFile> files;
    for (const FigureFormat format : {FigureFormat::Pdf, FigureFormat::Svg}) {
        auto bytes = renderFigure(figure, spec, format);
        if (!bytes)
            return bytes.problem();
        files.push_back({u"figure."_s + figureSuffix(format), std::move(*bytes), u"the figure"_s});
    }
    if (!figure.view.isEmpty())
        files.push_back({u"figure."_s + viewFileSuffix, figure.view,
                         u"opens the figure in the program"_s});
    Reproduction numbers = figure.numbers ? figure.numbers() : Reproduction();
    std::ranges::move(numbers.files, std::back_inserter(files));
    files.insert(files.begin(), {u"README.txt"_s, readme(figure, numbers, files)});
    return files;
}

} // namespace anakinra
