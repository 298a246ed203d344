// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/filter/FilterEngine.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace anakinra {

class OptionalNumberEdit;

/// One gesture on the criteria; applied by the owner of the filter to a copy of the current ones.
using CriteriaEdit = std::function<void(FilterCriteria &)>;

/// Ranges of dose, start day, n and year, the reference body weight, and how many cohorts could not
/// be judged because a value is not reported. Shows criteria, requests edits, holds no filter.
class RangePanel : public QWidget
{
    Q_OBJECT

public:
    explicit RangePanel(QWidget *parent = nullptr);

    void setCriteria(const FilterCriteria &criteria);
    void setUnjudged(const FilterResult &result);

    /// "start day not reported: 3 cohorts" per reason, most frequent first.
    [[nodiscard]] static QStringList reasonLines(const std::vector<UnjudgedCohort> &unjudged);

Q_SIGNALS:
    void editRequested(const anakinra::CriteriaEdit &edit);

private:
    struct Bounds
    {
        OptionalNumberEdit *min = nullptr;
        OptionalNumberEdit *max = nullptr;

        void show(const Range &range) const;
        [[nodiscard]] Range range() const;
    };

    Bounds addRange(QGridLayout *grid, int row, const QString &name, const QString &label,
                    const QString &help, double minimum, int decimals);
    void requestDose();
    void requestRange(const Bounds &bounds, std::optional<Range> FilterCriteria::*member);

    Bounds m_dose;
    Bounds m_startDay;
    Bounds m_size;
    Bounds m_year;
    QComboBox *m_doseUnit;
    OptionalNumberEdit *m_bodyWeight;
    QCheckBox *m_keepUnjudged;
    QLabel *m_unjudged;
};

} // namespace anakinra
