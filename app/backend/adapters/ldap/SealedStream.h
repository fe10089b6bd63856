// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/ByteStream.h"
#include "backend/adapters/ldap/SaslContext.h"

#include <memory>

namespace cloudsync::ldap {

/// A connection sealed by the security layer of SASL: each buffer wrapped, behind four bytes of length (RFC 4422
/// section 3.7).
class SealedStream : public ByteStream
{
public:
    /// `inner` must outlive this object. `largestSent` is the longest wrapped buffer that the server takes.
    SealedStream(ByteStream &inner, std::unique_ptr<SaslContext> context, qsizetype largestSent);

    [[nodiscard]] qsizetype read(char *data, qsizetype size) override;
    [[nodiscard]] bool write(QByteArrayView data) override;
    [[nodiscard]] bool hasBuffered() const override { return m_position < m_clear.size(); }

private:
    [[nodiscard]] bool unwrapComplete();
    ByteStream &m_inner;
    std::unique_ptr<SaslContext> m_context;
    qsizetype m_longestMessage;
    QByteArray m_wrapped;     // as received, not yet complete
    QByteArray m_clear;       // unwrapped
    qsizetype m_position = 0; // how far m_clear has been read
};

} // namespace cloudsync::ldap
