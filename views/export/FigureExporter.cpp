// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureExporter.h"

#include "models/output/SaveFile.h"
#include "views/export/FigureFormats.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImageWriter>
#include <QMimeData>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr double longestMm = 2000.0;
constexpr int mostPixels = 20000; ///< along one side; more is a slip of the keyboard

struct FormatName
{
    FigureFormat format;
    QStringView suffix;
};

constexpr std::array formats{
    FormatName{FigureFormat::Png, u"png"},
    FormatName{FigureFormat::Svg, u"svg"},
    FormatName{FigureFormat::Pdf, u"pdf"},
    FormatName{FigureFormat::Tiff, u"tiff"},
};

Problem problem(const QString &message)
{
    return {{}, {}, {}, message};
}

QString sizeText(QSizeF mm)
{
    return u"%1 × %2 mm"_s.arg(mm.width()).arg(mm.height());
}

/// Rounded up, so that the size that is told does fit.
QSizeF wholeMm(QSizeF mm)
{
    constexpr double noise = 1e-6;
    return {std::ceil(mm.width() - noise), std::ceil(mm.height() - noise)};
}

FigureStyle styleOf(const ExportSpec &spec)
{
    return spec.style
               ? *spec.style
               : FigureStyle::inLook(spec.look).withLabelPt(std::min(spec.fontPt, usualFontPt));
}

/// Text larger than usual enlarges the whole figure, so that marks, lines and keys stay in
/// proportion to it; it is laid out on a page that is smaller by this.
double zoomOf(const ExportSpec &spec)
{
    return spec.style ? 1.0 : std::max(1.0, spec.fontPt / usualFontPt);
}

std::unique_ptr<QGraphicsScene> sceneOf(const FigureRecipe &figure, const ExportSpec &spec,
                                        QSizeF sizeMm)
{
    return figure.scene(sizeMm / zoomOf(spec), styleOf(spec));
}

Result<QByteArray> encodeImage(const QImage &image, FigureFormat format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format == FigureFormat::Tiff ? "tiff" : "png");
    if (format == FigureFormat::Tiff) {
        // A plugin that may not be installed.
        if (!QImageWriter::supportedImageFormats().contains("tiff"))
            return problem(
                u"TIFF needs the image formats of Qt (Debian: qt6-image-formats-plugins)"_s);
        writer.setCompression(1); // LZW
    } else {
        writer.setCompression(40); // zlib's level 3: drawings as small as at its usual 6, twice as quick
    }
    if (!writer.write(image))
        return problem(u"the image cannot be encoded: "_s + writer.errorString());
    return bytes;
}

bool isLength(double mm)
{
    return std::isfinite(mm) && mm > 0.0 && mm <= longestMm;
}

} // namespace

bool isBitmap(FigureFormat format)
{
    return format == FigureFormat::Png || format == FigureFormat::Tiff;
}

std::optional<FigureFormat> figureFormat(const QString &path)
{
    QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "tif"_L1)
        suffix = figureSuffix(FigureFormat::Tiff);
    const auto found = std::ranges::find(formats, suffix, &FormatName::suffix);
    return found == formats.end() ? std::nullopt : std::optional(found->format);
}

QString figureSuffix(FigureFormat format)
{
    return std::ranges::find(formats, format, &FormatName::format)->suffix.toString();
}

QStringList figureSuffixes()
{
    QStringList suffixes;
    for (const FormatName &name : formats)
        suffixes.append(name.suffix.toString());
    return suffixes;
}

QString figureSuffixWords()
{
    QStringList suffixes = figureSuffixes();
    for (QString &suffix : suffixes)
        suffix.prepend(u'.');
    const QString last = suffixes.takeLast();
    return suffixes.join(u", "_s) + u" or "_s + last;
}

