#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# test-wine.sh - runs what build.sh made under Wine against the laboratory, prints sizes, imports and inventories, and ends with one line
# "N passed, N failed". Debian 12; root or sudo for missing packages. tests/windows holds what stands in for Windows' surroundings.
#
# Settings (environment): BUILD=DIR (default build/windows), LAB_TENANT=FILE (the lab-tenant program, default build/dev), WINE_TEST_PARTS="files package
# job" (default: all), KEEP=1 leaves the working folder.
set -uo pipefail
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export BUILD=${BUILD:-$root/build/windows}
parts=${WINE_TEST_PARTS:-files package job}
"$root/packaging/linux/install-dependencies.sh" windows lab test || exit 1
version=$(sed -n 's/^project(cloud-sync-setup VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
package=$BUILD/package
if [ ! -e "$package/cloud-sync-setup.exe" ]; then
    echo "There is nothing to test: run packaging/windows/build.sh first."
    echo "0 passed, 1 failed"
    exit 1
fi
# The stand-ins and the unit tests are no part of what is handed out.
if ! "$here/build.sh" wine-stand-ins wine-unit-tests; then
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

finish() {
    for prefix in "$work"/prefix*; do [ ! -d "$prefix" ] || WINEPREFIX=$prefix "$server" -k 2>/dev/null; done
    [ ! -d "$work/lab" ] || "$root/tests/lab/lab.sh" remove "$work/lab" >/dev/null 2>&1
    [ -n "${KEEP:-}" ] || rm -rf "$work"
}
trap finish EXIT

has() { [[ " $parts " == *" $1 "* ]]; }
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
    grep -aE '^\[(Software\\\\(Microsoft\\\\Windows\\\\CurrentVersion\\\\(Uninstall|Installer|App Paths|Run)|Cloud|Classes\\\\Installer)|System\\\\CurrentControlSet\\\\Services)' \
        "$WINEPREFIX/system.reg" | sed 's/ [0-9]*$//' | grep -av 'Installer\\\\\(UserData\|InProgress\)' | sort
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
}

check_exe_is_signed() { # FILE
    osslsigncode verify -CAfile "$work/signing/ca.pem" -in "$1"
}
refuses_changed_byte() { # FILE
    cp "$1" "$work/changed"
    printf '\x41' | dd of="$work/changed" bs=1 seek=4242 conv=notrunc status=none
    ! osslsigncode verify -CAfile "$work/signing/ca.pem" -in "$work/changed" >/dev/null 2>&1
}

make_signing_authority() { # publisher PREFIX-OF-FILES
    mkdir -p "$work/signing"
    (
        cd "$work/signing" || exit 1
        openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj '/CN=Cloud Sync Setup lab code signing' \
            -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign
        for one in 'project:The Cloud Sync Setup project (lab)' 'publisher:Microsoft Corporation'; do
            openssl req -newkey rsa:2048 -nodes -keyout "${one%%:*}.key" -out request.pem -subj "/CN=${one#*:}"
            printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=codeSigning\n' >extensions
            openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile extensions -out "${one%%:*}.pem"
        done
        openssl x509 -in ca.pem -outform DER -out ca.der
    ) >/dev/null 2>&1
}

