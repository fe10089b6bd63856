#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# reproducible.sh [FOLDER] - builds the last commit twice, in two places whose paths differ, the second time without the compiler's cache, and
# compares everything that is handed out, byte for byte. Nothing is signed. Takes twice as long as build.sh with nothing built. Exit code 0:
# equal. FOLDER (default: a temporary one, removed afterwards) keeps both. WITH_CACHE=1 lets the second build use the compiler's cache, too:
# quicker, and says nothing of the compiler.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
folder=${1:-}
if [ -z "$folder" ]; then
    folder=$(mktemp -d "${TMPDIR:-/tmp}/cloud-sync-setup-reproducible.XXXXXX")
    trap 'rm -rf "$folder"' EXIT
fi
SOURCE_DATE_EPOCH=$(git -C "$root" log -1 --format=%ct)
export SOURCE_DATE_EPOCH TOOLCHAIN_ARCHIVE=${TOOLCHAIN_ARCHIVE:-$root/../shared/toolchain/qt-6.4.2-mingw-w64-static.tar.xz}
unset SIGN_CERTIFICATE SIGN_KEY SIGN_TIMESTAMP BUILD
for place in one "another/place-with-a-longer-name"; do
    rm -rf "${folder:?}/${place%%/*}"
    mkdir -p "$folder/$place"
    git -C "$root" archive HEAD | tar -x -C "$folder/$place"
    # The working folder's own time must not matter either.
    find "$folder/$place" -exec touch -h -d "@$((SOURCE_DATE_EPOCH - RANDOM))" {} +
    BUILD="$folder/$place/build/windows" "$folder/$place/packaging/windows/build.sh" >"$folder/${place%%/*}.log" 2>&1 ||
        { tail -n 20 "$folder/${place%%/*}.log"; exit 1; }
    [ -n "${WITH_CACHE:-}" ] || export CCACHE_DISABLE=1
done
cd "$folder"
if diff -r one/build/windows/package "another/place-with-a-longer-name/build/windows/package"; then
    cat one/build/windows/package/SHA256SUMS
    echo "Both builds are equal."
else
    echo "The builds differ."
    exit 1
fi
