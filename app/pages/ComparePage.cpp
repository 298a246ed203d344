// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ComparePage.h"

#include "app/pages/AskedMark.h"
#include "app/pages/CompareControls.h"
#include "models/comparison/ComparisonContext.h"
#include "models/comparison/SuggestedPair.h"
#include "models/output/ComparisonReproduction.h"
#include "views/charts/CompareFigure.h"
#include "views/charts/FigureView.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace anakinra {

ComparePage::ComparePage(LibrarySession &session, QWidget *parent)
    : FigurePage(session, parent), m_controls(new CompareControls(this)), m_view(new FigureView(this))
{
    m_controls->setObjectName(u"compareControls"_s);
    m_view->setObjectName(u"compareView"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_controls);
    layout->addWidget(m_view, 1);
    connect(m_controls, &CompareControls::changed, this, &ComparePage::changed);
    connect(m_controls, &CompareControls::keepFilterRequested, this, [this] {
        CompareChoice choice = m_controls->choice();
        choice.kept = this->session().criteria();
        choice.pair = u"kept"_s;
        m_controls->setChoice(choice);
        changed();
    });
    connect(m_view, &FigureView::cohortSelected, this, &EvidencePage::cohortSelected);
    connect(m_view, &FigureView::cohortActivated, this, &EvidencePage::cohortActivated);
    connect(&m_runner, &ComparisonRunner::finished, this, &ComparePage::showFilters);
}

void ComparePage::changed()
{
    showComparison();
    Q_EMIT optionsChanged();
}

void ComparePage::compareCohort(const QString &cohortId)
{
    const int cohort = session().library().cohortIndex.value(cohortId, -1);
    if (cohort < 0)
        return;
    CompareChoice choice = m_controls->choice();
    choice.filters = false;
    choice.a = cohort;
    if (choice.b < 0 || choice.b == cohort
        || session().library().cohorts[static_cast<std::size_t>(choice.b)].study
            != session().library().cohorts[static_cast<std::size_t>(cohort)].study)
        choice.b = suggestedPartner(session().library(), cohort);
    m_controls->setChoice(choice);
    changed();
}

void ComparePage::refresh()
{
    if (m_library != session().sharedLibrary()) {
        const QJsonObject wanted = m_library ? options() : std::exchange(m_wanted, {});
        m_library = session().sharedLibrary();
        m_controls->setLibrary(m_library);
        CompareChoice choice = readChoice(wanted);
        if (choice.a < 0 || choice.b < 0)
            std::tie(choice.a, choice.b) = suggestedPair(*m_library, session().result().cohorts);
        m_controls->setChoice(choice);
    }
    showComparison();
}

void ComparePage::showComparison()
{
    m_runner.cancel();
    if (m_controls->choice().filters)
        startFilters();
    else
        showCohorts();
}

CompareOptions ComparePage::compareOptions() const
{
    constexpr int longestSide = 200; // more rows than anybody reads; the command line gives all
    return {session().options(), m_controls->choice().difference, longestSide,
            possibleOverlapOf(session().criteria())};
}

void ComparePage::showCohorts()
{
    const CompareChoice &choice = m_controls->choice();
    if (choice.a < 0 || choice.b < 0 || choice.a == choice.b) {
        m_figure.reset();
        m_view->setFigure(nullptr, tr("Choose two cohorts"));
        return;
    }
    const CohortComparison comparison = compareCohorts(*m_library, choice.a, choice.b,
                                                       compareOptions(), choice.outcome);
    showFigure(comparisonSeries(*m_library, comparison), comparisonTable(comparison),
               comparisonContext(*m_library, comparison, QDate::currentDate()),
               [library = m_library, comparison] {
                   return comparisonReproduction(*library, comparison);
               });
}

void ComparePage::startFilters()
{
    const CompareChoice &choice = m_controls->choice();
    FilterComparisonRequest request;
    request.library = m_library;
    request.engine = session().engine();
    request.a = session().criteria();
    request.b = choice.kept;
    const auto pairs = filterPairs(session().criteria());
    const auto pair = std::ranges::find(pairs, choice.pair, &FilterPair::code);
    if (pair != pairs.end()) {
        request.a = pair->a;
        request.b = pair->b;
    }
    request.options = compareOptions();
    request.outcome = choice.outcome;
    m_view->setOutdated(true);
    m_runner.start(request);
}

