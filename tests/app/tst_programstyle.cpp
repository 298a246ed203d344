// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ColourTheme.h"
#include "app/ProgramStyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QImage>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace anakinra;
using namespace Qt::StringLiterals;

namespace {

/// The largest difference in lightness from the ground, of opaque pixels.
int contrast(const QImage &picture, const QColor &ground)
{
    int most = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor colour = picture.pixelColor(x, y);
            if (colour.alpha() > 128)
                most = std::max(most, std::abs(colour.lightness() - ground.lightness()));
        }
    }
    return most;
}

} // namespace

/// What Fusion draws too dark to be seen on dark ground.
class TestProgramStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new ProgramStyle); }
    void cleanup() { applyColourTheme(ColourTheme::Light); }

    void marksAreSeenInBothThemes_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void marksAreSeenInBothThemes()
    {
        QFETCH(bool, dark);
        applyColourTheme(dark ? ColourTheme::Dark : ColourTheme::Light);
        const QColor ground = QApplication::palette().color(QPalette::Window);
        QCOMPARE(ground.lightness() < 128, dark);
        for (const auto arrow : {QStyle::SP_ToolBarHorizontalExtensionButton,
                                 QStyle::SP_ToolBarVerticalExtensionButton}) {
            const QIcon icon = QApplication::style()->standardIcon(arrow);
            QVERIFY(contrast(icon.pixmap(16, 16).toImage(), ground) > 80);
        }
        QCheckBox box(u"box"_s);
        box.resize(box.sizeHint());
        const QImage picture = box.grab().toImage();
        const QImage indicator = picture.copy(0, 0, picture.height(), picture.height());
        QVERIFY(contrast(indicator, ground) > 40);
    }

    void theTwoArrowsPointDifferentWays()
    {
        const auto picture = [](QStyle::StandardPixmap arrow) {
            return QApplication::style()->standardIcon(arrow).pixmap(16, 16).toImage();
        };
        QVERIFY(picture(QStyle::SP_ToolBarHorizontalExtensionButton) !=
                picture(QStyle::SP_ToolBarVerticalExtensionButton));
    }
};

QTEST_MAIN(TestProgramStyle)
#include "tst_programstyle.moc"
