// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/figures/RateSeries.h"

#include <QTextBrowser>

#include <memory>

namespace anakinra {

/// The study card of the selected cohort. Links to other cohorts ask for a selection; web
/// addresses are opened outside. The text is made only when the pane is visible.
class DetailsPane : public QTextBrowser
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    void setLibrary(std::shared_ptr<const Library> library);
    void setOptions(const RateOptions &options);
    void setCohort(const QString &cohortId); ///< "" = none

Q_SIGNALS:
    void cohortRequested(const QString &cohortId);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void invalidate();
    void refresh();
    void follow(const QUrl &url);

    std::shared_ptr<const Library> m_library;
    RateOptions m_options;
    QString m_cohort;
    bool m_stale = true;
    bool m_scheduled = false;
};

} // namespace anakinra
