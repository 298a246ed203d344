// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/filter/ChipBar.h"

#include "views/filter/ElidedLabel.h"
#include "views/filter/FlowLayout.h"
#include "views/filter/RangePanel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t listedUnjudged = 30; ///< more would not fit a menu

/// '&' would be taken as a mnemonic.
QString asButtonText(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

ChipBar::ChipBar(QWidget *parent) :
    QWidget(parent), m_clear(new QToolButton(this)), m_words(new ElidedLabel(this)),
    m_counts(new QLabel(this)), m_why(new QToolButton(this))
{
    setObjectName(u"chipBar"_s);
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setText(tr("Clear all"));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Remove every restriction"));
    m_clear->setAccessibleName(tr("Clear the whole filter"));
    m_words->setObjectName(u"filterWords"_s);
    m_words->setAccessibleName(tr("Filter in words"));
    m_words->setTextInteractionFlags(Qt::NoTextInteraction);
    m_counts->setObjectName(u"countsLine"_s);
    m_counts->setAccessibleName(tr("Counts"));
    m_counts->setTextFormat(Qt::PlainText);
    m_counts->setWordWrap(true);
    m_counts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_why->setObjectName(u"whyUnjudged"_s);
    m_why->setText(tr("Why?"));
    m_why->setAutoRaise(true);
    m_why->setToolTip(tr("Which cohorts could not be judged, and why"));
    m_why->setAccessibleName(m_why->toolTip());
    m_why->setPopupMode(QToolButton::InstantPopup);
    m_why->hide();
    auto *menu = new QMenu(m_why);
    menu->setObjectName(u"unjudgedMenu"_s);
    menu->setToolTipsVisible(true);
    m_why->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &ChipBar::fillUnjudgedMenu);

    auto *chips = new QWidget(this);
    m_flow = new FlowLayout(chips);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_clear);
    auto *countsRow = new QHBoxLayout;
    countsRow->setSpacing(4);
    countsRow->addWidget(m_counts, 1);
    countsRow->addWidget(m_why, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(2);
    layout->addWidget(chips);
    layout->addWidget(m_words);
    layout->addLayout(countsRow);

    connect(m_clear, &QToolButton::clicked, this, &ChipBar::clearRequested);
}

void ChipBar::setFilter(const FilterCriteria &criteria, const FilterResult &result,
                        const Library &library)
{
    setChips(filterParts(criteria, library));
    m_words->setFullText(describe(criteria, library));
    m_counts->setText(countsLine(result.counts, library));
    m_result = &result;
    m_library = &library;
    m_why->setVisible(!result.unjudged.empty());
}

void ChipBar::setChips(const std::vector<FilterPart> &parts)
{
    // A chip may be asking for this very change: it must outlive its own click.
    for (QToolButton *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->setObjectName({});
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_flow->removeWidget(m_clear);
    QWidget *previous = nullptr;
    for (const FilterPart &part : parts) {
        auto *chip = new QToolButton(m_clear->parentWidget());
        chip->setObjectName(u"chip"_s);
        chip->setText(asButtonText(part.words) + u"  ✕"_s);
        chip->setToolTip(tr("Remove this restriction"));
        chip->setAccessibleName(tr("Remove the restriction %1").arg(part.words));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &QToolButton::clicked, this,
                [this, without = part.without] { Q_EMIT criteriaRequested(without); });
        m_flow->addWidget(chip);
        chip->show();
        if (previous)
            setTabOrder(previous, chip);
        previous = chip;
        m_chips.push_back(chip);
    }
    m_flow->addWidget(m_clear);
    m_clear->parentWidget()->setVisible(!parts.empty());
}

void ChipBar::fillUnjudgedMenu()
{
    QMenu *menu = m_why->menu();
    menu->clear();
    const FilterResult &result = *m_result;
    const Library &library = *m_library;
    for (const UnjudgedCohort &unjudged : result.unjudged) {
        if (menu->actions().size() == static_cast<qsizetype>(listedUnjudged)) {
            QAction *rest = menu->addAction(
                tr("… and %1 more").arg(result.unjudged.size() - listedUnjudged));
            rest->setToolTip(RangePanel::reasonLines(result.unjudged).join(u'\n'));
            rest->setEnabled(false);
            break;
        }
        const Cohort &cohort = library.cohorts[static_cast<std::size_t>(unjudged.cohort)];
        const Study &study = library.studies[static_cast<std::size_t>(cohort.study)];
        QAction *action = menu->addAction(asButtonText(
            tr("%1, %2: %3").arg(study.label, cohort.label, unjudged.reasons.join(u"; "_s))));
        action->setToolTip(tr("Show this cohort in the details"));
        connect(action, &QAction::triggered, this,
                [this, id = cohort.id] { Q_EMIT cohortActivated(id); });
    }
}

} // namespace anakinra
