// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace anakinra::statistics {

/// Clears the upper halves of the vector registers of this thread, where the processor has them.
///
/// Code that paints uses them and may leave them set (Qt 6.4 does after filling an image). On many
/// x86 processors every SSE instruction then depends on what is left there: the fit of a pool took
/// fifteen times as long in a window as without one. Costs a few cycles, changes no number. For the
/// entry of whatever computes for long.
void clearVectorState();

} // namespace anakinra::statistics
