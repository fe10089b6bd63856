// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace cloudsync::ldap {

/// A connection as bytes: plain, under TLS, or sealed by Kerberos. Reading never waits, writing does for a while.
class ByteStream
{
public:
    static constexpr qsizetype wouldBlock = -1; ///< nothing there now
    static constexpr qsizetype failed = -2;     ///< broken or corrupt: use no more

    virtual ~ByteStream() = default;
    /// Number of bytes read, 0 at the end, wouldBlock or failed.
    [[nodiscard]] virtual qsizetype read(char *data, qsizetype size) = 0;
    /// All of `data`, or false when that was not possible within a limit.
    [[nodiscard]] virtual bool write(QByteArrayView data) = 0;
    /// True when read() gives bytes although the socket has none: they are buffered above it.
    [[nodiscard]] virtual bool hasBuffered() const = 0;
};

} // namespace cloudsync::ldap
