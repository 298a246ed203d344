// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/charts/ChartFigure.h"
#include "views/charts/MarkedView.h"

#include <QAbstractScrollArea>
#include <QPixmap>

#include <optional>

namespace anakinra {

/// Any figure in the window: light or dark with the palette, sized to the widget and scrolled where
/// it needs more, with hover card, keyboard and screen reader for every mark. It asks for things by
/// signal and changes nothing itself. Exports do not come from here: see FigureExporter.
class FigureView : public QAbstractScrollArea, public MarkedView
{
    Q_OBJECT

public:
    explicit FigureView(QWidget *parent = nullptr);

    /// null: nothing to show, for the reason in `emptyText`. The keyboard stays at the mark of the
    /// same cohort, so that one box after the other can be ticked.
    void setFigure(std::shared_ptr<const ChartFigure> figure, const QString &emptyText = {});
    /// Its marks are tinted, and the first one is brought into view.
    void setSelectedCohort(const QString &cohortId);
    [[nodiscard]] QString selectedCohort() const { return m_selected; }
    /// A veil over a picture that no longer fits the filter, until the next one comes.
    void setOutdated(bool outdated);
    [[nodiscard]] bool isOutdated() const { return m_outdated; }

    [[nodiscard]] const std::vector<FigureMark> &marks() const;
    [[nodiscard]] int markCount() const override { return static_cast<int>(marks().size()); }
    [[nodiscard]] QString spokenMark(int mark) const override;
    [[nodiscard]] QRect markRect(int mark) const override;
    [[nodiscard]] bool isMarkSelected(int mark) const override;
    [[nodiscard]] int currentMark() const override { return m_current; }
    void activateMark(int mark) override;
    [[nodiscard]] QString summary() const override;

    [[nodiscard]] QSize sizeHint() const override { return {720, 360}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 220}; }

Q_SIGNALS:
    void cohortSelected(const QString &cohortId);
    void cohortActivated(const QString &cohortId); ///< double click, or Enter on the selected cohort
    void requested(const QString &request);        ///< FigureMark::request of a mark

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void invalidate();
    void ensureBuilt() const;
    void build();
    void renderPicture();
    void setScrollRanges(QSizeF scene);
    [[nodiscard]] QPoint offset() const; ///< of the viewport in the scene
    [[nodiscard]] int markAt(QPoint position) const;
    [[nodiscard]] const FigureMark *mark(int index) const;
    void makeCurrent(int mark);
    void announceCurrent();
    void bringIntoView(const QRectF &area);

    std::shared_ptr<const ChartFigure> m_figure;
    QString m_emptyText;
    QString m_selected;
    bool m_outdated = false;
    bool m_built = false;
    bool m_bringSelected = false; ///< into view, once built
    MarkedScene m_scene;
    QPixmap m_picture; ///< of what the viewport shows; null = to be drawn
    int m_current = -1;
    std::optional<FigureMark> m_place; ///< where the keyboard stood in the figure before
};

} // namespace anakinra
