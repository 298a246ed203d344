// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"
#include "views/charts/ChartFigure.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace anakinra {

class FigureView;

/// A page of one FigureView under a row of controls. A kind of figure says how to make it; showing,
/// exporting and the table twin follow.
class ViewPage : public FigurePage
{
    Q_OBJECT

public:
    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    [[nodiscard]] ExportableFigure figure() const override;
    [[nodiscard]] FigureTable table() const override;
    [[nodiscard]] AskedNumber askedNumber() const override;

protected:
    /// `fileName`: suggestion for exports, without suffix.
    ViewPage(LibrarySession &session, QWidget *parent, QString fileName);

    /// The figure with the given words around it; null where there is nothing to draw.
    [[nodiscard]] virtual std::shared_ptr<const ChartFigure> makeFigure(FigureCaption caption) const = 0;
    /// Why there is nothing to draw.
    [[nodiscard]] virtual QString emptyText() const;
    /// Of more the window makes no figure, and says so instead.
    [[nodiscard]] virtual std::size_t mostCohorts() const;
    [[nodiscard]] bool isTooMuch() const;
    /// Brings the controls in line with the session, before a figure is made.
    virtual void updateControls() {}
    /// A mark asks for something of its own.
    virtual void takeRequest(const QString &request) { Q_UNUSED(request) }

    [[nodiscard]] QHBoxLayout *controls() const { return m_controls; }
    [[nodiscard]] FigureView *view() const { return m_view; }
    /// A labelled control at the end of the row.
    void addControl(const QString &label, QWidget *control);
    /// The reader changed a control: show it, and tell that options have changed.
    void controlChanged();

private:
    [[nodiscard]] QString whyNothing() const;
    [[nodiscard]] std::shared_ptr<const ChartFigure> figureWithin(FigureCaption caption) const;

    QString m_fileName;
    QHBoxLayout *m_controls;
    FigureView *m_view;
};

} // namespace anakinra
