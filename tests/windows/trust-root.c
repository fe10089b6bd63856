/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trust-root FILE.der - adds a certificate authority to the computer's trusted roots (Wine's certutil does nothing). */
#include <windows.h>

#include <wincrypt.h>

#include <stdio.h>

int main(int argc, char **argv)
{
    BYTE bytes[16384];
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    const DWORD size = file ? (DWORD)fread(bytes, 1, sizeof bytes, file) : 0;
    const HCERTSTORE store = CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, L"ROOT");
    if (!store || !CertAddEncodedCertificateToStore(store, X509_ASN_ENCODING, bytes, size, CERT_STORE_ADD_REPLACE_EXISTING, NULL)) {
        fprintf(stderr, "trust-root: %lu\n", GetLastError());
        return 1;
    }
    CertCloseStore(store, 0);
    return 0;
}
