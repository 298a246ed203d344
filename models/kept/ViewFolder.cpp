// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/kept/ViewFolder.h"

#include "models/kept/ViewReader.h"
#include "models/output/SaveFile.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qsizetype longestFileName = 60;

} // namespace

QString fileNameOf(const QString &viewName)
{
    QString name;
    for (const QChar c : viewName.toLower()) {
        if (c.isLetterOrNumber())
            name += c;
        else if (!name.isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name.truncate(longestFileName);
    while (name.endsWith(u'-'))
        name.chop(1);
    return name.isEmpty() ? u"view"_s : name;
}

ViewFolder::Listing ViewFolder::read() const
{
    Listing listing;
    const QDir folder(m_path);
    for (const QString &name :
         folder.entryList({u"*."_s + viewFileSuffix}, QDir::Files, QDir::Name)) {
        const QString file = folder.filePath(name);
        ViewReport report = readViewFile(file);
        if (report.view && report.view->name.isEmpty())
            report.view->name = name.chopped(viewFileSuffix.size() + 1);
        if (report.view)
            listing.views.push_back({file, std::move(*report.view)});
        listing.problems.insert(listing.problems.end(), report.problems.begin(),
                                report.problems.end());
    }
    std::ranges::stable_sort(listing.views, [](const Entry &a, const Entry &b) {
        return a.view.name.compare(b.view.name, Qt::CaseInsensitive) < 0;
    });
    return listing;
}

Result<QString> ViewFolder::save(const SavedView &view) const
{
    const QDir folder(m_path);
    if (!folder.mkpath(u"."_s))
        return Problem{m_path, {}, {}, u"the folder cannot be made"_s};
    QString file;
    for (const Entry &entry : read().views) {
        if (entry.view.name == view.name)
            file = entry.file;
    }
    for (int number = 1; file.isEmpty(); ++number) {
        const QString tail = number == 1 ? QString() : u"-%1"_s.arg(number);
        const QString name = fileNameOf(view.name) + tail + u'.' + viewFileSuffix;
        if (!folder.exists(name)) // a broken file of that name is not ours to replace
            file = folder.filePath(name);
    }
    if (const Outcome written = saveFile(file, view.toFile()); !written)
        return written.problem();
    return file;
}

Outcome ViewFolder::rename(const QString &file, const QString &name) const
{
    ViewReport report = readViewFile(file);
    if (!report.view)
        return report.problems.front();
    report.view->name = name;
    return saveFile(file, report.view->toFile());
}

Outcome ViewFolder::remove(const QString &file) const
{
    QFile doomed(file);
    if (doomed.remove())
        return std::monostate{};
    return Problem{file, {}, {}, u"cannot be deleted: "_s + doomed.errorString()};
}

} // namespace anakinra
