// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/RsaSignature.h"
#include "backend/engine/Result.h"

#include <QDateTime>

#include <memory>

namespace cloudsync {

/// The certificate with private key by which an application proves who it is.
class SigningCertificate
{
public:
    /// Reads a PEM file that holds the certificate and its unencrypted RSA key of 2048 bits or more, in any order.
    /// `now` is compared with the validity. SignInCertificateUnusable with the reason otherwise.
    [[nodiscard]] static Result<SigningCertificate> load(const QString &file, const QDateTime &now);

    [[nodiscard]] QByteArray sha1Thumbprint() const { return m_sha1; }     ///< 20 bytes, for x5t
    [[nodiscard]] QByteArray sha256Thumbprint() const { return m_sha256; } ///< 32 bytes, for x5t#S256
    [[nodiscard]] EVP_PKEY *key() const { return m_key.get(); }

private:
    std::shared_ptr<EVP_PKEY> m_key;
    QByteArray m_sha1;
    QByteArray m_sha256;
};

} // namespace cloudsync
