// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/SocketApi.h"

#include <winsock2.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace cloudsync::ldap::sockets {

namespace {

SOCKET handleOf(int descriptor)
{
    return static_cast<SOCKET>(static_cast<unsigned>(descriptor));
}

int sizeOf(qsizetype size)
{
    return static_cast<int>(std::min<qsizetype>(size, std::numeric_limits<int>::max()));
}

void setOption(int descriptor, int level, int name)
{
    const BOOL on = TRUE;
    (void)::setsockopt(handleOf(descriptor), level, name, reinterpret_cast<const char *>(&on), sizeof on);
}

} // namespace

int openFor(const SocketAddress &address)
{
    const auto family = reinterpret_cast<const sockaddr *>(address.constData())->sa_family;
    const SOCKET made = ::WSASocketW(family, SOCK_STREAM, IPPROTO_TCP, nullptr, 0, WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    if (made == INVALID_SOCKET)
        return -1;
    u_long on = 1;
    if (::ioctlsocket(made, static_cast<long>(FIONBIO), &on) != 0) {
        ::closesocket(made);
        return -1;
    }
    return static_cast<int>(made);
}

void close(int descriptor)
{
    ::closesocket(handleOf(descriptor));
}

int connectTo(int descriptor, const SocketAddress &address)
{
    return ::connect(handleOf(descriptor), reinterpret_cast<const sockaddr *>(address.constData()), sizeOf(address.size()));
}

qsizetype receive(int descriptor, char *data, qsizetype size)
{
    return ::recv(handleOf(descriptor), data, sizeOf(size), 0);
}

qsizetype send(int descriptor, QByteArrayView data)
{
    return ::send(handleOf(descriptor), data.data(), sizeOf(data.size()), 0);
}

// select() and not WSAPoll(), which before Windows 10 2004 never reported a connect that failed.
int waitFor(int descriptor, bool forWriting, std::chrono::milliseconds time)
{
    fd_set wanted;
    fd_set failed;
    FD_ZERO(&wanted);
    FD_ZERO(&failed);
    FD_SET(handleOf(descriptor), &wanted);
    FD_SET(handleOf(descriptor), &failed);
    timeval limit{static_cast<long>(time.count() / 1000), static_cast<long>(time.count() % 1000 * 1000)};
    const int count = ::select(0, forWriting ? nullptr : &wanted, forWriting ? &wanted : nullptr, &failed, &limit);
    return count == SOCKET_ERROR ? -1 : std::min(count, 1);
}

int pendingError(int descriptor)
{
    int code = 0;
    int size = sizeof code;
    return ::getsockopt(handleOf(descriptor), SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&code), &size) == 0 ? code : lastError();
}

void tune(int descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE);
}

int lastError()
{
    return ::WSAGetLastError();
}

void leaveError(bool wouldBlock)
{
    ::WSASetLastError(wouldBlock ? WSAEWOULDBLOCK : WSAECONNRESET);
    errno = wouldBlock ? EWOULDBLOCK : ECONNRESET;
}

bool isInProgress(int error)
{
    return error == WSAEWOULDBLOCK;
}

bool isWouldBlock(int error)
{
    return error == WSAEWOULDBLOCK;
}

bool isInterrupted(int error)
{
    return error == WSAEINTR;
}

QString errorText(int error)
{
    wchar_t *text = nullptr;
    const DWORD size = ::FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr,
                                        static_cast<DWORD>(error), 0, reinterpret_cast<wchar_t *>(&text), 0, nullptr);
    const QString message = QString::fromWCharArray(text, static_cast<qsizetype>(size)).trimmed();
    ::LocalFree(text);
    return message.isEmpty() ? QStringLiteral("Winsock error %1").arg(error) : message;
}

} // namespace cloudsync::ldap::sockets
