// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureFormats.h"

#include "views/export/XmpPacket.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// Nothing but the bundled font may reach a file; devices start with the desktop's.
QFont deviceFont()
{
    QFont font(figureFontFamily());
    font.setPixelSize(10);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void renderScene(QGraphicsScene &scene, QPainter &painter, const QRectF &target)
{
    painter.setFont(deviceFont());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, target, scene.sceneRect(), Qt::IgnoreAspectRatio);
}

} // namespace

QImage paintImage(QGraphicsScene &scene, QSizeF sizeMm, int dpi)
{
    const auto pixels = [dpi](qreal mm) {
        return std::max(1, static_cast<int>(std::lround(mm / 25.4 * dpi)));
    };
    QImage image(pixels(sizeMm.width()), pixels(sizeMm.height()), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        renderScene(scene, painter, QRectF(image.rect()));
    }
    // After painting: text and layout must not follow the image's resolution.
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi / 0.0254)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dpi / 0.0254)));
    return image;
}

void describeImage(QImage &image, const FigureRecipe &figure)
{
    image.setText(u"Title"_s, figure.title);
    image.setText(u"Description"_s, figure.description);
    image.setText(u"Source"_s, figure.source);
    image.setText(u"Software"_s, softwareName());
    if (!figure.view.isEmpty())
        image.setText(viewMetadataKey.toString(), QString::fromUtf8(figure.view));
}

QByteArray writeSvg(QGraphicsScene &scene, QSizeF sizeMm, const FigureRecipe &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QRectF box(QPointF(0.0, 0.0), scene.sceneRect().size());
    {
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setResolution(96);
        svg.setSize(box.size().toSize());
        svg.setViewBox(box);
        // The generator does not escape.
        svg.setTitle(figure.title.toHtmlEscaped());
        svg.setDescription(QString(figure.description + u'\n' + softwareName()).toHtmlEscaped());
        QPainter painter(&svg);
        renderScene(scene, painter, box);
    }
    // The generator knows whole units only: state the exact size.
    QString text = QString::fromUtf8(bytes);
    static const QRegularExpression size(u"<svg width=\"[^\"]*\" height=\"[^\"]*\"\\s+viewBox=\"[^\"]*\""_s);
    const QRegularExpressionMatch match = size.match(text.left(1000));
    if (match.hasMatch()) {
        text.replace(match.capturedStart(), match.capturedLength(),
                     u"<svg width=\"%1mm\" height=\"%2mm\" viewBox=\"0 0 %3 %4\""_s
                         .arg(sizeMm.width(), 0, 'f', 4)
                         .arg(sizeMm.height(), 0, 'f', 4)
                         .arg(box.width(), 0, 'f', 4)
                         .arg(box.height(), 0, 'f', 4));
    }
    // Metric twins, for machines that do not have the font itself. As a style sheet, because some
    // viewers take a list in an attribute for one name.
    const QString sheet = u"<style>text { font-family: '%1', Arial, Helvetica, sans-serif; }</style>\n"_s
                              .arg(figureFontFamily());
    text.insert(text.indexOf(u"<desc>"_s), sheet);
    if (!figure.view.isEmpty()) {
        const QString end = u"</desc>\n"_s;
        text.insert(text.indexOf(end) + end.size(),
                    u"<metadata>"_s + viewElement(figure.view) + u"</metadata>\n"_s);
    }
    return text.toUtf8();
}

QByteArray writePdf(QGraphicsScene &scene, QSizeF sizeMm, const FigureRecipe &figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setResolution(1200);
        pdf.setPageSize(QPageSize(sizeMm, QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        pdf.setPageMargins({});
        pdf.setTitle(figure.title);
        pdf.setCreator(softwareName());
        pdf.setDocumentXmpMetadata(
            xmpPacket({figure.title, figure.description, figure.source, figure.view}));
        QPainter painter(&pdf);
        renderScene(scene, painter, QRectF(0.0, 0.0, pdf.width(), pdf.height()));
    }
    return bytes;
}

} // namespace anakinra
