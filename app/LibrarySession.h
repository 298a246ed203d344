// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Problem.h"
#include "models/figures/FigureContext.h"
#include "models/figures/RateSeries.h"
#include "models/filter/FilterEngine.h"
#include "models/filter/FilterStore.h"
#include "models/integrity/FindingIndex.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace anakinra {

/// The open library, the filter on it, and what comes of the two: the one place from which all
/// views, exports and sheets of a window take their values. Knows no widget.
class LibrarySession : public QObject
{
    Q_OBJECT

public:
    explicit LibrarySession(QObject *parent = nullptr);
    ~LibrarySession() override;

    /// Replaces the library and forgets the filter. `problems`: what was left out of it; `engine`:
    /// one that was prepared elsewhere, null = made here.
    void setLibrary(std::shared_ptr<const Library> library, std::vector<Problem> problems = {},
                    std::shared_ptr<FilterEngine> engine = {});
    void setOptions(const RateOptions &options);
    void setPanels(RatePanels panels);

    /// Applies one gesture to a copy of the criteria and hands it to the store.
    void edit(const std::function<void(FilterCriteria &)> &gesture);

    [[nodiscard]] bool hasLibrary() const { return m_library != nullptr; }
    [[nodiscard]] const Library &library() const { return *m_library; }
    [[nodiscard]] std::shared_ptr<const Library> sharedLibrary() const { return m_library; }
    [[nodiscard]] const std::vector<Problem> &problems() const { return m_problems; }
    [[nodiscard]] FilterStore *filter() { return &m_filter; }
    [[nodiscard]] const FilterCriteria &criteria() const { return m_filter.criteria(); }
    [[nodiscard]] const FilterResult &result() const { return m_result; }
    /// For judging another filter than the session's, also in another thread.
    [[nodiscard]] std::shared_ptr<const FilterEngine> engine() const { return m_engine; }
    [[nodiscard]] const RateOptions &options() const { return m_options; }
    [[nodiscard]] RatePanels panels() const { return m_panels; }

    [[nodiscard]] FigureContext context() const; ///< dated today
    [[nodiscard]] RateSeries series() const;
    /// The rates of some of the listed cohorts, for views that show only a few of very many.
    [[nodiscard]] RateSeries seriesOf(std::span<const int> cohorts) const;
    [[nodiscard]] std::vector<int> unjudgedListed() const; ///< listed although not judged

    /// What the audit finds in the library, made when first asked for: at once in a library of up
    /// to `auditedAtOnce` cohorts, else in the background, and null until findingsChanged tells
    /// that it is done. Another library, and the end of the session, cancel it.
    [[nodiscard]] std::shared_ptr<const FindingIndex> findings();
    static constexpr std::size_t auditedAtOnce = 2000;
    [[nodiscard]] bool isAuditing() const { return m_auditing; } ///< in the background
    /// Ends an audit in the background without a result: there are no findings until auditAgain() or
    /// another library.
    void cancelAudit();
    void auditAgain();

Q_SIGNALS:
    void libraryChanged(); ///< before the resultChanged of the new library
    void resultChanged();
    void optionsChanged(); ///< how rates are computed or which panels are shown
    void findingsChanged(); ///< an audit in the background has ended or was cancelled

private:
    void apply();
    void forgetFindings();
    void auditInBackground();

    std::shared_ptr<const Library> m_library;
    std::shared_ptr<FilterEngine> m_engine;
    std::vector<Problem> m_problems;
    FilterStore m_filter;
    FilterResult m_result;
    RateOptions m_options;
    RatePanels m_panels = RatePanels::ToxicityAndResponse;
    std::shared_ptr<const FindingIndex> m_findings;
    std::stop_source m_stopAudit;
    quint64 m_audit = 0; ///< number of the newest, so that an older one is not taken
    bool m_auditing = false;
    bool m_auditCancelled = false; ///< by the reader
    QThreadPool m_pool; ///< for the audit
};

} // namespace anakinra
