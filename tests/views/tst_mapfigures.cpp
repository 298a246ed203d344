// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/evidence/LibraryReader.h"
#include "tests/support/LibraryBuilder.h"
#include "views/charts/BenefitHarmFigure.h"
#include "views/charts/MapFigure.h"
#include "views/charts/PeopleFigure.h"
#include "views/export/FigureExporter.h"

#include <QTest>

#include <numeric>

using namespace anakinra;
using namespace anakinra::test;
using namespace Qt::StringLiterals;

/// Marks, room and formats of the map, benefit–harm and people figures.
class TestMapFigures : public QObject
{
    Q_OBJECT

private:
    std::shared_ptr<const Library> m_library;

    std::shared_ptr<const MapFigure> mapOf(const std::shared_ptr<const Library> &library) const
    {
        const FilterEngine engine(library);
        return std::make_shared<const MapFigure>(makeEvidenceMap(engine, {}, MapAxis::Timing, MapAxis::Product),
                                                 FigureCaption{});
    }
    std::shared_ptr<const BenefitHarmFigure> crosses() const
    {
        std::vector<int> all(m_library->cohorts.size());
        std::iota(all.begin(), all.end(), 0);
        return std::make_shared<const BenefitHarmFigure>(
            m_library, makeBenefitHarm(*m_library, all, u"crs.any"_s, u"response.cr"_s, {}), RateOptions(),
            FigureCaption{});
    }
    std::shared_ptr<const PeopleFigure> people() const
    {
        const auto frequency = makeNaturalFrequency(
            *m_library, m_library->cohortIndex.value(u"park-2023/cohort-1"_s), u"icans.any"_s, {});
        return std::make_shared<const PeopleFigure>(*frequency, FigureCaption{});
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_library = readLibrary(QStringLiteral(SHIPPED_LIBRARY)).library;
        QVERIFY(m_library);
    }

    void everyFieldIsAMarkThatAsksForItself()
    {
        const auto figure = mapOf(m_library);
        const FigureStyle style = FigureStyle::light();
        const MarkedScene scene = figure->compose(figure->naturalSize(650.0, style), style);
        QVERIFY(scene.scene);
        QCOMPARE(static_cast<qsizetype>(scene.marks.size()),
                 figure->map().rows.size() * figure->map().columns.size());
        QCOMPARE(scene.marks.front().request, u"field:0:0"_s);
        for (std::size_t i = 0; i < scene.marks.size(); ++i) {
            QVERIFY(scene.scene->sceneRect().contains(scene.marks[i].area));
            for (std::size_t j = i + 1; j < scene.marks.size(); ++j)
                QVERIFY(!scene.marks[i].area.adjusted(1, 1, -1, -1).intersects(scene.marks[j].area.adjusted(1, 1, -1, -1)));
        }
    }

    void longNamesMakeRoomForThemselves()
    {
        LibraryBuilder make;
        make.cohort("s/a", 10, [](Cohort &c) { c.products = {product("axi-cel", 10)}; });
        make.draft().vocabulary.products = {
            {u"axi-cel"_s, u"Donaudampfschifffahrtsgesellschaftskapitänsprodukt"_s.repeated(2), {}}};
        const auto figure = mapOf(make.build());
        const FigureStyle style = FigureStyle::light();
        const QSizeF size = figure->smallestSize(10.0, style);
        QVERIFY(size.width() > 300.0); // the word does not fit in less
        QVERIFY(figure->compose(size, style).scene);
        QVERIFY(!figure->compose(size - QSizeF(20.0, 0.0), style).scene);
    }

    void everyCrossIsSpokenWithBothRates()
    {
        const auto figure = crosses();
        const FigureStyle style = FigureStyle::light();
        const MarkedScene scene = figure->compose(figure->naturalSize(500.0, style), style);
        QVERIFY(scene.scene);
        bool park = false;
        for (const FigureMark &mark : scene.marks) {
            QVERIFY(scene.scene->sceneRect().contains(mark.area));
            park = park || (mark.cohort == u"park-2023/cohort-1"_s && mark.spoken.contains(u"23 of 31"_s)
                            && mark.spoken.contains(u"20 of 31"_s));
        }
        QVERIFY(park);
    }

    void allThreeAreWrittenInEveryFormatWithTheirWords()
    {
        const std::pair<FigureRecipe, QByteArray> figures[]{
            {figureRecipe(mapOf(m_library)), "Prophylactic"},
            {figureRecipe(crosses()), "lower is better"},
            {figureRecipe(people()), "about 19 had"},
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

QTEST_MAIN(TestMapFigures)
#include "tst_mapfigures.moc"
