// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/export/FigureExportDialog.h"

#include "views/export/ComposedFigure.h"
#include "views/export/FigurePreview.h"
#include "views/export/SizePresets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <cmath>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString askForFile(QWidget *parent, const QString &suggestion)
{
    QStringList patterns = figureSuffixes();
    for (QString &pattern : patterns)
        pattern.prepend(u"*."_s);
    QFileDialog dialog(parent, FigureExportDialog::tr("Export figure"), suggestion,
                       FigureExportDialog::tr("Figures (%1)").arg(patterns.join(u' ')));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QFileInfo(suggestion).suffix());
    dialog.selectFile(QFileInfo(suggestion).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

/// Object name for tests and style sheets, accessible name for those who do not see the label.
template<typename Control>
Control *named(Control *control, const QString &objectName, const QString &accessibleName)
{
    control->setObjectName(objectName);
    control->setAccessibleName(accessibleName);
    return control;
}

} // namespace

FigureExportDialog::FigureExportDialog(ExportableFigure figure, QWidget *parent)
    : QDialog(parent), m_figure(std::move(figure)), m_chooseFileName(askForFile),
      m_suggestedName(u"anakinra-"_s + m_figure.fileName)
{
    setObjectName(u"figureExportDialog"_s);
    setWindowTitle(tr("Export figure"));
    buildControls(m_figure.choices);
    resize(1020, 620);
    applyPreset(0);
}

