// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/table/CohortDelegate.h"

#include "models/items/CohortTableModel.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

constexpr int partIndent = 12;
constexpr int flagSize = 6;

bool isCohortColumn(const QModelIndex &index)
{
    static const int column = cohortColumnIndex(u"cohort");
    return index.column() == column;
}

} // namespace

void CohortDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(CohortTableModel::ComparatorRole).toBool())
        option->font.setItalic(true);
    // In front, where it is never cut off and numbers stay under each other.
    if (const QString mark = index.data(CohortTableModel::FindingRole).toString(); !mark.isEmpty())
        option->text.prepend(mark + u'\u00a0');
    if (isCohortColumn(index)) {
        if (index.data(CohortTableModel::UnjudgedRole).toBool())
            option->text.prepend(u"? "_s);
        if (index.data(CohortTableModel::PartRole).toBool()) {
            option->text.prepend(u"└ "_s);
            option->rect.setLeft(option->rect.left() + partIndent);
        }
    }
    if (option->displayAlignment & Qt::AlignRight)
        option->text += u'\u2002'; // or it would touch the left-aligned column beside it
    if (index.data().toString() == u"NR"_s || index.data().toString() == u"n/a"_s) {
        option->palette.setColor(QPalette::Text,
                                 option->palette.color(QPalette::Disabled, QPalette::Text));
    }
}

void CohortDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.data(CohortTableModel::FlaggedRole).toBool())
        return;
    const QPointF corner = QRectF(option.rect).topRight();
    const QPolygonF mark{corner, corner - QPointF(flagSize, 0), corner + QPointF(0, flagSize)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0xd5, 0x5e, 0x00));
    painter->drawPolygon(mark);
    painter->restore();
}

bool CohortDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                               const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString text = index.data(Qt::ToolTipRole).toString();
    if (event->type() != QEvent::ToolTip || text.isEmpty())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    // Escaped, so that "< 65 y" stays text, and as rich text, so that long lines wrap.
    const QString html = text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
    QToolTip::showText(event->globalPos(), u"<p>"_s + html + u"</p>"_s, view);
    return true;
}

} // namespace anakinra
