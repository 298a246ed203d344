// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/LibraryReader.h"
#include "models/evidence/reading/JsonText.h"
#include "models/evidence/reading/Place.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace anakinra::reading {

/// Where an id stands in the file and what became of its record.
struct Entry
{
    const Json *json = nullptr; ///< the first record with this id
    int index = -1;             ///< in the library; -1 = not read yet, or left out
    bool leftOut = false;       ///< for its faults
    std::string_view study = {};  ///< of a cohort: the id of its study
    std::string_view parent = {}; ///< of a cohort: the id of its parent as the file has it
};

/// Keys point into the parsed text.
using Ids = std::unordered_map<std::string_view, Entry>;
using CodeSet = std::unordered_set<std::string_view>;

/// What is known while one file is read: its problems, the codes and ids that values may refer
/// to, and the strings that repeat, kept once each.
class Reading
{
public:
    explicit Reading(QString fileName) : m_fileName(std::move(fileName)) {}
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

    void report(const Place &place, const QString &message);
    /// For a place known already as record and field.
    void report(const Where &where, const QString &message);

    /// JSON pointers of everything reported so far.
    [[nodiscard]] const std::vector<QString> &pointers() const { return m_pointers; }
    [[nodiscard]] std::vector<Problem> takeProblems();
    [[nodiscard]] bool hasProblems() const { return !m_problems.empty(); }

    /// `text` as a QString; short texts that repeat mostly share one.
    [[nodiscard]] QString string(const Json &text);

    /// The report with this id, or nullptr. Values of one report stand together.
    [[nodiscard]] const Entry *findReport(std::string_view id);

    CodeSet products, diseases, ageGroups, designs, indications, publications, flags, outcomes;
    Ids studies, reports, cohorts;
    CodeSet comparisonIds, overlapIds;

private:
    /// A file with more faults than this is not repaired by reading on.
    static constexpr std::size_t maxProblems = 20'000;

    QString m_fileName;
    std::vector<Problem> m_problems;
    std::vector<QString> m_pointers;
    std::size_t m_unlisted = 0;

    /// A slot for each hash; a new text takes the place of another. A map of all texts would cost
    /// a third of the time to read a large library.
    struct Shared
    {
        std::string_view bytes;
        QString string;
    };
    static constexpr std::size_t sharedSlots = 4096;
    std::vector<Shared> m_shared{sharedSlots};
    std::string_view m_lastReportId;
    const Entry *m_lastReport = nullptr;
};

} // namespace anakinra::reading