void FigureExportDialog::buildControls(const FigureChoices &choices)
{
    const auto lengthBox = [this](const QString &objectName, const QString &name) {
        auto *box = named(new QDoubleSpinBox(this), objectName, name);
        box->setRange(20.0, 1000.0);
        box->setDecimals(1);
        box->setSuffix(u" mm"_s);
        box->setKeyboardTracking(false);
        return box;
    };
    m_preset = named(new QComboBox(this), u"sizePreset"_s, tr("Size"));
    for (const SizePreset &preset : sizePresets)
        m_preset->addItem(tr(preset.name));
    m_preset->addItem(tr("Other"));
    m_width = lengthBox(u"widthMm"_s, tr("Width in millimetres"));
    m_height = lengthBox(u"heightMm"_s, tr("Height in millimetres"));
    m_automaticHeight = named(new QCheckBox(tr("&Automatic height"), this), u"automaticHeight"_s,
                              tr("Automatic height"));
    m_format = named(new QComboBox(this), u"format"_s, tr("Format"));
    m_format->addItem(tr("PNG (image)"), static_cast<int>(FigureFormat::Png));
    m_format->addItem(tr("SVG (vector)"), static_cast<int>(FigureFormat::Svg));
    m_format->addItem(tr("PDF (vector)"), static_cast<int>(FigureFormat::Pdf));
    m_format->addItem(tr("TIFF (image, LZW)"), static_cast<int>(FigureFormat::Tiff));
    m_format->setToolTip(tr("PNG, SVG and PDF carry the view that leads back to the figure: drop a PNG "
                            "or SVG on the window. TIFF cannot"));
    m_dpi = named(new QComboBox(this), u"dpi"_s, tr("Resolution in dots per inch"));
    for (const int dpi : {150, 300, 600})
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    m_dpi->setCurrentIndex(1);
    m_grouping = named(new QComboBox(this), u"grouping"_s, tr("Grouping of the bars"));
    m_grouping->addItem(tr("By outcome"), static_cast<int>(RateGrouping::ByOutcome));
    m_grouping->addItem(tr("By cohort"), static_cast<int>(RateGrouping::ByCohort));
    if (choices.grouping)
        m_grouping->setCurrentIndex(m_grouping->findData(static_cast<int>(*choices.grouping)));
    m_title = named(new QLineEdit(choices.title, this), u"title"_s, tr("Title of the figure"));
    m_title->setPlaceholderText(tr("No title"));
    m_note = named(new QLineEdit(choices.note, this), u"note"_s, tr("Note below the figure"));
    m_note->setPlaceholderText(tr("No note"));
    m_look = named(new QComboBox(this), u"look"_s, tr("Colours of the figure"));
    for (const auto &look : CodeList<FigureLook>::entries)
        m_look->addItem(look.label.toString(), static_cast<int>(look.value));
    m_fontPt = named(new QDoubleSpinBox(this), u"fontPt"_s, tr("Size of text in points"));
    m_fontPt->setRange(smallestFontPt, largestFontPt);
    m_fontPt->setSingleStep(0.5);
    m_fontPt->setDecimals(1);
    m_fontPt->setSuffix(u" pt"_s);
    m_fontPt->setKeyboardTracking(false);
    m_legend = named(new QComboBox(this), u"legend"_s, tr("Place of the legend"));
    for (const auto &place : CodeList<LegendPlace>::entries)
        m_legend->addItem(place.label.toString(), static_cast<int>(place.value));
    if (choices.legend)
        m_legend->setCurrentIndex(m_legend->findData(static_cast<int>(*choices.legend)));
    m_lettered = named(new QCheckBox(tr("&Letters A, B on the panels"), this), u"lettered"_s,
                       tr("Letters on the panels"));
    m_lettered->setChecked(choices.lettered.value_or(false));
    m_footer = named(new QCheckBox(tr("&Footer with filter, source and method"), this), u"footer"_s,
                     tr("Footer with filter, source and method"));
    m_footer->setChecked(choices.withFooter);
    m_pixels = named(new QLabel(this), u"outputSize"_s, tr("Size of the output"));
    m_problem = named(new QLabel(this), u"problem"_s, tr("Why the figure cannot be exported"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_preview = named(new FigurePreview(this), u"preview"_s, tr("Preview of the figure"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = named(buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole), u"export"_s, tr("Export"));
    named(buttons->button(QDialogButtonBox::Cancel), u"cancel"_s, tr("Cancel"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Size:"), m_preset);
    form->addRow(tr("&Width:"), m_width);
    form->addRow(QString(), m_automaticHeight);
    form->addRow(tr("&Height:"), m_height);
    form->addRow(tr("For&mat:"), m_format);
    form->addRow(tr("&Resolution:"), m_dpi);
    if (choices.grouping)
        form->addRow(tr("&Group bars:"), m_grouping);
    else
        m_grouping->hide();
    if (choices.legend)
        form->addRow(tr("L&egend:"), m_legend);
    else
        m_legend->hide();
    form->addRow(tr("&Colours:"), m_look);
    form->addRow(tr("Te&xt:"), m_fontPt);
    form->addRow(tr("&Title:"), m_title);
    form->addRow(tr("&Note:"), m_note);
    if (choices.lettered)
        form->addRow(QString(), m_lettered);
    else
        m_lettered->hide();
    form->addRow(QString(), m_footer);
    form->addRow(QString(), m_pixels);
    auto *left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_problem);
    left->addStretch(1);
    auto *top = new QHBoxLayout;
    top->addLayout(left);
    top->addWidget(m_preview, 1);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top, 1);
    all->addWidget(buttons);

    connect(m_preset, &QComboBox::activated, this, &FigureExportDialog::applyPreset);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &FigureExportDialog::sizeEdited);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &FigureExportDialog::sizeEdited);
    connect(m_automaticHeight, &QCheckBox::toggled, this, &FigureExportDialog::sizeEdited);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FigureExportDialog::refresh);
    connect(m_dpi, &QComboBox::currentIndexChanged, this, &FigureExportDialog::refresh);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &FigureExportDialog::refresh);
    for (const QComboBox *box : {m_look, m_legend})
        connect(box, &QComboBox::currentIndexChanged, this, &FigureExportDialog::refresh);
    for (const QLineEdit *line : {m_title, m_note})
        connect(line, &QLineEdit::textChanged, this, &FigureExportDialog::refresh);
    connect(m_fontPt, &QDoubleSpinBox::valueChanged, this, &FigureExportDialog::refresh);
    connect(m_lettered, &QCheckBox::toggled, this, &FigureExportDialog::refresh);
    connect(m_footer, &QCheckBox::toggled, this, &FigureExportDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &FigureExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &FigureExportDialog::reject);
}

