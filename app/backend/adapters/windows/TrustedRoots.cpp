// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/TrustedRoots.h"

#include <windows.h>

#include <wincrypt.h>

#include <openssl/err.h>

namespace cloudsync::windows {

namespace {

/// Certificates that OpenSSL cannot read, or that are there already, are passed over.
bool addAll(X509_STORE *store, const wchar_t *name)
{
    const HCERTSTORE system = ::CertOpenSystemStoreW(0, name);
    if (!system)
        return false;
    PCCERT_CONTEXT one = nullptr;
    while ((one = ::CertEnumCertificatesInStore(system, one)) != nullptr) {
        const unsigned char *der = one->pbCertEncoded;
        X509 *certificate = d2i_X509(nullptr, &der, static_cast<long>(one->cbCertEncoded));
        if (certificate) {
            X509_STORE_add_cert(store, certificate);
            X509_free(certificate);
        }
    }
    ERR_clear_error();
    ::CertCloseStore(system, 0);
    return true;
}

} // namespace

bool addTrustedRoots(X509_STORE *store)
{
    // Intermediate authorities help to complete a chain; they are no anchors, because the verifier goes on to a self-signed one.
    return addAll(store, L"ROOT") && addAll(store, L"CA");
}

} // namespace cloudsync::windows
