// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>

namespace cloudsync::ldap {

/// The client's side of a security context with mutual authentication, made by a SASL exchange.
class SaslContext
{
public:
    enum class Mechanism { Kerberos, Spnego };

    virtual ~SaslContext() = default;

    /// Takes a token of the server (empty at first) and gives the next one for it; may be empty.
    [[nodiscard]] virtual Result<QByteArray> step(const QByteArray &token) = 0;
    [[nodiscard]] virtual bool isEstablished() const = 0;
    /// True when the context offers confidentiality.
    [[nodiscard]] virtual bool canSeal() const = 0;

    [[nodiscard]] virtual Result<QByteArray> wrap(QByteArrayView message, bool seal) = 0;
    /// Fails too when `mustBeSealed` and the message is only signed.
    [[nodiscard]] virtual Result<QByteArray> unwrap(QByteArrayView message, bool mustBeSealed) = 0;
    /// The longest message whose wrapped form does not exceed `largest` bytes.
    [[nodiscard]] virtual qsizetype longestMessage(qsizetype largest) const = 0;
};

} // namespace cloudsync::ldap
