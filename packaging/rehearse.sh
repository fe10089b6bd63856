#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# rehearse.sh - the whole set-up, for real, on a laboratory of this machine's own. Debian 12; root or sudo.
#
#   rehearse.sh            installs what is missing, builds, starts the laboratory, carries packaging/rehearsal-answers.json out.
#                          With a display the wizard opens instead, pointed at the laboratory.
#   rehearse.sh --fresh    the same on a new laboratory; without it the laboratory is as the last rehearsal left it
#   rehearse.sh --stop     ends the laboratory; its content stays
#
# Exit code: that of the set-up (README.md, "Exit codes").
# Settings (environment): REHEARSAL_FOLDER=DIR (default $XDG_STATE_HOME/cloud-sync-setup-rehearsal), REHEARSAL_BUILD=DIR (default build/dev),
# REHEARSAL_JOBS=N (default: as many as there are processors).
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${REHEARSAL_FOLDER:-${XDG_STATE_HOME:-$HOME/.local/state}/cloud-sync-setup-rehearsal}
build=${REHEARSAL_BUILD:-$root/build/dev}
lab=$root/tests/lab/lab.sh
# What was compiled in one checkout serves the next one, wherever it lies.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1

usage() {
    sed -n '5,8s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

fresh=
case ${1:-} in
"") ;;
--fresh) fresh=1 ;;
--stop)
    "$lab" stop "$folder"
    echo "The laboratory in $folder has stopped. Its content stays for the next rehearsal."
    exit 0
    ;;
*) usage ;;
esac
[ $# -le 1 ] || usage

heading() { printf '\n== %s\n' "$*"; }

# ------------------------------------------------------------------------------------------------- install and build

heading "Packages"
"$root/packaging/linux/install-dependencies.sh" build lab
echo "Everything that is needed is installed."

heading "Build"
with_display=
[ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || with_display=1
program="lab-cli"
[ -z "$with_display" ] || program="lab-wizard"
mkdir -p "$build"
if [ ! -f "$build/build.ninja" ]; then
    cmake -S "$root" --preset dev -B "$build" >"$build/configure.log" 2>&1 || { tail -n 30 "$build/configure.log" >&2; exit 1; }
fi
NINJA_STATUS='[%f of %t] ' cmake --build "$build" --target "$program" lab-tenant --parallel "${REHEARSAL_JOBS:-$(nproc)}"
export LAB_TENANT=$build/tests/lab/tenant/lab-tenant

# -------------------------------------------------------------------------------------------------------- laboratory

heading "Laboratory"
# Active Directory's ports lie below 1024. Who is not root starts the laboratory with that one right, through sudo.
privileged=()
if [ "$(id -u)" != 0 ] && [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" -gt 88 ]; then
    privileged=(sudo setpriv --reuid "$(id -u)" --regid "$(id -g)" --init-groups --inh-caps +net_bind_service
        --ambient-caps +net_bind_service -- env "HOME=$HOME" "PATH=$PATH" "LAB_TENANT=$LAB_TENANT"
        ${XDG_CACHE_HOME:+"XDG_CACHE_HOME=$XDG_CACHE_HOME"})
fi
verb=start
[ -z "$fresh" ] || verb=fresh
${privileged[@]+"${privileged[@]}"} "$lab" $verb "$folder"
lab_environment=$("$lab" env "$folder")
eval "$lab_environment"
export LAB_FOLDER KRB5_CONFIG
answers=$LAB_ANSWERS
state=$folder/state
echo "Folder: $folder"

if [ -n "$with_display" ]; then
    heading "Wizard"
    echo "The wizard opens with the answers of this rehearsal: $answers"
    exec "$build/tests/lab/lab-wizard" --answers "$answers" --state-dir "$state" --log-file "$folder/log/rehearsal.log"
fi

# --------------------------------------------------------------------------------------------------------- rehearsal

cli=("$build/tests/lab/lab-cli")
common=(--answers "$answers" --state-dir "$state")
before=$("$lab" last "$folder")

heading "Plan"
code=0
"${cli[@]}" plan "${common[@]}" || code=$?

if [ $code = 0 ]; then
    heading "Run"
    "${cli[@]}" apply --yes --log-file "$folder/log/rehearsal.log" "${common[@]}" || code=$?
fi

case $code in 0 | 194) # 194: done, a restart is needed (README.md, "Exit codes")
    heading "Status"
    "${cli[@]}" status "${common[@]}" || code=$?
    ;;
esac

heading "Result"
# A run that began left its report beside its journal.
newest=$(find "$state/reports" -name '*.html' -newer "$folder/answers.json" -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -n 1 | cut -d' ' -f2-)
[ -z "$newest" ] || echo "Report: $newest"
echo "Writes that the tenant recorded in this run: $("$lab" writes "$folder" "$before")"
echo "Exit code of the run: $code"
exit $code
