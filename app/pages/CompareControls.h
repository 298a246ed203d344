// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/ComparisonSeries.h"
#include "models/filter/FilterCriteria.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QPushButton;
class QStackedLayout;

namespace anakinra {

class CohortListModel;

/// What a reader chose to compare.
struct CompareChoice
{
    bool filters = false; ///< two filters instead of two cohorts
    int a = -1;           ///< index into Library::cohorts
    int b = -1;
    QString pair;         ///< code of a FilterPair, or "kept": the current filter against a kept one
    FilterCriteria kept;
    QString outcome;      ///< code, "" = all
    DifferenceMethod difference = DifferenceMethod::Newcombe;
};

/// Chooses two cohorts, searched by name among all of the library, or two filters.
class CompareControls : public QWidget
{
    Q_OBJECT

public:
    explicit CompareControls(QWidget *parent = nullptr);

    void setLibrary(const std::shared_ptr<const Library> &library);
    [[nodiscard]] const CompareChoice &choice() const { return m_choice; }
    /// Shows a choice without telling. Cohorts that the library does not have become -1.
    void setChoice(const CompareChoice &choice);
    /// Index of the cohort that the buttons take over; -1 = none.
    void setSelected(int cohort);

Q_SIGNALS:
    void changed();
    void keepFilterRequested();

private:
    QComboBox *addCohortBox(const char *name, const QString &what, int CompareChoice::*side);
    QPushButton *addSelectedButton(const char *name, const QString &what, int CompareChoice::*side);
    QWidget *makeCohortRow();
    QWidget *makeFilterRow();
    void take(int CompareChoice::*side, int cohort);
    void showChoice();

    CompareChoice m_choice;
    std::shared_ptr<const Library> m_library;
    CohortListModel *m_cohorts;
    int m_selected = -1;
    QComboBox *m_mode = nullptr;
    QComboBox *m_outcome = nullptr;
    QComboBox *m_method = nullptr;
    QComboBox *m_a = nullptr;
    QComboBox *m_b = nullptr;
    QPushButton *m_selectedA = nullptr;
    QPushButton *m_selectedB = nullptr;
    QComboBox *m_pair = nullptr;
    QStackedLayout *m_rows = nullptr;
};

} // namespace anakinra
