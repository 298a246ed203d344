// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"

#include "models/evidence/reading/JsonText.h"
#include "models/evidence/reading/LibraryAssembly.h"
#include "models/evidence/reading/ReadFile.h"
#include "models/evidence/reading/Record.h"
#include "models/evidence/reading/SchemaCheck.h"

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::string_view format = "anakinra-evidence-library/1";

LoadReport refused(const QString &fileName, const QString &field, const QString &message)
{
    LoadReport report;
    report.problems.push_back({fileName, {}, field, message});
    return report;
}

LoadReport stopped()
{
    LoadReport report;
    report.cancelled = true;
    return report;
}

/// What is wrong with the format the file names; "" where it is ours.
QString formatFault(const reading::Json &root)
{
    const auto it = root.FindMember("format");
    if (it == root.MemberEnd())
        return u"is missing; is this an evidence library?"_s;
    const QString ours = QString::fromLatin1(format.data(), qsizetype(format.size()));
    if (!it->value.IsString())
        return u"must be \""_s + ours + u'"';
    const std::string_view theirs = reading::view(it->value);
    if (theirs == format)
        return {};
    return u"is \""_s + QString::fromUtf8(theirs.data(), qsizetype(theirs.size())).left(60)
        + u"\"; this program reads \"" + ours + u'"';
}

bool wantsSchema(const ReadOptions &options, qsizetype size)
{
    return options.schema == ReadOptions::Schema::Always
        || (options.schema == ReadOptions::Schema::UpToLimit && size <= ReadOptions::schemaLimit);
}

LoadReport readText(QByteArray bytes, const std::function<QByteArray()> &original,
                    const QString &fileName, const ReadOptions &options,
                    const LoadProgress &progress)
{
    const qsizetype size = bytes.size();
    reading::JsonText text;
    const auto fault = text.parse(std::move(bytes), original, progress);
    if (text.stopped() || progress.stop.stop_requested())
        return stopped();
    if (fault)
        return refused(fileName, {}, *fault);
    if (!text.root().IsObject())
        return refused(fileName, {}, u"must hold one JSON object, not "_s + reading::typeName(text.root()));
    if (const QString wrong = formatFault(text.root()); !wrong.isEmpty())
        return refused(fileName, u"format"_s, wrong);

    reading::Reading reading(fileName);
    auto library = std::make_shared<Library>();
    library->fileName = fileName;
    library->shipped = fileName.startsWith(u":/");
    reading::assembleLibrary(reading, text.root(), *library, progress);
    if (progress.stop.stop_requested())
        return stopped();
    library->partial = reading.hasProblems();
    if (wantsSchema(options, size))
        reading::checkSchema(reading, text.root(), options.schema == ReadOptions::Schema::Always);
    if (progress.report)
        progress.report(1.0);
    return {std::move(library), reading.takeProblems(), false};
}

} // namespace

LoadReport readLibrary(const QString &path, const ReadOptions &options, const LoadProgress &progress)
{
    Result<QByteArray> bytes = reading::readFile(path, progress);
    if (progress.stop.stop_requested())
        return stopped();
    if (!bytes) {
        LoadReport report;
        report.problems.push_back(bytes.problem());
        return report;
    }
    const auto again = [&path] {
        const Result<QByteArray> second = reading::readFile(path, {});
        return second ? *second : QByteArray();
    };
    return readText(std::move(bytes.value()), again, path, options, progress);
}

LoadReport readLibrary(const QByteArray &bytes, const QString &fileName, const ReadOptions &options,
                       const LoadProgress &progress)
{
    return readText(bytes, [&bytes] { return bytes; }, fileName, options, progress);
}

} // namespace anakinra