# ================================================================================================================= files
make_signing_authority
if has files; then
    echo "--- size, imports, signature"
    ls -l "$package"/*.exe "$package"/*.msi | awk '{print $5, $NF}' | sed "s|$package/||"
    check 'the wizard is no larger than 26 MB' test "$(stat -c %s "$package/cloud-sync-setup.exe")" -le 26000000
    check 'the installer is no larger than 12 MB' test "$(stat -c %s "$package/cloud-sync-setup-$version-installer.exe")" -le 12000000
    for program in cloud-sync-setup cloud-sync-setup-cli; do
        imports=$(x86_64-w64-mingw32-objdump -p "$package/$program.exe" | sed -n 's/^\tDLL Name: //p' | tr 'A-Z' 'a-z' | sort -u)
        echo "$program imports: $(echo $imports)"
        foreign=
        for library in $imports; do
            case $library in api-ms-win-*) continue ;; esac
            [ -e "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/$library" ] || foreign+=" $library"
        done
        equal "$program needs no library that is not part of Windows" '' "$foreign"
        flags=$(x86_64-w64-mingw32-objdump -p "$package/$program.exe" | grep -cE '^\s+(HIGH_ENTROPY_VA|DYNAMIC_BASE|NX_COMPAT)$')
        equal "$program has address-space randomisation and no-execute" 3 "$flags"
    done
    # Manifest: the wizard asks for administrator's rights, the command line does not.
    check 'the wizard asks for elevation' grep -qa 'level="requireAdministrator"' "$package/cloud-sync-setup.exe"
    check 'the command line asks for none' grep -qa 'level="asInvoker"' "$package/cloud-sync-setup-cli.exe"
    # Signed with the laboratory's authority, packed again.
    rm -rf "$work/unsigned" && cp -r "$package" "$work/unsigned"
    export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CMakeLists.txt")}
    check 'packing once more gives the same bytes' bash -c '"$1" "$2" >/dev/null && diff -r "$3" "$2/package"' - "$here/package.sh" "$BUILD" "$work/unsigned"
    check 'signing works' env "SIGN_CERTIFICATE=$work/signing/project.pem" "SIGN_KEY=$work/signing/project.key" "$here/package.sh" "$BUILD"
    cp -r "$package" "$work/signed"
    rm -rf "$package" && cp -r "$work/unsigned" "$package"
    for file in cloud-sync-setup.exe cloud-sync-setup-cli.exe "cloud-sync-setup-$version-installer.exe" "cloud-sync-setup-$version.msi"; do
        check "the signature of $file is good" check_exe_is_signed "$work/signed/$file"
        check "$file with one changed byte is refused" refuses_changed_byte "$work/signed/$file"
    done
    check 'the list of parts is CycloneDX' /usr/bin/python3 -c 'import json, sys
document = json.load(open(sys.argv[1]))
assert document["bomFormat"] == "CycloneDX" and len(document["components"]) >= 9, document' "$package/cloud-sync-setup-$version.cdx.json"
fi

echo "--- Wine $($wine --version 2>/dev/null)"
prepare_prefix

# ================================================================================================================= unit tests
for program in "$BUILD"/tests/windows/unit/*.exe; do
    [ -e "$program" ] || continue
    name=$(basename "$program" .exe)
    LIMIT=120 run "$program" -o "$(windows_path "$work/$name.txt"),txt" >/dev/null 2>&1
    code=$?
    while read -r line; do
        case $line in
        PASS*) pass "${line#PASS   : }" ;;
        FAIL!*) failure "${line#FAIL!  : }" ;;
        esac
    done < <(tr -d '\r' <"$work/$name.txt" 2>/dev/null | grep -E '^(PASS|FAIL!)')
    [ $code -eq 0 ] || failure "$name ends well" "exit code $code"
done

# ================================================================================================================= package
if has package; then
    echo "--- installer"
    installer=$package/cloud-sync-setup-$version-installer.exe
    programs="$WINEPREFIX/drive_c/Program Files/Cloud Sync Setup"
    uninstall() { LIMIT=60 run "C:\\Program Files\\Cloud Sync Setup\\uninstall.exe" /S; "$server" -w; }
    inventory >"$work/before"
    check 'the installer works silently' run "$(windows_path "$installer")" /S
    check 'the programs are there' test -e "$programs/cloud-sync-setup.exe" -a -e "$programs/cloud-sync-setup-cli.exe" -a -e "$programs/LICENSE.txt"
    check 'the installed program runs' run 'C:\Program Files\Cloud Sync Setup\cloud-sync-setup-cli.exe' version
    check 'it stands in the Start menu' test -n "$(find "$WINEPREFIX/drive_c" -name 'Cloud Sync Setup.lnk' -print -quit)"
    check 'it stands among the installed apps' run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CloudSyncSetup' /v DisplayVersion
    check 'an upgrade goes in place' run "$(windows_path "$installer")" /S
    # The same content as a later version, then the older one on top of it.
    makensis -V1 -DVERSION=99.0.0 "-DPROGRAMS=$package" "-DLICENCES=$BUILD/staging" "-DICON=$BUILD/windows/cloud-sync-setup.ico" -DKILOBYTES=1 \
        "-DOUTPUT=$work/later.exe" "$here/installer.nsi"
    check 'a later version is installed over it' run "$(windows_path "$work/later.exe")" /S
    run "$(windows_path "$installer")" /S >/dev/null 2>&1
    equal 'an older version is refused' 102 $? # 1638 in the eight bits that Linux shows of it
    equal 'the later version is still there' 99.0.0 \
        "$(run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\CloudSyncSetup' /v DisplayVersion | tr -d '\r' | awk '/DisplayVersion/{print $3}')"
    check 'the uninstaller works silently' uninstall
    inventory >"$work/after"
    echo "inventory before and after (diff): $(diff "$work/before" "$work/after" | grep -c '^[<>]') lines"
    check 'registry, files and services are as before' diff "$work/before" "$work/after"
    LIMIT=180
    check 'the MSI installs' run msiexec /i "$(windows_path "$package/cloud-sync-setup-$version.msi")" /qn
    check 'the MSI has put the programs there' test -e "$programs/cloud-sync-setup-cli.exe"
    check 'the MSI is removed' run msiexec /x "$(windows_path "$package/cloud-sync-setup-$version.msi")" /qn
    check 'the MSI leaves no program behind' test ! -e "$programs"
    unset LIMIT
fi

# ================================================================================================================= the whole job
fill_answers() { # HOST : the laboratory's answer file with paths as this Windows sees them
    /usr/bin/python3 - "$work/lab/answers.json" "$1" <<'P'
import json, sys
path, host = sys.argv[1:]
answers = json.load(open(path, encoding="utf-8"))
drive = lambda name: "Z:" + name.replace("/", "\\")
answers["cloud"]["caFile"] = drive(answers["cloud"]["caFile"])
answers["server"]["agentPackage"] = r"C:\lab\AADConnectProvisioningAgentSetup.exe"
answers["signIn"]["certificate"]["file"] = drive(answers["signIn"]["certificate"]["file"])
answers["serviceAccount"]["hosts"] = [host]
answers.pop("passwordWriteback")
for directory in answers["directories"]:
    directory["caFile"] = drive(directory["caFile"])
    directory["credential"]["user"] = "CONTOSO.TEST\\Administrator"
    directory["credential"]["password"]["file"] = drive(directory["credential"]["password"]["file"])
json.dump(answers, sys.stdout, indent=2)
P
}

place_stand_ins() {
    cp "$BUILD/tests/windows/powershell.exe" "$WINEPREFIX/drive_c/windows/system32/WindowsPowerShell/v1.0/powershell.exe"
    cp "$BUILD/tests/windows/netapi32.dll" "$WINEPREFIX/drive_c/windows/system32/netapi32.dll"
    cp "$work/agent.exe" "$WINEPREFIX/drive_c/lab/AADConnectProvisioningAgentSetup.exe"
    printf '{"tenant":"%s","caFile":"%s"}\n' "$LAB_TENANT_URL" "Z:$LAB_TENANT_CA" >"$WINEPREFIX/drive_c/lab/lab.json"
    run "$BUILD/tests/windows/trust-root.exe" "$(windows_path "$work/signing/ca.der")"
}

cli() { # WORDS... : standard output to $work/out, standard error to $work/err
    LIMIT=${CLI_LIMIT:-240} run "$package/cloud-sync-setup-cli.exe" "$@" --state-dir 'C:\lab\state' --log-file 'C:\lab\log.txt' --json >"$work/out" 2>"$work/err"
}
document() { /usr/bin/python3 -c 'import json, sys; document = json.load(open(sys.argv[1], encoding="utf-8")); print(eval(sys.argv[2]))' "$work/out" "$1" 2>&1; }
outcomes='" ".join(sorted({step["outcome"] for step in document.get("steps", [])})) or document.get("error")'

if has job; then
    echo "--- laboratory"
    "$root/tests/lab/lab.sh" start "$work/lab" || failure 'the laboratory starts'
    eval "$("$root/tests/lab/lab.sh" env "$work/lab")"
    export KRB5_CONFIG
    osslsigncode sign -certs "$work/signing/publisher.pem" -key "$work/signing/publisher.key" -h sha256 -in "$BUILD/tests/windows/agent-installer.exe" \
        -out "$work/agent.exe" >/dev/null
    place_stand_ins
    # Wine's own library for everything that needs more of it; the stand-in for the product alone.
    run reg add 'HKCU\Software\Wine\AppDefaults\cloud-sync-setup-cli.exe\DllOverrides' /v netapi32 /d native /f >/dev/null
    run reg add 'HKCU\Software\Wine\DllOverrides' /v 'powershell.exe' /d native /f >/dev/null
    "$server" -w
    answers='C:\lab\answers.json'
    fill_answers SYNC1 >"$WINEPREFIX/drive_c/lab/answers.json"
fi
if has job; then
    echo "--- the whole job from the command line"
    cp -a "$WINEPREFIX" "$work/prefix-second"
    inventory >"$work/before"
    "$root/tests/lab/dc/dump.sh" "$work/lab/dc" >"$work/directory-before" 2>/dev/null
    cli check --answers "$answers"
    code=$?
    equal 'check finds nothing in the way' 0 "$code"
    [ $code -eq 0 ] || document '"\n".join(f["id"] + ": " + f["evidence"] for f in document.get("findings", []) if f["severity"] == "error") or document'
    cli apply --answers "$answers" --yes
    equal 'apply carries the whole plan out' '0 applied' "$? $(document "$outcomes")"
    check 'the agent runs as a service' bash -c '"$1" sc query AADConnectProvisioningAgent | grep -q RUNNING' - "$wine"
    equal 'the service runs as the managed account' 'CONTOSO\provAgentgMSA$' \
        "$(run reg query 'HKLM\System\CurrentControlSet\Services\AADConnectProvisioningAgent' /v ObjectName | tr -d '\r' | awk '/ObjectName/{print $3}')"
    equal 'no secret reached a command line or the environment of PowerShell' 'False False True' "$(/usr/bin/python3 -c 'import json, sys
lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
print(any(l["secretOnCommandLine"] for l in lines), any(l["secretInEnvironment"] for l in lines), all(l["scriptIsWhole"] for l in lines) and len(lines) >= 4)' \
        "$WINEPREFIX/drive_c/lab/powershell.jsonl")"
    equal 'PowerShell saw no variable that was only set here' '' "$(/usr/bin/python3 -c 'import json, sys
print(" ".join(sorted({v for line in open(sys.argv[1], encoding="utf-8") for v in json.loads(line)["variables"] if v in ("WINEPREFIX", "KRB5_CONFIG", "BUILD", "LAB_FOLDER")})))' \
        "$WINEPREFIX/drive_c/lab/powershell.jsonl")"
    password=$(cat "$work/lab/secrets/directory-password")
    check 'the password is in no file that the run left' bash -c '! grep -raqF -e "$1" "$2"' - "$password" "$WINEPREFIX/drive_c/lab"
    check 'the directory holds the managed account' "$root/tests/lab/dc/dc.sh" run "$work/lab/dc" bash -c \
        'ldapsearch -LLL -x -H "$DC_URI" -D "$DC_ADMIN" -w "$DC_ADMIN_PASSWORD" -b "$DC_BASE" "(sAMAccountName=provAgentgMSA$)" dn | grep -q "^dn: CN=provAgentgMSA"'
    last=$("$root/tests/lab/lab.sh" last "$work/lab")
    cli apply --answers "$answers" --yes
    equal 'a second run has nothing to do' '0 alreadyThere' "$? $(document "$outcomes")"
    equal 'the second run writes nothing to the tenant' 0 "$("$root/tests/lab/lab.sh" writes "$work/lab" "$last")"

    echo "--- a second server"
    (
        export WINEPREFIX=$work/prefix-second
        fill_answers SYNC2 >"$WINEPREFIX/drive_c/lab/answers.json"
        cli apply --answers "$answers" --yes
        code=$?
        "$server" -w
        exit $code
    )
    equal 'a second server is set up' 0 $?
    equal 'both servers may use the account' 2 "$("$root/tests/lab/dc/dc.sh" run "$work/lab/dc" bash -c \
        'samba-tool service-account group-msa-membership show --name "provAgentgMSA" -H "$DC_URI" -U "$DC_ADMIN%$DC_ADMIN_PASSWORD" 2>/dev/null' | grep -c 'SYNC[12]')"
    (
        export WINEPREFIX=$work/prefix-second
        cli undo --yes
        code=$?
        "$server" -k
        exit $code
    )
    equal 'undo on the second server' 0 $?

    echo "--- undo"
    cli undo --yes
    code=$?
    # Directory synchronisation, once switched on for a tenant, stays on: undo says so and ends with 6.
    equal 'undo takes back what the run made' 6 "$code"
    run sc query AADConnectProvisioningAgent >/dev/null 2>&1
    equal 'the service is gone' 36 $? # 1060 in eight bits
    "$root/tests/lab/dc/dump.sh" "$work/lab/dc" >"$work/directory-after" 2>/dev/null
    check 'the directory is as before' diff "$work/directory-before" "$work/directory-after"
    inventory | grep -v 'Package Cache' >"$work/after"
    echo "inventory before and after (diff): $(diff "$work/before" "$work/after" | grep -c '^[<>]') lines"
    check 'registry, files and services are as before' diff "$work/before" "$work/after"
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
