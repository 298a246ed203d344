// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

#include <optional>
#include <span>
#include <vector>

namespace anakinra {

/// What a reference manager files an entry as.
enum class ReferenceType {
    JournalArticle,
    ConferencePaper,
    News,
    Interview,
    ReviewTable, ///< a part of a review; the review is the container
    Document,    ///< kind or place of publication is not known
};

struct ReferenceName
{
    QString family; ///< or the whole name where its parts cannot be told apart
    QString given;  ///< given names or initials, "J. H."; "" = not recorded
};

/// What is missing is left out; a month needs a year, a day a month.
struct ReferenceDate
{
    std::optional<int> year;
    std::optional<int> month; ///< 1-12
    std::optional<int> day;   ///< 1-31
};

/// One entry of a bibliography, whatever the file format. Nothing is filled in: "" = not recorded.
struct ReferenceRecord
{
    QString key; ///< stable: the report's id, or "STUDY-article" for the article of a study
    ReferenceType type = ReferenceType::Document;
    std::vector<ReferenceName> authors;
    QString title; ///< in square brackets where it is a description and not a printed title
    QString container; ///< journal, news site, or the journal of the review
    QString publisher;
    QString event;
    ReferenceDate issued;
    QString volume;
    QString issue;
    QString firstPage; ///< "1710", "e003847"
    QString lastPage;  ///< "" = open or a single page
    QString doi;
    QString pmid;
    QString pmcid;
    QString kind;      ///< the kind of report in words: "Interview"
    QStringList notes; ///< in words: what was read, facts that the document does not print and where
                       ///< they come from, registration, institution

    [[nodiscard]] QString pages(const QString &dash) const; ///< "1710–1717" with that dash
};

/// One record per report, in the order given. The article of a study, where only its citation is
/// known because the library was made from a talk, an interview or a review's table, follows the
/// first of its reports as a record of its own, whose note says that it was not read.
[[nodiscard]] std::vector<ReferenceRecord> referenceRecords(const Library &library,
                                                            std::span<const int> reports);

} // namespace anakinra
