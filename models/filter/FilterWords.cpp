// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/filter/DoseText.h"
#include "models/filter/FilterCriteria.h"
#include "models/filter/FilterEngine.h"

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// A label of a closed list inside a sentence: "Pre-emptive" -> "pre-emptive".
QString inSentence(QString label)
{
    if (label.size() > 1 && label.at(1).isLower())
        label[0] = label.at(0).toLower();
    return label;
}

template<typename E>
QString closedLabel(const QString &code)
{
    const auto value = fromCode<E>(code);
    return value ? inSentence(labelOf(*value)) : code;
}

/// The value of a facet as clinicians say it.
QString valueWords(Facet facet, const QString &code, const Library &library)
{
    if (code == notReportedCode)
        return u"not reported"_s;
    const Vocabulary &words = library.vocabulary;
    switch (facet) {
    case Facet::Product:
    case Facet::OnlyProduct:
        return Vocabulary::label(words.products, code);
    case Facet::Disease:
        return Vocabulary::label(words.diseases, code);
    case Facet::AgeGroup:
        return Vocabulary::label(words.ageGroups, code);
    case Facet::Design:
        return Vocabulary::label(words.designs, code);
    case Facet::Indication:
        return Vocabulary::label(words.indications, code);
    case Facet::Publication:
        return Vocabulary::label(words.publications, code);
    case Facet::Timing:
        return closedLabel<Timing>(code);
    case Facet::Role:
        return closedLabel<Role>(code);
    case Facet::PeerReviewed:
        return QString(code).replace(u'-', u' ');
    case Facet::Study: {
        const Study *study = library.study(code);
        return study ? study->label : code;
    }
    case Facet::Route:
    case Facet::OnlyRoute:
        break; // "SC" and "IV" are the words
    }
    return code;
}

QString facetWords(Facet facet, const QStringList &codes, const Library &library)
{
    QStringList words;
    for (const QString &code : codes)
        words.append(valueWords(facet, code, library));
    return words.join(" or "_L1);
}

QString numberWords(double value)
{
    return formatAmount(value).replace(u'-', u'−');
}

/// "100–400 mg/day", "at least 10", "up to 2", "200 mg/day".
QString rangeWords(const Range &range, const QString &unit = QString())
{
    const QString tail = unit.isEmpty() ? QString() : QString(u' ' % unit);
    if (!range.max)
        return "at least "_L1 % numberWords(*range.min) % tail;
    if (!range.min)
        return "up to "_L1 % numberWords(*range.max) % tail;
    if (*range.min == *range.max)
        return numberWords(*range.min) % tail;
    const QString dash = *range.min < 0.0 || *range.max < 0.0 ? u" to "_s : u"–"_s;
    return numberWords(*range.min) % dash % numberWords(*range.max) % tail;
}

/// A restriction in its three dresses: as a chip it is "Route: SC", in a sentence "route SC".
struct Words
{
    QString title;  ///< "Route"; empty when `value` says it all
    QString value;  ///< "SC"
    FilterCriteria without;

    [[nodiscard]] QString chip() const
    {
        if (!title.isEmpty())
            return title % ": "_L1 % value;
        QString words = value;
        words[0] = words.at(0).toUpper();
        return words;
    }
    [[nodiscard]] QString sentence() const
    {
        return title.isEmpty() ? value : QString(inSentence(title) % u' ' % value);
    }
};

/// All restrictions but the roles and the exclusions, in panel order.
std::vector<Words> restrictions(const FilterCriteria &criteria, const Library &library)
{
    std::vector<Words> all;
    const auto add = [&](const QString &title, const QString &value, auto &&remove) {
        Words words{title, value, criteria};
        remove(words.without);
        all.push_back(std::move(words));
    };
    for (const auto &facet : CodeList<Facet>::entries) {
        if (facet.value == Facet::Role || criteria.values(facet.value).isEmpty())
            continue;
        add(facet.label.toString(), facetWords(facet.value, criteria.values(facet.value), library),
            [&](FilterCriteria &without) { without.setValues(facet.value, {}); });
    }
    if (criteria.dose) {
        add(u"Dose"_s, rangeWords(criteria.dose->range, codeOf(criteria.dose->unit)),
            [](FilterCriteria &without) { without.dose.reset(); });
    }
    if (criteria.startDay) {
        add(u"Start day"_s, rangeWords(*criteria.startDay),
            [](FilterCriteria &without) { without.startDay.reset(); });
    }
    if (criteria.size) {
        add(u"n"_s, rangeWords(*criteria.size), [](FilterCriteria &without) { without.size.reset(); });
    }
    if (criteria.year) {
        add(u"Year"_s, rangeWords(*criteria.year),
            [](FilterCriteria &without) { without.year.reset(); });
    }
    if (!criteria.search.isEmpty()) {
        add(u"Search"_s, u'"' % criteria.search % u'"',
            [](FilterCriteria &without) { without.search.clear(); });
    }
    if (criteria.bodyWeight) {
        add(QString(), u"doses compared at a body weight of %1 kg"_s.arg(numberWords(*criteria.bodyWeight)),
            [](FilterCriteria &without) { without.bodyWeight.reset(); });
    }
    if (criteria.keepUnjudged) {
        add(QString(), u"unjudged cohorts kept"_s,
            [](FilterCriteria &without) { without.keepUnjudged = false; });
    }
    if (criteria.withComparators) {
        add(QString(), u"with comparators"_s,
            [](FilterCriteria &without) { without.withComparators = false; });
    }
    if (criteria.excludePossibleOverlaps) {
        add(QString(), u"possible overlaps counted once"_s,
            [](FilterCriteria &without) { without.excludePossibleOverlaps = false; });
    }
    return all;
}

