# SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# One interface target carries every definition and warning of the project, so that no folder
# invents its own.
add_library(strict_flags INTERFACE)
add_library(anakinra::strict ALIAS strict_flags)

target_compile_definitions(strict_flags INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)

target_compile_options(strict_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
    $<$<BOOL:${ANAKINRA_WERROR}>:-Werror>)

target_include_directories(strict_flags INTERFACE "${PROJECT_SOURCE_DIR}")

if(ANAKINRA_SANITIZE)
    # -Wmaybe-uninitialized reports false positives inside Qt headers under sanitizers (gcc 12).
    target_compile_options(strict_flags INTERFACE
        -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined
        -Wno-maybe-uninitialized)
    target_link_options(strict_flags INTERFACE -fsanitize=address,undefined)
endif()
