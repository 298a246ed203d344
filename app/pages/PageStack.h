// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"

#include <QHash>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QStackedLayout;
class QTabBar;
QT_END_NAMESPACE

namespace anakinra {

/// A page that can be shown, made when it is first looked at.
struct PageSpec
{
    QString code;  ///< stable: "rates"; also the kind of chart on the command line
    QString title; ///< on its tab, with a mnemonic
    QString tip;
    std::function<EvidencePage *(LibrarySession &, QWidget *parent)> make;
};

/// Pages behind tabs. Only the page in front is kept up to date; the others are refreshed when they
/// come to the front.
class PageStack : public QWidget
{
    Q_OBJECT

public:
    PageStack(std::vector<PageSpec> pages, LibrarySession &session, QWidget *parent);

    [[nodiscard]] QString currentCode() const;
    [[nodiscard]] EvidencePage *currentPage() const;
    /// The page of a code, made and refreshed if needed; nullptr for an unknown code.
    EvidencePage *page(const QString &code);
    /// Unknown codes change nothing.
    void setCurrent(const QString &code);
    void refresh();
    void selectCohort(const QString &cohortId);

    /// Options of all pages by code; of pages not made yet, what was set.
    [[nodiscard]] QJsonObject options() const;
    void setOptions(const QJsonObject &options);
    /// Of one page; unknown codes change nothing.
    void setOptions(const QString &code, const QJsonObject &options);
    [[nodiscard]] bool has(const QString &code) const;
    /// Code and title of every page, in the order of the tabs.
    [[nodiscard]] std::vector<std::pair<QString, QString>> titles() const;

Q_SIGNALS:
    void currentChanged(const QString &code);
    void cohortSelected(const QString &cohortId);
    void cohortActivated(const QString &cohortId);
    void optionsChanged();
    void fileOffered(const OfferedFile &file);
    void figureOffered(const ExportableFigure &figure);
    void textOffered(const QString &title, const QString &text);

private:
    struct Entry
    {
        PageSpec spec;
        EvidencePage *page = nullptr;
        bool stale = true; ///< the session has changed since its last refresh
        QJsonObject options;
    };

    Entry *entryOf(const QString &code);
    EvidencePage *ensure(Entry &entry); ///< made and up to date
    void showEntry(int index);

    LibrarySession &m_session;
    std::vector<Entry> m_entries;
    QString m_selected;
    QTabBar *m_tabs = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace anakinra
