#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""sbom.py VERSION SECONDS FOLDER - the parts that are linked into the Windows programs as a CycloneDX 1.5 document on standard output; their
licence texts go to FOLDER. Versions are those of the Debian packages they are made from."""
import datetime, gzip, json, os, shutil, subprocess, sys, uuid

version, seconds, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]


def debian(package):
    return subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], check=True, capture_output=True, text=True).stdout


def source(environment, fallback):
    return os.environ.get(environment) or fallback


# name, version, licence, Debian package whose copyright file holds the text, purl name
parts = [
    ("Qt", "6.4.2", "LGPL-3.0-only OR GPL-3.0-only", "qt6-base-dev", "qt6-base"),
    ("OpenSSL", source("OPENSSL_VERSION", "3.0"), "Apache-2.0", "libssl-dev", "openssl"),
    ("OpenLDAP", "2.5.13", "OLDAP-2.8", "libldap-dev", "openldap"),
    ("spdlog", debian("libspdlog-dev"), "MIT", "libspdlog-dev", "spdlog"),
    ("fmt", debian("libfmt-dev"), "MIT", "libfmt-dev", "fmtlib"),
    ("tl-expected", debian("libexpected-dev"), "CC0-1.0", "libexpected-dev", "expected"),
    ("CLI11", debian("libcli11-dev"), "BSD-3-Clause", "libcli11-dev", "cli11"),
    ("valijson", debian("libvalijson-dev"), "BSD-2-Clause", "libvalijson-dev", "valijson"),
    ("mingw-w64 runtime", debian("mingw-w64-x86-64-dev"), "ZPL-2.1", "mingw-w64-x86-64-dev", "mingw-w64"),
    ("GCC runtime libraries", debian("g++-mingw-w64-x86-64-posix"), "GPL-3.0-or-later WITH GCC-exception-3.1", "g++-mingw-w64-x86-64-posix", "gcc-mingw-w64"),
]
components = []
for name, number, licence, package, upstream in parts:
    target = os.path.join(folder, upstream + ".txt")
    notice = "/usr/share/doc/%s/copyright" % package
    if os.path.exists(notice):
        shutil.copyfile(os.path.realpath(notice), target)
    else:
        with gzip.open(notice + ".gz", "rb") as packed, open(target, "wb") as text:
            shutil.copyfileobj(packed, text)
    components.append({"type": "library", "bom-ref": upstream, "name": name, "version": number,
                       "licenses": [{"expression": licence}], "purl": "pkg:deb/debian/%s@%s" % (upstream, number)})
document = {
    "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
    "serialNumber": "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, "cloud-sync-setup " + version + json.dumps(components))),
    "metadata": {"timestamp": datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                 "component": {"type": "application", "bom-ref": "cloud-sync-setup", "name": "cloud-sync-setup", "version": version,
                               "licenses": [{"license": {"id": "GPL-3.0-or-later"}}]}},
    "components": components,
    "dependencies": [{"ref": "cloud-sync-setup", "dependsOn": [part["bom-ref"] for part in components]}],
}
json.dump(document, sys.stdout, indent=2)
print()
