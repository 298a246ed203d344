// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/ForestPage.h"

#include "app/DrawLimit.h"
#include "app/pages/AskedMark.h"
#include "models/output/PoolReproduction.h"
#include "models/pooling/PoolText.h"
#include "views/charts/FigureView.h"
#include "views/filter/FlowLayout.h"
#include "views/filter/OutcomeChooser.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr std::size_t mostReferences = 200; ///< more cannot be chosen from in a list

template<typename E>
void addCodes(QComboBox &box)
{
    for (const auto &entry : CodeList<E>::entries)
        box.addItem(entry.label.toString(), entry.code.toString());
}

/// Unknown codes change nothing.
void setCode(QComboBox &box, const QString &code)
{
    if (const int index = box.findData(code); index >= 0)
        box.setCurrentIndex(index);
}

QString codeIn(const QComboBox &box)
{
    return box.currentData().toString();
}

QStringList ids(const QJsonValue &value)
{
    QStringList all;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array) {
        if (each.isString() && !all.contains(each.toString()))
            all << each.toString();
    }
    return all;
}

} // namespace

ForestPage::ForestPage(LibrarySession &session, QWidget *parent)
    : FigurePage(session, parent), m_outcome(new OutcomeChooser(this)),
      m_view(new FigureView(this)), m_job(new ForestJob(this))
{
    m_view->setObjectName(u"forestView"_s);
    m_view->setAccessibleName(tr("Forest plot"));
    m_view->setFigure({}, tr("Pooling…"));
    auto *bar = new FlowLayout;
    bar->setContentsMargins(8, 4, 8, 0);
    buildControls(*bar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    connect(m_view, &FigureView::cohortSelected, this, &EvidencePage::cohortSelected);
    connect(m_view, &FigureView::cohortActivated, this, &EvidencePage::cohortActivated);
    connect(m_view, &FigureView::requested, this, &ForestPage::take);
    connect(m_outcome, &OutcomeChooser::outcomeChosen, this, &ForestPage::chosen);
    connect(m_job, &ForestJob::finished, this, &ForestPage::showResult);
}

void ForestPage::buildControls(QLayout &bar)
{
    addPair(bar, tr("&Outcome:"), m_outcome);

    m_groupBy = addChoice(bar, tr("&Groups:"), u"groupBy"_s,
                          tr("Also pool the cohorts in groups by what they share"));
    addCodes<PoolGrouping>(*m_groupBy);
    m_method =
        addChoice(bar, tr("&Model:"), u"method"_s,
                  tr("GLMM: random-intercept logistic model, the usual choice for small groups "
                     "and rare events. REML-HK: inverse variance on the logit scale, to see "
                     "whether the answer depends on the model"));
    for (const auto &[method, name] :
         {std::pair(statistics::PoolMethod::Glmm, u"GLMM"_s),
          std::pair(statistics::PoolMethod::RemlHartungKnapp, u"REML-HK"_s)})
        m_method->addItem(name, poolMethodCode(method));
    m_order = addChoice(bar, tr("O&rder:"), u"order"_s, tr("Order of the rows in each group"));
    addCodes<ForestOrder>(*m_order);
    m_reference =
        addChoice(bar, tr("Re&ference:"), u"reference"_s,
                  tr("A comparator whose rate is drawn as a dashed line; it is never pooled"));
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reference->setMinimumContentsLength(16);
    m_reference->addItem(tr("None"), QString());
    m_axisEnd =
        addChoice(bar, tr("A&xis to:"), u"axisEnd"_s,
                  tr("Where the axis ends; an interval that goes on beyond ends in an arrow"));
    for (const int end : forestAxisEnds)
        m_axisEnd->addItem(u"%1\u00a0%"_s.arg(end), QString::number(end));

    m_threshold = new QSpinBox(this);
    m_threshold->setObjectName(u"threshold"_s);
    m_threshold->setRange(0, 99);
    m_threshold->setSpecialValueText(tr("None"));
    m_threshold->setSuffix(u"\u00a0%"_s);
    m_threshold->setAccessibleName(tr("Threshold"));
    m_threshold->setToolTip(tr("Also how probable it is that a cohort's true rate lies below this "
                               "(of responses: above), from its own counts alone"));
    addPair(bar, tr("&Threshold:"), m_threshold);
    connect(m_threshold, &QSpinBox::valueChanged, this, &ForestPage::chosen);

    m_possible = new QCheckBox(tr("Also &possible overlaps"), this);
    m_possible->setObjectName(u"possibleOverlap"_s);
    m_possible->setChecked(true);
    m_possible->setToolTip(
        tr("Pool cohorts together although an overlap of their participants cannot "
           "be excluded; a warning then stands with the figure"));
    // One switch for totals and pools: it belongs to the filter.
    connect(m_possible, &QCheckBox::toggled, this, [this](bool admit) {
        session().edit([admit](FilterCriteria &c) { c.excludePossibleOverlaps = !admit; });
    });
    bar.addWidget(m_possible);
    m_reset = new QToolButton(this);
    m_reset->setObjectName(u"poolAllAgain"_s);
    m_reset->setText(tr("Undo all ticks"));
    m_reset->setToolTip(tr("Pool what was taken out or in by hand as at the start"));
    m_reset->setAccessibleName(m_reset->toolTip());
    connect(m_reset, &QToolButton::clicked, this, &ForestPage::poolAllAgain);
    bar.addWidget(m_reset);
    m_methods = new QToolButton(this);
    m_methods->setObjectName(u"copyMethods"_s);
    m_methods->setText(tr("Copy methods text"));
    m_methods->setToolTip(tr("Copy a paragraph for a methods section, with its references"));
    m_methods->setAccessibleName(m_methods->toolTip());
    m_methods->setEnabled(false);
    connect(m_methods, &QToolButton::clicked, this, &ForestPage::copyMethods);
    bar.addWidget(m_methods);
    m_pooling = new QLabel(tr("Pooling…"), this);
    m_pooling->setObjectName(u"pooling"_s);
    m_pooling->hide();
    bar.addWidget(m_pooling);
    updateReset();
}

void ForestPage::addPair(QLayout &bar, const QString &label, QWidget *control)
{
    auto *pair = new QWidget(this);
    auto *text = new QLabel(label, pair);
    text->setBuddy(control);
    auto *box = new QHBoxLayout(pair);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(text);
    box->addWidget(control);
    bar.addWidget(pair);
}

QComboBox *ForestPage::addChoice(QLayout &bar, const QString &label, const QString &name,
                                 const QString &tip)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setToolTip(tip);
    choice->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    addPair(bar, label, choice);
    connect(choice, &QComboBox::activated, this, &ForestPage::chosen);
    return choice;
}

