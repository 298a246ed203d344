// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/models/pooling/PoolFixtures.h"
#include "views/charts/ForestFigure.h"
#include "views/charts/ForestOverlay.h"
#include "views/export/FigureRecipe.h"

#include <QChart>
#include <QRegularExpression>
#include <QTest>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

/// A pool with everything that a plot can show: groups, prediction, a part, a percentage alone, a
/// cohort taken out, an inferred count, a comparator with the reference line, long names.
std::shared_ptr<const ForestRows> everything()
{
    LibraryBuilder make = poolBuilder();
    const auto add = [&make](const char *id, int events, int n, Timing timing) {
        make.cohort(id, n, all(figure("icans.any", events, n), timed(timing)));
    };
    add("alpha/all", 0, 12, Timing::Prophylactic);
    add("beta/all", 6, 31, Timing::Prophylactic);
    add("gamma/all", 9, 25, Timing::Prophylactic);
    add("delta/all", 40, 42, Timing::Treatment);
    add("epsilon/all", 8, 8, Timing::Treatment);
    add("zeta/all", 61, 124, Timing::Treatment);
    make.cohort("eta/all", 23, all(timed(Timing::Treatment), [](Cohort &c) {
                    Observation o = counted("icans.any", 0, 0);
                    o.figure.events.reset();
                    o.figure.n.reset();
                    o.figure.percent = 74.0;
                    o.figure.source.reported = u"74%"_s;
                    o.figure.source.status = Status::PercentOnly;
                    c.outcomes.push_back(o);
                    c.label = u"Universitätsklinikum "_s.repeated(4) +
                              u"Donaudampfschifffahrtsgesellschaft"_s.repeated(2);
                }));
    make.cohort("beta/sub", 9, "beta/all",
                all(as(Role::Subgroup), figure("icans.any", 2, 9), timed(Timing::Prophylactic)));
    make.cohort("beta/control", 90, all(as(Role::HistoricalControl), figure("icans.any", 31, 90)));
    const auto library = make.build();
    PoolRequest request;
    request.groupBy = PoolGrouping::Timing;
    request.guard.excluded = {u"gamma/all"_s};
    ForestOptions options;
    options.reference = u"beta/control"_s;
    return std::make_shared<const ForestRows>(makeForestRows(
        *library, analysePool(*library, everyCohort(*library), u"icans.any"_s, request), options));
}

/// The same with a finding about every cohort's rate, which takes the most room.
std::shared_ptr<const ForestRows> everythingMarked()
{
    auto rows = std::make_shared<ForestRows>(*everything());
    for (ForestRow &row : rows->rows) {
        if (!row.cohort.isEmpty())
            row.findingMark = u"!"_s;
    }
    return rows;
}

std::shared_ptr<const ForestRows> pooled(int cohorts)
{
    LibraryBuilder make = poolBuilder();
    for (int i = 0; i < cohorts; ++i)
        make.cohort(qPrintable(u"study-%1/all"_s.arg(i)), 20 + i % 50,
                    figure("icans.any", 1 + i % 7, 20 + i % 50));
    const auto library = make.build();
    return std::make_shared<const ForestRows>(makeForestRows(
        *library, analysePool(*library, everyCohort(*library), u"icans.any"_s, {}), {}));
}

FigureCaption caption()
{
    FigureCaption caption;
    caption.title = u"How often is ICANS seen in Köln <with anakinra> & without?"_s;
    caption.context.filterWords = u"All anakinra cohorts"_s;
    caption.context.methodLine = u"Rates: events/n; whiskers: 95\u00a0% Wilson score interval"_s;
    return caption;
}

