// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace anakinra {

class ElidedLabel;
class FlowLayout;

/// What is being shown and why: the active restrictions as removable chips, the filter in words and
/// the counts line. Always visible, so that no filter acts out of sight.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChipBar(QWidget *parent = nullptr);

    /// `result` and `library` must outlive the next call.
    void setFilter(const FilterCriteria &criteria, const FilterResult &result,
                   const Library &library);

Q_SIGNALS:
    void criteriaRequested(const anakinra::FilterCriteria &criteria); ///< a chip was taken away
    void clearRequested();
    void cohortActivated(const QString &cohortId); ///< chosen from the list of unjudged cohorts

private:
    void setChips(const std::vector<FilterPart> &parts);
    void fillUnjudgedMenu();

    FlowLayout *m_flow;
    std::vector<QToolButton *> m_chips;
    QToolButton *m_clear;
    ElidedLabel *m_words;
    QLabel *m_counts;
    QToolButton *m_why;
    const FilterResult *m_result = nullptr; ///< for the list of unjudged cohorts, made when opened
    const Library *m_library = nullptr;
};

} // namespace anakinra
