// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/ldap/TcpStream.h"

#include "backend/adapters/ldap/SocketApi.h"

#include <utility>

namespace cloudsync::ldap {

namespace {

using namespace std::chrono_literals;

constexpr auto writeLimit = 30s;

Result<void> waitFor(int descriptor, bool forWriting, const Limit &limit, const QString &subject)
{
    for (;;) {
        const int ready = sockets::waitFor(descriptor, forWriting, limit.slice());
        if (ready > 0)
            return {};
        if (ready < 0)
            return fail(ErrorCode::DirectoryUnreachable, subject, sockets::errorText(sockets::lastError()));
        if (auto going = limit.check(subject); !going)
            return going;
    }
}

// 0 when connected, otherwise the system's error.
Result<int> connectTo(int descriptor, const SocketAddress &address, const Limit &limit, const QString &host)
{
    if (sockets::connectTo(descriptor, address) == 0)
        return 0;
    if (!sockets::isInProgress(sockets::lastError()))
        return sockets::lastError();
    if (auto ready = waitFor(descriptor, true, limit, host); !ready)
        return fail(std::move(ready.error()));
    return sockets::pendingError(descriptor);
}

} // namespace

Result<std::unique_ptr<TcpStream>> TcpStream::connect(const QString &host, quint16 port, const Limit &limit)
{
    const auto addresses = resolveHost(host, port, limit);
    if (!addresses)
        return fail(addresses.error());
    QString why;
    for (const SocketAddress &address : *addresses) {
        const int descriptor = sockets::openFor(address);
        if (descriptor < 0) {
            why = sockets::errorText(sockets::lastError());
            continue;
        }
        std::unique_ptr<TcpStream> stream(new TcpStream(descriptor));
        auto code = connectTo(descriptor, address, limit, host);
        if (!code && code.error().code == ErrorCode::Cancelled)
            return fail(std::move(code.error()));
        if (code && *code == 0) {
            sockets::tune(descriptor);
            stream->setStop(limit.stop());
            return stream;
        }
        why = code ? sockets::errorText(*code) : code.error().detail;
    }
    return fail(ErrorCode::DirectoryUnreachable, QStringLiteral("%1:%2").arg(host).arg(port), why);
}

TcpStream::~TcpStream()
{
    sockets::close(m_descriptor);
}

qsizetype TcpStream::read(char *data, qsizetype size)
{
    for (;;) {
        const qsizetype count = sockets::receive(m_descriptor, data, size);
        if (count >= 0)
            return count;
        const int error = sockets::lastError();
        if (sockets::isWouldBlock(error))
            return wouldBlock;
        if (!sockets::isInterrupted(error))
            return failed;
    }
}

bool TcpStream::write(QByteArrayView data)
{
    const Limit limit(writeLimit, m_stop);
    while (!data.isEmpty()) {
        const qsizetype count = sockets::send(m_descriptor, data);
        if (count >= 0) {
            data = data.sliced(count);
            continue;
        }
        const int error = sockets::lastError();
        if (sockets::isWouldBlock(error)) {
            if (!waitFor(m_descriptor, true, limit, QString()))
                return false;
        } else if (!sockets::isInterrupted(error)) {
            return false;
        }
    }
    return true;
}

Result<void> TcpStream::waitReadable(const Limit &limit, const QString &subject) const
{
    return waitFor(m_descriptor, false, limit, subject);
}

} // namespace cloudsync::ldap
