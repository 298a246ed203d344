// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/SyntheticLibrary.h"

#include <cstdio>
#include <cstdlib>

/// make_library COHORTS [SEED] > FILE: an invented library of that size.
int main(int argc, char **argv)
{
    const int cohorts = argc > 1 ? std::atoi(argv[1]) : 0;
    if (cohorts < 1) {
        std::fputs("usage: make_library COHORTS [SEED] > FILE\n", stderr);
        return 2;
    }
    const quint64 seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    const QByteArray json = anakinra::test::syntheticLibrary(cohorts, seed);
    const auto size = static_cast<std::size_t>(json.size());
    return std::fwrite(json.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0 ? 0 : 1;
}
