#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh - makes the Windows programs from nothing with mingw-w64 on Debian 12. Root or sudo for missing packages.
#
#   build.sh                 programs, installer, MSI, SBOM: build/windows/package
#   build.sh TARGET...       these CMake targets alone
#   build.sh --has-toolchain exit code 0 when Qt for Windows need not be made first
#
# The static Qt and OpenSSL come from the first of: the cache; the archive TOOLCHAIN_ARCHIVE (default: ../shared/toolchain beside this
# checkout); build-qt.sh, which makes them from Debian's source packages (about 35 minutes).
# Settings (environment): BUILD=DIR (default build/windows), BUILD_JOBS=N (default 2), BUILD_NICE=N (default 10), XDG_CACHE_HOME, CMAKE_ARGUMENTS.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=${BUILD:-$root/build/windows}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cloud-sync-setup
archive=${TOOLCHAIN_ARCHIVE:-$root/../shared/toolchain/qt-6.4.2-mingw-w64-static.tar.xz}
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
# What the programs and packages say about when they were made: the last commit, so that two builds are equal.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CMakeLists.txt")}
export SOURCE_DATE_EPOCH QT_RCC_SOURCE_DATE_OVERRIDE=$SOURCE_DATE_EPOCH # rcc writes the time of each file into its output

# --- Qt and OpenSSL, by content: another archive or another recipe is another folder -------------------------------------------------
if [ -f "$archive" ]; then
    key=$(sha256sum "$archive" | cut -c 1-16)
else
    key=$(cat "$here/build-qt.sh" "$root/cmake/mingw-w64.cmake" | sha256sum | cut -c 1-16)
fi
toolchain=$cache/toolchain-$key
if [ "${1:-}" = --has-toolchain ]; then
    [ -e "$toolchain/complete" ] || [ -f "$archive" ]
    exit
fi
"$root/packaging/linux/install-dependencies.sh" windows
if [ ! -e "$toolchain/complete" ]; then
    rm -rf "$toolchain"
    mkdir -p "$toolchain"
    if [ -f "$archive" ]; then
        echo "Unpacking $archive"
        tar -xf "$archive" -C "$toolchain"
    else
        "$here/build-qt.sh" "$toolchain/prefix" "$toolchain/work"
    fi
    touch "$toolchain/complete"
fi
export MINGW_PREFIX=$toolchain/prefix

# --- the libraries that are only headers, as copies: the whole of /usr/include must not be on a cross compiler's path ------------------
headers=$cache/headers-$(dpkg-query -W -f='${Package} ${Version}\n' libspdlog-dev libfmt-dev libexpected-dev libcli11-dev libvalijson-dev |
    sha256sum | cut -c 1-16)
if [ ! -e "$headers/complete" ]; then
    rm -rf "$headers"
    mkdir -p "$headers"
    for one in spdlog fmt tl CLI valijson; do cp -R "/usr/include/$one" "$headers/"; done
    touch "$headers/complete"
fi

# --- OpenLDAP's codec -------------------------------------------------------------------------------------------------------------------
openldap=$cache/openldap-$(cat "$here/build-openldap.sh" | sha256sum | cut -c 1-16)
if [ ! -e "$openldap/complete" ]; then
    rm -rf "$openldap"
    echo "Building OpenLDAP's libraries for Windows"
    "$here/build-openldap.sh" "$openldap/prefix" "$openldap/work"
    touch "$openldap/complete"
fi

# --- the programs ---------------------------------------------------------------------------------------------------------------------
mkdir -p "$build"
# shellcheck disable=SC2086
cmake -S "$root" --preset windows-cross -B "$build" "-DCLOUDSYNC_HEADERS=$headers" "-DMINGW_PREFIX=$MINGW_PREFIX" "-DOPENLDAP_PREFIX=$openldap/prefix" ${CMAKE_ARGUMENTS:-} \
    >"$build/configure.log" 2>&1 || { tail -n 30 "$build/configure.log" >&2; exit 1; }
grep -h 'Qt Network Authorization' "$build/configure.log" || true
NINJA_STATUS='[%f of %t] ' nice -n "${BUILD_NICE:-10}" cmake --build "$build" --parallel "${BUILD_JOBS:-2}" ${1:+--target "$@"} ${BUILD_KEEP_GOING:+-- -k 0}

# --- what is handed out: only of a whole build -------------------------------------------------------------------------------------------
if [ $# -eq 0 ]; then
    "$here/package.sh" "$build"
fi
