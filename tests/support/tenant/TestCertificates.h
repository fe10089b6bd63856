// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/OpenSslHandles.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <optional>

namespace cloudsync::test {

/// A key pair with its certificate, made for one test.
struct TestCertificate
{
    std::shared_ptr<EVP_PKEY> key;
    std::shared_ptr<X509> certificate;

    [[nodiscard]] QByteArray certificatePem() const;
    [[nodiscard]] QByteArray keyPem() const;
    /// The public key as JSON Web Key.
    [[nodiscard]] QJsonObject toJsonWebKey(const QString &id) const;
};

struct TestCertificateOptions
{
    QString commonName = QStringLiteral("test");
    QStringList names;                       ///< subjectAltName: "DNS:localhost", "IP:127.0.0.1"
    const TestCertificate *issuer = nullptr; ///< self-signed without
    bool isAuthority = false;
    int bits = 2048;
    QDateTime from;  ///< invalid: a year ago
    QDateTime until; ///< invalid: in a year
};

[[nodiscard]] TestCertificate makeCertificate(const TestCertificateOptions &options = {});

/// A signed token in compact form (RS256).
[[nodiscard]] QByteArray signToken(const TestCertificate &signer, const QJsonObject &header, const QJsonObject &claims);

} // namespace cloudsync::test
