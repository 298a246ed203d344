# SPDX-FileCopyrightText: 2026 Anakinra Evidence Browser contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by app/run and tests/run: installs what is missing on Debian 12 and builds.
# Everything is said on standard error, so that `./app/run list --format json` stays pure.

project_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
build_dir="$project_dir/build/release"

# Why each of them is needed is said in the README.
build_packages=(
    g++ cmake ninja-build
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev
    libboost-math-dev rapidjson-dev libvalijson-dev libxlsxwriter-dev libzip-dev
    fonts-liberation2 libfontconfig-dev
)
run_packages=(qt6-qpa-plugins libqt6svg6 qt6-image-formats-plugins)
test_packages=(xvfb xauth poppler-utils unzip)

say() { printf '%s\n' "$*" >&2; }

ensure_packages() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] ||
            missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing, and installing them needs root or sudo:"
            say "  ${missing[*]}"
            return 1
        fi
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# build TARGET...: configures once, then builds; ccache is used where it is installed.
build() {
    local launcher=()
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    if [ ! -f "$build_dir/build.ninja" ]; then
        (cd "$project_dir" && cmake --preset release -DANAKINRA_WERROR=ON "${launcher[@]}") >&2
    fi
    # Nothing is said when there is nothing to do; on failure the compiler's words are shown.
    cmake --build "$build_dir" --target "$@" >&2
}
