// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ReportsPage.h"

#include "models/items/ReportTableModel.h"
#include "models/output/ReportsTable.h"
#include "models/output/SaveFile.h"
#include "models/references/ReferenceFormats.h"
#include "views/table/CopyableTable.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int widestColumn = 360;

} // namespace

ReportsPage::ReportsPage(LibrarySession &session, QWidget *parent)
    : TablePage(session, parent, u"reports"_s, tr("Reports")), m_model(new ReportTableModel(this)),
      m_onlyListed(new QCheckBox(tr("Only those of the &listed cohorts"), this))
{
    m_onlyListed->setObjectName(u"reportsOfListed"_s);
    m_onlyListed->setToolTip(tr("Leave out reports from which nothing of the listed cohorts was taken"));
    m_onlyListed->setChecked(true);
    controls()->addWidget(m_onlyListed);
    controls()->addStretch(1);
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
    const Library &library = session().library();
    const bool first = m_model->library() != &library;
    if (first)
        m_model->setLibrary(session().sharedLibrary());
    const auto &cohorts = session().result().cohorts;
    m_model->setListed(m_onlyListed->isChecked() ? citedReports(library, cohorts) : allReports(library), cohorts);
    if (first)
        fitColumns(widestColumn);
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
                                [records, format = entry.value](const QString &path) {
                                    return saveFile(path, referencesAs(format, *records));
                                }});
    }
    Q_EMIT fileOffered(file);
}

void ReportsPage::exportTable()
{
    const auto shown = m_model->reports();
    Q_EMIT fileOffered(offeredTable(tr("Export reports"), u"reports"_s, tr("%1 reports").arg(shown.size()),
                                    makeReportsTable(session().library(), shown, session().options(),
                                                     session().context())));
}

} // namespace anakinra
