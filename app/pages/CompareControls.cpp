// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/CompareControls.h"

#include "models/comparison/SuggestedPair.h"
#include "models/items/CohortListModel.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QComboBox *addBox(QHBoxLayout *row, const char *name, const QString &what, const QString &tip)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(what);
    box->setToolTip(tip);
    // Long names must not push the page wider than the window.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    row->addWidget(box, 1);
    return box;
}

QHBoxLayout *rowLayout(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    return row;
}

} // namespace

CompareControls::CompareControls(QWidget *parent) :
    QWidget(parent), m_cohorts(new CohortListModel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    auto *first = new QHBoxLayout;
    first->setSpacing(4);
    m_mode = addBox(first, "compareMode", tr("What is compared"),
                    tr("Two cohorts with a descriptive difference, or the cohorts of two filters"));
    m_mode->addItems({tr("Two cohorts"), tr("Two filters")});
    m_outcome = addBox(first, "compareOutcome", tr("Outcome"),
                       tr("One outcome, or all that either side reports"));
    m_method = addBox(first, "compareMethod", tr("Interval of the difference"),
                      tr("How the interval of a difference between two rates is computed"));
    for (const auto &entry : CodeList<DifferenceMethod>::entries)
        m_method->addItem(entry.label.toString(), entry.code.toString());
    layout->addLayout(first);
    m_rows = new QStackedLayout;
    m_rows->addWidget(makeCohortRow());
    m_rows->addWidget(makeFilterRow());
    layout->addLayout(m_rows);

    connect(m_mode, &QComboBox::activated, this, [this](int mode) {
        m_choice.filters = mode == 1;
        showChoice();
        Q_EMIT changed();
    });
    connect(m_outcome, &QComboBox::activated, this, [this] {
        m_choice.outcome = m_outcome->currentData().toString();
        Q_EMIT changed();
    });
    connect(m_method, &QComboBox::activated, this, [this] {
        m_choice.difference = *fromCode<DifferenceMethod>(m_method->currentData().toString());
        Q_EMIT changed();
    });
    showChoice();
}

QWidget *CompareControls::makeCohortRow()
{
    auto *widget = new QWidget(this);
    auto *row = rowLayout(widget);
    const auto side = [&](const QString &letter, const char *boxName, const char *buttonName,
                          int CompareChoice::*member, QComboBox **box, QPushButton **button) {
        row->addWidget(new QLabel(letter, widget));
        *box = addCohortBox(boxName, tr("Cohort %1").arg(letter), member);
        row->addWidget(*box, 1);
        *button = addSelectedButton(buttonName, letter, member);
        row->addWidget(*button);
    };
    side(u"A"_s, "compareA", "useSelectedA", &CompareChoice::a, &m_a, &m_selectedA);
    auto *swap = new QPushButton(u"⇄"_s, widget);
    swap->setObjectName(u"compareSwap"_s);
    swap->setAccessibleName(tr("Swap A and B"));
    swap->setToolTip(tr("Swap A and B"));
    swap->setMaximumWidth(36);
    connect(swap, &QPushButton::clicked, this, [this] {
        std::swap(m_choice.a, m_choice.b);
        showChoice();
        Q_EMIT changed();
    });
    row->addWidget(swap);
    side(u"B"_s, "compareB", "useSelectedB", &CompareChoice::b, &m_b, &m_selectedB);
    return widget;
}

QComboBox *CompareControls::addCohortBox(const char *name, const QString &what,
                                         int CompareChoice::*side)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(what);
    box->setToolTip(tr("Type a part of a name to search all cohorts, comparators included"));
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->setModel(m_cohorts);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    // A library may hold very many cohorts: their lists must not measure every name.
    for (QAbstractItemView *list : {box->view(), box->completer()->popup()}) {
        if (auto *view = qobject_cast<QListView *>(list))
            view->setUniformItemSizes(true);
    }
    connect(box, &QComboBox::activated, this, [this, side](int row) { take(side, row); });
    // What matches no cohort does not stay.
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, [box] {
        const int row = box->findText(box->currentText(), Qt::MatchFixedString);
        if (row < 0)
            box->setEditText(box->itemText(box->currentIndex()));
    });
    return box;
}

