// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/SaveBundle.h"

#include "models/output/SaveFile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <zip.h>

#include <memory>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

Problem notWritten(const QString &path, const QString &reason)
{
    return {path, {}, {}, u"cannot be written: "_s + reason};
}

/// Makes the folder under another name beside its place, and moves it there when it is complete.
Outcome saveFolder(const QString &path, const std::vector<BundleFile> &files)
{
    const QFileInfo target(QDir::cleanPath(path));
    if (target.exists() && (!target.isDir() || !QDir(target.filePath()).isEmpty()))
        return notWritten(path, u"there is something of this name already"_s);
    QTemporaryDir temporary(target.absolutePath() + u"/."_s + target.fileName() + u"-XXXXXX"_s);
    if (!temporary.isValid())
        return notWritten(path, temporary.errorString());
    const QString made = temporary.filePath(target.fileName());
    if (!QDir().mkdir(made))
        return notWritten(path, u"the folder cannot be made"_s);
    for (const BundleFile &file : files) {
        if (!QFileInfo(made + u'/' + file.name).dir().mkpath(u"."_s))
            return notWritten(path + u'/' + file.name, u"the folder cannot be made"_s);
        if (const Outcome saved = saveFile(made + u'/' + file.name, file.bytes); !saved)
            return Problem{path + u'/' + file.name, {}, {}, saved.problem().message};
    }
    if (target.exists() && !QDir().rmdir(target.absoluteFilePath()))
        return notWritten(path, u"the empty folder cannot be replaced"_s);
    if (!QDir().rename(made, target.absoluteFilePath()))
        return notWritten(path, u"the folder cannot be put in its place"_s);
    return std::monostate{};
}

/// Frees what libzip made; an archive is discarded unless it was closed.
struct ZipFree
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};

QString messageOf(zip_error_t *error)
{
    return QString::fromUtf8(zip_error_strerror(error));
}

Result<QByteArray> contentOf(zip_source_t *source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0)
        return Problem{{}, {}, {}, messageOf(zip_source_error(source))};
    QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(stat.size))
        return Problem{{}, {}, {}, u"the archive cannot be read back"_s};
    return bytes;
}

} // namespace

Result<QByteArray> zipArchive(const std::vector<BundleFile> &files)
{
    zip_error_t error;
    zip_error_init(&error);
    const std::unique_ptr<zip_source_t, ZipFree> source(
        zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source)
        return Problem{{}, {}, {}, messageOf(&error)};
    std::unique_ptr<zip_t, ZipFree> archive(
        zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive)
        return Problem{{}, {}, {}, messageOf(&error)};
    zip_source_keep(source.get()); // the archive frees its own hold on it
    for (const BundleFile &file : files) {
        zip_source_t *content = zip_source_buffer(archive.get(), file.bytes.constData(),
                                                  static_cast<zip_uint64_t>(file.bytes.size()), 0);
        if (!content || zip_file_add(archive.get(), file.name.toUtf8().constData(), content,
                                     ZIP_FL_ENC_UTF_8) < 0) {
            zip_source_free(content);
            return Problem{{}, {}, {}, messageOf(zip_get_error(archive.get()))};
        }
    }
    if (zip_close(archive.get()) != 0)
        return Problem{{}, {}, {}, messageOf(zip_get_error(archive.get()))};
    static_cast<void>(archive.release()); // closing has freed it
    return contentOf(source.get());
}

Outcome saveBundle(const QString &path, const std::vector<BundleFile> &files)
{
    if (!path.endsWith(u".zip", Qt::CaseInsensitive))
        return saveFolder(path, files);
    const auto archive = zipArchive(files);
    if (!archive)
        return notWritten(path, archive.problem().message);
    return saveFile(path, *archive);
}

} // namespace anakinra