ForestInput ForestPage::input() const
{
    ForestInput input;
    input.library = session().sharedLibrary();
    input.cohorts = session().result().cohorts;
    input.outcome = m_outcome->chosenCode();
    input.pool.method = poolMethodFromCode(codeIn(*m_method)).value_or(input.pool.method);
    input.pool.level = session().options().level;
    input.pool.groupBy = fromCode<PoolGrouping>(codeIn(*m_groupBy)).value_or(PoolGrouping::None);
    if (m_threshold->value() > 0)
        input.pool.threshold = m_threshold->value();
    input.pool.guard.possibleOverlap = possibleOverlapOf(session().criteria());
    input.pool.guard.preferred = m_preferred;
    input.pool.guard.excluded = m_notPooled;
    input.pool.guard.showInferred = session().options().showInferred;
    input.options = {session().options(),
                     fromCode<ForestOrder>(codeIn(*m_order)).value_or(ForestOrder::Estimate),
                     codeIn(*m_reference)};
    return input;
}

ForestDress ForestPage::dress() const
{
    return {codeIn(*m_axisEnd).toInt(), true};
}

void ForestPage::refresh()
{
    {
        const QSignalBlocker once(m_possible);
        m_possible->setChecked(!session().criteria().excludePossibleOverlaps);
    }
    m_job->start(input());
    m_view->setOutdated(m_job->isRunning());
    m_pooling->setVisible(m_job->isRunning());
}

void ForestPage::chosen()
{
    updateReset();
    if (session().hasLibrary())
        refresh();
    Q_EMIT optionsChanged();
}

void ForestPage::take(const QString &request)
{
    const QString id = request.section(u':', 1);
    if (request.startsWith(u"exclude:"_s)) {
        m_preferred.removeAll(id);
        if (!m_notPooled.contains(id))
            m_notPooled << id;
    } else if (m_notPooled.removeAll(id) == 0 && !m_preferred.contains(id)) {
        m_preferred << id; // the guard left it out, so the reader prefers it
    }
    chosen();
}

void ForestPage::poolAllAgain()
{
    m_notPooled.clear();
    m_preferred.clear();
    chosen();
}

