// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

namespace anakinra {

class FacetPanel;
class LibrarySession;
class RangePanel;

/// Facets above ranges, wired to a session: requests go to its filter, its results come back.
class FilterPane : public QWidget
{
    Q_OBJECT

public:
    explicit FilterPane(LibrarySession *session, QWidget *parent = nullptr);

    [[nodiscard]] QStringList openFacets() const; ///< codes
    void setOpenFacets(const QStringList &codes);

private:
    void showResult();

    LibrarySession *m_session;
    FacetPanel *m_facets;
    RangePanel *m_ranges;
};

} // namespace anakinra
