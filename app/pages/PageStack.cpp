// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/PageStack.h"

#include "views/charts/MarkedView.h"

#include <QAbstractScrollArea>
#include <QStackedLayout>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

/// A screen reader tells a chart without a name of its own by what its tab promises.
void nameCharts(const EvidencePage &page, const QString &name)
{
    const auto areas = page.findChildren<QAbstractScrollArea *>();
    for (QAbstractScrollArea *area : areas) {
        if (dynamic_cast<MarkedView *>(area) && area->accessibleName().isEmpty())
            area->setAccessibleName(name);
    }
}

} // namespace

PageStack::PageStack(std::vector<PageSpec> pages, LibrarySession &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_tabs(new QTabBar(this)), m_stack(new QStackedLayout)
{
    m_tabs->setObjectName(u"pageTabs"_s);
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    for (PageSpec &spec : pages) {
        const int tab = m_tabs->addTab(spec.title);
        m_tabs->setTabToolTip(tab, spec.tip);
        m_entries.push_back({std::move(spec), nullptr, true, {}});
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addLayout(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &PageStack::showEntry);
}

QString PageStack::currentCode() const
{
    return m_entries[static_cast<std::size_t>(m_tabs->currentIndex())].spec.code;
}

EvidencePage *PageStack::currentPage() const
{
    return m_entries[static_cast<std::size_t>(m_tabs->currentIndex())].page;
}

PageStack::Entry *PageStack::entryOf(const QString &code)
{
    const auto found = std::ranges::find_if(
        m_entries, [&](const Entry &entry) { return entry.spec.code == code; });
    return found == m_entries.end() ? nullptr : &*found;
}

EvidencePage *PageStack::page(const QString &code)
{
    Entry *entry = entryOf(code);
    return entry ? ensure(*entry) : nullptr;
}

void PageStack::setCurrent(const QString &code)
{
    if (const Entry *entry = entryOf(code))
        m_tabs->setCurrentIndex(static_cast<int>(entry - m_entries.data()));
}

EvidencePage *PageStack::ensure(Entry &entry)
{
    if (!entry.page) {
        entry.page = entry.spec.make(m_session, this);
        entry.page->setObjectName(entry.spec.code + u"Page"_s);
        m_stack->addWidget(entry.page);
        nameCharts(*entry.page, entry.spec.tip);
        if (!entry.options.isEmpty())
            entry.page->setOptions(entry.options);
        entry.page->selectCohort(m_selected);
        connect(entry.page, &EvidencePage::cohortSelected, this, &PageStack::cohortSelected);
        connect(entry.page, &EvidencePage::cohortActivated, this, &PageStack::cohortActivated);
        connect(entry.page, &EvidencePage::optionsChanged, this, &PageStack::optionsChanged);
        connect(entry.page, &EvidencePage::fileOffered, this, &PageStack::fileOffered);
        connect(entry.page, &EvidencePage::figureOffered, this, &PageStack::figureOffered);
        connect(entry.page, &EvidencePage::textOffered, this, &PageStack::textOffered);
    }
    if (m_session.hasLibrary() && std::exchange(entry.stale, false))
        entry.page->refresh();
    return entry.page;
}

void PageStack::showEntry(int index)
{
    Entry &entry = m_entries[static_cast<std::size_t>(index)];
    m_stack->setCurrentWidget(ensure(entry));
    Q_EMIT currentChanged(entry.spec.code);
}

void PageStack::refresh()
{
    for (Entry &entry : m_entries)
        entry.stale = true;
    m_stack->setCurrentWidget(ensure(m_entries[static_cast<std::size_t>(m_tabs->currentIndex())]));
}

void PageStack::selectCohort(const QString &cohortId)
{
    m_selected = cohortId;
    for (Entry &entry : m_entries) {
        if (entry.page)
            entry.page->selectCohort(cohortId);
    }
}

QJsonObject PageStack::options() const
{
    QJsonObject all;
    for (const Entry &entry : m_entries) {
        const QJsonObject options = entry.page ? entry.page->options() : entry.options;
        if (!options.isEmpty())
            all.insert(entry.spec.code, options);
    }
    return all;
}

void PageStack::setOptions(const QJsonObject &options)
{
    for (Entry &entry : m_entries) {
        entry.options = options.value(entry.spec.code).toObject();
        if (entry.page)
            entry.page->setOptions(entry.options);
    }
}

void PageStack::setOptions(const QString &code, const QJsonObject &options)
{
    Entry *entry = entryOf(code);
    if (!entry)
        return;
    entry->options = options;
    if (entry->page)
        entry->page->setOptions(options);
}

std::vector<std::pair<QString, QString>> PageStack::titles() const
{
    std::vector<std::pair<QString, QString>> titles;
    for (const Entry &entry : m_entries)
        titles.emplace_back(entry.spec.code, QString(entry.spec.title).remove(u'&'));
    return titles;
}

bool PageStack::has(const QString &code) const
{
    return std::ranges::any_of(m_entries,
                               [&](const Entry &entry) { return entry.spec.code == code; });
}

} // namespace anakinra
