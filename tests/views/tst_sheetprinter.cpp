// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SmallLibrary.h"
#include "views/report/SheetPrinter.h"
#include "views/report/SheetRenderer.h"

#include <QDir>
#include <QFile>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace anakinra;
using namespace anakinra::test;

namespace {

constexpr QSizeF a4Mm(210, 297);
constexpr QSizeF letterMm(215.9, 279.4);

SummarySheet sheetOf(const Library &library, std::vector<int> cohorts)
{
    FilterResult result;
    result.cohorts = std::move(cohorts);
    return makeSummarySheet(library, {}, result, {}, QDate(2026, 11, 21));
}

SummarySheet smallSheet()
{
    static const Library library = smallLibrary(); // rates point into it
    return sheetOf(library, {Prophylaxis, TrialSc});
}

/// A library of `count` cohorts, each a study of its own, all reporting every kind of rate.
Library manyCohorts(int count)
{
    Library library = smallLibrary();
    for (int i = 0; i < count; ++i) {
        const int study = addStudy(library, u"s%1"_s.arg(i), u"Studie %1 Müller"_s.arg(i));
        Cohort copy = library.cohorts[Prophylaxis];
        Cohort &added = addCohort(library, study, u"c"_s, u"Kohorte ≥%1"_s.arg(i), 31);
        copy.id = added.id;
        copy.label = added.label;
        copy.study = study;
        added = copy;
    }
    return library;
}

std::vector<int> added(int count)
{
    std::vector<int> cohorts;
    for (int i = 0; i < count; ++i)
        cohorts.push_back(smallCohortCount + i);
    return cohorts;
}

/// Standard output of a program of poppler-utils.
QString poppler(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return {};
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// Text of a PDF; no-break spaces come as spaces.
QString textOf(const QString &path, int page = 0)
{
    QStringList arguments{u"-layout"_s, u"-enc"_s, u"UTF-8"_s};
    if (page > 0)
        arguments << u"-f"_s << QString::number(page) << u"-l"_s << QString::number(page);
    return poppler(u"pdftotext"_s, arguments << path << u"-"_s).replace(QChar(0x00a0), u' ');
}

int pagesOf(const QString &path)
{
    static const QRegularExpression pages(u"Pages:\\s+(\\d+)"_s);
    return pages.match(poppler(u"pdfinfo"_s, {path})).captured(1).toInt();
}

} // namespace

class tst_SheetPrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const QString &program : {u"pdftotext"_s, u"pdfinfo"_s, u"pdfimages"_s}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                QSKIP("poppler-utils is not installed");
        }
        QVERIFY(m_dir.isValid());
    }

    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!QStandardPaths)"_s)); }

    void pagesHaveTheSizeAsked_data()
    {
        QTest::addColumn<SheetPage>("page");
        QTest::addColumn<QString>("size");
        QTest::newRow("A4") << SheetPage::A4 << u"595 x 842 pts"_s;
        QTest::newRow("Letter") << SheetPage::Letter << u"612 x 792 pts"_s;
    }

    void pagesHaveTheSizeAsked()
    {
        QFETCH(SheetPage, page);
        QFETCH(QString, size);
        const QString path = file(u"size.pdf"_s);
        QVERIFY(saveSheetPdf(smallSheet(), path, page));
        const QString info = poppler(u"pdfinfo"_s, {path});
        QVERIFY2(info.contains(size), qPrintable(info));
        QVERIFY(info.contains(u"how often do CRS, ICANS"_s));
        QVERIFY(info.contains(u"Anakinra Evidence Browser"_s));
        QVERIFY(poppler(u"pdfinfo"_s, {u"-meta"_s, path}).contains(u"<dc:creator>"_s));
    }

    void textStaysTextAndTheFigureStaysLines()
    {
        Library library = smallLibrary();
        library.studies[0].label = u"Müller & Söhne <2023>"_s;
        const QString path = file(u"text.pdf"_s);
        QVERIFY(saveSheetPdf(sheetOf(library, {Prophylaxis, TrialSc}), path, SheetPage::A4));
        const QString text = textOf(path);
        QVERIFY(text.contains(u"Müller & Söhne <2023>, Cohort 1"_s));
        QVERIFY(text.contains(u"CRS, grade ≥3"_s));
        QVERIFY(text.contains(u"30.1–75.2 %"_s));
        QVERIFY(text.contains(u"not medical advice"_s));
        QVERIFY(text.contains(u"Is it less than without anakinra?"_s));
        // Two lines of header, and not one image.
        QCOMPARE(poppler(u"pdfimages"_s, {u"-list"_s, path}).trimmed().count(u'\n'), 1);
    }

    void twoCohortsTakeOneOrTwoPages()
    {
        QVERIFY(sheetPageCount(smallSheet(), a4Mm) <= 2);
        QVERIFY(sheetPageCount(smallSheet(), letterMm) <= 2);
    }

    void headersRepeatAndNoPageIsBlank_data()
    {
        QTest::addColumn<int>("cohorts");
        for (const int cohorts : {1, 4, 5, 12, 33, 100})
            QTest::addRow("%d", cohorts) << cohorts;
    }

    void headersRepeatAndNoPageIsBlank()
    {
        QFETCH(int, cohorts);
        const Library library = manyCohorts(cohorts);
        const SummarySheet sheet = sheetOf(library, added(cohorts));
        const QString path = file(u"many.pdf"_s);
        QVERIFY(saveSheetPdf(sheet, path, SheetPage::Letter));
        const int pages = pagesOf(path);
        QCOMPARE(pages, sheetPageCount(sheet, letterMm));
        int withCohorts = 0;
        for (int page = 1; page <= pages; ++page) {
            const QString text = textOf(path, page);
            QVERIFY(text.contains(u"Page %1 of %2"_s.arg(page).arg(pages)));
            QVERIFY(text.contains(u"not medical advice"_s));
            // What is left without running head and footer.
            const QString body = text.section(u"anakinra?"_s, 1).section(u"Filter:"_s, 0, 0);
            QVERIFY2(body.simplified().size() > 40, qPrintable(text));
            if (text.contains(u"mg/day SC"_s)) {
                ++withCohorts;
                QVERIFY(text.contains(u"Study, cohort, design"_s));
            }
        }
        QVERIFY(withCohorts >= (cohorts >= 33 ? 2 : 1));
        // Everyone is there.
        QVERIFY(textOf(path).contains(u"Kohorte ≥%1"_s.arg(cohorts - 1)));
    }

    void longRegimensWrapAndLoseNothing()
    {
        Library library = smallLibrary();
        QStringList words;
        for (int i = 0; i < 1500; ++i)
            words << u"w%1"_s.arg(i, 4, 10, QChar(u'0'));
        library.cohorts[Prophylaxis].regimens[0].stop = words.join(u' ');
        const QString path = file(u"long.pdf"_s);
        QVERIFY(saveSheetPdf(sheetOf(library, {Prophylaxis}), path, SheetPage::A4));
        QVERIFY(pagesOf(path) > 2); // the row is taller than a page
        // Its table begins where its heading stands, not on the page after.
        QVERIFY(textOf(path, 1).contains(u"Included cohorts"_s) && textOf(path, 1).contains(u"w0000"_s));
        const QString text = textOf(path);
        for (const QString &word : words)
            QVERIFY2(text.contains(word), qPrintable(word));
    }

    void wordsLongerThanAColumnAreBrokenNotCut()
    {
        Library library = smallLibrary();
        library.cohorts[Prophylaxis].regimens[0].source.reported = QString(120, u'x') + u"END"_s;
        const QString path = file(u"word.pdf"_s);
        QVERIFY(saveSheetPdf(sheetOf(library, {Prophylaxis}), path, SheetPage::A4));
        QVERIFY(textOf(path).contains(u"END"_s));
    }

    void emptyResultMakesASheetThatSaysSo()
    {
        const QString path = file(u"empty.pdf"_s);
        QVERIFY(saveSheetPdf(sheetOf(smallLibrary(), {}), path, SheetPage::A4));
        QCOMPARE(pagesOf(path), 1);
        QVERIFY(textOf(path).contains(u"No anakinra cohort of the library matches this filter."_s));
    }

    void anotherLibraryIsNamedOnEveryPage()
    {
        Library library = manyCohorts(12);
        library.shipped = false;
        const QString path = file(u"banner.pdf"_s);
        QVERIFY(saveSheetPdf(sheetOf(library, added(12)), path, SheetPage::A4));
        for (int page = 1; page <= pagesOf(path); ++page)
            QVERIFY(textOf(path, page).contains(u"Not the shipped library: small.json"_s));
    }

    void failureLeavesNothingBehind()
    {
        const QString nowhere = file(u"no/such/folder/sheet.pdf"_s);
        const Outcome missing = saveSheetPdf(smallSheet(), nowhere, SheetPage::A4);
        QVERIFY(!missing);
        QCOMPARE(missing.problem().file, nowhere);
        QVERIFY(!missing.problem().message.isEmpty());
        QVERIFY(!QFile::exists(nowhere));

        const QString folder = file(u"folder.pdf"_s);
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(!saveSheetPdf(smallSheet(), folder, SheetPage::A4));
        QVERIFY(QFileInfo(folder).isDir());
    }

    void fullDiskKeepsTheOlderFile()
    {
#ifdef Q_OS_UNIX
        const QString path = QDir(m_dir.path()).filePath(u"full/sheet.pdf"_s);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile older(path);
        QVERIFY(older.open(QIODevice::WriteOnly) && older.write("older") == 5);
        older.close();

        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN); // a full disk does not kill either
        const rlimit small{4096, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const Outcome saved = saveSheetPdf(smallSheet(), path, SheetPage::A4);
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!saved);
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{u"sheet.pdf"_s});
        QVERIFY(older.open(QIODevice::ReadOnly));
        QCOMPARE(older.readAll(), QByteArray("older"));
