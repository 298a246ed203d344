// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/LibraryBuilder.h"
#include "views/charts/CompletenessFigure.h"
#include "views/charts/OverlapFigure.h"
#include "views/charts/OverlapPlaces.h"
#include "views/export/FigureExporter.h"

#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<int> everyCohort(const Library &library)
{
    std::vector<int> all(library.cohorts.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

std::shared_ptr<const OverlapFigure> overlapOf(const std::shared_ptr<const Library> &library, bool excludePossible = false)
{
    return std::make_shared<const OverlapFigure>(library, overlapGraph(*library, everyCohort(*library)),
                                                 excludePossible, FigureCaption{});
}

std::shared_ptr<const CompletenessFigure> gapsOf(const std::shared_ptr<const Library> &library)
{
    return std::make_shared<const CompletenessFigure>(
        library, makeCompleteness(*library, everyCohort(*library), {}), FigureCaption{});
}

/// Everyone with everyone: the crowded case.
std::shared_ptr<const Library> crowd()
{
    LibraryBuilder make;
    const std::vector<QByteArray> ids{"a/all", "b/all", "c/all", "d/all", "e/all", "f/all", "g/all"};
    for (const QByteArray &id : ids)
        make.cohort(id.constData(), 10);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        for (std::size_t j = i + 1; j < ids.size(); ++j)
            make.overlap(ids[i].constData(), ids[j].constData(), OverlapLevel::CannotBeExcluded);
    }
    return make.build();
}

} // namespace

/// Marks, room and formats of the overlap and completeness figures.
class TestListFigures : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
    }

    void namesInTheGraphNeverTouch()
    {
        const FigureStyle style = FigureStyle::light();
        const FigureFonts fonts(style);
        for (const auto &library : {m_library, crowd()}) {
            const OverlapGraph graph = overlapGraph(*library, everyCohort(*library));
            QVERIFY(graph.nodes.size() > 5);
            for (const qreal width : {OverlapPlaces::minimumWidth(graph, fonts.label), 400.0, 640.0, 1400.0}) {
                const OverlapPlaces places(graph, fonts.label, width);
                QCOMPARE(places.places.size(), graph.nodes.size());
                const QRectF room(0.0, 0.0, width, places.height);
                for (std::size_t i = 0; i < places.places.size(); ++i) {
                    const OverlapPlace &place = places.places[i];
                    QVERIFY(room.adjusted(-0.1, -0.1, 0.1, 0.1).contains(place.box));
                    for (const QString &line : place.lines)
                        QVERIFY(fonts.label.width(line) <= place.box.width());
                    for (std::size_t j = 0; j < i; ++j)
                        QVERIFY(!place.box.intersects(places.places[j].box));
                }
            }
        }
    }

    void everyOverlapIsListedWithItsGrounds()
    {
        const auto figure = overlapOf(m_library);
        const FigureStyle style = FigureStyle::light();
        const MarkedScene scene = figure->compose(figure->naturalSize(650.0, style), style);
        QVERIFY(scene.scene);
        QCOMPARE(scene.marks.size(), figure->graph().nodes.size() + figure->graph().edges.size());
        int strati = 0;
        for (const FigureMark &mark : scene.marks) {
            QVERIFY(scene.scene->sceneRect().contains(mark.area));
            strati += mark.spoken.contains(u"36 of the 42 had this product; 6 of the 8 were"_s) ? 1 : 0;
        }
        QCOMPARE(strati, 1);
    }

    void theSwitchChangesWhatIsSaidOfTotals()
    {
        const auto says = [](const OverlapFigure &figure, const QString &words) {
            return figure.table().toText().contains(words);
        };
        QVERIFY(says(*overlapOf(m_library), u"totals add both"_s));
        QVERIFY(!says(*overlapOf(m_library, true), u"totals add both"_s));
        QVERIFY(says(*overlapOf(m_library, true), u"Treated as shared"_s));
    }

    void aLibraryWithoutOverlapsHasNothingToDraw()
    {
        LibraryBuilder make;
        make.cohort("a/all", 10);
        QVERIFY(overlapOf(make.build())->isEmpty());
    }

    void everyFieldOfTheMatrixIsAMark()
    {
        const auto figure = gapsOf(m_library);
        const FigureStyle style = FigureStyle::light();
        const MarkedScene scene = figure->compose(figure->naturalSize(650.0, style), style);
        QVERIFY(scene.scene);
        QCOMPARE(scene.marks.size(), m_library->cohorts.size() * completenessItems().size());
        bool park = false;
        for (std::size_t i = 0; i < scene.marks.size(); ++i) {
            const FigureMark &mark = scene.marks[i];
            QVERIFY(scene.scene->sceneRect().contains(mark.area));
            if (i > 0)
                QVERIFY(!mark.area.adjusted(1, 1, -1, -1).intersects(scene.marks[i - 1].area));
            park = park || (mark.cohort == u"park-2023/cohort-1"_s && mark.columns == QStringList{u"crs.any"_s}
                            && mark.spoken.contains(u"23/31"_s));
        }
        QVERIFY(park);
    }

    void theMatrixIsNotDrawnWhereItDoesNotFit()
    {
        const auto figure = gapsOf(m_library);
        const FigureStyle style = FigureStyle::light();
        const QSizeF least = figure->smallestSize(10.0, style);
        QVERIFY(figure->compose(least, style).scene);
        QVERIFY(!figure->compose(least - QSizeF(5.0, 0.0), style).scene);
        QVERIFY(!figure->compose(least - QSizeF(0.0, 5.0), style).scene);
        QVERIFY(least.width() < mmToUnits(170.0)); // fits the page of a journal
    }

    void bothAreWrittenInEveryFormatWithTheirWords()
    {
        const std::pair<FigureRecipe, QByteArray> figures[]{
            {figureRecipe(overlapOf(m_library)), "overlap cannot be excluded"},
            {figureRecipe(gapsOf(m_library)), "Derived from a printed percentage"},
        };
        for (const auto &[recipe, words] : figures) {
            const auto svg = renderFigure(recipe, {}, FigureFormat::Svg);
            QVERIFY2(svg.hasValue(), words.constData());
            QVERIFY2(svg->contains(words), words.constData());
            QVERIFY(renderFigure(recipe, {}, FigureFormat::Png).hasValue());
            QVERIFY(renderFigure(recipe, {}, FigureFormat::Pdf).hasValue());
        }
    }
};

QTEST_MAIN(TestListFigures)
#include "tst_listfigures.moc"
