// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/ByteStream.h"
#include "backend/adapters/ldap/Limit.h"

#include <memory>

namespace cloudsync::ldap {

/// A TCP connection on a socket that never blocks.
class TcpStream : public ByteStream
{
public:
    /// Tries every address of the host. Errors: NameNotResolved, DirectoryUnreachable, Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<TcpStream>> connect(const QString &host, quint16 port,
                                                                    const Limit &limit);
    ~TcpStream() override;
    TcpStream(const TcpStream &) = delete;
    TcpStream &operator=(const TcpStream &) = delete;

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Who may end a write that has to wait, from now on.
    void setStop(std::stop_token stop) { m_stop = std::move(stop); }

    [[nodiscard]] qsizetype read(char *data, qsizetype size) override;
    [[nodiscard]] bool write(QByteArrayView data) override;
    [[nodiscard]] bool hasBuffered() const override { return false; }

    /// Waits until there is something to read (or the end). TimedOut or Cancelled otherwise.
    [[nodiscard]] Result<void> waitReadable(const Limit &limit, const QString &subject) const;

private:
    explicit TcpStream(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
    std::stop_token m_stop;
};

} // namespace cloudsync::ldap
