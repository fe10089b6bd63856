#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh - installs what is missing, builds everything, runs every test with its own laboratories, and ends with one line
# "N passed, N failed". Debian 12; root or sudo. Exit code 0 only when something ran and nothing failed.
#
#   run.sh [CTEST ARGUMENT...]     for example -R layering, -LE lab; with arguments the tests of the Windows programs are left out
#
# Settings (environment): TEST_BUILD=DIR (default build/dev), TEST_JOBS=N for the compiler (default: as many as there are processors).
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=${TEST_BUILD:-$root/build/dev}
export CCACHE_DIR=${CCACHE_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/ccache}
# What was compiled in one checkout serves the next one, wherever it lies.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
cd "$root"
# Each program adds how many requests its tenants saw, and how many of them were checked.
export CLOUDSYNC_REQUEST_TALLY=$build/requests.tally

packaging/linux/install-dependencies.sh build lab test

# Active Directory's ports lie below 1024: who is not root runs the tests with that one right.
privileged=()
if [ "$(id -u)" != 0 ] && [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" -gt 88 ]; then
    privileged=(sudo setpriv --reuid "$(id -u)" --regid "$(id -g)" --init-groups --inh-caps +net_bind_service
        --ambient-caps +net_bind_service -- env "HOME=$HOME" "PATH=$PATH" "CLOUDSYNC_REQUEST_TALLY=$CLOUDSYNC_REQUEST_TALLY" ${XDG_CACHE_HOME:+"XDG_CACHE_HOME=$XDG_CACHE_HOME"})
fi

mkdir -p "$build"
cmake -S . --preset dev -B "$build" >"$build/configure.log" 2>&1 || { tail -n 30 "$build/configure.log" >&2; echo "0 passed, 1 failed"; exit 1; }
if ! NINJA_STATUS='[%f of %t] ' cmake --build "$build" --parallel "${TEST_JOBS:-$(nproc)}"; then
    echo "The build failed."
    echo "0 passed, 1 failed"
    exit 1
fi

results=$build/test-results.xml
rm -f "$results" "$CLOUDSYNC_REQUEST_TALLY"
# The whole output of each test goes into the result file, where the single test functions are counted.
${privileged[@]+"${privileged[@]}"} ctest --test-dir "$build" --parallel 2 --timeout 900 --output-on-failure --no-tests=error \
    --test-output-size-passed 4000000 --test-output-size-failed 4000000 --output-junit "$results" "$@" || true
# The Windows programs and their tests under Wine, where a Qt for the cross compiler is at hand. With the archive alone the one of our own recipe
# is made first, once: a quarter of an hour more.
windows_results=
if [ $# -gt 0 ]; then
    echo "Not run here: the Windows build and its tests under Wine, because the tests were picked by arguments (packaging/windows/build.sh, then test-wine.sh)."
elif ! packaging/windows/build.sh --has-toolchain; then
    echo "Not run here: the Windows build and its tests under Wine, because the static Qt for Windows is neither in the cache nor in ../shared/toolchain (packaging/windows/build.sh makes it)."
else
    windows_results=$build/windows-results.txt
    rm -f "$windows_results"
    begin=$SECONDS
    # The last line of each is "N passed, N failed", or is missing: then summary.py counts a failure.
    {
        BUILD_JOBS=${TEST_JOBS:-$(nproc)} packaging/windows/build.sh &&
            ${privileged[@]+"${privileged[@]}"} env "LAB_TENANT=$build/tests/lab/tenant/lab-tenant" packaging/windows/test-wine.sh
    } 2>&1 | tee "$windows_results" || true
    echo "The Windows build and its tests under Wine took $((SECONDS - begin)) s."
fi
exec /usr/bin/python3 tests/summary.py "$results" "$CLOUDSYNC_REQUEST_TALLY" $windows_results
