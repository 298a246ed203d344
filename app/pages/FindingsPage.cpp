// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/FindingsPage.h"

#include "models/items/FindingTableModel.h"
#include "models/output/FindingsTable.h"
#include "views/table/CopyableTable.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int widestColumn = 420;

} // namespace

FindingsPage::FindingsPage(LibrarySession &session, QWidget *parent)
    : TablePage(session, parent, u"findings"_s, tr("Findings")), m_model(new FindingTableModel(this)),
      m_severity(new QComboBox(this)), m_words(new QLineEdit(this)),
      m_onlyListed(new QCheckBox(tr("Only of the &listed cohorts"), this)), m_state(new QLabel(this)),
      m_progress(new QProgressBar(this))
{
    m_severity->setObjectName(u"findingSeverity"_s);
    m_severity->setAccessibleName(tr("Severity"));
    m_severity->setToolTip(tr("How much a finding says against a number"));
    m_severity->addItem(tr("Any severity"));
    for (const auto &entry : CodeList<Severity>::entries)
        m_severity->addItem(severityWords(entry.value), static_cast<int>(entry.value));
    m_words->setObjectName(u"findingWords"_s);
    m_words->setAccessibleName(tr("Words in the findings"));
    m_words->setToolTip(tr("Findings in which all these words occur"));
    m_words->setPlaceholderText(tr("Words"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(260);
    m_onlyListed->setObjectName(u"findingsOfListed"_s);
    m_onlyListed->setToolTip(tr("Leave out findings at cohorts that the filter does not list"));
    m_state->setObjectName(u"findingState"_s);
    m_progress->setObjectName(u"auditProgress"_s);
    m_progress->setAccessibleName(tr("The library is being audited"));
    m_progress->setRange(0, 0);
    m_progress->setMaximumWidth(120);
    for (QWidget *widget : {static_cast<QWidget *>(m_severity), static_cast<QWidget *>(m_words),
                            static_cast<QWidget *>(m_onlyListed), static_cast<QWidget *>(m_state),
                            static_cast<QWidget *>(m_progress)})
        controls()->addWidget(widget);
    m_audit = addButton(u"auditButton"_s, tr("&Cancel"), tr("Stop the audit, or begin it again"));
    controls()->addStretch(1);
    m_export = addButton(u"exportFindings"_s, tr("Export findings…"),
                         tr("Save the findings as shown as CSV or XLSX"));
    setTable(m_model);

    connect(m_severity, &QComboBox::activated, this, &FindingsPage::applyFilter);
    connect(m_words, &QLineEdit::textChanged, this, &FindingsPage::applyFilter);
    connect(m_onlyListed, &QCheckBox::toggled, this, &FindingsPage::applyFilter);
    connect(m_export, &QPushButton::clicked, this, &FindingsPage::exportFindings);
    connect(m_audit, &QPushButton::clicked, this, [this] {
        if (this->session().isAuditing())
            this->session().cancelAudit();
        else
            this->session().auditAgain();
        refresh();
    });
    connect(&session, &LibrarySession::findingsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void FindingsPage::refresh()
{
    const bool first = m_model->rowCount() == 0;
    m_model->setFindings(session().sharedLibrary(), session().findings());
    applyFilter();
    if (first && m_model->rowCount() > 0)
        fitColumns(widestColumn);
}

QJsonObject FindingsPage::options() const
{
    QJsonObject options = TablePage::options();
    if (m_severity->currentIndex() > 0)
        options.insert(u"severity"_s, codeOf(static_cast<Severity>(m_severity->currentData().toInt())));
    if (!m_words->text().isEmpty())
        options.insert(u"words"_s, m_words->text());
    if (m_onlyListed->isChecked())
        options.insert(u"onlyListed"_s, true);
    return options;
}

void FindingsPage::setOptions(const QJsonObject &options)
{
    const auto severity = fromCode<Severity>(options["severity"_L1].toString());
    m_severity->setCurrentIndex(severity ? m_severity->findData(static_cast<int>(*severity)) : 0);
    m_words->setText(options["words"_L1].toString());
    m_onlyListed->setChecked(options["onlyListed"_L1].toBool());
    TablePage::setOptions(options);
}

void FindingsPage::applyFilter()
{
    if (!session().hasLibrary())
        return;
    FindingFilter filter;
    if (m_severity->currentIndex() > 0)
        filter.severity = static_cast<Severity>(m_severity->currentData().toInt());
    filter.words = m_words->text();
    if (m_onlyListed->isChecked())
        filter.cohorts = session().result().cohorts;
    m_model->setFilter(std::move(filter));
    restoreSelection();
    showState();
}

void FindingsPage::showState()
{
    const auto findings = session().findings();
    const bool auditing = session().isAuditing();
    m_progress->setVisible(auditing);
    m_audit->setVisible(!findings);
    m_audit->setText(auditing ? tr("&Cancel") : tr("&Audit now"));
    m_export->setEnabled(m_model->rowCount() > 0);
    if (auditing)
        m_state->setText(tr("Auditing %1 cohorts…").arg(session().library().cohorts.size()));
    else if (!findings)
        m_state->setText(tr("The audit was cancelled"));
    else if (findings->all().empty())
        m_state->setText(tr("Nothing was found"));
    else
        m_state->setText(tr("%1 of %2 findings").arg(m_model->rowCount()).arg(findings->all().size()));
}

void FindingsPage::exportFindings()
{
    const auto shown = m_model->findings();
    Q_EMIT fileOffered(offeredTable(tr("Export findings"), u"findings"_s, tr("%1 findings").arg(shown.size()),
                                    [shown, findings = session().findings(), library = session().sharedLibrary(),
                                     options = session().options(), context = session().context()] {
                                        return makeFindingsTable(*library, shown, options, context);
                                    }));
}

AskedNumber FindingsPage::askedNumber() const
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid())
        return {};
    const Finding &finding = m_model->findingAt(current.row());
    AskedNumber asked;
    asked.words = current.data(Qt::ToolTipRole).toString();
    asked.numbers = {finding.target};
    asked.numbers.insert(asked.numbers.end(), finding.alsoAt.begin(), finding.alsoAt.end());
    return asked;
}

} // namespace anakinra
