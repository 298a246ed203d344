// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/items/ColumnCells.h"

#include "models/figures/ComparatorLimits.h"
#include "models/figures/SourceText.h"
#include "models/items/SortKeys.h"

namespace anakinra::cells {

using namespace Qt::StringLiterals;

namespace {

const Cohort &cohortAt(const Library &library, int index)
{
    return library.cohorts[static_cast<std::size_t>(index)];
}

const Study *studyOf(const Library &library, const Cohort &cohort)
{
    return cohort.study < 0 ? nullptr : &library.studies[static_cast<std::size_t>(cohort.study)];
}

/// A group taken from elsewhere does not have the design of the study that quotes it.
bool hasOwnDesign(const Cohort &cohort)
{
    return cohort.role != Role::ExternalReference && cohort.role != Role::UnnamedComparator;
}

QString productsText(const Library &library, const Cohort &cohort)
{
    QStringList words;
    for (const ProductShare &share : cohort.products) {
        words << Vocabulary::label(library.vocabulary.products, share.code);
        if (!hadOneProduct(cohort))
            words.last() += u' ' + (share.n ? QString::number(*share.n) : u"NR"_s);
    }
    return words.join(u", "_s);
}

} // namespace

bool isFlagged(const Source &source)
{
    return !source.flags.isEmpty() || !source.note.isEmpty();
}

QString tipOf(const Library &library, const Source &source, bool inherited)
{
    QStringList lines = sourceLines(library, source);
    if (inherited)
        lines.prepend(u"As for the whole cohort"_s);
    return lines.join(u'\n');
}

CohortCell notApplicableCell(const QString &toolTip)
{
    return {u"n/a"_s, {}, toolTip, false};
}

CohortCell missingCell(const QString &toolTip)
{
    return {u"NR"_s, {}, toolTip.isEmpty() ? u"Not reported"_s : toolTip, false};
}

QVariant studyKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    return study ? textKey(study->label) : QVariant();
}

CohortCell studyCell(const Library &library, int cohort, const CohortColumn &column,
                     const RateOptions &options)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!study)
        return missingCell();
    QString tip = study->title;
    for (const int report : study->reports)
        tip += u'\n' + library.reports[static_cast<std::size_t>(report)].label;
    return {study->label, column.sortKey(library, cohort, column, options), tip, false};
}

QVariant cohortKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return textKey(cohortAt(library, cohort).label);
}

CohortCell cohortCell(const Library &library, int cohort, const CohortColumn &column,
                      const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    QStringList tip{c.id};
    if (c.parent >= 0)
        tip << u"Part of: "_s + cohortAt(library, c.parent).label;
    if (const QStringList limits = comparatorLimits(library, c); !limits.isEmpty())
        tip << u"Comparator: "_s + limits.join(u"; "_s);
    for (const Note &note : c.notes)
        tip << labelOf(note.kind) + u": "_s + note.text;
    return {c.label, column.sortKey(library, cohort, column, options), tip.join(u'\n'),
            !c.notes.empty()};
}

QVariant roleKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return double(cohortAt(library, cohort).role);
}

CohortCell roleCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    return {labelOf(c.role), column.sortKey(library, cohort, column, options),
            isComparator(c.role) ? u"Not counted among the anakinra cohorts\n"_s
                    + comparatorLimits(library, c).join(u'\n')
                                 : QString(),
            false};
}

QVariant designKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!study || study->design.codes.isEmpty() || !hasOwnDesign(cohortAt(library, cohort)))
        return {};
    return textKey(Vocabulary::label(library.vocabulary.designs, study->design.codes.first()));
}

CohortCell designCell(const Library &library, int cohort, const CohortColumn &column,
                      const RateOptions &options)
{
    const Study *study = studyOf(library, cohortAt(library, cohort));
    if (!hasOwnDesign(cohortAt(library, cohort)))
        return notApplicableCell(u"Not applicable: the study only quotes this group"_s);
    if (!study || study->design.codes.isEmpty())
        return missingCell();
    QStringList words;
    for (const QString &code : study->design.codes)
        words << Vocabulary::label(library.vocabulary.designs, code);
    return {words.join(u", "_s), column.sortKey(library, cohort, column, options),
            tipOf(library, study->design.source), isFlagged(study->design.source)};
}

QVariant sizeKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    const auto &n = cohortAt(library, cohort).n.value;
    return n ? QVariant(double(*n)) : QVariant();
}

CohortCell sizeCell(const Library &library, int cohort, const CohortColumn &column,
                    const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    QString tip = tipOf(library, c.n.source);
    if (c.nAnakinra.value && c.nAnakinra.value != c.n.value)
        tip = u"Of them given anakinra: %1\n%2"_s.arg(countInWords(c.nAnakinra), tip);
    return {countInWords(c.n), column.sortKey(library, cohort, column, options), tip,
            isFlagged(c.n.source)};
}

QVariant productsKey(const Library &library, int cohort, const CohortColumn &, const RateOptions &)
{
    return textKey(productsText(library, cohortAt(library, cohort)));
}

CohortCell productsCell(const Library &library, int cohort, const CohortColumn &column,
                        const RateOptions &options)
{
    const Cohort &c = cohortAt(library, cohort);
    if (c.products.empty())
        return missingCell();
    QStringList tips;
    bool flagged = false;
    for (const ProductShare &share : c.products) {
        QString head = Vocabulary::label(library.vocabulary.products, share.code);
        if (!share.n)
            head += u": number of patients not reported"_s;
        tips << head + u'\n' + tipOf(library, share.source, share.inherited);
        flagged = flagged || isFlagged(share.source);
    }
    return {productsText(library, c), column.sortKey(library, cohort, column, options),
            tips.join(u"\n\n"_s), flagged};
}

} // namespace anakinra::cells
