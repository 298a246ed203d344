// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/Help.h"

#include "app/cli/FilterOptions.h"
#include "models/output/TextLayout.h"

using namespace Qt::StringLiterals;

namespace anakinra::cli {

namespace {

constexpr qsizetype helpColumn = 26;
constexpr std::size_t longestCohortList = 200; // more would bury the codes above it

QString exitCodes()
{
    return u"Exit codes\n"
           "  0  success; a filter that matches nothing is a success, too\n"
           "  1  input or output is at fault: a library with errors (unless --partial), an\n"
           "     unknown study, a file that cannot be written, a chart of nothing; no file\n"
           "     is left behind\n"
           "  2  usage error: an unknown command, option or value of a closed list\n"_s;
}

/// `head` in the indent of `lines` where it fits with two spaces, else on a line of its own.
QString besideHead(const QString &head, QString lines)
{
    if (head.size() + 2 > helpColumn)
        return head + u'\n' + lines;
    return lines.replace(0, head.size(), head);
}

QString optionHelp(const OptionSpec &spec)
{
    QString head = spec.letter.isEmpty() ? QString() : u'-' + spec.letter + u", "_s;
    head += u"--"_s + spec.name;
    if (!spec.value.isEmpty())
        head += u' ' + spec.value;
    const QString lines = wrapped(spec.help, defaultTextWidth, helpColumn);
    return besideHead(u"  "_s + head, lines);
}

QString codeLines(const std::vector<std::pair<QString, QString>> &codes)
{
    QString text;
    for (const auto &[code, label] : codes) {
        text += besideHead(u"  "_s + code, wrapped(label, defaultTextWidth, helpColumn));
    }
    return text.isEmpty() ? u"  (none)\n"_s : text;
}

} // namespace

QString generalHelp(const std::vector<Command> &commands)
{
    QString text = u"Anakinra Evidence Browser: the published evidence on anakinra for CAR T-cell "
                   "toxicities\n\n"
                   "Usage\n"
                   "  anakinra-evidence [LIBRARY]           open the window\n"
                   "  anakinra-evidence COMMAND [OPTION…]   answer without a window or display\n\n"
                   "Commands\n"_s;
    for (const Command &command : commands)
        text += u"  "_s + command.name.leftJustified(12) + command.summary + u'\n';
    text += u"\nOptions\n"
            "  --library FILE   use another library than the shipped one\n"
            "  --help           this text; after a command, everything about that command\n"
            "  --version        the version of the program\n\n"
            "Data is written to standard output, messages to standard error.\n\n"_s;
    text += exitCodes();
    text += u"\nPublished aggregate data only; not medical advice.\n"_s;
    return text;
}

QString commandHelp(const Command &command)
{
    QString text = u"Usage: anakinra-evidence "_s + command.synopsis + u"\n\n"_s +
                   wrapped(command.summary, defaultTextWidth) + u'\n';
    for (const OptionGroup &group : command.options) {
        text += wrapped(group.title, defaultTextWidth);
        for (const OptionSpec &spec : group.options)
            text += optionHelp(spec);
        text += u'\n';
    }
    return text + command.notes + (command.notes.isEmpty() ? QString() : u"\n"_s) + exitCodes();
}

QString codesHelp(const Library &library)
{
    QString text =
        u"\nCodes of this library (%1, version %2)\n"_s.arg(library.title, library.version);
    for (const auto &entry : CodeList<Facet>::entries) {
        if (entry.value == Facet::OnlyProduct)
            continue; // the same codes as --product
        text += u"\n--"_s + entry.code +
                (entry.value == Facet::Product ? u" and --only-product"_s : QString()) + u'\n';
        text += codeLines(facetCodes(entry.value, library).codes);
    }
    std::vector<std::pair<QString, QString>> outcomes;
    for (const OutcomeTerm &term : library.vocabulary.outcomes)
        outcomes.emplace_back(term.code, term.label);
    std::vector<std::pair<QString, QString>> cohorts;
    for (const Cohort &cohort : library.cohorts)
        cohorts.emplace_back(cohort.id, cohort.label);
    text += u"\nOutcome codes\n"_s + codeLines(outcomes);
    if (cohorts.size() <= longestCohortList)
        text += u"\nCohorts, for --exclude\n"_s + codeLines(cohorts);
    return text;
}

} // namespace anakinra::cli
