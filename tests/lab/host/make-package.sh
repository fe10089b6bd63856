#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make-package.sh FOLDER: puts the stand-in agent package, its detached CMS signature and the authority that signed it into FOLDER.
# The signer's common name is the one the real package has, so that the product's publisher check is exercised.
set -euo pipefail
folder=${1:?FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
package=$folder/AADConnectProvisioningAgentSetup.exe
mkdir -p "$folder"
if [ -f "$package.p7s" ] && cmp -s "$here/agent-installer.py" "$package"; then exit 0; fi
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cp "$here/agent-installer.py" "$package"; chmod 755 "$package"
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/ca.key" -out "$folder/publisher-ca.pem" -days 3650 -subj "/CN=Lab Code Signing CA" \
    -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout "$work/signer.key" -out "$work/signer.csr" -subj "/O=Lab/CN=${2:-Microsoft Corporation}" 2>/dev/null
openssl x509 -req -in "$work/signer.csr" -CA "$folder/publisher-ca.pem" -CAkey "$work/ca.key" -CAcreateserial -days 3650 -out "$work/signer.pem" \
    -extfile <(printf 'extendedKeyUsage=codeSigning\nkeyUsage=critical,digitalSignature\nbasicConstraints=critical,CA:FALSE\n') 2>/dev/null
openssl cms -sign -binary -md sha256 -in "$package" -signer "$work/signer.pem" -inkey "$work/signer.key" -outform DER -out "$package.p7s"
rm -f "$folder"/*.srl
