// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/report/SheetText.h"

#include "views/charts/FigureStyle.h"

#include <QFont>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace anakinra {

namespace {

// Marks stand at the smallest size a figure may use.
constexpr qreal markPt = 6.0;

QFont fontOf(SheetSpan::Look look, qreal pointSize)
{
    QFont font(figureFontFamily());
    const qreal size = look == SheetSpan::Mark ? std::min(markPt, pointSize) : pointSize;
    font.setPixelSize(qRound(sheetPt(size)));
    font.setBold(look == SheetSpan::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

SheetTextBlock::SheetTextBlock(const SheetSpans &spans, qreal pointSize, qreal width)
    : m_layout(std::make_shared<QTextLayout>())
{
    const FigureStyle style = FigureStyle::light();
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const SheetSpan &span : spans) {
        QTextCharFormat format;
        format.setFont(fontOf(span.look, pointSize));
        format.setForeground(span.look == SheetSpan::Soft || span.look == SheetSpan::Mark
                                 ? style.softInk
                                 : style.ink);
        formats << QTextLayout::FormatRange{static_cast<int>(text.size()),
                                            static_cast<int>(span.text.size()), format};
        text += span.text;
    }
    text.replace(u'\n', QChar(QChar::LineSeparator));
    m_layout->setFont(fontOf(SheetSpan::Plain, pointSize));
    m_layout->setText(text);
    m_layout->setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);

    m_layout->beginLayout();
    qreal y = 0.0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, y});
        y += line.height();
    }
    m_layout->endLayout();
}

int SheetTextBlock::lineCount() const
{
    return m_layout->lineCount();
}

qreal SheetTextBlock::height(int from, int to) const
{
    if (from >= to)
        return 0.0;
    const QTextLine last = m_layout->lineAt(to - 1);
    return last.y() + last.height() - m_layout->lineAt(from).y();
}

qreal SheetTextBlock::naturalWidth() const
{
    qreal widest = 0.0;
    for (int i = 0; i < lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

int SheetTextBlock::linesWithin(int from, qreal available) const
{
    int to = from;
    while (to < lineCount() && height(from, to + 1) <= available)
        ++to;
    return to - from;
}

void SheetTextBlock::draw(QPainter &painter, QPointF topLeft, int from, int to) const
{
    if (from >= to)
        return;
    // A line draws itself at its own position inside the block.
    const QPointF origin(topLeft.x(), topLeft.y() - m_layout->lineAt(from).y());
    for (int i = from; i < to; ++i)
        m_layout->lineAt(i).draw(&painter, origin);
}

} // namespace anakinra
