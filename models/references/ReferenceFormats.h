// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/references/ReferenceRecord.h"

#include <QByteArray>

#include <array>

#include <span>

namespace anakinra {

enum class ReferenceFormat { Ris, Bibtex, CslJson };

template<>
struct CodeList<ReferenceFormat>
{
    static constexpr std::array<CodeEntry<ReferenceFormat>, 3> entries{{
        {ReferenceFormat::Ris, u"ris", u"RIS"},
        {ReferenceFormat::Bibtex, u"bibtex", u"BibTeX"},
        {ReferenceFormat::CslJson, u"csl-json", u"CSL-JSON"},
    }};
};

/// "ris", "bib", "json".
[[nodiscard]] QString fileSuffix(ReferenceFormat format);

/// UTF-8 in all formats, ready for Zotero and other reference managers.
[[nodiscard]] QByteArray referencesAs(ReferenceFormat format,
                                      std::span<const ReferenceRecord> records);

/// Notes in one field: "A. B. C."
[[nodiscard]] QString inSentences(const QStringList &notes);

/// RIS: one "TAG  - value" per line, CRLF, each record ended by ER.
[[nodiscard]] QByteArray risReferences(std::span<const ReferenceRecord> records);
/// BibTeX: TeX's special characters escaped, words with inner capitals of a title protected.
[[nodiscard]] QByteArray bibtexReferences(std::span<const ReferenceRecord> records);
/// CSL-JSON: an array of items of the Citation Style Language's schema.
[[nodiscard]] QByteArray cslJsonReferences(std::span<const ReferenceRecord> records);

} // namespace anakinra
