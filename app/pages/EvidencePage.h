// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/LibrarySession.h"
#include "app/pages/Offers.h"
#include "models/figures/FigureTable.h"
#include "views/export/FigureRecipe.h"

#include <QJsonObject>
#include <QWidget>

namespace anakinra {

/// One way to look at what the session holds: a chart with its controls, or a list. Pages are made
/// when first shown and are refreshed only while they are shown. A page takes all it shows from the
/// session; what it wants changed it asks the session's filter or says by signal.
class EvidencePage : public QWidget
{
    Q_OBJECT

public:
    EvidencePage(LibrarySession &session, QWidget *parent) : QWidget(parent), m_session(session) {}

    /// Library, filter or options have changed: show what holds now.
    virtual void refresh() = 0;
    /// "" = none. The page may or may not show this cohort.
    virtual void selectCohort(const QString &cohortId) = 0;
    /// What the reader chose on this page beyond the filter, for the next start and for kept views.
    [[nodiscard]] virtual QJsonObject options() const { return {}; }
    /// Unknown keys and values are ignored. Ends in a refresh.
    virtual void setOptions(const QJsonObject &options) { Q_UNUSED(options) }
    /// What "where from?" would be about now.
    [[nodiscard]] virtual AskedNumber askedNumber() const { return {}; }
    /// Puts the selected rows of a list with their headers on the clipboard, or all rows.
    virtual void copyRows() const {}

Q_SIGNALS:
    void cohortSelected(const QString &cohortId);
    void cohortActivated(const QString &cohortId); ///< double click: show its details
    void optionsChanged();
    void fileOffered(const OfferedFile &file);          ///< to be written where the reader says
    void figureOffered(const ExportableFigure &figure); ///< the same for a figure
    void textOffered(const QString &title, const QString &text); ///< to be read, copied or kept

protected:
    [[nodiscard]] LibrarySession &session() const { return m_session; }

private:
    LibrarySession &m_session;
};

/// A page that shows a figure, which can leave the program.
class FigurePage : public EvidencePage
{
    Q_OBJECT

public:
    using EvidencePage::EvidencePage;

    /// The figure as it leaves the program, with its footer. Its recipe may be empty.
    [[nodiscard]] virtual ExportableFigure figure() const = 0;
    /// The numbers of what is shown.
    [[nodiscard]] virtual FigureTable table() const = 0;
};

} // namespace anakinra
