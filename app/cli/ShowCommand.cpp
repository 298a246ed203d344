// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/FilterOptions.h"
#include "app/cli/LibrarySource.h"
#include "models/output/ShowJson.h"
#include "models/output/ShowText.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

ExitCode unknownStudy(const QString &id, const Library &library, Console &console)
{
    QStringList known;
    for (const Study &study : library.studies)
        known.append(study.id);
    QString message = u"No study \"%1\" in this library."_s.arg(id);
    if (const Cohort *cohort = library.cohort(id)) {
        message += u" It is a cohort of "_s +
                   library.studies[static_cast<std::size_t>(cohort->study)].id + u'.';
    }
    console.message(message + u" Studies: "_s + known.join(u", "_s));
    return Fault;
}

ExitCode runShow(const Arguments &arguments, Console &console)
{
    const auto format = choice(arguments, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.usage(u"show"_s, format.problem());
    const auto options = rateOptionsFrom(arguments);
    if (!options)
        return console.usage(u"show"_s, options.problem());
    if (arguments.positional().size() != 1)
        return console.usage(u"show"_s, usageError(u"show needs the id of one study"_s));
    const auto library = openChosenLibrary(arguments, console);
    if (!library)
        return Fault;
    const QString id = arguments.positional().first();
    const Study *study = library->study(id);
    if (!study)
        return unknownStudy(id, *library, console);
    if (*format == u"json")
        return console.data(showJson(*library, *study, *options));
    return console.data(showText(*library, *study, *options, console.columns()).toUtf8());
}

QString notes()
{
    return u"JSON (--format json)\n"
           "  One object; a missing value is null. Each recorded value carries reported (as\n"
           "  printed), status, report, locator, flags and note.\n"
           "    library, study\n"
           "    reports[]          id, label, kind, peerReviewed, document, citation[],\n"
           "                       interests\n"
           "    cohorts[]          all roles; the keys of `list`, and sources (where n,\n"
           "                       timing, diseases ... stand; what is inherited)\n"
           "    characteristics[]  cohort, code, label and a figure\n"
           "    comparisons[]      label, meaning, groups in printed order, test, pRelation,\n"
           "                       pPrinted, pRecomputed[]: test, p, reproduces\n"
           "    overlaps[]         a, b, level, grounds, reports\n"
           "    notes[]            cohort (null: the whole study), kind, text\n"
           "    findings[]         as of the command check, of this study\n"
           "\n"
           "Examples\n"
           "  anakinra-evidence show park-2023\n"
           "  anakinra-evidence show liang-2025 --format json\n"_s;
}

} // namespace

Command showCommand()
{
    Command command;
    command.name = u"show"_s;
    command.synopsis = u"show STUDY [--format text|json]"_s;
    command.summary = u"print everything recorded of one study"_s;
    command.options = {
        {u"Output"_s, {{u"format"_s, {}, u"text|json"_s, u"For reading (default) or JSON."_s}}},
        rateOptionGroup(),
        libraryOptions(true)};
    command.notes = notes();
    command.run = &runShow;
    return command;
}

} // namespace anakinra::cli
