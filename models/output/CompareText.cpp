// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/output/CompareText.h"

#include "models/comparison/ComparisonSeries.h"
#include "models/comparison/ComparisonText.h"
#include "models/figures/RateFindings.h"
#include "models/output/TextLayout.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

class Page
{
public:
    explicit Page(qsizetype width) : m_width(width) {}

    void line(const QString &text, qsizetype indent = 0)
    {
        if (!text.isEmpty())
            m_text += wrapped(text, m_width, indent, 2);
    }
    void head(const QString &text) { m_text += u'\n' + text + u'\n'; }
    void table(const std::vector<QStringList> &rows, const std::vector<bool> &right)
    {
        if (rows.size() > 1)
            m_text += alignedTable(rows, right);
    }
    void list(const QString &title, const QStringList &lines)
    {
        if (!lines.isEmpty())
            head(title);
        for (const QString &text : lines)
            line(text, 2);
    }

    void begin(const ComparisonSeries &series)
    {
        line(u"A  "_s + series.a);
        line(u"B  "_s + series.b);
        line(series.headline + u". "_s + series.statement);
    }

    void end(const Library &library, const ComparisonSeries &series, const QString &methods,
             const QStringList &references)
    {
        properties(series);
        list(u"Before comparing"_s, series.warnings);
        head(u"Methods"_s);
        line(methods, 2);
        line(u"%1, version %2, curated %3"_s.arg(library.title, library.version, library.curated), 2);
        for (qsizetype i = 0; i < references.size(); ++i)
            line(u"[%1] %2"_s.arg(i + 1).arg(references[i]), 2);
    }

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    /// As a table, or one below the other where that is wider than the page.
    void properties(const ComparisonSeries &series)
    {
        std::vector<QStringList> rows{{u"What differs"_s, u"A"_s, u"B"_s, {}}};
        for (const ComparedText &text : series.properties)
            rows.push_back({text.label, text.a, text.b, text.verdict});
        const QString aligned = alignedTable(rows, {});
        if (aligned.indexOf(u'\n', aligned.indexOf(u'\n') + 1) < 2 * m_width) {
            m_text += u'\n' + aligned;
            return;
        }
        head(u"What differs"_s);
        for (const ComparedText &text : series.properties) {
            line(text.label + u": "_s + text.verdict, 2);
            line(u"A "_s + text.a, 4);
            line(u"B "_s + text.b, 4);
        }
    }

    qsizetype m_width;
    QString m_text;
};

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

void cohortOutcomes(Page &page, const CohortComparison &comparison)
{
    std::vector<QStringList> rows{{u"Outcome"_s, u"A"_s, u"Interval"_s, u"B"_s, u"Interval"_s,
                                   u"A − B"_s}};
    QStringList reasons;
    QStringList tests;
    for (const OutcomeComparison &outcome : comparison.outcomes) {
        const QString difference = outcome.difference ? differenceText(*outcome.difference)
                                                      : outcome.noDifference.brief;
        rows.push_back({outcome.shortLabel, withMark(outcome.textA(), outcome.a.findingMark),
                        orDash(outcome.a.intervalText()),
                        withMark(outcome.textB(), outcome.b.findingMark), orDash(outcome.b.intervalText()), difference});
        if (!outcome.noDifference.isNone())
            reasons << outcome.noDifference.full;
        if (outcome.test)
            tests << outcome.shortLabel + u": "_s + testText(*outcome.test);
        else if (outcome.difference)
            reasons << outcome.noTest;
    }
    page.table(rows, {});
    reasons.removeDuplicates();
    page.list(u"p and ratio"_s, tests);
    page.list(u"Not computed"_s, reasons);
}

void filterOutcomes(Page &page, const ComparisonSeries &series)
{
    for (const ComparedBlock &block : series.blocks) {
        page.head(block.label);
        for (const ComparedLine &line : block.lines) {
            QString text = (line.side == ComparisonSide::A ? u"A  "_s : u"B  "_s) + line.name + u": "_s
                + withMark(line.figures, line.findingMark);
            page.line(text, 2);
        }
        page.line(block.note, 2);
    }
}

} // namespace

QString compareText(const Library &library, const CohortComparison &comparison, qsizetype width)
{
    const ComparisonSeries series = comparisonSeries(library, comparison);
    Page page(width);
    page.begin(series);
    page.line({});
    cohortOutcomes(page, comparison);
    page.end(library, series, methodsText(comparison, library), methodsReferences(comparison));
    return page.text();
}

QString compareText(const Library &library, const FilterComparison &comparison, qsizetype width)
{
    const ComparisonSeries series = comparisonSeries(library, comparison);
    Page page(width);
    page.begin(series);
    filterOutcomes(page, series);
    page.end(library, series, methodsText(comparison, library), methodsReferences(comparison));
    return page.text();
}

} // namespace anakinra
