// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/evidence/Library.h"

namespace anakinra::test {

/// Gives every value of the library a locator, as the reader demands of a file.
void locateEverything(Library &library);

} // namespace anakinra::test
