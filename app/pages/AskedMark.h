// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/pages/Offers.h"

namespace anakinra {

class FigureView;
struct Library;

/// The number under the keyboard's mark of a figure; without a mark, none.
[[nodiscard]] AskedNumber askedMark(const FigureView &view, const Library &library);

} // namespace anakinra
