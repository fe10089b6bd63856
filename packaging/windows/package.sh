#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# package.sh BUILD-FOLDER - makes BUILD-FOLDER/package: portable programs, installer, MSI, SBOM, licence texts. Called by build.sh.
#
# Signing (environment): SIGN_CERTIFICATE and SIGN_KEY (PEM files) sign programs, uninstaller, installer and MSI; SIGN_TIMESTAMP=URL adds
# the time stamp of an RFC 3161 service. Without them nothing is signed. Before signing two runs give the same bytes.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8 TZ=UTC
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(realpath "${1:?usage: package.sh BUILD-FOLDER}")
: "${SOURCE_DATE_EPOCH:?is set by build.sh}"
prefix=$(sed -n 's/^MINGW_PREFIX:[A-Z]*=//p' "$build/CMakeCache.txt")
OPENSSL_VERSION=$(sed -n 's/^# *define OPENSSL_VERSION_STR "\(.*\)"/\1/p' "$prefix/include/openssl/opensslv.h")
export OPENSSL_VERSION
version=$(sed -n 's/^project(cloud-sync-setup VERSION \([0-9.]*\).*/\1/p' "$root/CMakeLists.txt")
package=$build/package
staging=$build/staging
rm -rf "$package" "$staging"
echo "$SOURCE_DATE_EPOCH" >"$build/package-time" # for whoever packs the same once more
mkdir -p "$package" "$staging/third-party"

cp "$build/app/cloud-sync-setup.exe" "$build/app/cloud-sync-setup-cli.exe" "$package/"
cp "$root/LICENSE" "$staging/LICENSE.txt"

# --- licences and SBOM of what is linked -----------------------------------------------------------------------------------------------
/usr/bin/python3 "$here/sbom.py" "$version" "$SOURCE_DATE_EPOCH" "$staging/third-party" >"$package/cloud-sync-setup-$version.cdx.json"

# --- signing ---------------------------------------------------------------------------------------------------------------------------
sign() { # FILE : replaces it by the signed one
    [ -n "${SIGN_CERTIFICATE:-}" ] || return 0
    osslsigncode sign -certs "$SIGN_CERTIFICATE" -key "${SIGN_KEY:?is needed with SIGN_CERTIFICATE}" -h sha256 -n 'Cloud Sync Setup' \
        ${SIGN_TIMESTAMP:+-ts "$SIGN_TIMESTAMP"} -in "$1" -out "$1.signed" >/dev/null
    mv "$1.signed" "$1"
}
sign "$package/cloud-sync-setup.exe"
sign "$package/cloud-sync-setup-cli.exe"

# Every file inside carries the same time, whenever it was made.
stamp() { find "$@" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }
stamp "$package" "$staging"

# --- installer -------------------------------------------------------------------------------------------------------------------------
kilobytes=$(du -ck "$package"/*.exe "$staging" | tail -n 1 | cut -f 1)
signing=()
if [ -n "${SIGN_CERTIFICATE:-}" ]; then
    printf '#!/bin/sh\nset -e\nosslsigncode sign -certs "%s" -key "%s" -h sha256 -n "Cloud Sync Setup" %s -in "$1" -out "$1.signed" >/dev/null\nmv "$1.signed" "$1"\n' \
        "$SIGN_CERTIFICATE" "$SIGN_KEY" "${SIGN_TIMESTAMP:+-ts '$SIGN_TIMESTAMP'}" >"$staging/sign-uninstaller"
    chmod +x "$staging/sign-uninstaller"
    signing=("-DSIGN=$staging/sign-uninstaller")
fi
makensis -V2 "-DVERSION=$version" "-DPROGRAMS=$package" "-DLICENCES=$staging" "-DICON=$build/windows/cloud-sync-setup.ico" "-DKILOBYTES=$kilobytes" \
    "-DOUTPUT=$package/cloud-sync-setup-$version-installer.exe" ${signing[@]+"${signing[@]}"} "$here/installer.nsi"
sign "$package/cloud-sync-setup-$version-installer.exe"

# --- MSI -------------------------------------------------------------------------------------------------------------------------------
# Product and package code follow from version and content, as Windows Installer wants them to.
uuid() { /usr/bin/python3 -c 'import sys, uuid; print(str(uuid.uuid5(uuid.NAMESPACE_URL, sys.argv[1])).upper())' "$1"; }
identity=$(uuid "cloud-sync-setup package $(cat "$package"/*.exe | sha256sum)")
/usr/bin/python3 - "$here/installer.wxs.in" "$staging" "$package" "$version" "$(uuid "cloud-sync-setup product $version")" \
    "$identity" >"$build/installer.wxs" <<'PYTHON'
import os, sys, uuid
template, staging, package, version, product, identity = sys.argv[1:]
components, references = [], []
for number, name in enumerate(sorted(os.listdir(os.path.join(staging, "third-party")))):
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, "cloud-sync-setup licence " + name)).upper()
    components.append('          <Component Id="Third%d" Guid="%s" Win64="yes"><File Id="ThirdFile%d" Name="%s" Source="staging/third-party/%s" KeyPath="yes"/></Component>'
                      % (number, guid, number, name, name))
    references.append('      <ComponentRef Id="Third%d"/>' % number)
text = open(template, encoding="utf-8").read()
for key, value in {"PRODUCT": product, "PACKAGE": identity, "VERSION": version, "PROGRAMS": "package", "LICENCES": "staging",
                   "THIRDPARTY": "\n".join(components), "THIRDPARTYREFS": "\n".join(references)}.items():
    text = text.replace("@%s@" % key, value)
print(text)
PYTHON
# wixl takes paths from where it is started, and warns of its own short cuts (Platform, GLib).
(cd "$build" && wixl -a x64 -o "package/cloud-sync-setup-$version.msi" installer.wxs) 2>"$build/wixl.log" || { cat "$build/wixl.log" >&2; exit 1; }
/usr/bin/python3 "$here/stamp-msi.py" "$package/cloud-sync-setup-$version.msi" "$identity" "$SOURCE_DATE_EPOCH"
sign "$package/cloud-sync-setup-$version.msi"
(cd "$package" && sha256sum -- * >"$staging/SHA256SUMS" && mv "$staging/SHA256SUMS" .)
ls -l "$package"
