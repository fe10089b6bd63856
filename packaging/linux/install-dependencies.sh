#!/usr/bin/env bash
# Installs what building and testing need on Debian 12, and says what it installs.
#   install-dependencies.sh build     compiler, Qt and libraries
#   install-dependencies.sh lab       Samba's domain controller from bookworm-backports, OpenLDAP and Kerberos tools
#   install-dependencies.sh test      X server without a screen, screenshot tools, Chromium with its driver, Node
#   install-dependencies.sh windows   cross compiler, Wine, installer and signing tools
# Several words may be given. Packages that are there already are left alone; with nothing missing no root is needed.
set -euo pipefail

build=(build-essential g++ cmake ninja-build ccache mold pkg-config git
       qt6-base-dev qt6-base-dev-tools qt6-networkauth-dev qt6-l10n-tools qt6-tools-dev libqt6svg6 librsvg2-bin
       libldap-dev libsasl2-dev libssl-dev libkrb5-dev
       libspdlog-dev libexpected-dev libcli11-dev libvalijson-dev
       libcpp-httplib-dev nlohmann-json3-dev)
lab=(samba-ad-dc samba samba-ad-provision samba-dsdb-modules python3-samba ldb-tools tdb-tools ldap-utils krb5-user
     libsasl2-modules-gssapi-mit libsasl2-modules libnss-wrapper openssl attr python3 procps util-linux)
windows=(g++-mingw-w64-x86-64-posix binutils-mingw-w64-x86-64 mingw-w64-tools cmake ninja-build ccache xz-utils librsvg2-bin icoutils
         qt6-base-dev qt6-base-dev-tools qt6-l10n-tools libspdlog-dev libfmt-dev libexpected-dev libcli11-dev libvalijson-dev
         wine wine64 libwine nsis osslsigncode wixl msitools openssl python3)
test=(xvfb xauth xdotool imagemagick fonts-dejavu-core libqt6test6 qt6-qpa-plugins at-spi2-core chromium chromium-driver)
# Node with its package manager, from wherever it came to this machine.
command -v node >/dev/null || test+=(nodejs)
command -v npm >/dev/null || test+=(npm)

wanted=()
for group in "$@"; do
    case $group in
        build) wanted+=("${build[@]}") ;;
        lab) wanted+=("${lab[@]}") ;;
        test) wanted+=("${test[@]}") ;;
        windows) wanted+=("${windows[@]}") ;;
        *) echo "install-dependencies.sh: no group named '$group' (build, lab, test, windows)" >&2; exit 2 ;;
    esac
done

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
for package in "${wanted[@]}"; do installed "$package" || missing+=("$package"); done
# The domain controller needs Samba 4.21 or later for group managed service accounts; bookworm itself has 4.17.
backports=
if [[ " $* " == *" lab "* ]] && ! { command -v samba >/dev/null && samba -V | grep -qE 'Version 4\.(2[1-9]|[3-9][0-9])'; }; then
    backports=1
fi
if [ ${#missing[@]} -eq 0 ] && [ -z "$backports" ]; then exit 0; fi

as_root=()
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing and neither root nor sudo is at hand: ${missing[*]}" >&2; exit 3; }
    as_root=(sudo)
fi
echo "Installing: ${missing[*]:-}${backports:+ (Samba from bookworm-backports)}"

if [ -n "$backports" ]; then
    # The machine's own Debian entry, pointed at the backports suite: the mirror the administrator chose stays the mirror.
    sources=/etc/apt/sources.list.d/bookworm-backports.sources
    if ! grep -rqsE 'bookworm-backports' /etc/apt/sources.list /etc/apt/sources.list.d; then
        if [ -f /etc/apt/sources.list.d/debian.sources ]; then
            awk 'BEGIN{RS="";ORS="\n\n"} /bookworm/ && !/security/ && !done{print; done=1}' /etc/apt/sources.list.d/debian.sources |
                sed 's/^Suites:.*/Suites: bookworm-backports/' | "${as_root[@]}" tee "$sources" >/dev/null
        else
            uri=$(awk '$1=="deb" && $3=="bookworm" {print $2; exit} $1=="deb" && $2 ~ /^\[/ && $4=="bookworm" {print $3; exit}' /etc/apt/sources.list)
            [ -n "$uri" ] || { echo "No Debian 12 entry found in /etc/apt to derive bookworm-backports from" >&2; exit 3; }
            printf 'Types: deb\nURIs: %s\nSuites: bookworm-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$uri" |
                "${as_root[@]}" tee "$sources" >/dev/null
        fi
    fi
    printf 'Package: src:samba\nPin: release n=bookworm-backports\nPin-Priority: 600\n' |
        "${as_root[@]}" tee /etc/apt/preferences.d/samba-backports >/dev/null
    missing+=("${lab[@]}")
fi

# No daemon of these packages is to start on this machine: the lab runs its own, as copies in its own folders.
policy=/usr/sbin/policy-rc.d
made=
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
    "${as_root[@]}" chmod +x "$policy"
    made=1
fi
trap '[ -z "$made" ] || "${as_root[@]}" rm -f "$policy"' EXIT
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Options::=--force-confold "${missing[@]}"