void FigureExportDialog::applyPreset(int index)
{
    m_preset->setCurrentIndex(index);
    if (index < 0 || index >= static_cast<int>(sizePresets.size()))
        return;
    const SizePreset &preset = sizePresets[static_cast<std::size_t>(index)];
    m_updating = true;
    m_width->setValue(preset.widthMm);
    m_automaticHeight->setChecked(preset.heightMm <= 0.0);
    if (preset.heightMm > 0.0)
        m_height->setValue(preset.heightMm);
    m_fontPt->setValue(preset.fontPt);
    m_updating = false;
    refresh();
}

void FigureExportDialog::sizeEdited()
{
    if (m_updating)
        return;
    m_preset->setCurrentIndex(static_cast<int>(sizePresets.size()));
    refresh();
}

ExportSpec FigureExportDialog::spec() const
{
    ExportSpec spec;
    spec.widthMm = m_width->value();
    if (!m_automaticHeight->isChecked())
        spec.heightMm = m_height->value();
    spec.dpi = m_dpi->currentData().toInt();
    spec.look = static_cast<FigureLook>(m_look->currentData().toInt());
    spec.fontPt = m_fontPt->value();
    return spec;
}

FigureChoices FigureExportDialog::choices() const
{
    FigureChoices choices;
    if (m_figure.choices.grouping)
        choices.grouping = static_cast<RateGrouping>(m_grouping->currentData().toInt());
    choices.title = m_title->text().trimmed();
    choices.withFooter = m_footer->isChecked();
    choices.note = m_note->text().trimmed();
    if (m_figure.choices.legend)
        choices.legend = static_cast<LegendPlace>(m_legend->currentData().toInt());
    if (m_figure.choices.lettered)
        choices.lettered = m_lettered->isChecked();
    return choices;
}

FigureFormat FigureExportDialog::format() const
{
    return static_cast<FigureFormat>(m_format->currentData().toInt());
}

void FigureExportDialog::refresh()
{
    if (m_updating)
        return;
    m_recipe = withNote(m_figure.recipe(choices()), choices().note);
    const ExportSpec wanted = spec();
    m_dpi->setEnabled(isBitmap(format()));
    m_height->setEnabled(!m_automaticHeight->isChecked());
    const Result<QSizeF> size = figureSizeMm(m_recipe, wanted);
    m_export->setEnabled(size.hasValue());
    m_preview->setFigure(m_recipe, wanted);
    if (!size) {
        m_pixels->clear();
        say(size.problem().message);
        return;
    }
    say({});
    if (m_automaticHeight->isChecked()) {
        m_updating = true;
        m_height->setValue(size->height());
        m_updating = false;
    }
    const QString mm = tr("%1 × %2 mm").arg(size->width(), 0, 'f', 1).arg(size->height(), 0, 'f', 1);
    if (isBitmap(format())) {
        const auto pixels = [&](qreal length) { return std::lround(length / 25.4 * wanted.dpi); };
        m_pixels->setText(tr("%1, %2 × %3 pixels").arg(mm).arg(pixels(size->width())).arg(pixels(size->height())));
    } else {
        m_pixels->setText(mm);
    }
}

void FigureExportDialog::say(const QString &problem)
{
    QString sentence = problem;
    if (!sentence.isEmpty())
        sentence = sentence.at(0).toUpper() + sentence.mid(1) + u'.';
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_export->setToolTip(sentence.toHtmlEscaped());
}

void FigureExportDialog::accept()
{
    const QString suffix = figureSuffix(format());
    const QString path = m_chooseFileName(this, m_suggestedName + u'.' + suffix);
    if (path.isEmpty())
        return;
    const Outcome outcome = exportFigure(m_recipe, spec(), path);
    if (!outcome) {
        say(outcome.problem().toString());
        return;
    }
    Q_EMIT exported(path);
    QDialog::accept();
}

} // namespace anakinra
