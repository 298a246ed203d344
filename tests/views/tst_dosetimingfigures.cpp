// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/DoseTimingFixtures.h"

#include "views/charts/DoseOverlay.h"
#include "views/charts/FigureLegend.h"
#include "views/charts/FigureView.h"
#include "views/charts/RateOverlay.h"
#include "views/charts/TimingOverlay.h"
#include "views/export/FigureExporter.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

using Figure_ = std::shared_ptr<const ChartFigure>;
Q_DECLARE_METATYPE(Figure_)

namespace {

/// All text of a scene that the figure draws itself, in scene coordinates.
std::vector<PlacedText> textsOf(const QGraphicsScene &scene)
{
    std::vector<PlacedText> all;
    const auto add = [&all](const std::vector<PlacedText> &texts, QPointF offset) {
        for (PlacedText text : texts) {
            text.rect.translate(offset);
            all.push_back(text);
        }
    };
    for (const QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
        if (const auto *timing = dynamic_cast<const TimingOverlay *>(item)) {
            add(timing->texts, timing->scenePos());
            add(timing->words, timing->scenePos());
        } else if (const auto *dose = dynamic_cast<const DoseOverlay *>(item)) {
            add(dose->texts, dose->scenePos());
        } else if (const auto *text = dynamic_cast<const FigureTextItem *>(item)) {
            add(text->texts(), text->scenePos());
        } else if (const auto *legend = dynamic_cast<const FigureLegend *>(item)) {
            add(legend->texts(), legend->scenePos());
        }
    }
    return all;
}

template<typename Overlay>
std::vector<const Overlay *> overlaysOf(const QGraphicsScene &scene)
{
    std::vector<const Overlay *> found;
    for (const QGraphicsItem *item : scene.items(Qt::AscendingOrder)) {
        if (const auto *overlay = dynamic_cast<const Overlay *>(item))
            found.push_back(overlay);
    }
    return found;
}

MarkedScene sceneOf(const ChartFigure &figure, double widthMm)
{
    const FigureStyle style = FigureStyle::light();
    return figure.compose(figure.naturalSize(mmToUnits(widthMm), style), style);
}

} // namespace

class TestDoseTimingFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void everyFigure_data()
    {
        QTest::addColumn<Figure_>("figure");
        QTest::addColumn<double>("widthMm");
        const std::pair<const char *, Figure_> figures[]{
            {"timing, shipped", timingFigure(shippedLibrary())},
            {"timing, prophylactic", timingFigure(shippedLibrary(), only(Timing::Prophylactic))},
            {"timing, refractory",
             timingFigure(shippedLibrary(), only(Timing::Refractory), u"resolution.icans"_s)},
            {"timing, one cohort", timingFigure(invented(1, true))},
            {"timing, no dose at all", timingFigure(invented(3, false))},
            {"timing, nothing reported", timingFigure(invented(2, false), {}, QString())},
            {"timing, sixty", timingFigure(syntheticCohorts(60))},
            {"timing, long names", timingFigure(invented(4, true, longName()))},
            {"dose, shipped", doseFigure(shippedLibrary(), {}, u"crs.any"_s)},
            {"dose, shipped response", doseFigure(shippedLibrary(), {}, u"response.orr"_s)},
            {"dose, one cohort", doseFigure(invented(1, true))},
            {"dose, sixty", doseFigure(syntheticCohorts(60))},
            {"dose, long names", doseFigure(invented(4, true, longName()))},
            {"dose, twelve", doseFigure(invented(12, true))},
            {"dose, with a line", doseFigure(invented(24, true))},
        };
        for (const auto &[name, figure] : figures) {
            for (const double widthMm : {80.0, 115.0, 170.0})
                QTest::addRow("%s, %.0f mm", name, widthMm) << figure << widthMm;
        }
    }
    void everyFigure()
    {
        QFETCH(Figure_, figure);
        QFETCH(double, widthMm);
        const MarkedScene built = sceneOf(*figure, widthMm);
        QVERIFY(built.scene);
        QVERIFY(built.scene->width() < mmToUnits(widthMm) + 1.0); // fits the column of a journal
        const QRectF page = built.scene->sceneRect();
        const auto texts = textsOf(*built.scene);
        QVERIFY(texts.size() > 8);
        // Liberation Sans has ascent + descent of 1.117 em.
        const qreal sixPoints = ptToUnits(6.0) * 1.117;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(page.contains(texts[i].rect), qPrintable(texts[i].text));
            QVERIFY(texts[i].font->lineHeight() >= sixPoints - 0.05);
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                const QRectF both = texts[i].rect.intersected(texts[j].rect);
                QVERIFY2(both.width() < 0.5 || both.height() < 2.0,
                         qPrintable(texts[i].text + u" / "_s + texts[j].text));
            }
        }
        for (const FigureMark &mark : built.marks) {
            QVERIFY2(page.contains(mark.area), qPrintable(mark.spoken));
            QVERIFY(!mark.spoken.isEmpty());
        }
        for (const TimingOverlay *overlay : overlaysOf<TimingOverlay>(*built.scene)) {
            for (const TimingBar &bar : overlay->bars) {
                QVERIFY(bar.pieces.empty() || page.contains(bar.bounds()));
            }
        }
    }

    void everyCohortOfTheTimingFigureHasNameWindowAndRate()
    {
        const auto figure = timingFigure(shippedLibrary());
        const MarkedScene built = sceneOf(*figure, 170.0);
        QStringList park;
        QSet<QString> cohorts;
        for (const FigureMark &mark : built.marks) {
            cohorts.insert(mark.cohort);
            if (mark.cohort == u"park-2023/cohort-1"_s)
                park << mark.spoken;
        }
        QCOMPARE(cohorts.size(), qsizetype(figure->series().rows.size()));
        QCOMPARE(park.size(), 3);
        QVERIFY(park[0].contains(u"n = 31, prophylactic"_s));
        QVERIFY(
            QString(park[1])
                .replace(QChar::Nbsp, u' ')
                .contains(
                    u"From day 2 or earlier to at least day 10; trigger: two documented fevers"_s));
        QVERIFY(park[2].contains(u"6 of 31, 19.4"_s));
        QVERIFY(park[2].contains(u"9.2 to 36.3"_s));
    }

    void windowsLieAtTheirDays()
    {
        const auto figure = timingFigure(shippedLibrary());
        const MarkedScene built = sceneOf(*figure, 170.0);
        const auto *overlay = overlaysOf<TimingOverlay>(*built.scene).at(0);
        // Two of the trial's three rows end on day 14 without a known start, the 31 patients reach
        // from day 2 to day 10: twelve of the fourteen days from day 2 lie between the two ends.
        std::optional<TimingBar::Piece> given;
        std::optional<TimingBar::Piece> until14;
        std::optional<qreal> median;
        for (const TimingBar &bar : overlay->bars) {
            for (const TimingBar::Piece &piece : bar.pieces) {
                if (piece.kind == TimingPiece::Given)
                    given = piece;
                else if (piece.openLeft && !piece.openRight)
                    until14 = piece;
            }
            if (!bar.medians.empty())
                median = bar.medians.front();
        }
        QVERIFY(given && until14 && median);
        QVERIFY(given->earlier && given->later);
        const qreal zero = overlay->dayZero.x1();
        const qreal day = (given->right - given->left) / 8.0;
        QVERIFY(qAbs(given->left - zero - 2.0 * day) < 0.01);
        QVERIFY(qAbs(until14->right - zero - 14.0 * day) < 0.01);
        QVERIFY(qAbs(*median - zero - 8.5 * day) < 0.01);
    }

    void notReportedDaysAreARowThatSaysSo()
    {
        const auto figure = timingFigure(invented(3, false));
        const MarkedScene built = sceneOf(*figure, 115.0);
        QVERIFY(overlaysOf<TimingOverlay>(*built.scene).at(0)->bars.empty());
        int said = 0;
        for (const PlacedText &text : textsOf(*built.scene))
            said += text.text == u"Start and stop not reported"_s;
        QCOMPARE(said, 3);
    }

    void doseMarksLieAtDoseAndRateWithAreaByN()
    {
        test::LibraryBuilder make;
        for (const auto &[id, events, n, dose] :
             {std::tuple("a/all", 5, 20, 100.0), std::tuple("b/all", 60, 80, 400.0)}) {
            make.cohort(id, n, [&](Cohort &cohort) {
                cohort.regimens = {test::starting({Route::Intravenous}, test::mgPerDay(dose))};
                cohort.outcomes = {test::counted(u"icans.any"_s, events, n, {})};
            });
        }
        const MarkedScene built = sceneOf(*doseFigure(make.build()), 115.0);
        const auto *overlay = overlaysOf<DoseOverlay>(*built.scene).at(0);
        QCOMPARE(overlay->marks.size(), std::size_t(2));
        const DoseMark &large = overlay->marks[0]; // drawn first
        const DoseMark &small = overlay->marks[1];
        QVERIFY(qAbs(large.radius - 2.0 * small.radius) < 1e-9); // four times the patients
        // ticks: 0 mg/day is the first on the axis of doses, 0 % the lowest beside the axis of
        // rates
        qreal left = 1e9;
        qreal bottom = 0.0;
        for (const QLineF &line : overlay->ticks) {
            if (qFuzzyIsNull(line.dx()) && line.length() < 10.0)
                left = std::min(left, line.x1());
            else if (qFuzzyIsNull(line.dy()) && line.length() < 10.0)
                bottom = std::max(bottom, line.y1());
        }
        QVERIFY(qAbs((large.centre.x() - left) - 4.0 * (small.centre.x() - left)) < 0.01);
        QVERIFY(qAbs((bottom - large.centre.y()) - 3.0 * (bottom - small.centre.y())) <
                0.01); // 75 and 25 %
        QVERIFY(small.whisker->line.p1().y() > small.centre.y() &&
                small.whisker->line.p2().y() < small.centre.y());
    }

    void numbersOfDoseMarksCoverNothingAndCarryWhatIsFound()
    {
        // two cohorts of one dose with nearly the same rate, one of them impossible
        const auto figure = doseFigure(shippedLibrary(), {}, u"response.orr"_s);
        for (const double widthMm : {80.0, 170.0}) {
            const MarkedScene built = sceneOf(*figure, widthMm);
            const auto *overlay = overlaysOf<DoseOverlay>(*built.scene).at(0);
            QStringList numbers;
            for (const PlacedText &number : overlay->numbers) {
                numbers << number.text;
                for (const DoseMark &mark : overlay->marks) {
                    const QPointF reach(mark.radius, mark.radius);
                    QVERIFY2(!QRectF(mark.centre - reach, mark.centre + reach).intersects(number.rect),
                             qPrintable(number.text));
                }
            }
            QVERIFY2(numbers.contains(u"1\u00a0!"_s) && numbers.contains(u"2"_s), qPrintable(numbers.join(u", "_s)));
            QVERIFY(built.marks.front().spoken.contains(u"Cannot be as printed"_s));
        }
    }

    void aFittedLineStaysInItsPanelAndIsCalledEcological()
    {
        const auto figure = doseFigure(invented(24, true)); // 16 studies on the scale mg/day
        QVERIFY(figure->series().panels.at(0).trend);
        QVERIFY(!figure->series().panels.at(1).trend);
        const MarkedScene built = sceneOf(*figure, 170.0);
        const auto *overlay = overlaysOf<DoseOverlay>(*built.scene).at(0);
        QVERIFY(overlay->trend);
        QRectF axes; // from the upper end of the one to the far end of the other
        for (const QLineF &line : overlay->ticks)
            axes |= QRectF(line.p1(), line.p2()).normalized();
        for (const QPolygonF &shape : {overlay->trend->line, overlay->trend->band})
            QVERIFY(axes.contains(shape.boundingRect()));
        QStringList said;
        for (const PlacedText &text : textsOf(*built.scene))
            said << text.text;
        QVERIFY(said.join(u' ').contains(u"ecological: between studies, not within patients"_s));
    }

    void bodyWeightIsSaidInTheFooter()
    {
        FilterCriteria criteria;
        criteria.bodyWeight = 70.0;
        const auto figure = doseFigure(shippedLibrary(), criteria, u"resolution.carhlh"_s);
        QCOMPARE(figure->series().panels.size(), std::size_t(1));
        const QString footer = figureRecipe(figure).description;
        QVERIFY(footer.contains(u"doses compared at a body weight of 70 kg"_s));
        QVERIFY(footer.contains(u"reference body weight of 70 kg that the reader chose"_s));
        const auto svg = renderFigure(figureRecipe(figure), {}, FigureFormat::Svg);
        QVERIFY(svg && svg->contains("mg/day at 70 kg"));
    }

    void noDoseAtAllIsEmptyAndLeavesNothingToExport()
    {
        const auto figure = doseFigure(invented(3, false));
        QVERIFY(figure->isEmpty());
        QCOMPARE(figure->table().rows.size(), std::size_t(3));
        QVERIFY(!renderFigure(figureRecipe(figure), {}, FigureFormat::Svg));
    }

    void tooSmallIsRefusedAndTheSizeToldWouldDo()
    {
        for (const Figure_ &figure : {Figure_(timingFigure(shippedLibrary())),
                                      Figure_(doseFigure(shippedLibrary(), {}, u"crs.any"_s))}) {
            const FigureStyle style = FigureStyle::light();
            const QSizeF least = figure->smallestSize(10.0, style);
            QVERIFY(figure->compose(least, style).scene);
            QVERIFY(!figure->compose(least - QSizeF(0.0, 5.0), style).scene);
            QVERIFY(!figure->compose(least - QSizeF(5.0, 0.0), style).scene);
        }
    }

    void formatsHoldTheSameWords()
    {
        for (const Figure_ &figure : {Figure_(timingFigure(shippedLibrary())),
                                      Figure_(doseFigure(shippedLibrary(), {}, u"crs.any"_s))}) {
            const auto svg = renderFigure(figureRecipe(figure), {}, FigureFormat::Svg);
            QVERIFY(svg && svg->contains("Park 2023"));
            QVERIFY(svg->contains("/31 "));
            const auto again = renderFigure(figureRecipe(figure), {}, FigureFormat::Svg);
            QVERIFY(again && *again == *svg);
            QVERIFY(renderFigure(figureRecipe(figure), {}, FigureFormat::Png).hasValue());
            QVERIFY(renderFigure(figureRecipe(figure), {}, FigureFormat::Pdf).hasValue());
        }
    }

    void keysWalkTheMarksAndTheScreenReaderHearsThem()
    {
        FigureView view;
        view.resize(760, 420);
        view.setFigure(timingFigure(shippedLibrary(), only(Timing::Prophylactic)));
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus(Qt::TabFocusReason);
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->childCount(), view.markCount());
        QVERIFY(view.markCount() >= 12); // four cohorts with name, window and rate
        QSignalSpy selected(&view, &FigureView::cohortSelected);
        QStringList heard;
        for (int i = 0; i < view.markCount(); ++i) {
            QCOMPARE(chart->child(i)->text(QAccessible::Name), view.spokenMark(i));
            heard << view.spokenMark(view.currentMark());
            QTest::keyClick(&view, Qt::Key_Right);
        }
        heard.removeDuplicates();
        QCOMPARE(heard.size(), qsizetype(view.markCount()));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(selected.size(), 1);
    }
};

QTEST_MAIN(TestDoseTimingFigures)
#include "tst_dosetimingfigures.moc"