/// A figure at its natural height, and its overlay.
struct Drawn
{
    Drawn(std::shared_ptr<const ForestRows> rows, qreal widthMm, ForestDress dress = {})
        : figure(std::move(rows), caption(), dress)
    {
        style = FigureStyle::light();
        size = figure.naturalSize(mmToUnits(widthMm), style);
        marked = figure.compose(size, style);
        if (!marked.scene)
            qFatal("the figure finds no room in its natural size");
        const QList<QGraphicsItem *> items = marked.scene->items();
        for (QGraphicsItem *item : items) {
            if (auto *found = dynamic_cast<ForestOverlay *>(item))
                overlay = found;
            if (auto *found = dynamic_cast<FigureTextItem *>(item))
                texts.insert(texts.end(), found->texts().begin(), found->texts().end());
        }
        texts.insert(texts.end(), overlay->heads.begin(), overlay->heads.end());
        for (int i = 0; i < rowCount(); ++i) {
            const auto own = overlay->textsOf(i);
            texts.insert(texts.end(), own.begin(), own.end());
        }
    }
    [[nodiscard]] int rowCount() const { return static_cast<int>(overlay->rows().rows.size()); }
    [[nodiscard]] int indexOf(ForestRowKind kind) const
    {
        const auto &rows = overlay->rows().rows;
        return static_cast<int>(std::ranges::find(rows, kind, &ForestRow::kind) - rows.begin());
    }
    [[nodiscard]] int indexOf(const char *cohort) const
    {
        const auto &rows = overlay->rows().rows;
        return static_cast<int>(
            std::ranges::find(rows, QString::fromUtf8(cohort), &ForestRow::cohort) - rows.begin());
    }
    [[nodiscard]] qreal expectedX(double percent, double end = 100.0) const
    {
        return overlay->columns.plot + overlay->columns.plotWidth * percent / end;
    }

    ForestFigure figure;
    FigureStyle style;
    QSizeF size;
    MarkedScene marked;
    ForestOverlay *overlay = nullptr;
    std::vector<PlacedText> texts;
};

QImage painted(const Drawn &drawn)
{
    QImage image(drawn.size.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    drawn.marked.scene->render(&painter);
    return image;
}

} // namespace

class TestForestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    }

    void marksOfFindingsStandBeforeTheNumbers()
    {
        QStringList words;
        for (const PlacedText &text : Drawn(everythingMarked(), 115.0).texts)
            words << text.text;
        QVERIFY(words.contains(u"!\u00a06/31"_s));
        QVERIFY(words.contains(u"!\u00a074\u00a0%"_s)); // no count is printed
        QVERIFY(!words.contains(u"6/31"_s));
    }

    void noTextIsCutOrLiesOverAnother_data()
    {
        QTest::addColumn<bool>("full");
        QTest::addColumn<double>("widthMm");
        QTest::addColumn<int>("axisEnd");
        QTest::addColumn<bool>("boxes");
        for (const double width : {80.0, 115.0, 170.0, 300.0}) {
            for (const int end : {100, 10}) {
                const QString name = u"%1 mm to %2"_s.arg(width).arg(end);
                QTest::newRow(qPrintable(name)) << true << width << end << false;
                QTest::newRow(qPrintable(name + u" with boxes"_s)) << true << width << end << true;
            }
            QTest::newRow(qPrintable(u"40 rows, %1 mm"_s.arg(width)))
                << false << width << 100 << false;
        }
    }
    void noTextIsCutOrLiesOverAnother()
    {
        QFETCH(bool, full);
        QFETCH(double, widthMm);
        QFETCH(int, axisEnd);
        QFETCH(bool, boxes);
        const Drawn drawn(full ? everythingMarked() : pooled(40), widthMm, {axisEnd, boxes});
        QVERIFY(drawn.size.width() <= mmToUnits(widthMm) + 0.5);
        const QRectF page(QPointF(), drawn.size);
        for (std::size_t i = 0; i < drawn.texts.size(); ++i) {
            const PlacedText &text = drawn.texts[i];
            QVERIFY2(page.adjusted(-0.5, -0.5, 0.5, 0.5).contains(text.rect),
                     qPrintable(text.text));
            for (std::size_t j = 0; j < i; ++j) {
                const QRectF both = text.rect & drawn.texts[j].rect;
                QVERIFY2(both.width() < 0.5 || both.height() < 0.5,
                         qPrintable(text.text + u" over "_s + drawn.texts[j].text));
            }
        }
    }

    void labelsAreKeptToTheLastLetter()
    {
        const Drawn drawn(everything(), 80);
        const int row = drawn.indexOf("eta/all");
        QString seen;
        for (const PlacedText &text : drawn.overlay->textsOf(row))
            seen += text.text;
        const QString label = drawn.overlay->row(row).label;
        QVERIFY(seen.remove(u' ').contains(QString(label).remove(u' ')));
    }

    void theDiamondIsAsWideAsTheInterval()
    {
        const Drawn drawn(pooled(12), 170);
        const int row = drawn.indexOf(ForestRowKind::Pooled);
        const ForestRow &of = drawn.overlay->row(row);
        const QRectF box = drawn.overlay->markOf(row).diamond.boundingRect();
        QCOMPARE(box.left(), drawn.expectedX(of.interval->low));
        QCOMPARE(box.right(), drawn.expectedX(of.interval->high));
        // and highest where the median rate stands
        const QPolygonF diamond = drawn.overlay->markOf(row).diamond;
        const auto top = std::ranges::min_element(diamond, {}, &QPointF::y);
        QCOMPARE(top->x(), drawn.expectedX(*of.percent));
    }

    void squaresHaveAreasInProportionToN()
    {
        const Drawn drawn(everything(), 170);
        const qreal large = drawn.overlay->markOf(drawn.indexOf("zeta/all")).side; // 124
        const qreal small = drawn.overlay->markOf(drawn.indexOf("beta/all")).side; // 31
        QCOMPARE(large / small, 2.0);
        QVERIFY(large <= drawn.overlay->lines[0].block);
        QCOMPARE(drawn.overlay->markOf(drawn.indexOf("eta/all")).side,
                 0.0); // a percentage has no n
    }

    void whatGoesBeyondTheAxisEndsInAnArrowAtItsEnd()
    {
        const Drawn drawn(everything(), 170, {50, false});
        const qreal end = drawn.overlay->columns.plot + drawn.overlay->columns.plotWidth;
        const ForestMark within = drawn.overlay->markOf(drawn.indexOf("beta/all")); // 9.2-36.3
        QVERIFY(!within.cutHigh && within.isRateOnAxis);
        QVERIFY(*within.high < end);
        const ForestMark across =
            drawn.overlay->markOf(drawn.indexOf("zeta/all")); // 49.2 (40.6-57.9)
        QVERIFY(across.cutHigh && across.isRateOnAxis);
        QCOMPARE(*across.high, end);
        QVERIFY(across.side > 0.0);
        const ForestMark beyond = drawn.overlay->markOf(drawn.indexOf("delta/all")); // 95.2
        QVERIFY(beyond.cutHigh && !beyond.isRateOnAxis);
        QCOMPARE(*beyond.low, end);
        QCOMPARE(beyond.side, 0.0);
        const ForestMark tick =
            drawn.overlay->markOf(drawn.indexOf("eta/all")); // 74 %, no interval
        QVERIFY(tick.cutHigh && !tick.low);
        for (int i = 0; i < drawn.rowCount(); ++i) {
            for (const QPointF &point : drawn.overlay->markOf(i).diamond)
                QVERIFY(point.x() <= end + 1e-6);
        }
    }

    void nothingIsCutOnTheWholeAxis()
    {
        const Drawn drawn(everything(), 115);
        for (int i = 0; i < drawn.rowCount(); ++i) {
            const ForestMark mark = drawn.overlay->markOf(i);
            QVERIFY(!mark.cutLow && !mark.cutHigh);
        }
    }

    void axisAndMarksAgree()
    {
        const Drawn drawn(pooled(3), 170);
        const QList<QGraphicsItem *> items = drawn.marked.scene->items();
        const auto found = std::ranges::find_if(
            items, [](QGraphicsItem *item) { return dynamic_cast<QChart *>(item) != nullptr; });
        QVERIFY(found != items.end());
        const auto *chart = dynamic_cast<QChart *>(*found);
        const QRectF plot = chart->mapRectToScene(chart->plotArea());
        QCOMPARE(plot.left(), drawn.expectedX(0.0));
        QCOMPARE(plot.right(), drawn.expectedX(100.0));
    }

    void boxesAreForTheScreenAndAskForTheirCohort()
    {
        for (const FigureMark &mark : Drawn(everything(), 170).marked.marks)
            QVERIFY(mark.request.isEmpty());
        const Drawn drawn(everything(), 170, {100, true});
        QStringList requests;
        for (const FigureMark &mark : drawn.marked.marks) {
            if (!mark.request.isEmpty()) {
                requests << mark.request;
                QVERIFY(mark.area.contains(
                    drawn.overlay->boxOf(drawn.indexOf(qPrintable(mark.request.section(u':', 1))))
                        .center()));
            }
        }
        QVERIFY(requests.contains(u"exclude:beta/all"_s));
        QVERIFY(requests.contains(u"include:gamma/all"_s)); // taken out by hand
        QVERIFY(requests.contains(u"include:beta/sub"_s));  // the guard prefers its parent
        QVERIFY(!requests.contains(u"include:eta/all"_s));  // nothing to pool
        QVERIFY(!requests.contains(u"include:beta/control"_s));
    }

    void everyRowCanBeReadAloud()
    {
        const Drawn drawn(everything(), 170);
        QCOMPARE(drawn.marked.marks.size(), std::size_t(drawn.rowCount()));
        for (const FigureMark &mark : drawn.marked.marks) {
            QVERIFY(!mark.spoken.isEmpty());
            QVERIFY(QRectF(QPointF(), drawn.size).contains(mark.area));
        }
        for (std::size_t i = 1; i < drawn.marked.marks.size(); ++i)
            QVERIFY(drawn.marked.marks[i].area.top() >=
                    drawn.marked.marks[i - 1].area.bottom() - 0.01);
    }

    void warningsStandInTheFooter()
    {
        const Drawn drawn(everything(), 170);
        const QStringList notes = drawn.figure.caption().notes;
        QVERIFY(notes.join(u'\n').contains(u"Mixed timing of anakinra"_s));
        QString seen;
        for (const PlacedText &text : drawn.texts)
            seen += text.text + u' ';
        QVERIFY(seen.contains(u"Mixed timing of anakinra"_s));
    }

    void tooSmallASizeIsRefused()
    {
        const ForestFigure figure(everything(), caption());
        const FigureStyle style = FigureStyle::light();
        const QSizeF least = figure.smallestSize(mmToUnits(80), style);
        QVERIFY(figure.compose(least, style).scene);
        QVERIFY(!figure.compose(least - QSizeF(0.0, 5.0), style).scene);
    }

    /// The part of a long figure that is exposed looks like that part of the whole.
    void aPartPaintsLikeTheWhole()
    {
        const Drawn drawn(pooled(120), 170);
        const QImage whole = painted(drawn);
        const QRect part(0, whole.height() / 2, whole.width(), 100);
        QImage image(part.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        drawn.marked.scene->render(&painter, QRectF(QPointF(), part.size()), part);
        painter.end();
        QImage cut = whole.copy(part);
        // text on the seams is rounded differently by a fraction of a pixel
        const QRect inner(0, 15, part.width(), 70);
        int different = 0;
        for (int y = inner.top(); y <= inner.bottom(); ++y) {
            for (int x = inner.left(); x <= inner.right(); ++x)
                different += qAbs(qGray(image.pixel(x, y)) - qGray(cut.pixel(x, y))) > 96;
        }
        QVERIFY2(different < inner.width() * inner.height() / 100,
                 qPrintable(QString::number(different)));
    }

    void anEmptyFigureIsNone()
    {
        const ForestFigure figure(std::make_shared<const ForestRows>(), caption());
        QVERIFY(figure.isEmpty());
        QVERIFY(!figure.compose({500.0, 500.0}, FigureStyle::light()).scene);
    }

    /// What a sheet or a file needs of a figure comes from its values alone.
    void aRecipeDrawsItAnew()
    {
        const FigureRecipe recipe =
            figureRecipe(std::make_shared<const ForestFigure>(everything(), caption()));
        const FigureStyle style = FigureStyle::light();
        QVERIFY(!recipe.empty);
        QVERIFY(recipe.description.contains(u"Mixed timing of anakinra"_s));
        QVERIFY(recipe.scene(recipe.naturalSizeMm(115.0, style), style));
    }
};

QTEST_MAIN(TestForestFigure)
#include "tst_forestfigure.moc"
