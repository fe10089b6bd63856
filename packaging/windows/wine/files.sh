# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Part of test-wine.sh: what is handed out, as files: size, imports, mitigations, signatures.
check_exe_is_signed() { # FILE
    osslsigncode verify -CAfile "$work/signing/ca.pem" -in "$1"
}
refuses_changed_byte() { # FILE
    cp "$1" "$work/changed"
    printf '\x41' | dd of="$work/changed" bs=1 seek=4242 conv=notrunc status=none
    ! osslsigncode verify -CAfile "$work/signing/ca.pem" -in "$work/changed" >/dev/null 2>&1
}

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
SOURCE_DATE_EPOCH=$(cat "$BUILD/package-time")
export SOURCE_DATE_EPOCH
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
