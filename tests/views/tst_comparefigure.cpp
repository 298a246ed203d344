// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SmallLibrary.h"
#include "views/charts/CompareFigure.h"
#include "views/charts/CompareOverlay.h"

#include <QTest>

#include <algorithm>

using namespace anakinra;
using namespace anakinra::test;

namespace {

std::shared_ptr<const CompareFigure> figureOf(const Library &library, int a, int b,
                                              const QString &outcome = {})
{
    const CohortComparison comparison = compareCohorts(library, a, b, {}, outcome);
    return std::make_shared<const CompareFigure>(
        std::make_shared<const ComparisonSeries>(comparisonSeries(library, comparison)),
        comparisonTable(comparison), FigureCaption{});
}

/// A figure drawn at its natural size.
struct Drawn
{
    QSizeF size;
    MarkedScene scene;
    const CompareOverlay *overlay = nullptr;

    explicit Drawn(const CompareFigure &figure, qreal widthMm = 170.0)
    {
        const FigureStyle style = FigureStyle::light();
        size = figure.naturalSize(mmToUnits(widthMm), style);
        scene = figure.compose(size, style);
        const auto items = scene.scene ? scene.scene->items() : QList<QGraphicsItem *>();
        for (const QGraphicsItem *item : items) {
            if (const auto *found = dynamic_cast<const CompareOverlay *>(item))
                overlay = found;
        }
    }

    [[nodiscard]] bool says(const QString &text) const
    {
        return std::ranges::any_of(overlay->texts,
                                   [&](const PlacedText &t) { return t.text.contains(text); });
    }
    [[nodiscard]] std::vector<CompareMark> marksLike(MarkShape shape) const
    {
        std::vector<CompareMark> found;
        std::ranges::copy_if(overlay->marks, std::back_inserter(found),
                             [&](const CompareMark &m) { return m.look.shape == shape; });
        return found;
    }
};

} // namespace

