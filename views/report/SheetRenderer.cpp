// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetRenderer.h"

#include "views/charts/FigureStyle.h"
#include "views/report/SheetBoard.h"
#include "views/report/SheetFlow.h"
#include "views/report/SheetSections.h"

#include <QPagedPaintDevice>
#include <QPainter>

namespace anakinra {

using namespace Qt::StringLiterals;

namespace {

// Margins no printer cuts.
constexpr qreal sideMm = 12.0;
constexpr qreal topMm = 11.0;
constexpr qreal bottomMm = 9.0;
constexpr qreal footerPt = 6.5;
constexpr qreal footerGapMm = 2.5;
constexpr qreal pageNumberMm = 24.0;

/// The sheet laid out on paper of one size: pages and the footer they share.
class Pages
{
public:
    Pages(const SheetDocument &document, QSizeF paperMm)
        : m_paper(sheetMm(paperMm.width()), sheetMm(paperMm.height())),
          m_footer(footerSpans(document.sheet), footerPt,
                   m_paper.width() - sheetMm(2.0 * sideMm + pageNumberMm)),
          m_flow(contentRect())
    {
        if (document.sheet.choices.form == SheetForm::Board)
            addBoard(document, fitBoard(document, contentRect()), m_flow);
        else
            addFull(document);
    }

    int count() const { return m_flow.pageCount(); }

    void draw(int page, QPainter &painter) const
    {
        m_flow.drawPage(page, painter);
        const QRectF content = contentRect();
        const QPointF footer(content.left(), content.bottom() + sheetMm(footerGapMm));
        painter.fillRect(QRectF(footer - QPointF(0.0, sheetMm(1.0)),
                                QSizeF(content.width(), sheetPt(0.5))),
                         FigureStyle::light().ink);
        m_footer.draw(painter, footer);
        const SheetTextBlock number({{u"Page %1 of %2"_s.arg(page + 1).arg(count()), SheetSpan::Plain}},
                                    footerPt, sheetMm(pageNumberMm));
        number.draw(painter, QPointF(content.right() - number.naturalWidth(), footer.y()));
    }

private:
    void addFull(const SheetDocument &document)
    {
        const SummarySheet &sheet = document.sheet;
        const SheetChoices &choices = sheet.choices;
        addSheetHead(sheet, m_flow);
        m_flow.setRunningHead(
            SheetTextBlock({{sheet.question, SheetSpan::Soft}}, footerPt, m_flow.width()),
            sheetMm(3.0));
        if (choices.has(SheetSection::Rates))
            addSheetRates(sheet, m_flow);
        if (choices.has(SheetSection::Figures))
            addSheetFigures(document, m_flow);
        if (choices.has(SheetSection::Comparators))
            addSheetComparators(sheet, m_flow);
        if (choices.has(SheetSection::Cohorts))
            addSheetCohorts(sheet, m_flow);
        if (choices.has(SheetSection::Characteristics))
            addSheetCharacteristics(sheet, m_flow);
        if (choices.has(SheetSection::Notes))
            addSheetNotes(sheet, m_flow);
        if (choices.has(SheetSection::References))
            addSheetReferences(sheet, m_flow);
    }

    static SheetSpans footerSpans(const SummarySheet &sheet)
    {
        SheetSpans spans;
        if (!sheet.banner.isEmpty())
            spans.push_back({sheet.banner + u'\n', SheetSpan::Bold});
        spans.push_back({sheet.footerLines().join(u'\n'), SheetSpan::Plain});
        return spans;
    }

    QRectF contentRect() const
    {
        const qreal footer = m_footer.height() + sheetMm(bottomMm + footerGapMm);
        return {sheetMm(sideMm), sheetMm(topMm), m_paper.width() - sheetMm(2.0 * sideMm),
                m_paper.height() - sheetMm(topMm) - footer};
    }

    QSizeF m_paper;
    SheetTextBlock m_footer;
    SheetFlow m_flow;
};

} // namespace

int renderSheet(const SheetDocument &document, QPagedPaintDevice *device)
{
    // The whole paper belongs to us: the device's own margins would move the drawing.
    QPageLayout layout = device->pageLayout();
    layout.setMode(QPageLayout::FullPageMode);
    device->setPageLayout(layout);
    const Pages pages(document, device->pageLayout().fullRect(QPageLayout::Millimeter).size());
    QPainter painter;
    if (!painter.begin(device))
        return 0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(device->logicalDpiX() / sheetUnitsPerInch, device->logicalDpiY() / sheetUnitsPerInch);
    for (int page = 0; page < pages.count(); ++page) {
        if (page > 0 && !device->newPage())
            return 0;
        painter.save();
        pages.draw(page, painter);
        painter.restore();
    }
    return painter.end() ? pages.count() : 0;
}

int sheetPageCount(const SheetDocument &document, QSizeF paperMm)
{
    return Pages(document, paperMm).count();
}

} // namespace anakinra
