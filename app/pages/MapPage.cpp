// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pages/MapPage.h"

#include "views/charts/MapFigure.h"

#include <QComboBox>

#include <limits>

using namespace Qt::StringLiterals;

namespace anakinra {

namespace {

MapAxis axisOf(const QComboBox *box)
{
    return static_cast<MapAxis>(box->currentData().toInt());
}

void choose(QComboBox *box, const QJsonValue &code)
{
    if (const auto axis = fromCode<MapAxis>(code.toString()))
        box->setCurrentIndex(box->findData(static_cast<int>(*axis)));
}

} // namespace

MapPage::MapPage(LibrarySession &session, QWidget *parent)
    : ViewPage(session, parent, u"map"_s),
      m_rows(addAxis(u"mapRows"_s, tr("&Rows:"), tr("What the rows of the map are"), MapAxis::Timing)),
      m_columns(addAxis(u"mapColumns"_s, tr("&Columns:"), tr("What the columns of the map are"), MapAxis::Product))
{
    connect(m_rows, &QComboBox::activated, this, [this] { axisChanged(m_rows, m_columns); });
    connect(m_columns, &QComboBox::activated, this, [this] { axisChanged(m_columns, m_rows); });
}

QComboBox *MapPage::addAxis(const QString &name, const QString &label, const QString &tip, MapAxis axis)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(QString(label).remove(u'&').remove(u':'));
    box->setToolTip(tip);
    for (const auto &entry : CodeList<MapAxis>::entries)
        box->addItem(labelOf(entry.value), static_cast<int>(entry.value));
    box->setCurrentIndex(box->findData(static_cast<int>(axis)));
    addControl(label, box);
    return box;
}

void MapPage::axisChanged(QComboBox *changed, QComboBox *other)
{
    // Both axes the same would be a diagonal: the other one takes the next.
    if (axisOf(changed) == axisOf(other))
        other->setCurrentIndex((other->currentIndex() + 1) % other->count());
    controlChanged();
}

EvidenceMap MapPage::map() const
{
    return makeEvidenceMap(*session().engine(), session().criteria(), axisOf(m_rows), axisOf(m_columns));
}

std::size_t MapPage::mostCohorts() const
{
    return std::numeric_limits<std::size_t>::max();
}

std::shared_ptr<const ChartFigure> MapPage::makeFigure(FigureCaption caption) const
{
    return std::make_shared<const MapFigure>(map(), std::move(caption));
}

void MapPage::takeRequest(const QString &request)
{
    const QStringList parts = request.split(u':');
    if (parts.size() != 3)
        return;
    const EvidenceMap current = map();
    const int row = parts[1].toInt();
    const int column = parts[2].toInt();
    if (row < current.rows.size() && column < current.columns.size()) {
        session().filter()->set(
            current.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].click);
    }
}

QJsonObject MapPage::options() const
{
    return {{u"rows"_s, codeOf(axisOf(m_rows))}, {u"columns"_s, codeOf(axisOf(m_columns))}};
}

void MapPage::setOptions(const QJsonObject &options)
{
    choose(m_rows, options["rows"_L1]);
    choose(m_columns, options["columns"_L1]);
    axisChanged(m_rows, m_columns);
}

} // namespace anakinra
