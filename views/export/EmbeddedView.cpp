// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/EmbeddedView.h"

#include "views/export/XmpPacket.h"

#include <QFile>
#include <QImageReader>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr qsizetype largestPicture = 256 * 1024 * 1024; ///< bytes that are searched

enum class Kind { Png, Svg, Pdf, Other };

Kind kindOf(const QByteArray &start)
{
    if (start.startsWith("\x89PNG\r\n\x1a\n"))
        return Kind::Png;
    if (start.startsWith("%PDF-"))
        return Kind::Pdf;
    const QByteArray text = start.trimmed();
    if (text.startsWith('<') && (text.contains("<svg") || text.contains("<!DOCTYPE svg")))
        return Kind::Svg;
    return Kind::Other;
}

/// The text of the element with the view.
QByteArray elementText(QXmlStreamReader &xml)
{
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == viewMetadataKey &&
            xml.namespaceUri() == viewMetadataNamespace)
            return xml.readElementText().toUtf8();
    }
    return {};
}

QByteArray viewInSvg(QFile &file)
{
    QXmlStreamReader xml(&file);
    return elementText(xml);
}

/// The packet is stored as plain text, so that programs find it without knowing PDF.
QByteArray viewInPdf(const QByteArray &bytes)
{
    static const QByteArray begin("<x:xmpmeta");
    static const QByteArray end("</x:xmpmeta>");
    const qsizetype from = bytes.indexOf(begin);
    const qsizetype to = bytes.indexOf(end, from);
    if (from < 0 || to < 0)
        return {};
    QXmlStreamReader xml(bytes.mid(from, to + end.size() - from));
    return elementText(xml);
}

} // namespace

ViewSource viewSourceOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return ViewSource::Other;
    if (kindOf(file.peek(4096)) != Kind::Other)
        return ViewSource::Picture;
    return file.size() <= largestViewFile && looksLikeView(file.readAll()) ? ViewSource::View
                                                                           : ViewSource::Other;
}

ViewReport readViewOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return readViewFile(path); // which says why it cannot be read
    QByteArray view;
    switch (kindOf(file.peek(4096))) {
    case Kind::Png:
        view = QImageReader(&file).text(viewMetadataKey.toString()).toUtf8();
        break;
    case Kind::Svg:
        view = viewInSvg(file);
        break;
    case Kind::Pdf:
        view = viewInPdf(file.read(largestPicture));
        break;
    case Kind::Other:
        return readViewFile(path);
    }
    if (view.isEmpty()) {
        return {std::nullopt,
                {Problem{path,
                         {},
                         {},
                         u"carries no view: only figures and sheets that this program "
                         "exported as PNG, SVG or PDF do"_s}}};
    }
    return readView(view, path);
}

} // namespace anakinra
