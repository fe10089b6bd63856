// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/Limit.h"

#include <QVector>

#include <functional>
#include <optional>

namespace cloudsync::ldap {

/// One SRV record (RFC 2782).
struct SrvRecord
{
    quint16 priority = 0;
    quint16 weight = 0;
    quint16 port = 0;
    QString target; ///< without the trailing dot
    friend bool operator==(const SrvRecord &, const SrvRecord &) = default;
};

/// A name server to ask instead of the system's: an IPv4 address and port.
struct NameServer
{
    QString address;
    quint16 port = 53;
};

/// Asks the DNS. Errors: NameNotResolved (no such name, no record, no answer), DirectoryResponseInvalid, TimedOut,
/// Cancelled.
[[nodiscard]] Result<QVector<SrvRecord>> lookUpSrv(const QString &name, const Limit &limit,
                                                   const std::optional<NameServer> &server = {});

/// Reads the SRV records out of a DNS answer. DirectoryResponseInvalid when it is malformed.
[[nodiscard]] Result<QVector<SrvRecord>> parseSrvAnswer(const QByteArray &answer);

/// The order in which to try them: by priority, within one drawn by weight. `random(n)` gives a number from 0 to n.
[[nodiscard]] QVector<SrvRecord> orderSrv(QVector<SrvRecord> records, const std::function<quint32(quint32)> &random);

} // namespace cloudsync::ldap
