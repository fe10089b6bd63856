// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/TcpStream.h"

#include "backend/adapters/ldap/HostResolver.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cloudsync::ldap {

namespace {

using namespace std::chrono_literals;

constexpr auto writeLimit = 30s;

// 1 ready, 0 not within the slice, -1 broken
int pollOnce(int descriptor, short events, std::chrono::milliseconds slice)
{
    pollfd one{descriptor, events, 0};
    const int count = ::poll(&one, 1, static_cast<int>(slice.count()));
    if (count < 0)
        return errno == EINTR ? 0 : -1;
    return count;
}

Result<void> waitFor(int descriptor, short events, const Limit &limit, const QString &subject)
{
    for (;;) {
        const int ready = pollOnce(descriptor, events, limit.slice());
        if (ready > 0)
            return {};
        if (ready < 0)
            return fail(ErrorCode::DirectoryUnreachable, subject, QString::fromLocal8Bit(std::strerror(errno)));
        if (auto going = limit.check(subject); !going)
            return going;
    }
}

void setOption(int descriptor, int level, int name, int value)
{
    (void)::setsockopt(descriptor, level, name, &value, sizeof value); // a convenience: the connection works without
}

// 0 when connected, otherwise errno.
Result<int> connectTo(int descriptor, const SocketAddress &address, const Limit &limit, const QString &host)
{
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(address.constData()),
                  static_cast<socklen_t>(address.size())) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    if (auto ready = waitFor(descriptor, POLLOUT, limit, host); !ready)
        return fail(std::move(ready.error()));
    int code = 0;
    socklen_t size = sizeof code;
    if (::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) != 0)
        return errno;
    return code;
}

} // namespace

Result<std::unique_ptr<TcpStream>> TcpStream::connect(const QString &host, quint16 port, const Limit &limit)
{
    const auto addresses = resolveHost(host, port, limit);
    if (!addresses)
        return fail(addresses.error());
    QString why;
    for (const SocketAddress &address : *addresses) {
        const auto family = reinterpret_cast<const sockaddr *>(address.constData())->sa_family;
        const int descriptor = ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
        if (descriptor < 0) {
            why = QString::fromLocal8Bit(std::strerror(errno));
            continue;
        }
        std::unique_ptr<TcpStream> stream(new TcpStream(descriptor));
        auto code = connectTo(descriptor, address, limit, host);
        if (!code && code.error().code == ErrorCode::Cancelled)
            return fail(std::move(code.error()));
        if (code && *code == 0) {
            setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
            setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1); // firewalls forget idle connections
            stream->setStop(limit.stop());
            return stream;
        }
        why = code ? QString::fromLocal8Bit(std::strerror(*code)) : code.error().detail;
    }
    return fail(ErrorCode::DirectoryUnreachable, QStringLiteral("%1:%2").arg(host).arg(port), why);
}

TcpStream::~TcpStream()
{
    ::close(m_descriptor);
}

qsizetype TcpStream::read(char *data, qsizetype size)
{
    for (;;) {
        const ssize_t count = ::recv(m_descriptor, data, static_cast<size_t>(size), 0);
        if (count >= 0)
            return count;
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return wouldBlock;
        if (errno != EINTR)
            return failed;
    }
}

bool TcpStream::write(QByteArrayView data)
{
    const Limit limit(writeLimit, m_stop);
    while (!data.isEmpty()) {
        // Without MSG_NOSIGNAL a controller that closes would end this process.
        const ssize_t count = ::send(m_descriptor, data.data(), static_cast<size_t>(data.size()), MSG_NOSIGNAL);
        if (count >= 0) {
            data = data.sliced(count);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            if (!waitFor(m_descriptor, POLLOUT, limit, QString()))
                return false;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

Result<void> TcpStream::waitReadable(const Limit &limit, const QString &subject) const
{
    return waitFor(m_descriptor, POLLIN, limit, subject);
}

} // namespace cloudsync::ldap