void ComparePage::showFilters(const FilterComparisonRequest &request,
                              const std::shared_ptr<const FilterComparison> &comparison)
{
    const Library &library = *request.library;
    showFigure(comparisonSeries(library, *comparison), comparisonTable(library, *comparison),
               comparisonContext(library, *comparison, QDate::currentDate()),
               [shared = request.library, comparison] {
                   return comparisonReproduction(*shared, *comparison);
               });
}

void ComparePage::showFigure(const ComparisonSeries &series, const FigureTable &table,
                             const FigureContext &context, const ReproductionMaker &reproduction)
{
    const auto shared = std::make_shared<const ComparisonSeries>(series);
    m_figure = std::make_shared<const CompareFigure>(shared, table,
                                                     FigureCaption{{}, context, {}, true},
                                                     reproduction);
    // On screen the controls say what is compared.
    m_view->setFigure(std::make_shared<const CompareFigure>(shared, table,
                                                            FigureCaption{{}, context, {}, false}),
                      tr("Neither side reports an outcome"));
    m_view->setOutdated(false);
}

void ComparePage::selectCohort(const QString &cohortId)
{
    m_view->setSelectedCohort(cohortId);
    m_controls->setSelected(session().hasLibrary()
                                ? session().library().cohortIndex.value(cohortId, -1)
                                : -1);
}

QString ComparePage::idOf(int cohort) const
{
    return cohort < 0 ? QString() : m_library->cohorts[static_cast<std::size_t>(cohort)].id;
}

QJsonObject ComparePage::options() const
{
    if (!m_library)
        return m_wanted;
    const CompareChoice &choice = m_controls->choice();
    return {{u"filters"_s, choice.filters},
            {u"a"_s, idOf(choice.a)},
            {u"b"_s, idOf(choice.b)},
            {u"pair"_s, choice.pair},
            {u"kept"_s, choice.kept.toJson()},
            {u"outcome"_s, choice.outcome},
            {u"difference"_s, codeOf(choice.difference)}};
}

CompareChoice ComparePage::readChoice(const QJsonObject &options) const
{
    CompareChoice choice;
    choice.filters = options["filters"_L1].toBool();
    choice.a = m_library->cohortIndex.value(options["a"_L1].toString(), -1);
    choice.b = m_library->cohortIndex.value(options["b"_L1].toString(), -1);
    choice.pair = options["pair"_L1].toString(u"sc-iv"_s);
    choice.kept = FilterCriteria::fromJson(options["kept"_L1].toObject());
    const QString outcome = options["outcome"_L1].toString();
    if (m_library->vocabulary.outcome(outcome))
        choice.outcome = outcome;
    choice.difference = fromCode<DifferenceMethod>(options["difference"_L1].toString())
                            .value_or(DifferenceMethod::Newcombe);
    return choice;
}

void ComparePage::setOptions(const QJsonObject &options)
{
    if (!m_library) {
        m_wanted = options;
        return;
    }
    CompareChoice choice = readChoice(options);
    if (choice.a < 0 || choice.b < 0)
        std::tie(choice.a, choice.b) = suggestedPair(*m_library, session().result().cohorts);
    m_controls->setChoice(choice);
    changed();
}

ExportableFigure ComparePage::figure() const
{
    ExportableFigure result;
    result.recipe = [figure = m_figure](const FigureChoices &choices) {
        if (!figure) {
            FigureRecipe nothing;
            nothing.empty = true;
            return nothing;
        }
        FigureCaption caption = figure->caption();
        caption.title = choices.title;
        caption.withFooter = choices.withFooter;
        return figureRecipe(std::make_shared<const CompareFigure>(
            std::make_shared<const ComparisonSeries>(figure->series()), figure->table(), caption,
            [figure] { return figure->reproduction(); }));
    };
    result.fileName = u"comparison"_s;
    return result;
}

AskedNumber ComparePage::askedNumber() const
{
    return askedMark(*m_view, session().library());
}

FigureTable ComparePage::table() const
{
    return m_figure ? m_figure->table() : FigureTable();
}

} // namespace anakinra
