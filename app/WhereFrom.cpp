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

QString section(const QString &title, const QStringList &lines)
{
    return u"<h4>"_s + title.toHtmlEscaped() + u"</h4>"_s + paragraph(lines);
}

/// What is asked about, each place and each finding once.
class Answer
{
public:
    Answer(const Library &library, const RateOptions &options, const FindingIndex *findings)
        : m_library(library), m_options(options), m_findings(findings)
    {
    }

    void addColumn(int cohort, const QString &key)
    {
        addPlaces(provenanceOfColumn(m_library, cohort, key, m_options));
        if (const int column = cohortColumnIndex(key); m_findings && column >= 0)
            addFindings(findingsOfCell(m_library, cohort, cohortColumns()[static_cast<std::size_t>(column)],
                                       m_options, *m_findings));
    }
    void addNumber(const FindingTarget &number)
    {
        addPlaces(provenanceOfNumber(m_library, number, m_options));
        if (m_findings)
            addFindings(m_findings->about(number));
    }

    [[nodiscard]] QString html() const
    {
        return m_found.isEmpty() ? m_places : m_places + section(tr("Found in the audit"), m_found);
    }

private:
    void addPlaces(const std::vector<Provenance> &places)
    {
        for (const Provenance &place : places) {
            const QString text = section(place.title, place.lines());
            if (!m_places.contains(text))
                m_places += text;
        }
    }
    void addFindings(FindingIndex::List findings)
    {
        for (const Finding *finding : findings)
            m_found << findingLine(*finding);
        m_found.removeDuplicates();
    }

    const Library &m_library;
    const RateOptions &m_options;
    const FindingIndex *m_findings;
    QString m_places;
    QStringList m_found;
};

} // namespace

QString whereFromHtml(const Library &library, const AskedNumber &asked, const RateOptions &options,
                      const FindingIndex *findings)
{
    Answer answer(library, options, findings);
    std::vector<int> cohorts = asked.others;
    if (asked.cohort >= 0)
        cohorts.insert(cohorts.begin(), asked.cohort);
    for (const QString &column : asked.columns) {
        for (const int cohort : cohorts)
            answer.addColumn(cohort, column);
    }
    for (const FindingTarget &number : asked.numbers)
        answer.addNumber(number);
    // What is computed of several numbers is said first.
    const QString html = answer.html();
    const bool computed = html.isEmpty() || !asked.others.empty();
    return computed && !asked.words.isEmpty() ? paragraph(asked.words.split(u'\n')) + html : html;
}

} // namespace anakinra