void ForestPage::copyMethods()
{
    m_job->finishNow();
    if (!m_result)
        return;
    QStringList lines{methodsText(m_result->analysis, *m_result->library), QString()};
    int number = 0;
    for (const QString &reference : methodsReferences(m_result->analysis))
        lines << u"%1. %2"_s.arg(++number).arg(reference);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ForestPage::updateReset()
{
    m_reset->setEnabled(!m_notPooled.isEmpty() || !m_preferred.isEmpty());
}

void ForestPage::showResult(const std::shared_ptr<const ForestResult> &result)
{
    m_result = result;
    m_pooling->hide();
    m_methods->setEnabled(result->analysis.overall.pooled.has_value());
    m_outcome->setOutcomes(result->outcomes);
    fillReferences(*result);
    FigureCaption caption; // chips, counts line and banner say the rest beside the chart
    m_view->setFigure(isTooMuch()
                          ? nullptr
                          : std::make_shared<const ForestFigure>(result->rows, caption, dress()),
                      emptyText(*result));
}

void ForestPage::fillReferences(const ForestResult &result)
{
    const QSignalBlocker blocker(m_reference);
    const QString kept = codeIn(*m_reference);
    m_reference->clear();
    m_reference->addItem(tr("None"), QString());
    for (std::size_t i = 0; i < std::min(result.references.size(), mostReferences); ++i) {
        const int cohort = result.references[i];
        m_reference->addItem(cohortTitle(*result.library, cohort),
                             result.library->cohorts[static_cast<std::size_t>(cohort)].id);
    }
    if (!kept.isEmpty() && m_reference->findData(kept) < 0) {
        const int cohort = result.library->cohortIndex.value(kept, -1);
        const QString title = cohort < 0 ? kept : cohortTitle(*result.library, cohort);
        m_reference->addItem(tr("%1 (no rate of this outcome)").arg(title), kept);
    }
    setCode(*m_reference, kept);
}

bool ForestPage::isTooMuch() const
{
    return session().result().cohorts.size() > mostCohortsDrawn;
}

QString ForestPage::emptyText(const ForestResult &result) const
{
    if (session().result().cohorts.empty())
        return tr("No cohort matches this filter");
    if (isTooMuch())
        return tooManyCohorts(session().result().cohorts.size());
    if (result.outcome.isEmpty())
        return tr("None of the matching cohorts reports a rate");
    return tr("None of the matching cohorts reports %1").arg(result.rows->outcome);
}

void ForestPage::selectCohort(const QString &cohortId)
{
    m_view->setSelectedCohort(cohortId);
}

QJsonObject ForestPage::options() const
{
    QJsonObject options;
    const auto put = [&options](const QString &key, const QString &value, const QString &usual) {
        if (value != usual)
            options.insert(key, value);
    };
    put(u"outcome"_s, m_outcome->chosenCode(), {});
    put(u"groupBy"_s, codeIn(*m_groupBy), u"none"_s);
    put(u"method"_s, codeIn(*m_method), u"glmm"_s);
    put(u"order"_s, codeIn(*m_order), u"estimate"_s);
    put(u"reference"_s, codeIn(*m_reference), {});
    put(u"axisEnd"_s, codeIn(*m_axisEnd), u"100"_s);
    if (m_threshold->value() > 0)
        options.insert(u"threshold"_s, m_threshold->value());
    if (!m_notPooled.isEmpty())
        options.insert(u"notPooled"_s, QJsonArray::fromStringList(m_notPooled));
    if (!m_preferred.isEmpty())
        options.insert(u"preferred"_s, QJsonArray::fromStringList(m_preferred));
    return options;
}

void ForestPage::setOptions(const QJsonObject &options)
{
    const QString outcome = options["outcome"_L1].toString();
    const OutcomeTerm *term =
        session().hasLibrary() ? session().library().vocabulary.outcome(outcome) : nullptr;
    m_outcome->setChosenCode(outcome, term ? term->label : QString());
    setCode(*m_groupBy, options["groupBy"_L1].toString(u"none"_s));
    setCode(*m_method, options["method"_L1].toString(u"glmm"_s));
    setCode(*m_order, options["order"_L1].toString(u"estimate"_s));
    setCode(*m_axisEnd, options["axisEnd"_L1].toString(u"100"_s));
    {
        const QSignalBlocker once(m_threshold); // all options are taken over together below
        m_threshold->setValue(options["threshold"_L1].toInt());
    }
    const QString reference = options["reference"_L1].toString();
    if (m_reference->findData(reference) < 0)
        m_reference->addItem(reference, reference); // its title comes with the next result
    setCode(*m_reference, reference);
    m_notPooled = ids(options["notPooled"_L1]);
    m_preferred = ids(options["preferred"_L1]);
    chosen();
}

std::shared_ptr<const ForestRows> ForestPage::currentRows() const
{
    m_job->finishNow(); // what leaves the program is never outdated
    return m_result ? m_result->rows : std::make_shared<const ForestRows>();
}

ExportableFigure ForestPage::figure() const
{
    if (isTooMuch())
        return notDrawn(u"forest"_s, tooManyCohorts(session().result().cohorts.size()));
    ExportableFigure result;
    ForestDress exported = dress();
    exported.boxes = false;
    result.recipe = [rows = currentRows(), made = m_result, context = session().context(),
                     exported](const FigureChoices &choices) {
        return figureRecipe(std::make_shared<const ForestFigure>(
            rows, FigureCaption{choices.title, context, {}, choices.withFooter}, exported,
            [made, context] {
                return made ? poolReproduction(made->analysis, *made->library, context)
                            : Reproduction();
            }));
    };
    result.fileName = u"forest"_s;
    return result;
}

AskedNumber ForestPage::askedNumber() const
{
    return askedMark(*m_view, session().library());
}

FigureTable ForestPage::table() const
{
    return forestTable(*currentRows());
}

} // namespace anakinra
