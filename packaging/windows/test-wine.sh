#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-wine.sh - runs what build.sh made under Wine, against the laboratory where it needs one, prints sizes, imports and inventories, and
# ends with one line "N passed, N failed". Debian 12; root or sudo for missing packages. Each part is a file in wine/; tests/windows holds
# what stands in for Windows' surroundings.
#
# Settings (environment): BUILD=DIR (default build/windows), LAB_TENANT=FILE (the lab-tenant program, default build/dev), WINE_TEST_PARTS="files
# units package job wizard" (default: all), WINE_TEST_ONLY=REGEX (of the programs in units), SCREENSHOTS=DIR (default build/windows/screenshots),
# KEEP=1 leaves the working folder.
set -uo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export BUILD=${BUILD:-$root/build/windows}
parts=${WINE_TEST_PARTS:-files units package job wizard}
"$root/packaging/linux/install-dependencies.sh" windows lab test || exit 1
version=$(sed -n 's/^project(cloud-sync-setup VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
package=$BUILD/package
screenshots=${SCREENSHOTS:-$BUILD/screenshots}
if [ ! -e "$package/cloud-sync-setup.exe" ]; then
    echo "There is nothing to test: run packaging/windows/build.sh first."
    echo "0 passed, 1 failed"
    exit 1
fi
has() { [[ " $parts " == *" $1 "* ]]; }
# The stand-ins and the unit tests are no part of what is handed out.
targets=(wine-stand-ins)
! has units || targets+=(wine-unit-tests)
if ! "$here/build.sh" "${targets[@]}"; then
    echo "0 passed, 1 failed"
    exit 1
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/cloud-sync-setup-wine.XXXXXX")
export WINEPREFIX=$work/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
# Wine leaves out menus and file types of the desktop it runs on.
export WINEDLLOVERRIDES='winemenubuilder.exe=d;mscoree=d;mshtml=d'
unset DISPLAY WAYLAND_DISPLAY
wine=/usr/lib/wine/wine64
server=/usr/lib/wine/wineserver64
passed=0
failed=0
xvfb=

finish() {
    local prefix
    for prefix in "$work"/prefix*; do [ ! -d "$prefix" ] || WINEPREFIX=$prefix "$server" -k 2>/dev/null; done
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null
    [ ! -d "$work/lab" ] || "$root/tests/lab/lab.sh" remove "$work/lab" >/dev/null 2>&1
    [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT

run() { timeout "${LIMIT:-120}" "$wine" "$@" </dev/null; }
pass() { passed=$((passed + 1)); echo "PASS   $1"; }
failure() { failed=$((failed + 1)); echo "FAIL!  $1"; [ -z "${2:-}" ] || printf '%s\n' "$2" | head -n "${3:-12}" | sed 's/^/       /'; }
# check NAME COMMAND... : the command's exit code decides; its output is shown when it fails.
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1); then pass "$name"; else failure "$name" "$output"; fi
}
equal() { # NAME WANTED GOT
    if [ "$2" = "$3" ]; then pass "$1"; else failure "$1" "wanted: $2"$'\n'"got:    $3"; fi
}
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

# Registry, files and services as text that can be compared. What Wine itself touches at its own time is left out.
inventory() {
    "$server" -w 2>/dev/null
    (cd "$WINEPREFIX/drive_c" && find . \( -path ./users -o -path ./windows -o -path ./lab \) -prune -o -print | sort)
    (cd "$WINEPREFIX/drive_c" && find users/*/Desktop users/*/'Start Menu' ProgramData/Microsoft/Windows/'Start Menu' windows/Installer 2>/dev/null | sort)
    # Keys of the registry with their values, one line each.
    awk '/^\[/ { key = $0; sub(/ [0-9]+$/, "", key)
                 on = key ~ /^\[(Software\\\\(Microsoft\\\\Windows\\\\CurrentVersion\\\\(Uninstall|Installer|App Paths|Run)|Cloud|Classes\\\\Installer)|System\\\\CurrentControlSet\\\\Services)/ &&
                      key !~ /Installer\\\\(UserData|InProgress)/
                 if (on) print key
                 next }
         on && /^("|@)/ { print key " " $0 }' "$WINEPREFIX/system.reg" | sort
}

prepare_prefix() {
    "$wine" wineboot -i >/dev/null 2>&1
    local key='HKLM\Software\Microsoft\Windows NT\CurrentVersion'
    run reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
    run reg add 'HKCU\Software\Wine\WineDbg' /v ShowCrashDialog /t REG_DWORD /d 0 /f >/dev/null
    # A member server of 2022: what the product reads, where Windows has it.
    run reg add "$key" /v ProductName /d 'Windows Server 2022 (Wine)' /f >/dev/null
    run reg add "$key" /v CurrentBuildNumber /d 20348 /f >/dev/null
    run reg add "$key" /v UBR /t REG_DWORD /d 4294 /f >/dev/null
    run reg add "$key" /v InstallationType /d Server /f >/dev/null
    run reg add 'HKLM\System\CurrentControlSet\Control\ProductOptions' /v ProductType /d ServerNT /f >/dev/null
    run reg add 'HKLM\Software\Microsoft\NET Framework Setup\NDP\v4\Full' /v Release /t REG_DWORD /d 528449 /f >/dev/null
    run sc create VaultSvc binPath= 'C:\windows\system32\svchost.exe' start= demand >/dev/null
    mkdir -p "$WINEPREFIX/drive_c/lab" "$WINEPREFIX/drive_c/windows/system32/WindowsPowerShell/v1.0"
    # The stand-ins; PowerShell's takes the place of Wine's own, which does nothing. netapi32's is for the product alone: everything else
    # needs more of that library than it has.
    cp "$BUILD/tests/windows/powershell.exe" "$WINEPREFIX/drive_c/windows/system32/WindowsPowerShell/v1.0/powershell.exe"
    run reg add 'HKCU\Software\Wine\DllOverrides' /v 'powershell.exe' /d native /f >/dev/null
    cp "$BUILD/tests/windows/netapi32.dll" "$WINEPREFIX/drive_c/windows/system32/netapi32.dll"
    local program
    for program in cloud-sync-setup cloud-sync-setup-cli; do
        run reg add "HKCU\\Software\\Wine\\AppDefaults\\$program.exe\\DllOverrides" /v netapi32 /d native /f >/dev/null
    done
    run "$BUILD/tests/windows/trust-root.exe" "$(windows_path "$work/signing/ca.der")"
    # Files to be judged: signed, changed afterwards, unsigned, signed by an authority that nobody trusts.
    local lab=$WINEPREFIX/drive_c/lab
    sign_package publisher "$lab/signed.exe"
    sign_package foreign "$lab/foreign.exe"
    cp "$BUILD/tests/windows/agent-installer.exe" "$lab/unsigned.exe"
    cp "$lab/signed.exe" "$lab/changed.exe"
    printf '\x41' | dd of="$lab/changed.exe" bs=1 seek=4242 conv=notrunc status=none
    "$server" -w
}

sign_package() { # KEY FILE : the stand-in of the agent's package
    osslsigncode sign -certs "$work/signing/$1.pem" -key "$work/signing/$1.key" -h sha256 -in "$BUILD/tests/windows/agent-installer.exe" -out "$2" >/dev/null
}

# An authority for project and publisher; and a stranger with an authority that nobody trusts.
make_signing_authority() {
    mkdir -p "$work/signing"
    (
        cd "$work/signing" || exit 1
        openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj '/CN=Cloud Sync Setup lab code signing' \
            -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
        printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\n' >extensions
        for one in 'project:The Cloud Sync Setup project (lab)' 'publisher:Microsoft Corporation'; do
            openssl req -newkey rsa:2048 -nodes -keyout "${one%%:*}.key" -out request.pem -subj "/CN=${one#*:}"
            openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile extensions -out "${one%%:*}.pem"
        done
        openssl req -x509 -newkey rsa:2048 -nodes -keyout stranger.key -out stranger.pem -days 30 -subj '/CN=Microsoft Root' -addext basicConstraints=critical,CA:TRUE
        openssl req -newkey rsa:2048 -nodes -keyout foreign.key -out request.pem -subj '/CN=Microsoft Corporation'
        openssl x509 -req -in request.pem -CA stranger.pem -CAkey stranger.key -CAcreateserial -days 30 -extfile extensions -out foreign.pem
        cat stranger.pem >>foreign.pem
        openssl x509 -in ca.pem -outform DER -out ca.der
    ) >/dev/null 2>&1
}

start_display() { # a display of our own: the tests of windows and the wizard need one
    local display=:$((90 + RANDOM % 400)) pause
    Xvfb "$display" -screen 0 1400x1000x24 >/dev/null 2>&1 &
    xvfb=$!
    export DISPLAY=$display
    for _ in $(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && return; read -rt 0.1 pause <> <(:) || true; done
    failure 'a display starts'
}

make_signing_authority
! has files || . "$here/wine/files.sh"
if has units || has package || has job || has wizard; then
    echo "--- Wine $($wine --version 2>/dev/null)"
    ! { has units || has wizard; } || start_display
    prepare_prefix
fi
! has units || . "$here/wine/units.sh"
! has package || . "$here/wine/package.sh"
if has job || has wizard; then . "$here/wine/laboratory.sh"; fi
! has job || . "$here/wine/job.sh"
! has wizard || . "$here/wine/wizard.sh"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
