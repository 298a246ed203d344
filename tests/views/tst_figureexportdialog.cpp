// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/views/RateFixtures.h"
#include "views/export/FigureExportDialog.h"
#include "views/export/FigurePreview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace anakinra;
using namespace anakinra::fixtures;
using namespace Qt::StringLiterals;

namespace {

template<typename Control>
Control *control(const FigureExportDialog &dialog, const QString &name)
{
    auto *found = dialog.findChild<Control *>(name);
    if (!found)
        qFatal("no control %s", qPrintable(name));
    return found;
}

} // namespace

class TestFigureExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void startsWithTwoColumnsAndAutomaticHeight()
    {
        const FigureExportDialog dialog(exportable(twoCohorts()));
        QCOMPARE(dialog.spec().widthMm, 170.0);
        QVERIFY(!dialog.spec().heightMm);
        QCOMPARE(dialog.spec().dpi, 300);
        QVERIFY(control<QPushButton>(dialog, u"export"_s)->isEnabled());
        QVERIFY(!control<QDoubleSpinBox>(dialog, u"heightMm"_s)->isEnabled());
        QVERIFY(control<QDoubleSpinBox>(dialog, u"heightMm"_s)->value() > 50.0);
        QVERIFY(control<QLabel>(dialog, u"outputSize"_s)->text().contains(u"2008 ×"));
    }

    void presetsSetTheSize()
    {
        FigureExportDialog dialog(exportable(twoCohorts()));
        auto *preset = control<QComboBox>(dialog, u"sizePreset"_s);
        const auto choose = [&](int index) {
            preset->setCurrentIndex(index);
            Q_EMIT preset->activated(index);
        };
        choose(1);
        QCOMPARE(dialog.spec().widthMm, 115.0);
        choose(2);
        QCOMPARE(dialog.spec().widthMm, 80.0);
        choose(3);
        QCOMPARE(dialog.spec().widthMm, 254.0);
        QCOMPARE(dialog.spec().heightMm, 142.9);
        control<QDoubleSpinBox>(dialog, u"widthMm"_s)->setValue(140.0);
        QCOMPARE(preset->currentIndex(), preset->count() - 1); // other
    }

    void whatCannotFitDisablesExportWithTheReason()
    {
        FigureExportDialog dialog(exportable(manyCohorts(40)));
        control<QCheckBox>(dialog, u"automaticHeight"_s)->setChecked(false);
        control<QDoubleSpinBox>(dialog, u"heightMm"_s)->setValue(50.0);
        QVERIFY(!control<QPushButton>(dialog, u"export"_s)->isEnabled());
        auto *problem = control<QLabel>(dialog, u"problem"_s);
        QVERIFY(!problem->isHidden());
        QVERIFY(problem->text().contains(u"would do"));
        QVERIFY(control<FigurePreview>(dialog, u"preview"_s)->image().isNull());
        control<QCheckBox>(dialog, u"automaticHeight"_s)->setChecked(true);
        QVERIFY(control<QPushButton>(dialog, u"export"_s)->isEnabled());
        QVERIFY(problem->isHidden());
    }

    void previewShowsWhatWillBeWritten()
    {
        FigureExportDialog dialog(exportable(twoCohorts()));
        dialog.resize(dialog.sizeHint());
        dialog.show();
        const auto *preview = control<FigurePreview>(dialog, u"preview"_s);
        const QImage first = preview->image();
        QVERIFY(!first.isNull());
        const ExportSpec same{170.0, figureSizeMm(figureRecipe(twoCohorts()), {})->height(),
                              qRound(first.dotsPerMeterX() * 0.0254)};
        QCOMPARE(first.convertToFormat(QImage::Format_RGB32),
                 renderImage(figureRecipe(twoCohorts()), same)->convertToFormat(QImage::Format_RGB32));
        control<QLineEdit>(dialog, u"title"_s)->setText(u"Another title"_s);
        QVERIFY(preview->image() != first);
    }

    void choicesReachTheFile()
    {
        QTemporaryDir folder;
        FigureExportDialog dialog(exportable(twoCohorts()));
        QString suggested;
        dialog.setSuggestedName(folder.filePath(u"rates"_s));
        dialog.setFileNameChooser([&](QWidget *, const QString &suggestion) {
            suggested = suggestion;
            return suggestion;
        });
        QSignalSpy exported(&dialog, &FigureExportDialog::exported);
        control<QComboBox>(dialog, u"format"_s)->setCurrentIndex(1);
        QVERIFY(!control<QComboBox>(dialog, u"dpi"_s)->isEnabled()); // vectors have no resolution
        control<QComboBox>(dialog, u"grouping"_s)->setCurrentIndex(1);
        control<QLineEdit>(dialog, u"title"_s)->setText(u"Mine & yours"_s);
        control<QCheckBox>(dialog, u"footer"_s)->setChecked(false);
        QTest::mouseClick(control<QPushButton>(dialog, u"export"_s), Qt::LeftButton);
        QCOMPARE(suggested, folder.filePath(u"rates.svg"_s));
        QCOMPARE(exported.size(), 1);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        RateFigure expected = twoCohorts();
        expected.grouping = RateGrouping::ByCohort;
        expected.title = u"Mine & yours"_s;
        expected.withFooter = false;
        QFile file(suggested);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), *renderFigure(figureRecipe(expected), {}, FigureFormat::Svg));
    }

    void failedWriteIsSaidAndTheDialogStays()
    {
        FigureExportDialog dialog(exportable(twoCohorts()));
        dialog.setFileNameChooser([](QWidget *, const QString &) { return u"/no/such/folder/f.png"_s; });
        dialog.show();
        QSignalSpy exported(&dialog, &FigureExportDialog::exported);
        dialog.accept();
        QCOMPARE(exported.size(), 0);
        QVERIFY(dialog.isVisible());
        QVERIFY(control<QLabel>(dialog, u"problem"_s)->text().contains(u"/no/such/folder/f.png"));
    }

    void givingUpTheFileNameChangesNothing()
    {
        FigureExportDialog dialog(exportable(twoCohorts()));
        dialog.setFileNameChooser([](QWidget *, const QString &) { return QString(); });
        dialog.show();
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QVERIFY(control<QLabel>(dialog, u"problem"_s)->text().isEmpty());
    }

    void everyControlHasAnAccessibleName()
    {
        const FigureExportDialog dialog(exportable(twoCohorts()));
        int controls = 0;
        const QList<QWidget *> widgets = dialog.findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool inner = widget->parentWidget() != &dialog
                && !qobject_cast<const QPushButton *>(widget);
            if (inner || widget->focusPolicy() == Qt::NoFocus)
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            QVERIFY(!widget->objectName().isEmpty());
            ++controls;
        }
        QVERIFY(controls >= 10);
    }
};

QTEST_MAIN(TestFigureExportDialog)
#include "tst_figureexportdialog.moc"
