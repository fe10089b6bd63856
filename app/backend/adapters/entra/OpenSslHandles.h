// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>

namespace cloudsync {

template<auto Free>
struct OpenSslFree
{
    template<typename T>
    void operator()(T *handle) const
    {
        Free(handle);
    }
};

using KeyHandle = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;
using KeyContextHandle = std::unique_ptr<EVP_PKEY_CTX, OpenSslFree<EVP_PKEY_CTX_free>>;
using DigestContextHandle = std::unique_ptr<EVP_MD_CTX, OpenSslFree<EVP_MD_CTX_free>>;
using CertificateHandle = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using BioHandle = std::unique_ptr<BIO, OpenSslFree<BIO_free_all>>;
using NumberHandle = std::unique_ptr<BIGNUM, OpenSslFree<BN_free>>;

} // namespace cloudsync
