// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/statistics/VectorState.h"

#if defined(__x86_64__) && defined(__GNUC__)
#    include <immintrin.h>
#endif

namespace anakinra::statistics {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

[[gnu::target("avx")]] void clearWithAvx()
{
    _mm256_zeroupper();
}

} // namespace

void clearVectorState()
{
    static const bool hasAvx = __builtin_cpu_supports("avx") != 0;
    if (hasAvx)
        clearWithAvx();
}

#else

void clearVectorState() {}

#endif

} // namespace anakinra::statistics
