// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/RScript.h"

#include "models/pooling/PoolText.h"

#include <QLocale>

#include <cmath>

namespace anakinra {

using namespace Qt::StringLiterals;

QString numberInR(std::optional<double> value)
{
    if (!value || std::isnan(*value))
        return u"NA"_s;
    if (std::isinf(*value))
        return *value > 0 ? u"Inf"_s : u"-Inf"_s;
    return QString::number(*value, 'g', QLocale::FloatingPointShortest);
}

QString stringInR(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    text.replace(u'\n', u' ').replace(u'\r', u' ');
    return u'"' + text + u'"';
}

QString scriptHead(const QString &what)
{
    return u"# Computes %1 again and compares.\n"
           "# Run it in its own folder: Rscript %2\n"
           "# Written by %3.\n"_s.arg(what.simplified(), reproduceScriptName, programNameAndVersion());
}

QString scriptLevel(double level)
{
    return u"level <- %1\n"_s.arg(numberInR(level));
}

QString scriptComparison()
{
    return QStringLiteral(R"R(
differ <- FALSE

# Prints a result of the program beside that of R. NA on either side: it gives none.
compare <- function(what, program, r, tolerance) {
  if (is.na(program) || is.na(r)) return(invisible())
  agrees <- program == r || abs(program - r) <= tolerance
  if (!agrees) differ <<- TRUE
  cat(sprintf("%-46s %14.7g %14.7g  %s\n", what, program, r,
              if (agrees) "agrees" else "DIFFERS"))
}

cat(sprintf("%-46s %14s %14s\n", "", "program", "R"))
)R");
}

QString scriptEnd()
{
    return u"\nif (differ) quit(status = 1)\n"_s;
}

BundleFile scriptFile(const QString &script)
{
    return {reproduceScriptName.toString(), script.toUtf8(), u"the script"_s};
}

} // namespace anakinra
