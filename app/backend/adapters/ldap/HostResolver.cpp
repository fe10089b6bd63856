// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/HostResolver.h"

#include "backend/adapters/ldap/Abandonable.h"

#ifdef _WIN32
#include <ws2tcpip.h>
#else
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace cloudsync::ldap {

namespace {

#ifdef _WIN32
/// Winsock has to be started in each process, as often as one likes.
const int winsock = [] {
    WSADATA data;
    return ::WSAStartup(MAKEWORD(2, 2), &data);
}();

QString reasonText(int code)
{
    return QString::fromWCharArray(::gai_strerrorW(code)).trimmed();
}
#else
QString reasonText(int code)
{
    return QString::fromLocal8Bit(::gai_strerror(code));
}
#endif

struct Resolved
{
    int code = 0;
    QVector<SocketAddress> addresses;
};

Resolved resolve(const QByteArray &host, const QByteArray &port)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo *list = nullptr;
    Resolved resolved;
    resolved.code = getaddrinfo(host.constData(), port.constData(), &hints, &list);
    for (const addrinfo *one = resolved.code == 0 ? list : nullptr; one; one = one->ai_next)
        resolved.addresses.append(SocketAddress(reinterpret_cast<const char *>(one->ai_addr), static_cast<qsizetype>(one->ai_addrlen)));
    if (resolved.code == 0)
        freeaddrinfo(list);
    return resolved;
}

} // namespace

Result<QVector<SocketAddress>> resolveHost(const QString &host, quint16 port, const Limit &limit)
{
    const QByteArray name = host.toUtf8();
    const QByteArray service = QByteArray::number(port);
    auto resolved = runAbandonable([name, service] { return resolve(name, service); }, limit, host);
    if (!resolved)
        return fail(std::move(resolved.error()));
    if (resolved->code != 0 || resolved->addresses.isEmpty())
        return fail(ErrorCode::NameNotResolved, host, reasonText(resolved->code));
    return std::move(resolved->addresses);
}

} // namespace cloudsync::ldap
