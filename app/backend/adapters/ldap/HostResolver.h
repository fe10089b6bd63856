// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/Limit.h"

#include <QByteArray>
#include <QVector>

namespace cloudsync::ldap {

/// A socket address as the system writes it (sockaddr_in or sockaddr_in6).
using SocketAddress = QByteArray;

/// Addresses of a host, in the order in which they should be tried. Errors: NameNotResolved, TimedOut, Cancelled.
[[nodiscard]] Result<QVector<SocketAddress>> resolveHost(const QString &host, quint16 port, const Limit &limit);

} // namespace cloudsync::ldap
