// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/LdapSocket.h"

#include "backend/adapters/ldap/SocketApi.h"

#include <lber.h>
#include <openldap.h>

#include <utility>

namespace cloudsync::ldap {

Result<void> LdapSocket::startTls(const QString &host, const QString &caFile, const Limit &limit)
{
    auto tls = TlsStream::connect(*m_tcp, host, caFile, limit);
    if (!tls)
        return fail(std::move(tls.error()));
    m_tls = std::move(*tls);
    return {};
}

void LdapSocket::seal(std::unique_ptr<SaslContext> context, qsizetype largestSent)
{
    m_sealed = std::make_unique<SealedStream>(top(), std::move(context), largestSent);
}

ByteStream &LdapSocket::top()
{
    if (m_sealed)
        return *m_sealed;
    if (m_tls)
        return *m_tls;
    return *m_tcp;
}

LDAP *LdapSocket::makeHandle()
{
    // Constant: libldap only calls through it.
    static Sockbuf_IO functions{setUp, nothing, control, read, write, nothing};

    // libldap opens a connection of its own, in clear text, where it finds the one it had gone. The address given here
    // is one where that cannot succeed.
    LDAP *handle = nullptr;
    if (ldap_init_fd(descriptor(), LDAP_PROTO_EXT, "ldapi://%2Fdev%2Fnull", &handle) != LDAP_SUCCESS)
        return nullptr;
    Sockbuf *buffer = nullptr;
    if (ldap_get_option(handle, LDAP_OPT_SOCKBUF, static_cast<void *>(&buffer)) != LDAP_OPT_SUCCESS || !buffer ||
        ber_sockbuf_add_io(buffer, &functions, LBER_SBIOD_LEVEL_PROVIDER, this) != 0) {
        ldap_destroy(handle);
        return nullptr;
    }
    return handle;
}

int LdapSocket::setUp(Sockbuf_IO_Desc *descriptor, void *argument)
{
    descriptor->sbiod_pvt = argument;
    return 0;
}

int LdapSocket::nothing(Sockbuf_IO_Desc *)
{
    return 0;
}

int LdapSocket::control(Sockbuf_IO_Desc *descriptor, int option, void *argument)
{
    if (option == LBER_SB_OPT_DATA_READY && static_cast<LdapSocket *>(descriptor->sbiod_pvt)->top().hasBuffered())
        return 1;
    return LBER_SBIOD_CTRL_NEXT(descriptor, option, argument);
}

ber_slen_t LdapSocket::read(Sockbuf_IO_Desc *descriptor, void *buffer, ber_len_t size)
{
    const qsizetype count = static_cast<LdapSocket *>(descriptor->sbiod_pvt)
                                ->top()
                                .read(static_cast<char *>(buffer), static_cast<qsizetype>(size));
    if (count >= 0)
        return count;
    sockets::leaveError(count == ByteStream::wouldBlock);
    return -1;
}

ber_slen_t LdapSocket::write(Sockbuf_IO_Desc *descriptor, void *buffer, ber_len_t size)
{
    const QByteArrayView data(static_cast<const char *>(buffer), static_cast<qsizetype>(size));
    if (static_cast<LdapSocket *>(descriptor->sbiod_pvt)->top().write(data))
        return static_cast<ber_slen_t>(size);
    sockets::leaveError(false);
    return -1;
}

} // namespace cloudsync::ldap
