// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/ByteStream.h"
#include "backend/adapters/ldap/TcpStream.h"

#include <openssl/ssl.h>

#include <QByteArray>

#include <memory>

namespace cloudsync::ldap {

/// TLS 1.2 or later over a TCP connection, with the certificate and its name always checked.
///
/// OpenSSL and not the TLS of libldap: Debian's libldap brings GnuTLS and reports an untrusted certificate, a wrong
/// name and a broken connection alike as LDAP_CONNECT_ERROR with a text that changes between releases; here the
/// verifier says which it was. It also keeps every setting with the one connection (libldap falls back to process-wide
/// options and to ldap.conf), lets a stop end the handshake, and hands over the certificate for channel binding.
class TlsStream : public ByteStream
{
public:
    /// Shakes hands. `tcp` must outlive this object. Errors: TlsCertificateNotTrusted, TlsFailed, FileUnreadable
    /// (caFile), TimedOut, Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<TlsStream>> connect(TcpStream &tcp, const QString &host,
                                                                    const QString &caFile, const Limit &limit);

    [[nodiscard]] qsizetype read(char *data, qsizetype size) override;
    [[nodiscard]] bool write(QByteArrayView data) override;
    [[nodiscard]] bool hasBuffered() const override;

    /// Channel binding data of type tls-server-end-point (RFC 5929 section 4.1), with its prefix.
    [[nodiscard]] QByteArray endPointBinding() const;

private:
    struct FreeContext
    {
        void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
    };
    struct FreeSession
    {
        void operator()(SSL *session) const { SSL_free(session); }
    };
    TlsStream() = default;
    std::unique_ptr<SSL_CTX, FreeContext> m_context;
    std::unique_ptr<SSL, FreeSession> m_session;
};

} // namespace cloudsync::ldap
