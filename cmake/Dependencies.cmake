# SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Libraries that come without (usable) CMake targets, as system includes so that our warnings
# do not judge their headers. Why each is needed is said in the README.

find_path(VALIJSON_INCLUDE_DIR valijson/validator.hpp REQUIRED)
add_library(valijson_headers INTERFACE)
target_include_directories(valijson_headers SYSTEM INTERFACE "${VALIJSON_INCLUDE_DIR}")

find_path(RAPIDJSON_INCLUDE_DIR rapidjson/document.h REQUIRED)
add_library(rapidjson_headers INTERFACE)
target_include_directories(rapidjson_headers SYSTEM INTERFACE "${RAPIDJSON_INCLUDE_DIR}")

find_path(XLSXWRITER_INCLUDE_DIR xlsxwriter.h REQUIRED)
find_library(XLSXWRITER_LIBRARY xlsxwriter REQUIRED)
add_library(xlsxwriter_library INTERFACE)
target_include_directories(xlsxwriter_library SYSTEM INTERFACE "${XLSXWRITER_INCLUDE_DIR}")
target_link_libraries(xlsxwriter_library INTERFACE "${XLSXWRITER_LIBRARY}")

find_path(ZIP_INCLUDE_DIR zip.h REQUIRED)
find_library(ZIP_LIBRARY zip REQUIRED)
add_library(zip_library INTERFACE)
target_include_directories(zip_library SYSTEM INTERFACE "${ZIP_INCLUDE_DIR}")
target_link_libraries(zip_library INTERFACE "${ZIP_LIBRARY}")

# Liberation Sans (Arial metrics, OFL) is compiled into the program so that figures look the same
# on every machine, with fonts installed or not. It is taken from where it is installed
# (Debian: fonts-liberation2) and not kept in the repository.
find_path(LIBERATION_FONT_DIR LiberationSans-Regular.ttf
    PATHS /usr/share/fonts/truetype/liberation2
          /usr/share/fonts/truetype/liberation
          /usr/share/fonts/liberation-sans
          /usr/share/fonts/liberation
    NO_DEFAULT_PATH REQUIRED)

# Optional: where it is there, fonts are read while the display is being connected to.
find_package(Fontconfig)
