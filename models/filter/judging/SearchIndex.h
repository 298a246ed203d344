// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"
#include "models/filter/judging/BitSet.h"
#include "models/filter/judging/BytePool.h"
#include "models/filter/judging/IndexLists.h"

#include <QByteArray>


namespace anakinra::filter {

/// Finds cohorts by the words of their own and their study's text. Equal strings and equal words
/// are kept once, so a search reads a word list instead of all text.
class SearchIndex
{
public:
    explicit SearchIndex(const Library &library);

    /// Cohorts in whose text (own or study's) every blank-separated word of `search` occurs,
    /// anywhere inside a word. All cohorts when there is no word.
    [[nodiscard]] BitSet find(QStringView search) const;

private:
    class Builder;

    [[nodiscard]] BitSet findWord(const QByteArray &searched) const;

    int m_studies = 0;
    int m_cohorts = 0;
    BytePool m_words;             ///< distinct words of all texts, UTF-8
    IndexLists m_textsOfWord;     ///< distinct texts in which a word stands
    IndexLists m_ownersOfText;    ///< studies, then cohorts (from m_studies on)
    IndexLists m_cohortsOfStudy;
};

} // namespace anakinra::filter
