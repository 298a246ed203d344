// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/RangePanel.h"

#include "views/filter/OptionalNumberEdit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QHash>
#include <QSignalBlocker>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr double anyNumber = std::numeric_limits<double>::lowest();

QLabel *dash(QWidget *parent)
{
    return new QLabel(u"–"_s, parent);
}

} // namespace

void RangePanel::Bounds::show(const Range &range) const
{
    min->setValue(range.min);
    max->setValue(range.max);
}

Range RangePanel::Bounds::range() const
{
    return {min->value(), max->value()};
}

RangePanel::RangePanel(QWidget *parent) :
    QWidget(parent), m_doseUnit(new QComboBox(this)),
    m_bodyWeight(new OptionalNumberEdit(1.0, 1, this)),
    m_keepUnjudged(new QCheckBox(tr("Keep what cannot be judged"), this)),
    m_unjudged(new QLabel(this))
{
    setObjectName(u"rangePanel"_s);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(6, 4, 6, 6);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);

    m_dose = addRange(grid, 0, u"dose"_s, tr("Dose"),
                      tr("Daily dose of the starting regimen, not of step-ups"), 0.0, 3);
    for (const auto &unit : CodeList<DoseUnit>::entries)
        m_doseUnit->addItem(unit.label.toString(), static_cast<int>(unit.value));
    m_doseUnit->setObjectName(u"doseUnit"_s);
    m_doseUnit->setAccessibleName(tr("Dose scale"));
    m_doseUnit->setToolTip(tr("The two scales are never converted without a body weight"));
    grid->addWidget(m_doseUnit, 0, 4);

    auto *weightLabel = new QLabel(tr("At weight"), this);
    weightLabel->setBuddy(m_bodyWeight);
    m_bodyWeight->setObjectName(u"bodyWeight"_s);
    m_bodyWeight->setPlaceholderText(tr("off"));
    m_bodyWeight->setAccessibleName(tr("Reference body weight in kg"));
    m_bodyWeight->setToolTip(tr("Off unless typed: puts both dose scales on one axis for a person of "
                                "this weight, and every figure and sheet says so"));
    grid->addWidget(weightLabel, 1, 0);
    grid->addWidget(m_bodyWeight, 1, 1);
    grid->addWidget(new QLabel(tr("kg"), this), 1, 2, 1, 3);

    m_startDay = addRange(grid, 2, u"startDay"_s, tr("Start day"),
                          tr("Day of the first anakinra dose; infusion is day 0"), anyNumber, 1);
    m_size = addRange(grid, 3, u"size"_s, tr("n"), tr("Participants of the cohort"), 0.0, 0);
    m_year = addRange(grid, 4, u"year"_s, tr("Year"), tr("Only years that a source prints"), 0.0, 0);

    m_keepUnjudged->setObjectName(u"keepUnjudged"_s);
    m_keepUnjudged->setAccessibleName(m_keepUnjudged->text());
    m_keepUnjudged->setToolTip(
        tr("List cohorts that do not report what the filter asks for, marked as such"));
    grid->addWidget(m_keepUnjudged, 5, 0, 1, 5);
    m_unjudged->setObjectName(u"unjudgedLabel"_s);
    m_unjudged->setWordWrap(true);
    m_unjudged->setTextFormat(Qt::PlainText);
    grid->addWidget(m_unjudged, 6, 0, 1, 5);

    for (auto *edit : {m_dose.min, m_dose.max})
        connect(edit, &OptionalNumberEdit::valueEdited, this, &RangePanel::requestDose);
    connect(m_doseUnit, &QComboBox::activated, this, &RangePanel::requestDose);
    connect(m_bodyWeight, &OptionalNumberEdit::valueEdited, this, [this] {
        Q_EMIT editRequested([weight = m_bodyWeight->value()](FilterCriteria &c) {
            c.bodyWeight = weight;
        });
    });
    const auto forward = [this](const Bounds &bounds, std::optional<Range> FilterCriteria::*member) {
        for (auto *edit : {bounds.min, bounds.max}) {
            connect(edit, &OptionalNumberEdit::valueEdited, this,
                    [this, bounds, member] { requestRange(bounds, member); });
        }
    };
    forward(m_startDay, &FilterCriteria::startDay);
    forward(m_size, &FilterCriteria::size);
    forward(m_year, &FilterCriteria::year);
    connect(m_keepUnjudged, &QCheckBox::clicked, this, [this](bool keep) {
        Q_EMIT editRequested([keep](FilterCriteria &c) { c.keepUnjudged = keep; });
    });
    setCriteria({});
}