Result<QSizeF> figureSizeMm(const FigureRecipe &figure, const ExportSpec &spec)
{
    if (figure.empty) {
        const QString why = figure.whyEmpty.isEmpty() ? u"no cohort matches"_s : figure.whyEmpty;
        return problem(u"there is nothing to draw: "_s + why.left(1).toLower() + why.mid(1));
    }
    if (!isLength(spec.widthMm) || (spec.heightMm && !isLength(*spec.heightMm)))
        return problem(u"width and height must be more than 0 and at most %1 mm"_s.arg(longestMm));
    if (spec.dpi < 1 || spec.dpi > 4800)
        return problem(u"the resolution must be between 1 and 4800 dpi"_s);
    if (!(spec.fontPt >= smallestFontPt && spec.fontPt <= largestFontPt)) {
        return problem(u"the size of text must be between %1 and %2 pt"_s.arg(smallestFontPt)
                           .arg(largestFontPt));
    }
    const FigureStyle style = styleOf(spec);
    const double zoom = zoomOf(spec);
    const QSizeF smallest = figure.smallestSizeMm(spec.widthMm / zoom, style) * zoom;
    const double height = spec.heightMm
                              ? *spec.heightMm
                              : figure.naturalSizeMm(spec.widthMm / zoom, style).height() * zoom;
    const QSizeF size(spec.widthMm, height);
    constexpr double tolerance = 0.1;
    if (smallest.width() > size.width() + tolerance || smallest.height() > size.height() + tolerance) {
        const QString asked = spec.heightMm ? sizeText(size) : u"a width of %1 mm"_s.arg(spec.widthMm);
        return problem(u"%1 is too small to read this figure; %2 would do"_s
                           .arg(asked, sizeText(wholeMm(smallest))));
    }
    return size;
}

Result<QImage> renderImage(const FigureRecipe &figure, const ExportSpec &spec)
{
    const Result<QSizeF> size = figureSizeMm(figure, spec);
    if (!size)
        return size.problem();
    const double pixelsPerMm = spec.dpi / 25.4;
    if (std::max(size->width(), size->height()) * pixelsPerMm > mostPixels)
        return problem(u"%1 at %2 dpi is more than %3 pixels along one side"_s
                           .arg(sizeText(wholeMm(*size))).arg(spec.dpi).arg(mostPixels));
    const std::unique_ptr<QGraphicsScene> scene = sceneOf(figure, spec, *size);
    if (!scene)
        return problem(u"the figure cannot be drawn at %1"_s.arg(sizeText(wholeMm(*size))));
    QImage image = paintImage(*scene, *size, spec.dpi);
    if (image.isNull())
        return problem(u"there is not enough memory for an image of this size"_s);
    // Journals ask for grey files, not for colour files that happen to be grey.
    if (spec.look == FigureLook::Greyscale && !spec.style)
        image.convertTo(QImage::Format_Grayscale8);
    describeImage(image, figure);
    return image;
}

Result<QByteArray> renderFigure(const FigureRecipe &figure, const ExportSpec &spec, FigureFormat format)
{
    if (isBitmap(format)) {
        const Result<QImage> image = renderImage(figure, spec);
        return image ? encodeImage(*image, format) : image.problem();
    }
    const Result<QSizeF> size = figureSizeMm(figure, spec);
    if (!size)
        return size.problem();
    const std::unique_ptr<QGraphicsScene> scene = sceneOf(figure, spec, *size);
    if (!scene)
        return problem(u"the figure cannot be drawn at %1"_s.arg(sizeText(wholeMm(*size))));
    return format == FigureFormat::Svg ? writeSvg(*scene, *size, figure)
                                       : writePdf(*scene, *size, figure);
}

Outcome exportFigure(const FigureRecipe &figure, const ExportSpec &spec, const QString &path)
{
    const std::optional<FigureFormat> format = figureFormat(path);
    if (!format)
        return Problem{path, {}, {}, u"the file name must end in "_s + figureSuffixWords()};
    const Result<QByteArray> bytes = renderFigure(figure, spec, *format);
    if (!bytes) {
        Problem failed = bytes.problem();
        failed.file = path;
        return failed;
    }
    return saveFile(path, *bytes);
}

Outcome exportFigure(const RateFigure &figure, const ExportSpec &spec, const QString &path)
{
    return exportFigure(figureRecipe(figure), spec, path);
}

Result<std::shared_ptr<QMimeData>> figureMimeData(const FigureRecipe &figure, const ExportSpec &spec)
{
    const Result<QImage> image = renderImage(figure, spec);
    if (!image)
        return image.problem();
    const Result<QByteArray> svg = renderFigure(figure, spec, FigureFormat::Svg);
    if (!svg)
        return svg.problem();
    auto data = std::make_shared<QMimeData>();
    data->setImageData(*image);
    data->setData(u"image/svg+xml"_s, *svg);
    return data;
}

} // namespace anakinra
