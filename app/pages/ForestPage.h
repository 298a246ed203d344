// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/EvidencePage.h"
#include "app/pages/ForestJob.h"
#include "views/charts/ForestFigure.h"

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QSpinBox;
class QToolButton;
QT_END_NAMESPACE

namespace anakinra {

class FigureView;
class OutcomeChooser;

/// The forest plot of one outcome with what decides its pool. A click on a row's box takes a cohort
/// out of the pool or into it, and everything is pooled anew; the filter does not change.
class ForestPage : public FigurePage
{
    Q_OBJECT

public:
    ForestPage(LibrarySession &session, QWidget *parent);

    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    /// {"outcome", "groupBy", "method", "order", "reference", "axisEnd", "threshold",
    /// "notPooled": [ids], "preferred": [ids]}: what differs from the start.
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;
    [[nodiscard]] ExportableFigure figure() const override;
    [[nodiscard]] FigureTable table() const override;
    [[nodiscard]] AskedNumber askedNumber() const override;

    [[nodiscard]] FigureView *view() const { return m_view; }
    [[nodiscard]] bool isPooling() const { return m_job->isRunning(); }

private:
    void buildControls(QLayout &bar);
    void addPair(QLayout &bar, const QString &label, QWidget *control);
    QComboBox *addChoice(QLayout &bar, const QString &label, const QString &name,
                         const QString &tip);
    void chosen(); ///< the reader changed something
    void take(const QString &request);
    void poolAllAgain();
    void showResult(const std::shared_ptr<const ForestResult> &result);
    void fillReferences(const ForestResult &result);
    void copyMethods();
    void updateReset();
    [[nodiscard]] ForestInput input() const;
    [[nodiscard]] ForestDress dress() const;
    [[nodiscard]] bool isTooMuch() const; ///< for the window to draw
    [[nodiscard]] QString emptyText(const ForestResult &result) const;
    [[nodiscard]] std::shared_ptr<const ForestRows> currentRows() const;

    OutcomeChooser *m_outcome;
    QComboBox *m_groupBy = nullptr;
    QComboBox *m_method = nullptr;
    QComboBox *m_order = nullptr;
    QComboBox *m_reference = nullptr;
    QComboBox *m_axisEnd = nullptr;
    QSpinBox *m_threshold = nullptr;
    QCheckBox *m_possible = nullptr;
    QToolButton *m_reset = nullptr;
    QToolButton *m_methods = nullptr;
    QLabel *m_pooling = nullptr;
    FigureView *m_view;
    ForestJob *m_job;

    QStringList m_notPooled; ///< ids that the reader took out
    QStringList m_preferred; ///< ids that the reader took in, instead of what they overlap
    std::shared_ptr<const ForestResult> m_result;
};

} // namespace anakinra
