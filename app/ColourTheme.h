// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace anakinra {

enum class ColourTheme { System, Light, Dark };

/// Gives the application a palette of its own, or that of the platform back. Exports do not look
/// at it.
void applyColourTheme(ColourTheme theme);

} // namespace anakinra
