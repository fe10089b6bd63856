#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-qt.sh PREFIX [WORK FOLDER] - makes the static OpenSSL 3 and Qt 6.4.2 for Windows x86-64 that the Windows build links, from
# Debian's own source packages with Debian's mingw-w64. Debian 12; root or sudo for missing packages. 15 to 20 minutes on two idle cores.
#
# Both are compiled for size, and without what no part of the project uses: the README beside this file has the numbers.
# PREFIX afterwards holds bin/ include/ lib/ plugins/ ...; it may be moved. BUILD_JOBS=N (default: 2) limits the compiler.
# Exit code 3: the source packages cannot be had.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
prefix=$(realpath -m "${1:?usage: build-qt.sh PREFIX [WORK FOLDER]}")
work=$(realpath -m "${2:-$prefix.work}")
jobs=${BUILD_JOBS:-2}
qt=6.4.2
triple=x86_64-w64-mingw32
# What points a native compiler at native libraries must not reach the cross compiler.
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH

say() { printf '%s\n' "$*" >&2; }

# stage NAME COMMAND...: the output goes to a log that is shown when the command fails.
stage() {
    local name=$1 began=$SECONDS
    shift
    say "$name ..."
    # Not as a condition: bash would go on after a command that fails inside.
    ("$@") >"$work/$name.log" 2>&1 &
    if ! wait $!; then
        tail -n 25 "$work/$name.log" >&2
        say "build-qt.sh: $name failed, see $work/$name.log"
        exit "${failure:-1}"
    fi
    say "$name: $((SECONDS - began)) s"
}

"$root/packaging/linux/install-dependencies.sh" windows
for package in qt6-base-private-dev dpkg-dev perl make patch; do
    dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || lacking+=("$package")
done
if [ -n "${lacking:-}" ]; then
    as_root=(); [ "$(id -u)" = 0 ] || as_root=(sudo)
    say "Installing: ${lacking[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 "${lacking[@]}"
fi
mkdir -p "$prefix" "$work"/{apt/parts,apt/lists/partial,packages,source,build}

