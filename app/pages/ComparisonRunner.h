// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/comparison/FilterComparison.h"
#include "models/filter/FilterEngine.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace anakinra {

/// What two filters are to be compared by.
struct FilterComparisonRequest
{
    std::shared_ptr<const Library> library;
    std::shared_ptr<const FilterEngine> engine; ///< of that library
    FilterCriteria a;
    FilterCriteria b;
    CompareOptions options;
    QString outcome; ///< "" = all
};

/// Compares two filters in the background, as their pools may take a while. A newer request stops
/// the older one, which is then never told.
class ComparisonRunner : public QObject
{
    Q_OBJECT

public:
    explicit ComparisonRunner(QObject *parent = nullptr);
    ~ComparisonRunner() override;

    void start(const FilterComparisonRequest &request);
    void cancel();

Q_SIGNALS:
    /// Of the newest request. The comparison points into the request's library.
    void finished(const anakinra::FilterComparisonRequest &request,
                  const std::shared_ptr<const anakinra::FilterComparison> &comparison);

private:
    QThreadPool m_pool;
    std::stop_source m_stop;
};

} // namespace anakinra