QString counted(int count, const QString &one, const QString &many)
{
    return QString::number(count) % u' ' % (count == 1 ? one : many);
}

QString cohortsWord(int count)
{
    return counted(count, u"cohort"_s, u"cohorts"_s);
}

QString participantsPart(const ResultCounts &counts, const Library &library)
{
    QString text = counts.participantsAtLeast ? u"at least "_s : QString();
    text += counted(counts.participants, u"participant"_s, u"participants"_s);
    text += ", each counted once"_L1;
    if (counts.withoutPossibleOverlaps)
        text += ", also where an overlap is only possible"_L1;
    for (const ProductCount &product : counts.products) {
        text += u", %1 known to have had %2"_s.arg(QString::number(product.participants),
                                                   Vocabulary::label(library.vocabulary.products,
                                                                     product.code));
        if (product.unknownIn > 0)
            text += u" (share not printed in %1)"_s.arg(cohortsWord(product.unknownIn));
    }
    if (!counts.participantsUnknownIn.empty()) {
        text += u"; n not reported in %1"_s.arg(
            cohortsWord(static_cast<int>(counts.participantsUnknownIn.size())));
    }
    if (counts.possiblyTwice > 0)
        text += u"; up to %1 of them may be in two cohorts"_s.arg(counts.possiblyTwice);
    return text;
}

} // namespace

std::vector<FilterPart> filterParts(const FilterCriteria &criteria, const Library &library)
{
    const FilterCriteria plain = criteria.normalised();
    std::vector<FilterPart> parts;
    for (const Words &words : restrictions(plain, library))
        parts.push_back({words.chip(), words.without});
    if (!plain.values(Facet::Role).isEmpty()) {
        FilterPart part{"Role: "_L1 % facetWords(Facet::Role, plain.values(Facet::Role), library), plain};
        part.without.setValues(Facet::Role, {});
        parts.push_back(part);
    }
    for (const QString &id : plain.excluded) {
        FilterPart part{"Excluded by hand: "_L1 % id, plain};
        part.without.excluded.removeAll(id);
        parts.push_back(part);
    }
    return parts;
}

QString describe(const FilterCriteria &criteria, const Library &library)
{
    const FilterCriteria plain = criteria.normalised();
    if (plain.isEmpty())
        return u"All anakinra cohorts"_s;
    QStringList words;
    if (plain.values(Facet::Role).isEmpty())
        words.append(u"Anakinra cohorts"_s);
    else
        words.append("Role "_L1 % facetWords(Facet::Role, plain.values(Facet::Role), library));
    for (const Words &restriction : restrictions(plain, library))
        words.append(restriction.sentence());
    if (!plain.excluded.isEmpty()) {
        words.append("without "_L1 % (plain.excluded.size() == 1 ? "cohort "_L1 : "cohorts "_L1)
                     % plain.excluded.join(", "_L1) % " (excluded by hand)"_L1);
    }
    return words.join("; "_L1);
}

QString countsLine(const ResultCounts &counts, const Library &library)
{
    const int studies = static_cast<int>(library.studies.size());
    QString cohorts = cohortsWord(counts.cohorts);
    if (counts.comparators > 0)
        cohorts += " + "_L1 % counted(counts.comparators, u"comparator"_s, u"comparators"_s);
    return QStringList{QString::number(counts.studies) % " of "_L1
                           % counted(studies, u"study"_s, u"studies"_s),
                       cohorts, participantsPart(counts, library),
                       cohortsWord(counts.unjudged) % " could not be judged"_L1}
        .join(u" · "_s);
}

} // namespace anakinra
