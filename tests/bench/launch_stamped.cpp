// SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the monotonic clock into ANAKINRA_BENCH_START and becomes the given program, so that the
// program can tell how long it took from exec to its first painted window. A launcher of its own,
// because the clock must be read after fork and before exec.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fputs("usage: launch_stamped PROGRAM [ARGUMENT...]\n", stderr);
        return 2;
    }
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    const std::string nanoseconds =
        std::to_string(static_cast<long long>(now.tv_sec) * 1'000'000'000LL + now.tv_nsec);
    setenv("ANAKINRA_BENCH_START", nanoseconds.c_str(), 1);
    execv(argv[1], argv + 1);
    std::perror(argv[1]);
    return 1;
}
