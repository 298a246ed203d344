// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/figures/SheetSources.h"

#include "models/figures/Citation.h"

#include <algorithm>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// a, b ... z, aa, ab ...
QString letterOf(std::size_t index)
{
    QString letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'a' + (rest - 1) % 26)));
    return letters;
}

/// Short: a sheet says this beside very many figures, and explains it once.
QString statusWords(Status status)
{
    switch (status) {
    case Status::Derived:
        return u"count derived"_s;
    case Status::PercentOnly:
        return u"no count"_s;
    default:
        return labelOf(status);
    }
}

QString figureText(const Library &library, const Source &source, const QString &what)
{
    QString text = what;
    if (!source.reported.isEmpty())
        text += (text.isEmpty() ? u""_s : u" "_s) + u"“%1”"_s.arg(source.reported);
    QStringList remarks;
    if (source.status == Status::NotReported && source.reported.isEmpty())
        remarks << u"not reported"_s;
    else if (source.status != Status::Reported && source.status != Status::NotReported)
        remarks << statusWords(source.status);
    for (const QString &flag : source.flags)
        remarks << Vocabulary::label(library.vocabulary.flags, flag);
    if (!source.note.isEmpty())
        remarks << source.note;
    if (!remarks.isEmpty())
        text += u" ("_s + remarks.join(u"; "_s) + u')';
    return text.trimmed();
}

} // namespace

SheetSources::SheetSources(const Library &library)
    : m_library(library)
{
}

SheetReference &SheetSources::reference(const QString &reportId)
{
    const auto known = m_byReport.constFind(reportId);
    if (known != m_byReport.constEnd())
        return m_references[*known];
    m_byReport.insert(reportId, m_references.size());
    SheetReference entry;
    entry.number = static_cast<int>(m_references.size()) + 1;
    if (const Report *report = m_library.report(reportId)) {
        entry.citation = citationText(*report);
        entry.curatorAdded = hasCuratorAddedFacts(*report);
    } else {
        entry.citation = reportId;
    }
    return m_references.emplace_back(std::move(entry));
}

QString SheetSources::mark(const Source &source, const QString &what)
{
    if (source.report.isEmpty())
        return {};
    SheetReference &entry = reference(source.report);
    auto place = std::ranges::find_if(entry.places, [&](const SheetPlace &p) {
        return p.locator == source.locator;
    });
    if (place == entry.places.end()) {
        entry.places.push_back({letterOf(entry.places.size()), source.locator, {}});
        place = entry.places.end() - 1;
    }
    const QString figure = figureText(m_library, source, what);
    if (!figure.isEmpty() && !place->figures.contains(figure))
        place->figures << figure;
    return u"[%1%2]"_s.arg(entry.number).arg(place->letter);
}

QString SheetSources::mark(const QString &reportId)
{
    return reportId.isEmpty() ? QString() : u"[%1]"_s.arg(reference(reportId).number);
}

QString nameInStudy(const Library &library, int cohort)
{
    const QString &label = library.cohorts[static_cast<std::size_t>(cohort)].label;
    return label.isEmpty() ? cohortTitle(library, cohort) : label;
}

QString joinedMarks(const QStringList &marks)
{
    // Marks of one report share its number: [1a,c].
    QStringList numbers;
    QHash<QString, QStringList> letters;
    for (const QString &mark : marks) {
        if (mark.isEmpty())
            continue;
        const QString inner = mark.mid(1, mark.size() - 2);
        const auto digitsEnd = std::ranges::find_if(inner, [](QChar c) { return !c.isDigit(); });
        const qsizetype digits = std::distance(inner.begin(), digitsEnd);
        const QString number = inner.left(digits);
        if (!numbers.contains(number))
            numbers << number;
        const QStringList parts = inner.mid(digits).split(u',', Qt::SkipEmptyParts);
        for (const QString &letter : parts) {
            if (!letters[number].contains(letter))
                letters[number] << letter;
        }
    }
    QStringList joined;
    for (const QString &number : numbers)
        joined << u'[' + number + letters.value(number).join(u',') + u']';
    return joined.join(u' ');
}

} // namespace anakinra
