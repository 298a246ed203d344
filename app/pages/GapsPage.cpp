// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/GapsPage.h"

#include "models/figures/CompletenessWords.h"
#include "models/figures/MissingList.h"
#include "models/items/CompletenessTableModel.h"
#include "models/output/CompletenessOutput.h"
#include "views/charts/CompletenessFigure.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int widestColumn = 180;
constexpr int cohortColumnWidth = 260;

} // namespace

GapsPage::GapsPage(LibrarySession &session, QWidget *parent)
    : TablePage(session, parent, u"gaps"_s, tr("What is reported and what is not")),
      m_model(new CompletenessTableModel(this))
{
    auto *key = new QLabel(reportingKey(), this);
    key->setObjectName(u"gapsKey"_s);
    key->setMinimumWidth(0);
    key->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    key->setWordWrap(true);
    controls()->addWidget(key, 1);
    m_questions = addButton(u"questionsToAuthors"_s, tr("&Questions to the authors…"),
                            tr("What the reports on the selected cohort's study do not say, to paste into a letter"));
    m_exportFigure = addButton(u"exportGapsFigure"_s, tr("Export as figure…"),
                               tr("Save the matrix as PNG, SVG or PDF at a chosen size"));
    m_export = addButton(u"exportGaps"_s, tr("Export table…"), tr("Save the matrix as CSV or XLSX"));
    setTable(m_model);
    connect(m_questions, &QPushButton::clicked, this, &GapsPage::showQuestions);
    connect(m_exportFigure, &QPushButton::clicked, this, [this] { Q_EMIT figureOffered(figure()); });
    connect(m_export, &QPushButton::clicked, this, &GapsPage::exportTable);
    connect(this, &EvidencePage::cohortSelected, this, &GapsPage::updateButtons);
    updateButtons();
}

void GapsPage::refresh()
{
    const bool first = m_model->rowCount() == 0;
    m_model->setMatrix(session().sharedLibrary(),
                       makeCompleteness(session().library(), session().result().cohorts, session().options()));
    if (first && m_model->rowCount() > 0) {
        fitColumns(widestColumn);
        table()->setColumnWidth(CompletenessTableModel::AtCohort, cohortColumnWidth);
    }
    restoreSelection();
    updateButtons();
}

void GapsPage::selectCohort(const QString &cohortId)
{
    TablePage::selectCohort(cohortId);
    updateButtons();
}

void GapsPage::updateButtons()
{
    const bool any = m_model->rowCount() > 0;
    m_exportFigure->setEnabled(any);
    m_export->setEnabled(any);
    m_questions->setEnabled(session().hasLibrary() && session().library().cohort(selectedCohort()));
}

Completeness GapsPage::matrix() const
{
    return m_model->matrix();
}

AskedNumber GapsPage::askedNumber() const
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid())
        return {};
    AskedNumber asked;
    asked.cohort = m_model->rowAt(current.row()).cohort;
    const int item = current.column() - CompletenessTableModel::AtFirstItem;
    if (item >= 0)
        asked.columns << completenessItems()[static_cast<std::size_t>(item)].key;
    asked.words = current.data(Qt::ToolTipRole).toString();
    return asked;
}

ExportableFigure GapsPage::figure() const
{
    ExportableFigure result;
    const auto shown = std::make_shared<const Completeness>(matrix());
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
    const Completeness shown = matrix();
    Q_EMIT fileOffered(offeredTable(tr("Export what is not reported"), u"not-reported"_s,
                                    tr("%1 rows").arg(shown.rows.size()),
                                    makeCompletenessTable(session().library(), shown, session().options(),
                                                          session().context())));
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