class tst_CompareFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLargestTextSaysThatTheyWereNotRandomised()
    {
        const Library library = smallLibrary();
        const Drawn drawn(*figureOf(library, TrialSc, TrialIv));
        QVERIFY(drawn.overlay);
        const auto largest = std::ranges::max_element(drawn.overlay->texts, {}, [](const PlacedText &t) {
            return t.rect.height();
        });
        QCOMPARE(largest->text, u"NOT RANDOMISED"_s);
    }

    void ratesStandInProportionOnOneAxis()
    {
        const Library library = smallLibrary();
        const Drawn drawn(*figureOf(library, Prophylaxis, TrialSc, u"crs.any"_s));
        // The legend's marks come first, then A 23/31 and B 8/15, then the difference.
        const auto discs = drawn.marksLike(MarkShape::Disc);
        const auto squares = drawn.marksLike(MarkShape::Square);
        QCOMPARE(discs.size(), std::size_t(2));
        QCOMPARE(squares.size(), std::size_t(2));
        const CompareMark &a = discs[1];
        const CompareMark &b = squares[1];
        const qreal perPercent = (a.value.x() - b.value.x()) / (2300.0 / 31.0 - 800.0 / 15.0);
        QVERIFY(perPercent > 0.0);
        const qreal zero = a.value.x() - perPercent * 2300.0 / 31.0;
        QVERIFY(std::abs(*b.low - (zero + perPercent * 30.116980025498397)) < 0.01);
        QVERIFY(std::abs(*b.high - (zero + perPercent * 75.19046463426261)) < 0.01);
        QVERIFY(a.value.y() < b.value.y());
    }

    void theDifferenceStandsOnAnAxisOfItsOwn()
    {
        const Library library = smallLibrary();
        const Drawn drawn(*figureOf(library, TrialSc, TrialIv, u"crs.any"_s));
        const auto diamonds = drawn.marksLike(MarkShape::Diamond);
        QCOMPARE(diamonds.size(), std::size_t(1));
        const CompareMark &difference = diamonds[0];
        // -36.7 (-61.3 to 0.8): the scale from the estimate and one end gives the other end.
        const qreal perPoint = (difference.value.x() - *difference.low)
            / (-36.666666666666667 + 61.29271435342056);
        QVERIFY(std::abs(*difference.high
                         - (difference.value.x() + perPoint * (36.666666666666667 + 0.7873928823529)))
                < 0.01);
        const qreal zero = difference.value.x() + perPoint * 36.666666666666667;
        QVERIFY(std::ranges::any_of(drawn.overlay->rules, [&](const QLineF &line) {
            return std::abs(line.x1() - zero) < 0.01 && std::abs(line.x2() - zero) < 0.01
                && line.y1() < difference.value.y() && line.y2() > difference.value.y();
        }));
        QVERIFY(drawn.says(u"−36.7"_s));
        QVERIFY(drawn.says(u"(−61.3 to +0.8)"_s));
    }

    void aPercentageWithoutACountIsALevelWithoutAnInterval()
    {
        const Library library = smallLibrary();
        const Drawn drawn(*figureOf(library, TrialAll, TrialControl, u"crs.any"_s));
        const CompareMark control = drawn.marksLike(MarkShape::Square).back();
        QCOMPARE(int(control.form), int(CompareMark::Form::Level));
        QVERIFY(!control.low && !control.high);
        QVERIFY(drawn.marksLike(MarkShape::Diamond).empty());
        QVERIFY(drawn.says(u"no events/n for B"_s));
    }

    void whatDiffersIsATableInTheFigure()
    {
        const Library library = smallLibrary();
        const auto figure = figureOf(library, TrialSc, TrialIv);
        const Drawn drawn(*figure);
        QVERIFY(drawn.says(u"What differs"_s));
        QVERIFY(drawn.says(u"Route"_s));
        QVERIFY(drawn.says(u"differs"_s));
        QVERIFY(std::ranges::any_of(drawn.scene.marks, [](const FigureMark &m) {
            return m.spoken == u"Route: A SC; B IV; differs";
        }));
        const auto &rows = figure->table().rows;
        QVERIFY(std::ranges::any_of(rows, [](const QStringList &row) {
            return row.first() == u"Route" && row.last() == u"differs";
        }));
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), figure->table().headers.size());
    }

    void ratesSelectTheirCohorts()
    {
        const Library library = smallLibrary();
        const Drawn drawn(*figureOf(library, TrialSc, TrialIv, u"crs.any"_s));
        QStringList cohorts;
        for (const FigureMark &mark : drawn.scene.marks) {
            QVERIFY(!mark.spoken.isEmpty());
            if (!mark.cohort.isEmpty())
                cohorts << mark.cohort;
        }
        QCOMPARE(cohorts, (QStringList{u"beta/sc"_s, u"beta/iv"_s}));
    }

    void nothingLiesOutsideOrOverlaps_data()
    {
        QTest::addColumn<qreal>("width");
        for (const qreal width : {80.0, 115.0, 170.0, 254.0})
            QTest::addRow("%g mm", width) << width;
    }

    void nothingLiesOutsideOrOverlaps()
    {
        QFETCH(qreal, width);
        const Library library = smallLibrary();
        for (const auto &[a, b] : {std::pair(TrialSc, TrialIv), std::pair(TrialAll, TrialControl),
                                   std::pair(Prophylaxis, PreEmptive)}) {
            const Drawn drawn(*figureOf(library, a, b), width);
            QVERIFY(drawn.scene.scene);
            const QRectF page(QPointF(), drawn.size);
            const auto &texts = drawn.overlay->texts;
            for (std::size_t i = 0; i < texts.size(); ++i) {
                QVERIFY2(page.contains(texts[i].rect), qPrintable(texts[i].text));
                for (std::size_t j = 0; j < i; ++j) {
                    const QRectF common = texts[i].rect & texts[j].rect;
                    QVERIFY2(common.width() < 0.5 || common.height() < 1.5,
                             qPrintable(texts[i].text + u" | "_s + texts[j].text));
                }
            }
            for (const CompareMark &mark : drawn.overlay->marks) {
                QVERIFY(page.contains(mark.value));
                QVERIFY(!mark.low || page.left() <= *mark.low);
                QVERIFY(!mark.high || page.right() >= *mark.high);
            }
        }
    }

    void aTooSmallSizeGivesNoScene()
    {
        const Library library = smallLibrary();
        const auto figure = figureOf(library, TrialSc, TrialIv);
        const FigureStyle style = FigureStyle::light();
        const QSizeF least = figure->smallestSize(mmToUnits(80), style);
        QVERIFY(figure->compose(least, style).scene);
        QVERIFY(!figure->compose(QSizeF(least.width(), least.height() - 5.0), style).scene);
        QVERIFY(!figure->compose(QSizeF(100.0, least.height() * 3.0), style).scene);
    }

    void nothingReportedIsAnEmptyFigure()
    {
        Library library = smallLibrary();
        library.cohorts[TrialSc].outcomes.clear();
        library.cohorts[TrialIv].outcomes.clear();
        QVERIFY(figureOf(library, TrialSc, TrialIv)->isEmpty());
    }
};

QTEST_MAIN(tst_CompareFigure)
#include "tst_comparefigure.moc"