# Source packages through lists of this folder's own: the machine's apt configuration stays as it is.
list=/etc/apt/sources.list.d/debian.sources
[ -f "$list" ] || { say "build-qt.sh: $list is missing; Debian's source packages are found through it"; exit 3; }
sed 's/^Types:.*/Types: deb-src/' "$list" >"$work/apt/parts/source.sources"
apt_options=(-o "Dir::Etc::SourceParts=$work/apt/parts" -o Dir::Etc::SourceList=/dev/null -o "Dir::State::Lists=$work/apt/lists"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
fetch() { cd "$work/packages" && apt-get "${apt_options[@]}" source --download-only -q "$1"; }
newest() { find "$work/packages" -name "$1" | sort -V | tail -n 1; }

get_sources() {
    apt-get "${apt_options[@]}" update
    fetch "qt6-base=$qt+dfsg-10"
    fetch openssl/bookworm-security || fetch openssl/bookworm
}
(failure=3 stage sources get_sources)

# OpenSSL's folder for settings must be one that only administrators can write (CVE-2019-1552). Configure takes a drive letter for a
# relative path, so these are given to make.
openssl_folder='C:/Program Files/Common Files/SSL'
make_openssl() {
    local source=$work/source/openssl
    rm -rf "$source" && mkdir -p "$source"
    tar -xf "$(newest 'openssl_3.0.*.orig.tar.gz')" -C "$source" --strip-components=1
    cd "$source"
    # TLS from 1.2 on, X.509, CMS, PKCS #8 and #12, and the ciphers and digests that these need. No file of settings is read by itself.
    perl ./Configure mingw64 "--cross-compile-prefix=$triple-" "--prefix=$prefix" --libdir=lib no-shared no-tests no-engine no-module no-legacy \
        no-dso no-comp no-zlib no-autoload-config no-ssl3 no-tls1 no-tls1_1 no-dtls no-sctp no-srp no-srtp no-nextprotoneg no-ssl-trace \
        no-ct no-cmp no-ts no-rfc3779 no-ec2m no-weak-ssl-ciphers no-{aria,bf,camellia,cast,gost,idea,md4,mdc2,ocb,rc2,rc4,rmd160} \
        no-{seed,siphash,sm2,sm3,sm4,whirlpool} -D_WIN32_WINNT=0x0A00 -Os -ffunction-sections -fdata-sections
    local folders=("OPENSSLDIR=$openssl_folder" "ENGINESDIR=$openssl_folder/engines" "MODULESDIR=$openssl_folder/modules")
    nice make "-j$jobs" "${folders[@]}" build_libs
    nice make "${folders[@]}" install_dev
}
stage openssl make_openssl

# The folder that the programs name as Qt's own; it is none of the building machine, so that two builds are equal.
home=/opt/qt-mingw
host=(-DQT_HOST_PATH=/usr "-DQT_HOST_PATH_CMAKE_DIR=/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/cmake"
    "-DCMAKE_TOOLCHAIN_FILE=$root/cmake/mingw-w64.cmake" "-DMINGW_PREFIX=$prefix" "-DCMAKE_INSTALL_PREFIX=$home" -DCMAKE_BUILD_TYPE=Release
    -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF "-DCMAKE_"{C,CXX}"_FLAGS=-ffunction-sections -fdata-sections -ffile-prefix-map=$work=qt")

# What no page, no adapter and no test of the project uses. What Qt's own sources cannot do without is left in: the style of Windows names
# dock windows, tables, command links and the input dialog, and a file for older programs the tool bar.
unused=(sql dbus printsupport xml opengl dynamicgl vulkan icu glib zstd brotli gssapi tabletevent
    mimetype sharedmemory systemsemaphore gestures jalalicalendar hijricalendar islamiccivilcalendar etw identityproxymodel
    transposeproxymodel concatenatetablesproxymodel
    tuiotouch textmarkdownreader textmarkdownwriter textodfwriter pdf movie picture image_heuristic_mask imageformat_ppm imageformat_xbm jpeg
    gif sessionmanager undocommand undostack undogroup systemtrayicon whatsthis multiprocess cssparser
    style_stylesheet effects datetimeedit textbrowser splashscreen lcdnumber fontcombobox toolbox mdiarea dial scroller graphicsview
    graphicseffect syntaxhighlighter calendarwidget keysequenceedit colordialog fontdialog progressdialog errormessage
    tablewidget datawidgetmapper columnview undoview statusbar
    dtls ocsp networkdiskcache localserver networklistmanager sctp)

unpack_qt() {
    local source=$work/source/qtbase patch
    rm -rf "$source" && mkdir -p "$source"
    tar -xf "$(newest 'qt6-base_*.orig.tar.xz')" -C "$source" --strip-components=1 --exclude='*/tests/auto/*' --exclude='*/examples/*'
    tar -xf "$(newest 'qt6-base_*.debian.tar.xz')" -C "$source"
    cd "$source"
    # Debian's security patches, but the one for the ODBC driver: SQL is left out here.
    for patch in debian/patches/cve-*; do
        case $patch in *24607*) ;; *) patch -p1 -N <"$patch" ;; esac
    done
}
configure_qt() {
    local features=("${unused[@]/#/-DFEATURE_}")
    rm -rf "$work/build/qtbase" && mkdir -p "$work/build/qtbase" && cd "$work/build/qtbase"
    # Direct2D stays on although nothing uses it: without it 6.4 leaves out the font engine that it then links (DirectWrite).
    # Tablet events need a header that Debian's tarball does not have.
    nice cmake -G Ninja "$work/source/qtbase" "${host[@]}" -DBUILD_SHARED_LIBS=OFF -DQT_QMAKE_TARGET_MKSPEC=win32-g++ \
        -DINSTALL_BINDIR=bin -DINSTALL_LIBDIR=lib -DINSTALL_PLUGINSDIR=plugins -DINSTALL_MKSPECSDIR=mkspecs \
        -DQT_BUILD_BENCHMARKS=OFF -DQT_BUILD_MANUAL_TESTS=OFF -DQT_BUILD_TOOLS_BY_DEFAULT=OFF -DWARNINGS_ARE_ERRORS=OFF \
        -DFEATURE_optimize_size=ON -DFEATURE_pkg_config=OFF "${features[@]/%/=OFF}" -DINPUT_opengl=no -DFEATURE_direct2d=ON -DFEATURE_direct2d1_1=OFF \
        -DFEATURE_schannel=ON -DINPUT_openssl=linked -DFEATURE_openssl=ON -DFEATURE_openssl_linked=ON "-DOPENSSL_ROOT_DIR=$prefix" \
        -DOPENSSL_USE_STATIC_LIBS=ON -DFEATURE_system_{zlib,png,jpeg,freetype,harfbuzz,pcre2,doubleconversion,libb2}=OFF
}
stage qt-unpack unpack_qt
stage qt-configure configure_qt
stage qt-build nice ninja -C "$work/build/qtbase" -j "$jobs"
install_qt() { # BUILD-FOLDER
    DESTDIR="$work/installed" nice ninja -C "$1" install
    cp -R "$work/installed$home/." "$prefix/"
    rm -rf "$work/installed"
}
stage qt-install install_qt "$work/build/qtbase"

# Qt Network Authorization is optional: the browser method of sign-in needs it. Not every mirror carries its source.
network_auth() {
    local source=$work/source/qtnetworkauth
    rm -rf "$source" "$work/build/qtnetworkauth" && mkdir -p "$source" "$work/build/qtnetworkauth"
    tar -xf "$(newest 'qt6-networkauth_*.orig.tar.xz')" -C "$source" --strip-components=1
    cd "$work/build/qtnetworkauth"
    nice cmake -G Ninja "$source" "${host[@]}"
    nice ninja -j "$jobs"
    install_qt .
}
if (fetch qt6-networkauth) >"$work/networkauth-source.log" 2>&1 && [ -n "$(newest 'qt6-networkauth_*.orig.tar.xz')" ]; then
    stage networkauth network_auth
else
    say "The source of Qt Network Authorization is not on this mirror: the Windows build signs in with a device code or a certificate, not with the browser."
fi

find "$prefix" -name '*.a' -exec "$triple-strip" --strip-debug {} +
rm -rf "$prefix/doc" "$prefix/share/doc" "$work/build" "$work/source"
say "Ready: $prefix ($((SECONDS / 60)) minutes)"
