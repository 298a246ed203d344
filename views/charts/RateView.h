// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/MarkedView.h"
#include "views/charts/RateFigure.h"
#include "views/charts/RateOverlay.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <functional>
#include <memory>

namespace anakinra {

/// The cohorts of a figure with very many rows, and how to compute the rates of a few of them: the
/// view asks only for the rows that it shows.
struct RateRows
{
    std::vector<int> cohorts; ///< in figure order, indices into Library::cohorts
    std::function<RateSeries(int first, int count)> series; ///< of cohorts[first] and following
};

/// The rate figure in the window: light or dark with the palette, sized to the widget, with tooltip,
/// keyboard and screen reader for every mark. It asks for a selection by signal and never changes
/// the filter. Exports do not come from here: see FigureExporter.
class RateView : public QAbstractScrollArea, public MarkedView
{
    Q_OBJECT

public:
    explicit RateView(QWidget *parent = nullptr);

    /// Shows a figure with all its rates at hand. `library` is what its numbers point into.
    void setFigure(const RateFigure &figure, std::shared_ptr<const Library> library);
    /// Shows a figure whose rates are computed on demand; `frame.series` is not read.
    void setFigure(const RateFigure &frame, RateRows rows, std::shared_ptr<const Library> library);
    /// What to say when there is no cohort to show.
    void setEmptyText(const QString &text);
    void setSelectedCohort(const QString &cohortId);
    [[nodiscard]] QString selectedCohort() const { return m_selected; }

    /// The marks in view in reading order, in viewport coordinates.
    [[nodiscard]] const std::vector<RateMark> &marks() const;
    [[nodiscard]] QString markCohortId(int mark) const;
    [[nodiscard]] QString markOutcome(int mark) const; ///< code
    [[nodiscard]] int markCount() const override { return static_cast<int>(marks().size()); }
    [[nodiscard]] QRect markRect(int mark) const override;
    [[nodiscard]] QString spokenMark(int mark) const override;
    [[nodiscard]] bool isMarkSelected(int mark) const override { return markCohortId(mark) == m_selected; }
    [[nodiscard]] int currentMark() const override;
    void activateMark(int mark) override;
    [[nodiscard]] QString summary() const override;

    [[nodiscard]] QSize sizeHint() const override { return {720, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 220}; }

Q_SIGNALS:
    void cohortSelected(const QString &cohortId);
    void cohortActivated(const QString &cohortId); ///< double click, or Enter on the selected cohort

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A mark by what it means, so that it survives scrolling and rebuilding.
    struct MarkKey
    {
        int row = -1; ///< number of the cohort in the figure
        int panel = 0;
        int outcome = 0;
        friend bool operator==(const MarkKey &, const MarkKey &) = default;
    };

    void take(const RateFigure &frame, RateRows rows, std::shared_ptr<const Library> library);
    void invalidate();
    void ensureBuilt() const;
    void build();
    void takeRows();
    void setScrollRanges(QSizeF scene, int rowsShown);
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.cohorts.size()); }
    [[nodiscard]] bool isScrolledByRow() const;
    [[nodiscard]] QPoint sceneOffset() const; ///< of the viewport in the scene
    [[nodiscard]] int rowAt(QPoint position) const;
    [[nodiscard]] int markAt(QPoint position) const;
    [[nodiscard]] QString cohortIdOfRow(int row) const;
    [[nodiscard]] MarkKey keyOf(const RateMark &mark) const;
    [[nodiscard]] const Rate &rateOfMark(const RateMark &mark) const;
    void stepMarks(int step);
    void stepRows(int step);
    void makeCurrent(MarkKey key);
    void scrollToRow(int row);

    RateFigure m_figure; ///< with the rates of the rows around the view only
    RateRows m_rows;
    std::shared_ptr<const Library> m_library;
    QString m_emptyText;
    QString m_selected;
    MarkKey m_current;
    bool m_built = false;
    int m_first = 0; ///< the row that m_figure starts with
    int m_shown = 0; ///< rows in view
    int m_wantedRow = -1; ///< to be brought into view by the next drawing
    QPixmap m_picture;
    std::vector<RateMark> m_marks; ///< in reading order; cohorts count from m_first
    std::vector<std::pair<int, QRectF>> m_cohortAreas;
};

} // namespace anakinra
