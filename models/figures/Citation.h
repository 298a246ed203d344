// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra {

/// The reference of a report as far as its citation is recorded, in the usual order: authors,
/// title, journal, year, volume and pages, event, identifiers. Nothing is filled in. Facts that the
/// document does not print are followed by "*". Facts of another work follow under its name: the
/// review that prints the row, the study's article. Without any bibliographic fact: the report's label
/// and the document in words.
[[nodiscard]] QString citationText(const Report &report);

/// Whether citationText() marks anything as added by the curator.
[[nodiscard]] bool hasCuratorAddedFacts(const Report &report);

} // namespace anakinra
