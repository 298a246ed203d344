// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/ViewChanges.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qsizetype longestList = 6; ///< names in one sentence; the rest is counted

QString describe(const ViewLibrary &library)
{
    return u"%1, version %2, curated %3"_s.arg(library.title, library.version, library.curated);
}

QString listed(const QStringList &names)
{
    QString text = names.mid(0, longestList).join(u", "_s);
    if (names.size() > longestList)
        text += u" and %1 more"_s.arg(names.size() - longestList);
    return text;
}

QString cohortsSentence(const QStringList &names, const QString &one, const QString &many)
{
    return (names.size() == 1 ? u"1 cohort "_s + one : u"%1 cohorts "_s.arg(names.size()) + many) +
           u": "_s + listed(names);
}

/// Options name outcomes by their codes, "icans.ge3", alone, in lists or further inside.
void collectOutcomes(const QJsonValue &value, QStringList &codes)
{
    static const QRegularExpression code(u"^[a-z]+\\.[a-z0-9-]+$"_s);
    if (value.isObject()) {
        for (const QJsonValue &item : value.toObject())
            collectOutcomes(item, codes);
    } else if (value.isArray()) {
        for (const QJsonValue &item : value.toArray())
            collectOutcomes(item, codes);
    } else if (code.match(value.toString()).hasMatch()) {
        codes.append(value.toString());
    }
}

QStringList unknownOutcomes(const QJsonObject &options, const Library &library)
{
    QStringList codes;
    collectOutcomes(options, codes);
    codes.removeDuplicates();
    codes.removeIf(
        [&](const QString &code) { return library.vocabulary.outcome(code) != nullptr; });
    return codes;
}

/// What the view lists now and did not then, and the other way round.
void compareCohorts(const SavedView &view, const Library &library, const FilterResult &result,
                    QStringList &details)
{
    const QSet<QString> before(view.cohorts.begin(), view.cohorts.end());
    QStringList added;
    QSet<QString> now;
    for (const int cohort : result.cohorts) {
        const QString &id = library.cohorts[static_cast<std::size_t>(cohort)].id;
        now.insert(id);
        if (!before.contains(id))
            added.append(cohortTitle(library, cohort));
    }
    QStringList unknown;
    QStringList dropped;
    for (const QString &id : view.cohorts) {
        if (now.contains(id))
            continue;
        const auto cohort = library.cohortIndex.constFind(id);
        if (cohort == library.cohortIndex.constEnd())
            unknown.append(id);
        else
            dropped.append(cohortTitle(library, *cohort));
    }
    if (!unknown.isEmpty())
        details << cohortsSentence(unknown, u"is no longer in the library"_s,
                                   u"are no longer in the library"_s);
    if (!dropped.isEmpty())
        details << cohortsSentence(dropped, u"no longer matches"_s, u"no longer match"_s);
    if (!added.isEmpty())
        details << cohortsSentence(added, u"matches that did not"_s, u"match that did not"_s);
}

} // namespace

QString ViewChanges::toString() const
{
    QStringList lines{versions};
    lines += details;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

ViewChanges viewChanges(const SavedView &view, const Library &library, const FilterEngine &engine,
                        const FilterResult &result)
{
    ViewChanges changes;
    const ViewLibrary open = viewLibrary(library);
    const bool other = !view.library.title.isEmpty() && view.library != open;
    if (other) {
        changes.versions =
            u"Kept with %1; open is %2"_s.arg(describe(view.library), describe(open));
    }
    for (const QString &unknown : engine.unknownValues(view.filter))
        changes.details << u"The filter asks for something unknown: "_s + unknown;
    for (const QString &code : unknownOutcomes(view.options, library))
        changes.details
            << u"The chart asks for something unknown: no outcome \"%1\" in this library"_s.arg(
                   code);
    if (!view.cohorts.isEmpty())
        compareCohorts(view, library, result, changes.details);
    return changes;
}

} // namespace anakinra
