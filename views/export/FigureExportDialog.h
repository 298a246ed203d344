// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/export/FigureExporter.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace anakinra {

class FigurePreview;

/// Asks for size, resolution, format and dress of a figure and writes it. The preview is the real
/// output, made by the code that writes the file. Exporting is refused with a reason where the
/// figure does not fit.
class FigureExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// Returns the file to write, "" when the user gives up. Replaced by tests.
    using FileNameChooser = std::function<QString(QWidget *parent, const QString &suggestion)>;

    explicit FigureExportDialog(ExportableFigure figure, QWidget *parent = nullptr);

    void setFileNameChooser(FileNameChooser chooser) { m_chooseFileName = std::move(chooser); }
    /// Where the file dialog starts, without suffix, e.g. "/home/me/rates".
    void setSuggestedName(const QString &name) { m_suggestedName = name; }

    [[nodiscard]] ExportSpec spec() const;
    [[nodiscard]] FigureChoices choices() const;
    [[nodiscard]] FigureFormat format() const;

public Q_SLOTS:
    /// Asks for the file name and writes; stays open, and says why, if that fails.
    void accept() override;

Q_SIGNALS:
    void exported(const QString &path);

private:
    void buildControls(const FigureChoices &choices);
    void applyPreset(int index);
    void sizeEdited();
    void refresh();
    void say(const QString &problem);

    ExportableFigure m_figure;
    FileNameChooser m_chooseFileName;
    QString m_suggestedName;
    FigureRecipe m_recipe;
    FigurePreview *m_preview = nullptr;
    QComboBox *m_preset = nullptr;
    QDoubleSpinBox *m_width = nullptr;
    QCheckBox *m_automaticHeight = nullptr;
    QDoubleSpinBox *m_height = nullptr;
    QComboBox *m_format = nullptr;
    QComboBox *m_dpi = nullptr;
    QComboBox *m_grouping = nullptr;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_note = nullptr;
    QComboBox *m_look = nullptr;
    QDoubleSpinBox *m_fontPt = nullptr;
    QComboBox *m_legend = nullptr;
    QCheckBox *m_lettered = nullptr;
    QCheckBox *m_footer = nullptr;
    QLabel *m_pixels = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_export = nullptr;
    bool m_updating = false;
};

} // namespace anakinra
