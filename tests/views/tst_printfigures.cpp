// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/RateFixtures.h"
#include "views/export/ComposedFigure.h"
#include "views/export/FigureExporter.h"
#include "views/export/SizePresets.h"

#include <QBuffer>
#include <QImageReader>
#include <QImageWriter>
#include <QTest>
#include <QXmlStreamReader>
#include <QtEndian>

#include <cmath>
#include <set>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

/// Perceived lightness of a colour, CIE L*, 0 to 100.
double lightness(const QColor &colour)
{
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
                     0.0722 * linear(colour.blueF());
    return y > 0.008856 ? 116.0 * std::cbrt(y) - 16.0 : 903.3 * y;
}

/// A number of the first directory of a little-endian TIFF; -1 where the tag is missing. Rationals
/// are divided out. Tag numbers are those of TIFF 6.0.
double tiffTag(const QByteArray &tiff, quint16 wanted)
{
    const auto at16 = [&](quint32 at) { return qFromLittleEndian<quint16>(tiff.constData() + at); };
    const auto at32 = [&](quint32 at) { return qFromLittleEndian<quint32>(tiff.constData() + at); };
    if (!tiff.startsWith("II*"))
        return -1.0;
    const quint32 directory = at32(4);
    for (quint16 i = 0; i < at16(directory); ++i) {
        const quint32 entry = directory + 2 + 12U * i;
        if (at16(entry) != wanted)
            continue;
        const quint16 type = at16(entry + 2);
        if (type == 3)
            return at16(entry + 8);
        if (type == 5)
            return double(at32(at32(entry + 8))) / at32(at32(entry + 8) + 4);
        return at32(entry + 8);
    }
    return -1.0;
}

RateFigure plain(RateFigure figure)
{
    figure.withFooter = false;
    return figure;
}

/// Two panels with what they share in their descriptions, and a line of the second one's own.
ComposedFigure twoPanels()
{
    ComposedFigure page;
    page.title = u"Two panels <&>"_s;
    for (std::size_t i = 0; i < 2; ++i) {
        RateFigure figure = plain(i == 0 ? twoCohorts() : sixCohorts());
        figure.title = letteredTitle(i, i == 0 ? u"First"_s : u"Second"_s);
        page.panels.push_back(figureRecipe(figure));
    }
    page.panels[1].description += u"\nOnly the second says so"_s;
    page.footer = commonFooter(page.panels);
    page.source = u"Invented library 1.0"_s;
    return page;
}

/// Baseline positions of the texts of an SVG, in the units of its view box.
QMap<QString, QPointF> textPlaces(const QByteArray &svg)
{
    QMap<QString, QPointF> places;
    QXmlStreamReader xml(svg);
    QList<QTransform> groups{QTransform()};
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"g") {
            static const QRegularExpression matrix(u"matrix\\(([^)]*)\\)"_s);
            const QStringList v =
                matrix.match(xml.attributes().value(u"transform"_s)).captured(1).split(u',');
            groups << (v.size() == 6 ? QTransform(v[0].toDouble(), v[1].toDouble(), v[2].toDouble(),
                                                  v[3].toDouble(), v[4].toDouble(), v[5].toDouble())
                                     : QTransform());
        } else if (xml.isEndElement() && xml.name() == u"g") {
            groups.removeLast();
        } else if (xml.isStartElement() && xml.name() == u"text") {
            const QPointF at(xml.attributes().value(u"x"_s).toDouble(),
                             xml.attributes().value(u"y"_s).toDouble());
            const QPointF place = groups.last().map(at);
            places.insert(xml.readElementText().trimmed(), place);
        }
    }
    return places;
}

} // namespace

class TestPrintFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void greyFiguresHaveNoColour()
    {
        ExportSpec spec{120.0, std::nullopt, 100};
        spec.look = FigureLook::Greyscale;
        for (const RateFigure &figure : {sixCohorts(), manyCohorts(14)}) {
            const Result<QImage> image = renderImage(figureRecipe(figure), spec);
            QVERIFY(image.hasValue());
            QVERIFY(image->allGray());
            QCOMPARE(image->format(), QImage::Format_Grayscale8);
        }
        const auto svg = renderFigure(figureRecipe(sixCohorts()), spec, FigureFormat::Svg);
        // Groups in which nothing is drawn may say what they like.
        static const QRegularExpression drawn(u"<g ([^>]*)>\\s*<[^/]"_s);
        static const QRegularExpression colour(u"(?:fill|stroke)=\"(#[0-9a-f]{6})\""_s);
        auto groups = drawn.globalMatch(QString::fromUtf8(*svg));
        int seen = 0;
        while (groups.hasNext()) {
            auto colours = colour.globalMatch(groups.next().captured(1));
            for (; colours.hasNext(); ++seen) {
                const QColor used(colours.next().captured(1));
                QVERIFY2(used.red() == used.green() && used.green() == used.blue(),
                         qPrintable(used.name()));
            }
        }
        QVERIFY(seen > 20);
    }

    /// Neighbouring bars differ by at least 10 steps of lightness, so that a grey copy tells them
    /// apart even without their hatches; so do the colours of the timings (0, 1, 2 and 5).
    void looksForPrintDifferInLightness()
    {
        for (const FigureLook look : {FigureLook::PrintSafe, FigureLook::Greyscale}) {
            const std::vector<QColor> series = FigureStyle::inLook(look).series;
            QCOMPARE(series.size(), 6U);
            for (std::size_t i = 0; i + 1 < series.size(); ++i)
                QVERIFY(std::abs(lightness(series[i]) - lightness(series[i + 1])) >= 10.0);
            const std::array<std::size_t, 4> timings{0, 1, 2, 5};
            for (const std::size_t a : timings) {
                for (const std::size_t b : timings)
                    QVERIFY(a == b ||
                            std::abs(lightness(series[a]) - lightness(series[b])) >= 10.0);
            }
        }
    }

    void colourIsWhatItAlwaysWas()
    {
        const ExportSpec spec{120.0, std::nullopt, 100};
        ExportSpec styled = spec;
        styled.style = FigureStyle::light();
        QCOMPARE(*renderImage(figureRecipe(twoCohorts()), spec),
                 *renderImage(figureRecipe(twoCohorts()), styled));
    }

    void textGrowsWithItsSizeAndNeverBelowSixPoints()
    {
        const FigureStyle small = FigureStyle::light().withLabelPt(6.0);
        QCOMPARE(small.footerPt, 6.0);
        const auto height = [](double pt) {
            ExportSpec spec;
            spec.fontPt = pt;
            return figureSizeMm(figureRecipe(twoCohorts()), spec)->height();
        };
        QVERIFY(height(12.0) > height(7.5));
        // Twice the text is the figure of half the width, enlarged.
        ExportSpec twice;
        twice.fontPt = 15.0;
        QCOMPARE(figureSizeMm(figureRecipe(twoCohorts()), twice)->height(),
                 2.0 * naturalSizeMm(twoCohorts(), 85.0, FigureStyle::light()).height());
        const auto svg = renderFigure(figureRecipe(twoCohorts()), twice, FigureFormat::Svg);
        QVERIFY(svg->contains("<svg width=\"170.0000mm\""));
        QVERIFY(svg->contains("viewBox=\"0 0 321.2598 ")); // 85 mm in 1/96 inch
        for (const double pt : {5.9, 31.0, qQNaN()}) {
            ExportSpec spec;
            spec.fontPt = pt;
            QVERIFY(!figureSizeMm(figureRecipe(twoCohorts()), spec));
        }
    }

    void everyPresetHoldsAFigure()
    {
        std::set<QStringView> codes;
        for (const SizePreset &preset : sizePresets) {
            codes.insert(preset.code);
            ExportSpec spec;
            spec.widthMm = preset.widthMm;
            if (preset.heightMm > 0.0)
                spec.heightMm = preset.heightMm;
            spec.fontPt = preset.fontPt;
            const auto size = figureSizeMm(figureRecipe(twoCohorts()), spec);
            QVERIFY2(size.hasValue(), preset.name);
        }
        QCOMPARE(codes.size(), sizePresets.size());
    }

    void theLegendStandsWhereItIsWanted()
    {
        RateFigure figure = twoCohorts();
        const ExportSpec spec{170.0, 120.0, 300};
        const auto placeOf = [&](LegendPlace place) {
            figure.legend = place;
            const auto svg = renderFigure(figureRecipe(figure), spec, FigureFormat::Svg);
            const auto places = textPlaces(*svg);
            return std::pair(places.value(u"not reported"_s).y(),
                             places.value(u"Toxicity (lower is better)"_s).y());
        };
        const auto [legendAbove, panelBelow] = placeOf(LegendPlace::Top);
        const auto [legendBelow, panelAbove] = placeOf(LegendPlace::Bottom);
        QVERIFY(legendAbove > 0.0 && legendAbove < panelBelow);
        QVERIFY(legendBelow > panelAbove + 100.0);
        QVERIFY(legendBelow < mmToUnits(120.0));
        figure.legend = LegendPlace::Bottom;
        QCOMPARE(figureSizeMm(figureRecipe(figure), {}).value(),
                 figureSizeMm(figureRecipe(twoCohorts()), {}).value());
    }

    void panelsAreLetteredOnRequest()
    {
        FigureChoices choices;
        choices.lettered = true;
        const RateFigure lettered = withChoices(twoCohorts(), choices);
        QCOMPARE(lettered.series.panels[0].title, u"A\u00a0\u00a0Toxicity (lower is better)"_s);
        QVERIFY(lettered.series.panels[1].title.startsWith(u"B\u00a0\u00a0"));
        QCOMPARE(panelLetter(25), u"Z"_s);
        QCOMPARE(panelLetter(26), u"AA"_s);
    }

    void tiffIsLzwLosslessAndKnowsItsResolution()
    {
        if (!QImageWriter::supportedImageFormats().contains("tiff"))
            QSKIP("qt6-image-formats-plugins is not installed");
        const ExportSpec spec{120.0, std::nullopt, 300};
        const auto tiff = renderFigure(figureRecipe(twoCohorts()), spec, FigureFormat::Tiff);
        QVERIFY(tiff.hasValue());
        QCOMPARE(tiffTag(*tiff, 259), 5.0);                          // Compression: LZW
        const double unit = tiffTag(*tiff, 296) == 3.0 ? 2.54 : 1.0; // per cm or per inch
        QVERIFY(std::abs(tiffTag(*tiff, 282) * unit - 300.0) < 0.5);
        QVERIFY(std::abs(tiffTag(*tiff, 283) * unit - 300.0) < 0.5);
        QCOMPARE(tiffTag(*tiff, 256), std::round(120.0 / 25.4 * 300.0));
        const QImage back = QImage::fromData(*tiff, "tiff").convertToFormat(QImage::Format_RGB32);
        QCOMPARE(
            back,
            renderImage(figureRecipe(twoCohorts()), spec)->convertToFormat(QImage::Format_RGB32));
        QCOMPARE(figureFormat(u"a.TIF"_s), FigureFormat::Tiff);
    }

    void aPageIsAsHighAsItsPanelsAndItsFrame()
    {
        const ComposedFigure page = twoPanels();
        const FigureStyle style = FigureStyle::light();
        const FigureRecipe recipe = figureRecipe(page);
        double panels = 0.0;
        for (const FigureRecipe &panel : page.panels)
            panels += panel.naturalSizeMm(170.0, style).height();
        const QSizeF size = recipe.naturalSizeMm(170.0, style);
        QCOMPARE(size.width(), 170.0);
        QVERIFY(size.height() > panels);
        QVERIFY(size.height() < panels + 40.0);
    }

    void panelsStandBelowOrBesideEachOther()
    {
        ComposedFigure page = twoPanels();
        const auto places = [&] {
            return textPlaces(
                *renderFigure(figureRecipe(page), {300.0, std::nullopt, 300}, FigureFormat::Svg));
        };
        const auto below = places();
        const QPointF a = below.value(u"A\u00a0\u00a0First"_s);
        const QPointF b = below.value(u"B\u00a0\u00a0Second"_s);
        QVERIFY(!a.isNull() && !b.isNull());
        QCOMPARE(a.x(), b.x());
        QVERIFY(b.y() > a.y() + 100.0);
        page.across = 2;
        const auto beside = places();
        const QPointF left = beside.value(u"A\u00a0\u00a0First"_s);
        const QPointF right = beside.value(u"B\u00a0\u00a0Second"_s);
        QCOMPARE(left.y(), right.y());
        QVERIFY(std::abs(right.x() - left.x() - mmToUnits(150.0)) < 0.01);
    }

    void whatAllPanelsSayIsSaidOnce()
    {
        const ComposedFigure page = twoPanels();
        QVERIFY(page.footer.contains(u"B: Only the second says so"_s));
        const QString filter = twoCohorts().context.filterWords;
        QCOMPARE(page.footer.filter(filter).size(), 1);
        QVERIFY(page.footer.contains(filter));
    }

    /// One scene for all formats: a text stands at the same place in the SVG as its first ink does
    /// in the image.
    void formatsAgreeInGeometry()
    {
        const FigureRecipe recipe = figureRecipe(twoPanels());
        const ExportSpec spec{170.0, std::nullopt, 96};
        const auto svg = renderFigure(recipe, spec, FigureFormat::Svg);
        const Result<QImage> image = renderImage(recipe, spec);
        const QSizeF size = *figureSizeMm(recipe, spec);
        QCOMPARE(image->width(), qRound(mmToUnits(size.width())));
        QCOMPARE(image->height(), qRound(mmToUnits(size.height())));
        const QPointF letter = textPlaces(*svg).value(u"B\u00a0\u00a0Second"_s);
        // Down the column of the letter's foot: paper above it, ink at the baseline.
        const auto inked = [&](qreal x, qreal y) {
            for (int dx = 0; dx < 6; ++dx) {
                if (qGray(image->pixel(qRound(x) + dx, qRound(y))) < 160)
                    return true;
            }
            return false;
        };
        QVERIFY(inked(letter.x(), letter.y() - 3.0));
        QVERIFY(!inked(letter.x(), letter.y() - 14.0));
        QVERIFY(!inked(letter.x(), letter.y() + 3.0));
    }

    void aPageTooSmallIsRefusedWithTheSizeThatWouldDo()
    {
        const FigureRecipe recipe = figureRecipe(twoPanels());
        const auto refused = figureSizeMm(recipe, {170.0, 60.0, 300});
        QVERIFY(!refused);
        static const QRegularExpression told(u"([0-9]+) × ([0-9]+) mm would do"_s);
        const auto match = told.match(refused.problem().message);
        QVERIFY(match.hasMatch());
        const ExportSpec enough{match.captured(1).toDouble(), match.captured(2).toDouble(), 72};
        QVERIFY(renderImage(recipe, enough).hasValue());
    }

    void emptyPanelsAreLeftOut()
    {
        ComposedFigure page = twoPanels();
        page.panels.insert(page.panels.begin(), FigureRecipe::nothing());
        QVERIFY(renderImage(figureRecipe(page), {170.0, std::nullopt, 72}).hasValue());
        page.panels.erase(page.panels.begin() + 1, page.panels.end());
        QVERIFY(figureRecipe(page).empty);
    }

    void aNoteStandsBelowAndInTheMetadata()
    {
        const FigureRecipe plainRecipe = figureRecipe(twoCohorts());
        const FigureRecipe noted = withNote(plainRecipe, u"Presented on 3 May, <draft>"_s);
        const auto svg = renderFigure(noted, {}, FigureFormat::Svg);
        const auto places = textPlaces(*svg);
        QVERIFY(places.contains(u"Presented on 3 May, <draft>"_s));
        QVERIFY(places.value(u"Presented on 3 May, <draft>"_s).y() >
                places.value(twoCohorts().context.dateLine).y());
        QVERIFY(noted.description.contains(u"<draft>"));
        QVERIFY(figureSizeMm(noted, {})->height() > figureSizeMm(plainRecipe, {})->height());
        QCOMPARE(*renderFigure(withNote(plainRecipe, {}), {}, FigureFormat::Svg),
                 *renderFigure(plainRecipe, {}, FigureFormat::Svg));
    }

    void everythingNewStaysVectorAndIsTheSameEveryTime()
    {
        const FigureRecipe recipe = withNote(figureRecipe(twoPanels()), u"note"_s);
        ExportSpec spec;
        spec.look = FigureLook::PrintSafe;
        const auto svg = renderFigure(recipe, spec, FigureFormat::Svg);
        QVERIFY(!svg->contains("<image"));
        QCOMPARE(*svg, *renderFigure(recipe, spec, FigureFormat::Svg));
        bool sound = true;
        QXmlStreamReader xml(*svg);
        while (!xml.atEnd())
            xml.readNext();
        sound = !xml.hasError();
        QVERIFY(sound);
    }
};

QTEST_MAIN(TestPrintFigures)
#include "tst_printfigures.moc"
