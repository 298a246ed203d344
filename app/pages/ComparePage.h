// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/ComparisonRunner.h"
#include "app/pages/EvidencePage.h"
#include "models/comparison/ComparisonSeries.h"

namespace anakinra {

class CompareControls;
class CompareFigure;
class FigureView;
struct CompareChoice;

/// Two cohorts or two filters side by side.
class ComparePage : public FigurePage
{
    Q_OBJECT

public:
    ComparePage(LibrarySession &session, QWidget *parent);

    /// Two cohorts, of which this one is A; "" keeps what is shown.
    void compareCohort(const QString &cohortId);

    void refresh() override;
    void selectCohort(const QString &cohortId) override;
    /// {"filters": bool, "a", "b": cohort ids, "pair", "kept": a filter, "outcome", "difference"}
    [[nodiscard]] QJsonObject options() const override;
    void setOptions(const QJsonObject &options) override;
    [[nodiscard]] ExportableFigure figure() const override;
    [[nodiscard]] FigureTable table() const override;
    [[nodiscard]] AskedNumber askedNumber() const override;

private:
    void changed();
    void showComparison();
    void showCohorts();
    void startFilters();
    void showFilters(const FilterComparisonRequest &request,
                     const std::shared_ptr<const FilterComparison> &comparison);
    void showFigure(const ComparisonSeries &series, const FigureTable &table,
                    const FigureContext &context, const ReproductionMaker &reproduction);
    [[nodiscard]] CompareOptions compareOptions() const;
    [[nodiscard]] QString idOf(int cohort) const;
    [[nodiscard]] CompareChoice readChoice(const QJsonObject &options) const;

    CompareControls *m_controls;
    FigureView *m_view;
    ComparisonRunner m_runner;
    std::shared_ptr<const CompareFigure> m_figure; ///< as it leaves the program; null = none
    std::shared_ptr<const Library> m_library;      ///< that the controls show
    QJsonObject m_wanted; ///< options that came before there was a library
};

} // namespace anakinra
