// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/GapsPage.h"

#include "models/figures/CompletenessWords.h"
#include "models/figures/MissingList.h"
#include "models/items/CompletenessTableModel.h"
#include "models/output/CompletenessOutput.h"
#include "views/charts/CompletenessFigure.h"
#include "views/table/CopyableTable.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int widestColumn = 180;
constexpr int cohortColumnWidth = 260;

} // namespace

GapsPage::GapsPage(LibrarySession &session, QWidget *parent)
    : TablePage(session, parent, u"gaps"_s, tr("What is reported and what is not")),
      m_model(new CompletenessTableModel(this)), m_progress(new QProgressBar(this))
{
    auto *key = new QLabel(reportingKey(), this);
    key->setObjectName(u"gapsKey"_s);
    key->setWordWrap(true);
    key->setContentsMargins(8, 2, 8, 2);
    layout()->addWidget(key); // below: beside the buttons there is no room for it in a narrow window
    controls()->addStretch(1);
    m_questions = addButton(u"questionsToAuthors"_s, tr("&Questions to the authors…"),
                            tr("What the reports on the selected cohort's study do not say, to paste into a letter"));
    m_exportFigure = addButton(u"exportGapsFigure"_s, tr("Export as figure…"),
                               tr("Save the matrix as PNG, SVG or PDF at a chosen size"));
    m_export = addButton(u"exportGaps"_s, tr("Export table…"), tr("Save the matrix as CSV or XLSX"));
    m_progress->setObjectName(u"gapsProgress"_s);
    m_progress->setAccessibleName(tr("What is known of all listed cohorts is being looked up"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(120);
    controls()->addWidget(m_progress);
    m_cancel = addButton(u"cancelGaps"_s, tr("&Cancel"), tr("Stop looking up all listed cohorts"));
    showProgress();
    setTable(m_model);
    connect(m_questions, &QPushButton::clicked, this, &GapsPage::showQuestions);
    connect(m_exportFigure, &QPushButton::clicked, this, [this] { Q_EMIT figureOffered(figure()); });
    connect(m_export, &QPushButton::clicked, this, &GapsPage::exportTable);
    connect(this, &EvidencePage::cohortSelected, this, &GapsPage::updateButtons);
    // after the view has sorted
    connect(table()->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &GapsPage::sortAside);
    for (AsideJob *job : {&m_sorting, &m_exporting}) {
        connect(job, &AsideJob::progressed, this,
                [this](double share) { m_progress->setValue(qRound(100.0 * share)); });
        connect(job, &AsideJob::runningChanged, this, &GapsPage::showProgress);
    }
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_sorting.cancel();
        m_exporting.cancel();
        if (m_model->waitsForStates())
            table()->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    });
    updateButtons();
}

void GapsPage::refresh()
{
    const bool first = m_model->rowCount() == 0;
    m_sorting.cancel();
    m_model->setCohorts(session().sharedLibrary(), session().result().cohorts, session().options());
    if (first && m_model->rowCount() > 0) {
        fitColumns(widestColumn);
        table()->setColumnWidth(CompletenessTableModel::AtCohort, cohortColumnWidth);
    }
    sortAside();
    restoreSelection();
    updateButtons();
}

/// To sort the rows all of them must be known, which takes seconds in a large library.
void GapsPage::sortAside()
{
    if (!m_model->waitsForStates())
        return;
    m_sorting.start([this, library = session().sharedLibrary(), cohorts = m_model->cohorts(),
                 options = session().options()](const std::stop_token &stop,
                                                const AsideJob::Progress &progress) -> AsideJob::Then {
        auto states = std::make_shared<ReportingStates>(
            reportingStates(*library, cohorts, options, stop, progress));
        return [this, states] {
            m_model->setStates(std::move(*states));
            restoreSelection();
        };
    });
}

void GapsPage::showProgress()
{
    const bool running = m_sorting.isRunning() || m_exporting.isRunning();
    m_progress->setValue(0);
    m_progress->setVisible(running);
    m_cancel->setVisible(running);
}

void GapsPage::selectCohort(const QString &cohortId)
{
    TablePage::selectCohort(cohortId);
    updateButtons();
}

void GapsPage::updateButtons()
{
    const int rows = m_model->rowCount();
    m_exportFigure->setEnabled(rows > 0 && rows <= int(CompletenessTableModel::computedAtOnce));
    m_export->setEnabled(rows > 0);
    m_questions->setEnabled(session().hasLibrary() && session().library().cohort(selectedCohort()));
}

AskedNumber GapsPage::askedNumber() const
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid())
        return {};
    AskedNumber asked;
    asked.cohort = m_model->cohortAt(current.row());
    const int item = current.column() - CompletenessTableModel::AtFirstItem;
    if (item >= 0)
        asked.numbers = numbersOfItem(session().library(), asked.cohort,
                                      completenessItems()[static_cast<std::size_t>(item)].key);
    asked.words = current.data(Qt::ToolTipRole).toString();
    return asked;
}

ExportableFigure GapsPage::figure() const
{
    ExportableFigure result;
    const auto shown = std::make_shared<const Completeness>(
        makeCompleteness(session().library(), m_model->sortedCohorts(), session().options()));
    result.recipe = [library = session().sharedLibrary(), shown,
                     context = session().context()](const FigureChoices &choices) {
        return shown->rows.empty()
            ? FigureRecipe::nothing()
            : figureRecipe(std::make_shared<const CompletenessFigure>(
                  library, *shown, FigureCaption{choices.title, context, {}, choices.withFooter}));
    };
    result.fileName = u"not-reported"_s;
    return result;
}

void GapsPage::exportTable()
{
    const AsideJob::Work work = [this, library = session().sharedLibrary(), cohorts = m_model->sortedCohorts(),
                                 options = session().options(), context = session().context()](
                                    const std::stop_token &stop,
                                    const AsideJob::Progress &progress) -> AsideJob::Then {
        const Completeness shown = makeCompleteness(*library, cohorts, options, stop, progress);
        if (stop.stop_requested())
            return [] {};
        return [this, count = shown.rows.size(),
                made = makeCompletenessTable(*library, shown, options, context)] {
            Q_EMIT fileOffered(offeredTable(tr("Export what is not reported"), u"not-reported"_s,
                                            tr("%1 rows").arg(count), [made] { return made; }));
        };
    };
    if (m_model->cohorts().size() > CompletenessTableModel::computedAtOnce)
        m_exporting.start(work);
    else
        work({}, {})();
}

void GapsPage::showQuestions()
{
    const Library &library = session().library();
    const Cohort *cohort = library.cohort(selectedCohort());
    if (!cohort || cohort->study < 0)
        return;
    Q_EMIT textOffered(tr("Questions to the authors"), missingList(library, cohort->study).text(library));
}

} // namespace anakinra
