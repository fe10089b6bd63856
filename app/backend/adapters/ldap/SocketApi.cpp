// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/SocketApi.h"

#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cloudsync::ldap::sockets {

namespace {

void setOption(int descriptor, int level, int name, int value)
{
    (void)::setsockopt(descriptor, level, name, &value, sizeof value); // a convenience: the connection works without
}

} // namespace

int openFor(const SocketAddress &address)
{
    const auto family = reinterpret_cast<const sockaddr *>(address.constData())->sa_family;
    return ::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP);
}

void close(int descriptor)
{
    ::close(descriptor);
}

int connectTo(int descriptor, const SocketAddress &address)
{
    return ::connect(descriptor, reinterpret_cast<const sockaddr *>(address.constData()), static_cast<socklen_t>(address.size()));
}

qsizetype receive(int descriptor, char *data, qsizetype size)
{
    return ::recv(descriptor, data, static_cast<size_t>(size), 0);
}

qsizetype send(int descriptor, QByteArrayView data)
{
    return ::send(descriptor, data.data(), static_cast<size_t>(data.size()), MSG_NOSIGNAL);
}

int waitFor(int descriptor, bool forWriting, std::chrono::milliseconds time)
{
    pollfd one{descriptor, static_cast<short>(forWriting ? POLLOUT : POLLIN), 0};
    const int count = ::poll(&one, 1, static_cast<int>(time.count()));
    if (count < 0)
        return errno == EINTR ? 0 : -1;
    return count;
}

int pendingError(int descriptor)
{
    int code = 0;
    socklen_t size = sizeof code;
    return ::getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 ? code : errno;
}

void tune(int descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
}

int lastError()
{
    return errno;
}

void leaveError(bool wouldBlock)
{
    errno = wouldBlock ? EWOULDBLOCK : ECONNRESET;
}

bool isInProgress(int error)
{
    return error == EINPROGRESS;
}

bool isWouldBlock(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

bool isInterrupted(int error)
{
    return error == EINTR;
}

QString errorText(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace cloudsync::ldap::sockets
