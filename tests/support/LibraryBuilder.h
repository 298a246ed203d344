// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <functional>
#include <memory>

namespace anakinra::test {

/// Makes small libraries in memory, readable in a test:
///
///     LibraryBuilder make;
///     make.cohort("liang/all", 25);
///     make.cohort("liang/sc", 15, "liang/all", [](Cohort &c) {
///         c.regimens = {starting({Route::Subcutaneous}, mgPerDay(200))};
///     });
///     auto library = make.build();
///
/// A study is made when its first cohort is; nothing is inherited, as that is the reader's work.
class LibraryBuilder
{
public:
    using EditCohort = std::function<void(Cohort &)>;

    LibraryBuilder();

    /// n < 0: not reported. nAnakinra = n unless the edit sets it or the role has none.
    LibraryBuilder &cohort(const char *id, int n, const EditCohort &edit = {});
    LibraryBuilder &cohort(const char *id, int n, const char *parent, const EditCohort &edit = {});
    LibraryBuilder &study(const char *id, const std::function<void(Study &)> &edit = {});
    LibraryBuilder &report(const char *study, const char *id, const char *kind,
                           PeerReviewed peerReviewed = PeerReviewed::NotStated,
                           const std::function<void(Report &)> &edit = {});
    LibraryBuilder &overlap(const char *a, const char *b, OverlapLevel level);

    [[nodiscard]] Library &draft() { return m_library; }
    /// Links children and fills the indices.
    [[nodiscard]] std::shared_ptr<const Library> build();

private:
    int studyAt(const QString &id);

    Library m_library;
};

[[nodiscard]] Dose mgPerDay(double min, double max = 0);
[[nodiscard]] Dose mgPerKgPerDay(double min, double max = 0);
[[nodiscard]] Regimen starting(std::vector<Route> routes, std::optional<Dose> dose = {});
[[nodiscard]] Regimen stepUp(std::vector<Route> routes, std::optional<Dose> dose = {});
/// n < 0: share not printed.
[[nodiscard]] ProductShare product(const char *code, int n = -1);
[[nodiscard]] Coded coded(std::initializer_list<const char *> codes);
[[nodiscard]] StartDay startDay(std::optional<double> min, std::optional<double> max,
                                std::optional<double> median = {});
/// "8 or 9"
[[nodiscard]] Count count(int value, int max = -1);

} // namespace anakinra::test
