// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/RateFixtures.h"
#include "views/charts/RateLegend.h"
#include "views/charts/RateScene.h"

#include <QTest>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

/// The overlays of a scene in panel order.
std::vector<const RateOverlay *> overlaysOf(const QGraphicsScene &scene)
{
    std::vector<const RateOverlay *> found;
    const QList<QGraphicsItem *> items = scene.items(Qt::AscendingOrder);
    for (const QGraphicsItem *item : items) {
        if (const auto *overlay = dynamic_cast<const RateOverlay *>(item))
            found.push_back(overlay);
    }
    return found;
}

/// All text of a scene that is drawn by the figure itself, in scene coordinates.
std::vector<PlacedText> textsOf(const QGraphicsScene &scene)
{
    std::vector<PlacedText> all;
    const auto add = [&all](const std::vector<PlacedText> &texts, QPointF offset) {
        for (PlacedText text : texts) {
            text.rect.translate(offset);
            all.push_back(text);
        }
    };
    const QList<QGraphicsItem *> items = scene.items(Qt::AscendingOrder);
    for (const QGraphicsItem *item : items) {
        if (const auto *overlay = dynamic_cast<const RateOverlay *>(item))
            add(overlay->texts, overlay->scenePos());
        else if (const auto *text = dynamic_cast<const FigureTextItem *>(item))
            add(text->texts(), text->scenePos());
        else if (const auto *legend = dynamic_cast<const RateLegend *>(item))
            add(legend->texts(), legend->scenePos());
    }
    return all;
}

RateScene sceneOf(const RateFigure &figure, qreal widthMm)
{
    const FigureStyle style = FigureStyle::light();
    const QSizeF mm = naturalSizeMm(figure, widthMm, style);
    return composeRateScene(figure, mm / 25.4 * 96.0, style);
}

const RateMark &markOf(const RateScene &scene, int cohort, int panel, int outcome)
{
    for (const RateMark &mark : scene.marks) {
        if (mark.cohort == cohort && mark.panel == panel && mark.outcome == outcome)
            return mark;
    }
    qFatal("no such mark");
}

RateFigure longNames()
{
    RateFigure figure = emptyFigure();
    const QString longName = u"Universitätsklinikum "_s.repeated(6) + u"Donaudampfschifffahrtsgesellschaft"_s.repeated(3);
    for (int i = 0; i < 3; ++i) {
        addCohort(figure, longName + QString::number(i), 100,
                  {counted(99, 100), counted(1, 100), counted(50, 100), counted(0, 100), counted(100, 100), notReported()});
    }
    return figure;
}

} // namespace

class TestRateFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void figuresForEveryTest_data()
    {
        QTest::addColumn<RateFigure>("figure");
        QTest::addColumn<double>("widthMm");
        RateFigure byCohort = twoCohorts();
        byCohort.grouping = RateGrouping::ByCohort;
        RateFigure sixByCohort = sixCohorts();
        sixByCohort.grouping = RateGrouping::ByCohort;
        RateFigure untitled = twoCohorts();
        untitled.title.clear();
        untitled.withFooter = false;
        QTest::newRow("two cohorts, two columns") << twoCohorts() << 170.0;
        QTest::newRow("two cohorts, one column") << twoCohorts() << 80.0;
        QTest::newRow("two cohorts by cohort") << byCohort << 170.0;
        QTest::newRow("no title, no footer") << untitled << 115.0;
        QTest::newRow("six cohorts") << sixCohorts() << 170.0;
        QTest::newRow("six cohorts, one column") << sixCohorts() << 80.0;
        QTest::newRow("six by cohort") << sixByCohort << 170.0;
        QTest::newRow("fourteen rows") << manyCohorts(14) << 170.0;
        QTest::newRow("fourteen rows, stacked") << manyCohorts(14) << 115.0;
        QTest::newRow("sixty rows") << manyCohorts(60) << 170.0;
        QTest::newRow("long names") << longNames() << 170.0;
        RateFigure longRows = longNames();
        longRows.alwaysRows = true;
        QTest::newRow("long names in rows") << longRows << 170.0;
        QTest::newRow("findings, two columns") << allFound(twoCohorts()) << 170.0;
        QTest::newRow("findings, one column") << allFound(sixCohorts()) << 80.0;
        QTest::newRow("findings in rows") << allFound(manyCohorts(14)) << 80.0;
    }

    void marksOfFindingsStandBesideTheirNumbersAndInTheLegend()
    {
        for (const bool rows : {false, true}) {
            RateFigure figure = allFound(twoCohorts());
            figure.alwaysRows = rows;
            const RateScene built = sceneOf(figure, 170.0);
            QStringList all;
            for (const PlacedText &text : textsOf(*built.scene))
                all << text.text;
            QVERIFY(all.contains(u"6/31\u00a0!"_s));
            QVERIFY(all.contains(u"24/31\u00a0*"_s));
            QVERIFY(all.contains(u"20\u00a0%\u00a0!"_s));
            QVERIFY(all.contains(u"finding: worth knowing"_s));
            QVERIFY(all.contains(u"finding: cannot be as printed, or an error in the record"_s));
        }
        const RateScene sound = sceneOf(twoCohorts(), 170.0);
        for (const PlacedText &text : textsOf(*sound.scene))
            QVERIFY(!text.text.contains(u"finding"_s) && !text.text.endsWith(u'*') && !text.text.endsWith(u'!'));
    }

    void noTextIsOutsideTheFigure_data() { figuresForEveryTest_data(); }
    void noTextIsOutsideTheFigure()
    {
        QFETCH(RateFigure, figure);
        QFETCH(double, widthMm);
        const RateScene built = sceneOf(figure, widthMm);
        QVERIFY(built.scene);
        const QRectF page = built.scene->sceneRect();
        const auto texts = textsOf(*built.scene);
        QVERIFY(texts.size() > 10);
        for (const PlacedText &text : texts)
            QVERIFY2(page.contains(text.rect), qPrintable(text.text));
    }

    void noTextCoversAnotherText_data() { figuresForEveryTest_data(); }
    void noTextCoversAnotherText()
    {
        QFETCH(RateFigure, figure);
        QFETCH(double, widthMm);
        const RateScene built = sceneOf(figure, widthMm);
        QVERIFY(built.scene);
        const auto texts = textsOf(*built.scene);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                const QRectF both = texts[i].rect.intersected(texts[j].rect);
                // lines of a block touch; letters do not fill their line
                QVERIFY2(both.width() < 0.5 || both.height() < 2.0,
                         qPrintable(texts[i].text + u" / "_s + texts[j].text));
            }
        }
    }

    void textIsAtLeastSixPointsHigh_data() { figuresForEveryTest_data(); }
    void textIsAtLeastSixPointsHigh()
    {
        QFETCH(RateFigure, figure);
        QFETCH(double, widthMm);
        const RateScene built = sceneOf(figure, widthMm);
        // Liberation Sans has ascent + descent of 1.117 em (hhea 1854 + 434 of 2048).
        const qreal sixPoints = ptToUnits(6.0) * 1.117;
        for (const PlacedText &text : textsOf(*built.scene))
            QVERIFY(text.font->lineHeight() >= sixPoints - 0.05);
    }

    void everyCohortIsNamedWithItsNumber_data() { figuresForEveryTest_data(); }
    void everyCohortIsNamedWithItsNumber()
    {
        QFETCH(RateFigure, figure);
        QFETCH(double, widthMm);
        const RateScene built = sceneOf(figure, widthMm);
        QString all;
        for (const PlacedText &text : textsOf(*built.scene))
            all += text.text;
        all.remove(u' ').remove(QChar::Nbsp);
        for (const RateCohort &cohort : figure.series.cohorts) {
            QVERIFY(all.contains(QString(cohort.label).remove(u' ')));
            QVERIFY(all.contains(QString(cohort.nText).remove(u' ')));
        }
    }

    void whiskersEndWhereTheBoundsAre()
    {
        const RateScene built = sceneOf(twoCohorts(), 170.0);
        const RateMark &six = markOf(built, 0, 0, 2);    // 6/31
        const RateMark &all = markOf(built, 1, 1, 0);    // 15/15 puts 100 % on the scale
        const RateMark &none = markOf(built, 1, 0, 1);   // 0/15 puts 0 % on it
        const qreal zero = none.value->y();
        const qreal unit = (zero - all.value->y()) / 100.0;
        // Wilson 95 % for 6/31: 9.19 to 36.28 %
        QVERIFY(qAbs((zero - six.low->y()) / unit - 9.19) < 0.01);
        QVERIFY(qAbs((zero - six.high->y()) / unit - 36.28) < 0.01);
        QVERIFY(qAbs((zero - six.value->y()) / unit - 100.0 * 6 / 31) < 1e-6);
        QCOMPARE(six.low->x(), six.bar->center().x());
        QVERIFY(!six.cutLow && !six.cutHigh);
    }

    void rowWhiskersEndWhereTheBoundsAre()
    {
        RateFigure figure = twoCohorts();
        figure.alwaysRows = true;
        const RateScene built = sceneOf(figure, 170.0);
        const RateMark &six = markOf(built, 0, 0, 2);
        const RateMark &all = markOf(built, 1, 1, 0);
        const RateMark &none = markOf(built, 1, 0, 1);
        const RateMark &twentyFour = markOf(built, 0, 1, 0); // same panel as `all`
        const qreal columnStep = markOf(built, 0, 0, 2).slot.left() - markOf(built, 0, 0, 1).slot.left();
        const qreal zero = none.value->x() + columnStep;     // 0 % of the column of `six`
        const qreal unit = (all.value->x() - twentyFour.value->x()) / (100.0 - 100.0 * 27 / 31);
        QVERIFY(qAbs((six.low->x() - zero) / unit - 9.19) < 0.01);
        QVERIFY(qAbs((six.high->x() - zero) / unit - 36.28) < 0.01);
    }

    void noEventsAreDrawnWithTheirInterval()
    {
        const RateScene built = sceneOf(twoCohorts(), 170.0);
        const RateMark &none = markOf(built, 1, 0, 1); // 0/15
        QVERIFY(none.low && none.high);
        QCOMPARE(none.low->y(), none.value->y());
        QVERIFY(none.low->y() - none.high->y() > 20.0); // up to 20.4 %
    }

    void notReportedIsAWordAndNeverABar()
    {
        const RateScene built = sceneOf(twoCohorts(), 170.0);
        const RateMark &mark = markOf(built, 1, 0, 3);
        QVERIFY(!mark.value && !mark.bar && !mark.low && !mark.high);
        bool said = false;
        for (const PlacedText &text : overlaysOf(*built.scene).front()->texts)
            said = said || (text.text == u"NR" && mark.slot.contains(text.rect.center()));
        QVERIFY(said);
    }

    void percentOnlyHasNoIntervalAndSaysThePercentage()
    {
        const RateScene built = sceneOf(twoCohorts(), 170.0);
        const RateMark &mark = markOf(built, 1, 0, 2);
        QVERIFY(mark.value && !mark.low && !mark.high);
        bool said = false;
        for (const PlacedText &text : overlaysOf(*built.scene).front()->texts)
            said = said || (text.text == percentOnly(20).percentText() && mark.slot.contains(text.rect.center()));
        QVERIFY(said);
    }

    void intervalsBeyondTheAxisEndInAnArrow()
    {
        const CutInterval beyond = cutAtAxis({-5.0, 130.0});
        QCOMPARE(beyond.low, 0.0);
        QCOMPARE(beyond.high, 100.0);
        QVERIFY(beyond.cutLow && beyond.cutHigh);
        const CutInterval edge = cutAtAxis({0.0, 100.0});
        QVERIFY(!edge.cutLow && !edge.cutHigh);
    }

    void everyPanelHasTheSameOrderAndLooks()
    {
        const RateScene built = sceneOf(sixCohorts(), 170.0);
        const auto overlays = overlaysOf(*built.scene);
        QCOMPARE(overlays.size(), std::size_t(2));
        for (int cohort = 0; cohort < 6; ++cohort) {
            const RateMark &left = markOf(built, cohort, 0, 0);
            const RateMark &right = markOf(built, cohort, 1, 0);
            QCOMPARE(left.look.fill, right.look.fill);
            QVERIFY(left.look.hatch == right.look.hatch);
            if (cohort > 0) {
                QVERIFY(left.slot.left() > markOf(built, cohort - 1, 0, 0).slot.left());
                QVERIFY(right.slot.left() > markOf(built, cohort - 1, 1, 0).slot.left());
            }
        }
    }

    void cohortsDifferInColourAndInHatch()
    {
        RateFigure figure = emptyFigure();
        for (int i = 0; i < 6; ++i)
            addCohort(figure, QString::number(i), 9, std::vector<Rate>(6, counted(4, 9)));
        const RateScene built = sceneOf(figure, 170.0);
        for (int a = 0; a < 6; ++a) {
            for (int b = a + 1; b < 6; ++b) {
                QVERIFY(markOf(built, a, 0, 0).look.fill != markOf(built, b, 0, 0).look.fill);
                QVERIFY(markOf(built, a, 0, 0).look.hatch != markOf(built, b, 0, 0).look.hatch);
            }
        }
    }

    void comparatorsLookDifferentAndPartsAreNarrower()
    {
        const RateScene built = sceneOf(sixCohorts(), 170.0);
        QVERIFY(!markOf(built, 0, 0, 0).look.comparator);
        QVERIFY(markOf(built, 3, 0, 0).look.comparator);
        QVERIFY(markOf(built, 1, 0, 0).bar->width() < markOf(built, 0, 0, 0).bar->width() * 0.8);
    }

    void moreThanSixCohortsAreRows()
    {
        QVERIFY(markOf(sceneOf(manyCohorts(6), 170.0), 0, 0, 0).bar.has_value());
        const RateScene rows = sceneOf(manyCohorts(7), 170.0);
        QVERIFY(!markOf(rows, 0, 0, 0).bar.has_value());
        QCOMPARE(rows.rowsShown, 7);
        QCOMPARE(rows.marks.size(), std::size_t(7 * 6));
    }

    void partsAreIndentedUnderTheirParent()
    {
        const RateScene built = sceneOf(manyCohorts(14), 170.0);
        qreal parent = 0.0;
        qreal part = 0.0;
        for (const PlacedText &text : textsOf(*built.scene)) {
            if (text.text == u"Study 1, cohort")
                parent = text.rect.left();
            if (text.text == u"Study 2, cohort")
                part = text.rect.left();
        }
        QVERIFY(part >= parent + 10.0);
    }

    void heightGrowsWithTheRows()
    {
        const FigureStyle style = FigureStyle::light();
        const qreal twenty = naturalSizeMm(manyCohorts(20), 170.0, style).height();
        const qreal forty = naturalSizeMm(manyCohorts(40), 170.0, style).height();
        QVERIFY(forty - twenty > 20 * 3.0); // a row is more than 3 mm high
    }

    void tooSmallIsRefusedAndTheSizeToldWouldDo_data()
    {
        QTest::addColumn<RateFigure>("figure");
        QTest::addColumn<QSizeF>("size");
        QTest::newRow("low bars") << twoCohorts() << QSizeF(170, 40);
        QTest::newRow("narrow bars") << sixCohorts() << QSizeF(40, 200);
        QTest::newRow("low rows") << manyCohorts(60) << QSizeF(170, 100);
        QTest::newRow("narrow rows") << manyCohorts(14) << QSizeF(60, 300);
    }
    void tooSmallIsRefusedAndTheSizeToldWouldDo()
    {
        QFETCH(RateFigure, figure);
        QFETCH(QSizeF, size);
        const FigureStyle style = FigureStyle::light();
        QVERIFY(!makeRateScene(figure, size, style));
        const QSizeF enough = smallestSizeMm(figure, size.width(), style);
        QVERIFY(enough.width() > size.width() || enough.height() > size.height());
        QVERIFY(makeRateScene(figure, enough, style));
    }

    void nothingToDrawIsNoScene()
    {
        QVERIFY(!makeRateScene(emptyFigure(), {170, 100}, FigureStyle::light()));
    }

    void sceneHasExactlyTheSizeAskedFor()
    {
        const auto scene = makeRateScene(twoCohorts(), {120, 80}, FigureStyle::light());
        QVERIFY(scene);
        QCOMPARE(scene->sceneRect(), QRectF(0, 0, 120 / 25.4 * 96, 80 / 25.4 * 96));
    }

    void footerSaysContextAndNotes()
    {
        RateFigure figure = twoCohorts();
        figure.series.notes = {u"Grading differs between cohorts"_s};
        const RateScene built = sceneOf(figure, 170.0);
        QStringList lines;
        for (const PlacedText &text : textsOf(*built.scene))
            lines.append(text.text);
        const QString all = lines.join(u' ');
        for (const QString &line : figure.context.footerLines())
            QVERIFY2(all.contains(line), qPrintable(line));
        QVERIFY(all.contains(u"Grading differs between cohorts"));
    }

    void wrappingLosesNothing()
    {
        const FigureText font(FigureStyle::light(), 7.5);
        const QString text = u"alpha beta Donaudampfschifffahrtsgesellschaftskapitän gamma"_s;
        for (const qreal width : {12.0, 40.0, 90.0, 400.0}) {
            const QStringList lines = font.wrapped(text, width);
            QCOMPARE(lines.join(QString()).remove(u' '), QString(text).remove(u' '));
            for (const QString &line : lines)
                QVERIFY(font.width(line) <= width || line.size() == 1);
        }
        QCOMPARE(font.wrapped(text, 4000.0).size(), 1);
    }

    void hatchStaysInsideItsArea()
    {
        // SVG does not clip: paint on a larger image and look outside the area.
        const QRectF area(20, 20, 13, 27);
        for (const Hatch hatch : {Hatch::Rising, Hatch::Falling, Hatch::Level, Hatch::Cross, Hatch::Upright}) {
            QImage image(60, 60, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawHatch(painter, area, hatch, Qt::black, 1.0);
            painter.end();
            int inside = 0;
            for (int y = 0; y < 60; ++y) {
                for (int x = 0; x < 60; ++x) {
                    const bool dark = image.pixelColor(x, y).lightness() < 255;
                    if (area.adjusted(-1, -1, 1, 1).contains(x, y))
                        inside += dark ? 1 : 0;
                    else
                        QVERIFY(!dark);
                }
            }
            QVERIFY(inside > 40);
        }
    }
};

QTEST_MAIN(TestRateFigure)
#include "tst_ratefigure.moc"