#else
        QSKIP("no file size limit on this system");
#endif
    }

    void withoutPrinterAPdfIsOfferedWithAMessage()
    {
        const QString path = file(u"offered.pdf"_s);
        QString told;
        SheetDialogs dialogs;
        dialogs.printers = [] { return QStringList(); };
        dialogs.choosePrinter = [](QWidget *, QPrinter &) {
            QTest::qFail("no printer to choose", __FILE__, __LINE__);
            return false;
        };
        dialogs.choosePdf = [&](QWidget *, const QString &message) {
            told = message;
            return path;
        };
        const auto end = printSheet(smallSheet(), nullptr, SheetPage::A4, dialogs);
        QVERIFY(end);
        QCOMPARE(*end, PrintEnd::SavedAsPdf);
        QVERIFY(told.contains(u"No printer is installed"_s));
        QVERIFY(pagesOf(path) > 0);

        dialogs.choosePdf = [](QWidget *, const QString &) { return QString(); };
        QCOMPARE(*printSheet(smallSheet(), nullptr, SheetPage::A4, dialogs), PrintEnd::Cancelled);

        dialogs.choosePdf = [&](QWidget *, const QString &) { return file(u"not/there.pdf"_s); };
        QVERIFY(!printSheet(smallSheet(), nullptr, SheetPage::A4, dialogs));
    }

    void printerGetsTheSamePages()
    {
        const QString path = file(u"printed.pdf"_s);
        SheetDialogs dialogs;
        dialogs.printers = [] { return QStringList{u"Ward printer"_s}; };
        dialogs.choosePrinter = [&](QWidget *, QPrinter &printer) {
            printer.setOutputFormat(QPrinter::PdfFormat); // what the dialog's "print to file" does
            printer.setOutputFileName(path);
            return true;
        };
        const auto end = printSheet(smallSheet(), nullptr, SheetPage::Letter, dialogs);
        QVERIFY(end);
        QCOMPARE(*end, PrintEnd::Printed);
        QCOMPARE(pagesOf(path), sheetPageCount(smallSheet(), letterMm));
        QVERIFY(poppler(u"pdfinfo"_s, {path}).contains(u"612 x 792 pts"_s));
        QVERIFY(textOf(path).contains(u"30.1–75.2 %"_s));

        dialogs.choosePrinter = [](QWidget *, QPrinter &) { return false; };
        QCOMPARE(*printSheet(smallSheet(), nullptr, SheetPage::A4, dialogs), PrintEnd::Cancelled);
    }

    void landscapePaperIsFilledToItsWidth()
    {
        const QString path = file(u"landscape.pdf"_s);
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape,
                                          QMarginsF(20, 20, 20, 20)));
        const int pages = renderSheet(smallSheet(), &printer);
        QCOMPARE(pages, sheetPageCount(smallSheet(), a4Mm.transposed()));
        QVERIFY(poppler(u"pdfinfo"_s, {path}).contains(u"842 x 595 pts"_s));
    }

    void previewShowsAsManyPagesAsArePrinted()
    {
        int shown = 0;
        SheetDialogs dialogs;
        dialogs.preview = [&](QWidget *, QPrinter &printer, const SummarySheet &sheet) {
            QPrintPreviewWidget preview(&printer);
            connect(&preview, &QPrintPreviewWidget::paintRequested, &preview,
                    [&](QPrinter *target) { renderSheet(sheet, target); });
            preview.updatePreview();
            shown = preview.pageCount();
        };
        previewSheet(smallSheet(), nullptr, SheetPage::A4, dialogs);
        QCOMPARE(shown, sheetPageCount(smallSheet(), a4Mm));
    }

private:
    QString file(const QString &name) const { return m_dir.filePath(name); }

    QTemporaryDir m_dir;
};

QTEST_MAIN(tst_SheetPrinter)
#include "tst_sheetprinter.moc"
