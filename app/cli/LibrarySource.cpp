// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/LibrarySource.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

LoadReport readChosenLibrary(const Arguments &arguments, const ReadOptions &options)
{
    return readLibrary(arguments.value(u"library"_s).value_or(shippedLibrary.toString()), options);
}

std::shared_ptr<const Library> openChosenLibrary(const Arguments &arguments, Console &console)
{
    const LoadReport report = readChosenLibrary(arguments);
    for (const Problem &problem : report.problems)
        console.message(problem.toString());
    if (report.problems.empty())
        return report.library;
    if (!report.library || !arguments.has(u"partial"_s)) {
        console.message(report.library ? u"The library has errors; --partial uses what is sound."_s
                                       : u"The library cannot be used."_s);
        return nullptr;
    }
    console.message(u"The library is used in part: records with errors are left out."_s);
    return report.library;
}

} // namespace anakinra::cli
