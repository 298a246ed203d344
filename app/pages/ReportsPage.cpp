// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ReportsPage.h"

#include "models/items/ReportTableModel.h"
#include "models/output/ReportsTable.h"
#include "models/references/ReferenceFormats.h"
#include "views/table/CopyableTable.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int widestColumn = 360;
constexpr std::size_t lookedUpAtOnce = 2000; ///< reports

} // namespace

ReportsPage::ReportsPage(LibrarySession &session, QWidget *parent)
    : TablePage(session, parent, u"reports"_s, tr("Reports")), m_model(new ReportTableModel(this)),
      m_progress(new QProgressBar(this)), m_onlyListed(new QCheckBox(tr("Only those of the &listed cohorts"), this))
{
    m_onlyListed->setObjectName(u"reportsOfListed"_s);
    m_onlyListed->setToolTip(tr("Leave out reports from which nothing of the listed cohorts was taken"));
    m_onlyListed->setChecked(true);
    controls()->addWidget(m_onlyListed);
    controls()->addStretch(1);
    m_progress->setObjectName(u"reportsProgress"_s);
    m_progress->setAccessibleName(tr("What each report gives is being looked up"));
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    m_progress->hide();
    controls()->addWidget(m_progress);
    connect(&m_job, &AsideJob::runningChanged, m_progress, &QWidget::setVisible);
    m_references = addButton(u"exportReferences"_s, tr("Export references…"),
                             tr("Save the reports as shown as RIS, BibTeX or CSL-JSON for a reference manager"));
    m_export = addButton(u"exportReports"_s, tr("Export table…"), tr("Save the table as CSV or XLSX"));
    setTable(m_model);
    connect(m_onlyListed, &QCheckBox::toggled, this, [this] {
        refresh();
        Q_EMIT optionsChanged();
    });
    connect(m_references, &QPushButton::clicked, this, &ReportsPage::exportReferences);
    connect(m_export, &QPushButton::clicked, this, &ReportsPage::exportTable);
}

void ReportsPage::refresh()
{
    if (!session().hasLibrary())
        return;
    if (m_wanted != session().sharedLibrary())
        lookUp();
    else if (!m_job.isRunning())
        showListed();
}

void ReportsPage::lookUp()
{
    m_wanted = session().sharedLibrary();
    if (m_wanted->reports.size() <= lookedUpAtOnce) {
        m_job.cancel();
        m_model->setLibrary(m_wanted);
        showListed();
        fitColumns(widestColumn);
        return;
    }
    m_model->setLibrary(m_wanted, {});
    m_references->setEnabled(false);
    m_export->setEnabled(false);
    m_job.start([this, library = m_wanted](const std::stop_token &, const AsideJob::Progress &) {
        auto rows = std::make_shared<std::vector<ReportRow>>(reportTable(*library, allReports(*library)));
        return AsideJob::Then([this, library, rows] {
            m_model->setLibrary(library, std::move(*rows));
            showListed();
            fitColumns(widestColumn);
        });
    });
}

void ReportsPage::showListed()
{
    const Library &library = *m_wanted;
    const auto &cohorts = session().result().cohorts;
    m_model->setListed(m_onlyListed->isChecked() ? citedReports(library, cohorts) : allReports(library), cohorts);
    m_references->setEnabled(m_model->rowCount() > 0);
    m_export->setEnabled(m_model->rowCount() > 0);
    restoreSelection();
}

QJsonObject ReportsPage::options() const
{
    QJsonObject options = TablePage::options();
    options.insert(u"all"_s, !m_onlyListed->isChecked());
    return options;
}

void ReportsPage::setOptions(const QJsonObject &options)
{
    m_onlyListed->setChecked(!options["all"_L1].toBool());
    TablePage::setOptions(options);
}

AskedNumber ReportsPage::askedNumber() const
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid())
        return {};
    return {-1, {}, current.siblingAtColumn(ReportTableModel::AtReference).data().toString()};
}

void ReportsPage::exportReferences()
{
    OfferedFile file{tr("Export references"), u"references"_s, tr("%1 reports").arg(m_model->rowCount()), {}};
    const auto records = std::make_shared<const std::vector<ReferenceRecord>>(
        referenceRecords(session().library(), m_model->rows()));
    for (const auto &entry : CodeList<ReferenceFormat>::entries) {
        file.formats.push_back({fileSuffix(entry.value), labelOf(entry.value),
                                [records, format = entry.value]() -> Result<QByteArray> {
                                    return referencesAs(format, *records);
                                }});
    }
    Q_EMIT fileOffered(file);
}

void ReportsPage::exportTable()
{
    const auto shown = m_model->reports();
    Q_EMIT fileOffered(offeredTable(tr("Export reports"), u"reports"_s, tr("%1 reports").arg(shown.size()),
                                    [shown, library = session().sharedLibrary(),
                                     options = session().options(), context = session().context()] {
                                        return makeReportsTable(*library, shown, options, context);
                                    }));
}

} // namespace anakinra
