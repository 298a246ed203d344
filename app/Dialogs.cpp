// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/Dialogs.h"

#include "app/SheetDialog.h"
#include "views/export/FigureExportDialog.h"

#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

void showMessage(QWidget *parent, QMessageBox::Icon icon, const QString &title, const QString &text,
                 Qt::TextFormat format, const QString &details)
{
    QMessageBox box(icon, title, text, QMessageBox::Ok, parent);
    box.setObjectName(u"message"_s);
    box.setTextFormat(format);
    box.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    if (!details.isEmpty())
        box.setDetailedText(details);
    box.exec();
}

/// A message box would grow beyond the screen with a long text; this scrolls.
void showLongText(QWidget *parent, const QString &title, const QString &text)
{
    QDialog dialog(parent);
    dialog.setObjectName(u"longText"_s);
    dialog.setWindowTitle(title);
    auto *edit = new QPlainTextEdit(text, &dialog);
    edit->setAccessibleName(title);
    edit->setReadOnly(true);
    edit->setTabChangesFocus(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QPushButton *copy = buttons->addButton(QCoreApplication::translate("Dialogs", "&Copy all"),
                                           QDialogButtonBox::ActionRole);
    copy->setToolTip(QCoreApplication::translate("Dialogs", "Put the whole text on the clipboard"));
    QObject::connect(copy, &QPushButton::clicked, &dialog,
                     [&text] { QGuiApplication::clipboard()->setText(text); });
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->addWidget(edit);
    layout->addWidget(buttons);
    dialog.resize(640, 520);
    dialog.exec();
}

} // namespace

SheetPage localSheetPage()
{
    return QLocale().measurementSystem() == QLocale::ImperialUSSystem ? SheetPage::Letter
                                                                      : SheetPage::A4;
}

Dialogs Dialogs::native()
{
    Dialogs dialogs;
    dialogs.openFile = [](QWidget *parent, const QString &title, const QString &filters) {
        return QFileDialog::getOpenFileName(parent, title, documents(), filters);
    };
    dialogs.saveFile = [](QWidget *parent, const QString &title, const QString &suggested,
                          const QString &filters) {
        return QFileDialog::getSaveFileName(parent, title, documents() + u'/' + suggested, filters);
    };
    dialogs.chooseFolder = [](QWidget *parent, const QString &title) {
        return QFileDialog::getExistingDirectory(parent, title, documents());
    };
    dialogs.askText = [](QWidget *parent, const QString &title, const QString &label,
                         const QString &suggested) {
        QInputDialog dialog(parent);
        dialog.setObjectName(u"askText"_s);
        dialog.setWindowTitle(title);
        dialog.setLabelText(label);
        dialog.setTextValue(suggested);
        dialog.resize(480, dialog.height());
        return dialog.exec() == QDialog::Accepted ? dialog.textValue() : QString();
    };
    dialogs.confirm = [](QWidget *parent, const QString &title, const QString &text,
                         const QString &button) {
        QMessageBox box(QMessageBox::Question, title, text, QMessageBox::Cancel, parent);
        box.setObjectName(u"confirm"_s);
        box.setTextFormat(Qt::PlainText);
        const QPushButton *yes = box.addButton(button, QMessageBox::AcceptRole);
        box.exec();
        return box.clickedButton() == yes;
    };
    dialogs.warn = [](QWidget *parent, const QString &title, const QString &text,
                      const QString &details) {
        showMessage(parent, QMessageBox::Warning, title, text, Qt::PlainText, details);
    };
    dialogs.inform = [](QWidget *parent, const QString &title, const QString &html) {
        showMessage(parent, QMessageBox::NoIcon, title, html, Qt::RichText, {});
    };
    dialogs.choosePanels = [](QWidget *parent,
                              const std::vector<std::pair<QString, QString>> &charts,
                              const QStringList &ticked) {
        ComposeDialog dialog(charts, ticked, parent);
        return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choice()) : std::nullopt;
    };
    dialogs.showText = [](QWidget *parent, const QString &title, const QString &text) {
        showLongText(parent, title, text);
    };
    dialogs.exportFigure = [](QWidget *parent, const ExportableFigure &figure) {
        FigureExportDialog dialog(figure, parent);
        dialog.setSuggestedName(documents() + u'/' + figure.fileName);
        dialog.exec();
    };
    dialogs.chooseSheet = [](QWidget *parent,
                             const std::vector<std::pair<QString, QString>> &charts,
                             const SheetChoices &now) {
        SheetDialog dialog(charts, now, parent);
        return dialog.exec() == QDialog::Accepted ? std::optional(dialog.choices()) : std::nullopt;
    };
    dialogs.printSheet = [](QWidget *parent, const SheetDocument &sheet) {
        return anakinra::printSheet(sheet, parent, localSheetPage());
    };
    dialogs.previewSheet = [](QWidget *parent, const SheetDocument &sheet) {
        anakinra::previewSheet(sheet, parent, localSheetPage());
    };
    return dialogs;
}

} // namespace anakinra
