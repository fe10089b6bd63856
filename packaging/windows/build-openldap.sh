#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-openldap.sh PREFIX WORK-FOLDER - makes the static libldap and liblber for Windows x86-64 (the encoder and decoder of LDAP; TLS and
# sign-in are the program's own) from Debian's source package with Debian's mingw-w64. Debian 12. Two minutes.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C.UTF-8
prefix=$(realpath -m "${1:?usage: build-openldap.sh PREFIX WORK-FOLDER}")
work=$(realpath -m "${2:?usage: build-openldap.sh PREFIX WORK-FOLDER}")
version=2.5.13+dfsg-5
triple=x86_64-w64-mingw32
unset LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH

rm -rf "$work"
mkdir -p "$work"/{parts,lists/partial,source} "$prefix"/{include,lib}
trap 'tail -n 20 "$work/log" >&2; echo "build-openldap.sh: failed, see $work/log" >&2' ERR
sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >"$work/parts/source.sources"
apt_options=(-o "Dir::Etc::SourceParts=$work/parts" -o Dir::Etc::SourceList=/dev/null -o "Dir::State::Lists=$work/lists"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
{
    apt-get "${apt_options[@]}" update -q
    (cd "$work" && apt-get "${apt_options[@]}" source --download-only -q "openldap=$version")
    tar -xf "$work"/openldap_*.orig.tar.xz -C "$work/source" --strip-components=1
    cd "$work/source"
    # A page that guards a thread's stack: winpthreads knows no such call, and Windows has that page of itself.
    sed -i '/pthread_attr_setguardsize/s/pthread_attr_setguardsize.*;/(void) 0;/' libraries/libldap/thr_posix.c
    # The header regex.h is asked for by the server alone, which is not built.
    CC="ccache $triple-gcc-posix" AR=$triple-gcc-ar-posix RANLIB=$triple-gcc-ranlib-posix CPPFLAGS=-D_WIN32_WINNT=0x0A00 \
        CFLAGS="-O2 -ffunction-sections -fdata-sections -fstack-protector-strong -ffile-prefix-map=$work/source=openldap" \
        ./configure --host=$triple --prefix=/usr --disable-slapd --without-tls --without-cyrus-sasl --without-fetch --disable-shared \
        --enable-static --disable-syslog --disable-dynamic --with-threads=posix --with-yielding_select=yes \
        ac_cv_func_memcmp_working=yes ac_cv_header_regex_h=yes ac_cv_search_regfree='none required' ac_cv_func_regfree=yes ol_cv_c_posix_regex=yes
    # The folder of settings that make asks cygpath for is of no use: every setting is given by the program.
    make -C include
    make -C libraries/liblber "-j${BUILD_JOBS:-2}" liblber.la
    make -C libraries/libldap "-j${BUILD_JOBS:-2}" libldap.la
    cp include/{lber,lber_types,ldap,ldap_cdefs,ldap_features,ldap_schema,ldap_utf8,openldap}.h "$prefix/include/"
    cp libraries/liblber/.libs/liblber.a libraries/libldap/.libs/libldap.a "$prefix/lib/"
    cp COPYRIGHT LICENSE "$prefix/"
} >"$work/log" 2>&1
rm -rf "$work/source"
