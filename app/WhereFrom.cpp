// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/WhereFrom.h"

#include "models/figures/Provenance.h"
#include "models/items/CohortColumns.h"
#include "models/items/FindingCells.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("WhereFrom", text);
}

QString paragraph(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines)
        escaped << line.toHtmlEscaped();
    return u"<p>"_s + escaped.join(u"<br>"_s) + u"</p>"_s;
}

QString ofColumn(const Library &library, int cohort, const QString &key, const RateOptions &options,
                 const FindingIndex *findings)
{
    QString html;
    for (const Provenance &source : provenanceOfColumn(library, cohort, key, options))
        html += u"<h4>"_s + source.title.toHtmlEscaped() + u"</h4>"_s + paragraph(source.lines());
    const int column = cohortColumnIndex(key);
    if (!findings || column < 0)
        return html;
    QStringList found;
    for (const Finding *finding :
         findingsOfCell(library, cohort, cohortColumns()[static_cast<std::size_t>(column)], options, *findings))
        found << findingLine(*finding);
    if (!found.isEmpty())
        html += u"<h4>"_s + tr("Found in the audit") + u"</h4>"_s + paragraph(found);
    return html;
}

} // namespace

QString whereFromHtml(const Library &library, const AskedNumber &asked, const RateOptions &options,
                      const FindingIndex *findings)
{
    QString html;
    if (asked.cohort >= 0) {
        for (const QString &column : asked.columns)
            html += ofColumn(library, asked.cohort, column, options, findings);
    }
    if (html.isEmpty() && !asked.words.isEmpty())
        html = paragraph(asked.words.split(u'\n'));
    return html;
}

} // namespace anakinra