RangePanel::Bounds RangePanel::addRange(QGridLayout *grid, int row, const QString &name,
                                        const QString &label, const QString &help, double minimum,
                                        int decimals)
{
    Bounds bounds{new OptionalNumberEdit(minimum, decimals, this),
                  new OptionalNumberEdit(minimum, decimals, this)};
    bounds.min->setObjectName(name + u"Min"_s);
    bounds.min->setAccessibleName(tr("%1, from").arg(label));
    bounds.max->setObjectName(name + u"Max"_s);
    bounds.max->setAccessibleName(tr("%1, to").arg(label));
    auto *title = new QLabel(label, this);
    title->setBuddy(bounds.min);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, bounds.min, bounds.max})
        widget->setToolTip(help);
    grid->addWidget(title, row, 0);
    grid->addWidget(bounds.min, row, 1);
    grid->addWidget(dash(this), row, 2);
    grid->addWidget(bounds.max, row, 3);
    return bounds;
}

void RangePanel::setCriteria(const FilterCriteria &criteria)
{
    m_dose.show(criteria.dose ? criteria.dose->range : Range());
    if (criteria.dose)
        m_doseUnit->setCurrentIndex(m_doseUnit->findData(static_cast<int>(criteria.dose->unit)));
    m_startDay.show(criteria.startDay.value_or(Range()));
    m_size.show(criteria.size.value_or(Range()));
    m_year.show(criteria.year.value_or(Range()));
    m_bodyWeight->setValue(criteria.bodyWeight);
    m_keepUnjudged->setChecked(criteria.keepUnjudged);
}

QStringList RangePanel::reasonLines(const std::vector<UnjudgedCohort> &unjudged)
{
    QHash<QString, int> counts;
    for (const UnjudgedCohort &cohort : unjudged) {
        for (const QString &reason : cohort.reasons)
            ++counts[reason];
    }
    QStringList reasons = counts.keys();
    reasons.sort();
    std::ranges::stable_sort(reasons, std::ranges::greater(),
                             [&counts](const QString &reason) { return counts.value(reason); });
    for (QString &reason : reasons) {
        const int count = counts.value(reason);
        reason = count == 1 ? tr("%1: 1 cohort").arg(reason)
                            : tr("%1: %2 cohorts").arg(reason).arg(count);
    }
    return reasons;
}

void RangePanel::setUnjudged(const FilterResult &result)
{
    const auto count = result.unjudged.size();
    m_unjudged->setVisible(count > 0);
    if (count == 0)
        return;
    constexpr qsizetype shownReasons = 4; // the rest stands in the tool tip
    const QStringList reasons = reasonLines(result.unjudged);
    const QString title = count == 1 ? tr("1 cohort could not be judged:")
                                     : tr("%1 cohorts could not be judged:").arg(count);
    QString text = title + u'\n' + reasons.mid(0, shownReasons).join(u'\n');
    if (reasons.size() > shownReasons)
        text += u'\n' + tr("and %1 other reasons").arg(reasons.size() - shownReasons);
    m_unjudged->setText(text);
    m_unjudged->setToolTip(reasons.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s));
}

void RangePanel::requestDose()
{
    const Range range = m_dose.range();
    if (range.isOpen() && sender() == m_doseUnit)
        return; // choosing a scale before a bound restricts nothing yet
    const auto unit = static_cast<DoseUnit>(m_doseUnit->currentData().toInt());
    Q_EMIT editRequested([range, unit](FilterCriteria &c) {
        c.dose = range.isOpen() ? std::nullopt : std::optional(DoseRange{range, unit});
    });
}

void RangePanel::requestRange(const Bounds &bounds, std::optional<Range> FilterCriteria::*member)
{
    Q_EMIT editRequested([range = bounds.range(), member](FilterCriteria &c) {
        c.*member = range.isOpen() ? std::nullopt : std::optional(range);
    });
}

} // namespace anakinra
