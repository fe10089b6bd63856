#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh - makes the Windows programs from nothing with mingw-w64 on Debian 12. Root or sudo for missing packages.
#
#   build.sh                 programs, installer, MSI, SBOM: build/windows/package
#   build.sh TARGET...       these CMake targets alone
#   build.sh --has-toolchain exit code 0 where a static Qt for Windows is at hand: in the cache, or as an archive
#
# The static Qt and OpenSSL come from the cache, or from build-qt.sh, which makes them from Debian's source packages (15 to 20 minutes).
# TOOLCHAIN_ARCHIVE names a packed prefix made elsewhere. One of the same recipe (its file recipe says so) is unpacked into the cache. Another
# (default: the one in ../shared/toolchain beside this checkout, compiled for speed) serves only where the source packages are out of reach,
# because the wizard becomes larger with it.
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

# --- Qt and OpenSSL, by content: another recipe is another folder ------------------------------------------------------------------------
key=$(cat "$here/build-qt.sh" "$root/cmake/mingw-w64.cmake" | sha256sum | cut -c 1-16)
toolchain=$cache/toolchain-$key
if [ "${1:-}" = --has-toolchain ]; then
    [ -e "$toolchain/complete" ] || [ -f "$archive" ]
    exit
fi
"$root/packaging/linux/install-dependencies.sh" windows
unpack_archive() { # FOLDER
    echo "Unpacking $archive"
    rm -rf "$1"
    mkdir -p "$1"
    tar -xf "$archive" -C "$1"
    touch "$1/complete"
}
if [ ! -e "$toolchain/complete" ] && [ -f "$archive" ] && [ "$(tar -xOf "$archive" prefix/recipe 2>/dev/null)" = "$key" ]; then
    unpack_archive "$toolchain"
fi
if [ ! -e "$toolchain/complete" ]; then
    rm -rf "$toolchain"
    mkdir -p "$toolchain"
    status=0
    "$here/build-qt.sh" "$toolchain/prefix" "$toolchain/work" || status=$?
    if [ $status -eq 0 ]; then
        echo "$key" >"$toolchain/prefix/recipe"
        touch "$toolchain/complete"
    elif [ $status -eq 3 ] && [ -f "$archive" ]; then
        echo "The source packages of Qt and OpenSSL are out of reach: $archive takes their place. The wizard becomes larger than it need be."
        toolchain=$cache/toolchain-$(sha256sum "$archive" | cut -c 1-16)
        [ -e "$toolchain/complete" ] || unpack_archive "$toolchain"
    else
        exit $status
    fi
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
# What CMake found in another Qt, it would look for there again.
grep -qF "Qt6_DIR:PATH=$MINGW_PREFIX/" "$build/CMakeCache.txt" 2>/dev/null || rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles"
# shellcheck disable=SC2086
cmake -S "$root" --preset windows-cross -B "$build" "-DCLOUDSYNC_HEADERS=$headers" "-DMINGW_PREFIX=$MINGW_PREFIX" "-DOPENLDAP_PREFIX=$openldap/prefix" ${CMAKE_ARGUMENTS:-} \
    >"$build/configure.log" 2>&1 || { tail -n 30 "$build/configure.log" >&2; exit 1; }
grep -h 'Qt Network Authorization' "$build/configure.log" || true
NINJA_STATUS='[%f of %t] ' nice -n "${BUILD_NICE:-10}" cmake --build "$build" --parallel "${BUILD_JOBS:-2}" ${1:+--target "$@"} ${BUILD_KEEP_GOING:+-- -k 0}

# --- what is handed out: only of a whole build -------------------------------------------------------------------------------------------
if [ $# -eq 0 ]; then
    "$here/package.sh" "$build"
fi