QPushButton *CompareControls::addSelectedButton(const char *name, const QString &letter,
                                                int CompareChoice::*side)
{
    auto *button = new QPushButton(tr("Selected"));
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(tr("Use the selected cohort as %1").arg(letter));
    button->setToolTip(tr("Use the selected cohort as %1").arg(letter));
    connect(button, &QPushButton::clicked, this, [this, side] { take(side, m_selected); });
    return button;
}

QWidget *CompareControls::makeFilterRow()
{
    auto *widget = new QWidget(this);
    auto *row = rowLayout(widget);
    m_pair = addBox(row, "comparePair", tr("Filters"),
                    tr("Ready-made pairs replace one restriction of the current filter"));
    for (const FilterPair &pair : filterPairs({}))
        m_pair->addItem(pair.label, pair.code);
    m_pair->addItem(tr("Current filter (A) against the kept one (B)"), u"kept"_s);
    connect(m_pair, &QComboBox::activated, this, [this] {
        m_choice.pair = m_pair->currentData().toString();
        Q_EMIT changed();
    });
    auto *keep = new QPushButton(tr("Keep the current filter as B"), widget);
    keep->setObjectName(u"keepFilter"_s);
    keep->setAccessibleName(tr("Keep the current filter as B"));
    keep->setToolTip(tr("Then change the filter: what it lists is A"));
    connect(keep, &QPushButton::clicked, this, &CompareControls::keepFilterRequested);
    row->addWidget(keep);
    return widget;
}

void CompareControls::setLibrary(const std::shared_ptr<const Library> &library)
{
    m_library = library;
    const QSignalBlocker blockA(m_a);
    const QSignalBlocker blockB(m_b);
    m_cohorts->setLibrary(library);
    m_outcome->clear();
    m_outcome->addItem(tr("All outcomes"), QString());
    for (const OutcomeTerm &term : library->vocabulary.outcomes)
        m_outcome->addItem(term.label, term.code);
}

void CompareControls::setChoice(const CompareChoice &choice)
{
    m_choice = choice;
    const int count = m_cohorts->rowCount();
    for (int *side : {&m_choice.a, &m_choice.b}) {
        if (*side >= count)
            *side = -1;
    }
    showChoice();
}

void CompareControls::setSelected(int cohort)
{
    m_selected = cohort;
    m_selectedA->setEnabled(cohort >= 0);
    m_selectedB->setEnabled(cohort >= 0);
}

void CompareControls::take(int CompareChoice::*side, int cohort)
{
    if (cohort < 0 || m_choice.*side == cohort)
        return;
    // A cohort is not compared with itself: choosing the other side's swaps the two.
    int CompareChoice::*other = side == &CompareChoice::a ? &CompareChoice::b : &CompareChoice::a;
    if (m_choice.*other == cohort)
        m_choice.*other = m_choice.*side;
    m_choice.*side = cohort;
    showChoice();
    Q_EMIT changed();
}

void CompareControls::showChoice()
{
    m_mode->setCurrentIndex(m_choice.filters ? 1 : 0);
    m_rows->setCurrentIndex(m_choice.filters ? 1 : 0);
    m_method->setEnabled(!m_choice.filters);
    m_method->setCurrentIndex(m_method->findData(codeOf(m_choice.difference)));
    m_outcome->setCurrentIndex(std::max(0, m_outcome->findData(m_choice.outcome)));
    m_pair->setCurrentIndex(std::max(0, m_pair->findData(m_choice.pair)));
    m_a->setCurrentIndex(m_choice.a);
    m_b->setCurrentIndex(m_choice.b);
}

} // namespace anakinra
