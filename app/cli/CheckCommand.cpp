// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/LibrarySource.h"
#include "models/integrity/Audit.h"
#include "models/output/CheckJson.h"
#include "models/output/FindingsText.h"
#include "models/output/TextLayout.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

QByteArray checkText(const LoadReport &report, const std::vector<Finding> &findings,
                     std::optional<int> width)
{
    QString text;
    for (const Problem &problem : report.problems)
        text += problem.toString() + u'\n';
    const auto faults = report.problems.size();
    if (faults == 0 && report.library) {
        text += u"%1, version %2: %3 studies, %4 reports, %5 cohorts. No errors.\n"_s.arg(
            report.library->title, report.library->version,
            QString::number(report.library->studies.size()),
            QString::number(report.library->reports.size()),
            QString::number(report.library->cohorts.size()));
    } else {
        text += faults == 1 ? u"1 error\n"_s : u"%1 errors\n"_s.arg(faults);
    }
    if (report.library)
        text += findingsText(*report.library, findings, width.value_or(defaultTextWidth));
    return text.toUtf8();
}

/// Of a large file the schema would take most of the time and find nothing that the reader's own
/// checks do not.
ReadOptions optionsFor(const QString &path)
{
    ReadOptions options;
    options.schema = QFileInfo(path).size() <= ReadOptions::schemaLimit ? ReadOptions::Schema::Always
                                                                        : ReadOptions::Schema::Never;
    return options;
}

ExitCode runCheck(const Arguments &arguments, Console &console)
{
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.usage(u"check"_s, format.problem());
    if (arguments.positional().size() > 1)
        return console.usage(u"check"_s, usageError(u"check takes one library at most"_s));
    if (!arguments.positional().isEmpty() && arguments.has(u"library"_s)) {
        return console.usage(
            u"check"_s, usageError(u"The library is named twice, as argument and by --library"_s));
    }
    const QString path = arguments.positional().isEmpty()
                             ? arguments.value(u"library"_s).value_or(shippedLibrary.toString())
                             : arguments.positional().first();
    const LoadReport report = readLibrary(path, optionsFor(path));
    const std::vector<Finding> findings =
        report.library ? audit(*report.library) : std::vector<Finding>();
    const ExitCode written = console.data(
        *format == u"json" ? checkJson(report.problems, report.library.get(), findings)
                           : checkText(report, findings, console.columns()));
    if (written != Success)
        return written;
    return report.problems.empty() ? Success : Fault;
}

QString notes()
{
    return u"Every error is reported, not only the first: file, record, field, message. The\n"
           "file is checked against the JSON Schema and for what a schema cannot say (ids\n"
           "that point nowhere, events above n, circles of parents ...). Of a file above\n"
           "8 MB the schema is left out: the program's own checks cover all of it.\n"
           "\n"
           "What can be read is audited: percentages that no count gives, parts that do\n"
           "not add up, grades out of order, p values of another test, shared patients ...\n"
           "\n"
           "JSON (--format json)\n"
           "    errors[]    file, record, field, message\n"
           "    findings[]  id, severity, study, cohort, outcome, text, working, check,\n"
           "                kind, code\n"
           "  Severities: error (in the record), impossible (cannot be as printed), note\n"
           "  (worth knowing). Findings never change the exit code.\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence check\n"
           "  anakinra-evidence check my-library.json --format json\n"_s;
}

} // namespace

Command checkCommand()
{
    Command command;
    command.name = u"check"_s;
    command.synopsis = u"check [LIBRARY] [--format text|json]"_s;
    command.summary = u"validate and audit a library file"_s;
    command.options = {
        {u"Output"_s, {{u"format"_s, {}, u"text|json"_s, u"For reading (default) or JSON."_s}}},
        libraryOptions(false)};
    command.notes = notes();
    command.run = &runCheck;
    return command;
}

} // namespace anakinra::cli
