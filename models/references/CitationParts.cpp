// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/references/CitationParts.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

/// "JH", "N", "J.H.": initials that follow a family name.
bool areInitials(const QString &word)
{
    static const QRegularExpression pattern(u"^(\\p{Lu}\\.?-?){1,4}$"_s);
    return pattern.match(word).hasMatch();
}

/// "JH" -> "J. H."
QString spaced(const QString &initials)
{
    QStringList letters;
    for (const QChar c : initials) {
        if (c.isLetter())
            letters << QString(c) + u'.';
    }
    return letters.join(u' ');
}

ReferenceName nameFrom(const QString &printed)
{
    QStringList words = printed.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return {printed.trimmed(), {}};
    const QString last = words.takeLast();
    if (areInitials(last))
        return {words.join(u' '), spaced(last)};
    return {last, words.join(u' ')};
}

std::optional<int> monthFrom(const QString &word)
{
    static const std::array<QStringView, 12> months{u"jan", u"feb", u"mar", u"apr", u"may", u"jun",
                                                    u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
    const QString head = word.left(3).toLower();
    const auto it = std::ranges::find(months, QStringView(head));
    if (it == months.end())
        return std::nullopt;
    return static_cast<int>(it - months.begin()) + 1;
}

} // namespace

std::vector<ReferenceName> parseNames(const QString &printed)
{
    static const QRegularExpression brackets(u"\\([^()]*\\)"_s);
    static const QRegularExpression separators(u"[,;]"_s);
    static const QRegularExpression omission(u"^(\\.\\.\\.|…)\\s*|^and\\s+|\\s*\\bet al\\.?$"_s);
    QString text = printed;
    text.remove(brackets);
    std::vector<ReferenceName> names;
    for (QString name : text.split(separators, Qt::SkipEmptyParts)) {
        name = name.simplified().remove(omission).trimmed();
        if (std::ranges::any_of(name, [](QChar c) { return c.isLetter(); }))
            names.push_back(nameFrom(name));
    }
    return names;
}

ReferenceDate parseDate(const QString &printed)
{
    static const QRegularExpression pattern(
        u"^\\s*(\\d{4})\\b(?:[ -]+(\\p{L}{3,}|\\d{1,2})\\b(?:[ -]+(\\d{1,2})\\b)?)?"_s);
    const QRegularExpressionMatch match = pattern.match(printed);
    ReferenceDate date;
    if (!match.hasMatch())
        return date;
    date.year = match.captured(1).toInt();
    const QString month = match.captured(2);
    const int number = month.toInt();
    date.month = number >= 1 && number <= 12 ? std::optional(number) : monthFrom(month);
    const int day = match.captured(3).toInt();
    if (date.month && day >= 1 && day <= 31)
        date.day = day;
    return date;
}

void parsePages(const QString &printed, ReferenceRecord &record)
{
    static const QRegularExpression dash(u"\\s*[-–]+\\s*"_s);
    const QStringList ends = printed.trimmed().split(dash);
    record.firstPage = ends.value(0);
    record.lastPage = ends.value(1);
}

QString ReferenceRecord::pages(const QString &dash) const
{
    return lastPage.isEmpty() ? firstPage : firstPage + dash + lastPage;
}

} // namespace anakinra
