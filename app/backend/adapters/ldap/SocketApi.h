// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/HostResolver.h"

#include <QByteArrayView>

#include <chrono>

namespace cloudsync::ldap::sockets {

// The calls in which POSIX and Winsock differ. A socket is an int here: Windows keeps its handles within 32 bits
// (Qt and OpenSSL rely on it too). What fails returns -1, and lastError() tells why.

/// A TCP socket that never blocks and that no child process inherits.
[[nodiscard]] int openFor(const SocketAddress &address);
void close(int descriptor);
/// 0: connected, -1: see lastError().
[[nodiscard]] int connectTo(int descriptor, const SocketAddress &address);
[[nodiscard]] qsizetype receive(int descriptor, char *data, qsizetype size);
/// Never ends the process when the other side has closed.
[[nodiscard]] qsizetype send(int descriptor, QByteArrayView data);
/// 1: ready, 0: not within the time, -1: broken.
[[nodiscard]] int waitFor(int descriptor, bool forWriting, std::chrono::milliseconds time);
/// What became of a connect that had to wait: 0 or an error.
[[nodiscard]] int pendingError(int descriptor);
/// Small packets at once; idle connections are kept alive (firewalls forget them).
void tune(int descriptor);

[[nodiscard]] int lastError();
/// Leaves an error where a C library looks for that of its last call on a socket.
void leaveError(bool wouldBlock);
[[nodiscard]] bool isInProgress(int error);  ///< of a connect
[[nodiscard]] bool isWouldBlock(int error);
[[nodiscard]] bool isInterrupted(int error);
[[nodiscard]] QString errorText(int error);

} // namespace cloudsync::ldap::sockets
