// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/SealedStream.h"
#include "backend/adapters/ldap/TcpStream.h"
#include "backend/adapters/ldap/TlsStream.h"

#include <ldap.h>

#include <memory>

namespace cloudsync::ldap {

/// What libldap reads from and writes to: TCP, and TLS or the seal of Kerberos on top of it once they are there.
class LdapSocket
{
public:
    explicit LdapSocket(std::unique_ptr<TcpStream> tcp) : m_tcp(std::move(tcp)) {}
    LdapSocket(const LdapSocket &) = delete;
    LdapSocket &operator=(const LdapSocket &) = delete;

    [[nodiscard]] Result<void> startTls(const QString &host, const QString &caFile, const Limit &limit);
    void seal(std::unique_ptr<SaslContext> context, qsizetype largestSent);

    [[nodiscard]] bool isTls() const { return m_tls != nullptr; }
    [[nodiscard]] bool isSealed() const { return m_sealed != nullptr; }
    [[nodiscard]] QByteArray endPointBinding() const { return m_tls ? m_tls->endPointBinding() : QByteArray(); }
    [[nodiscard]] int descriptor() const { return m_tcp->descriptor(); }
    void setStop(const std::stop_token &stop) { m_tcp->setStop(stop); }

    /// A libldap handle that talks through this socket, which must outlive it. Null when memory is short.
    [[nodiscard]] LDAP *makeHandle();

private:
    [[nodiscard]] ByteStream &top();
    static int setUp(Sockbuf_IO_Desc *descriptor, void *argument);
    static int nothing(Sockbuf_IO_Desc *descriptor);
    static int control(Sockbuf_IO_Desc *descriptor, int option, void *argument);
    static ber_slen_t read(Sockbuf_IO_Desc *descriptor, void *buffer, ber_len_t size);
    static ber_slen_t write(Sockbuf_IO_Desc *descriptor, void *buffer, ber_len_t size);

    std::unique_ptr<TcpStream> m_tcp;
    std::unique_ptr<TlsStream> m_tls;
    std::unique_ptr<SealedStream> m_sealed;
};

} // namespace cloudsync::ldap
