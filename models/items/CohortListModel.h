// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <QAbstractListModel>

#include <memory>

namespace anakinra {

/// All cohorts of a library in its order, comparators included, by name and size: for choosing one.
/// The row is the index into Library::cohorts. Names are made when they are asked for.
class CohortListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setLibrary(std::shared_ptr<const Library> library);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Display and edit: "Liang 2025, SC group (n = 15)"; tool tip: kind of group and id.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::shared_ptr<const Library> m_library;
};

} // namespace anakinra
