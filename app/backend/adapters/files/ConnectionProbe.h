// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

#include <chrono>
#include <stop_token>

namespace cloudsync {

struct ProbeTarget
{
    QString host;
    int port = 443;
    bool tls = false;
    QString caFile; ///< PEM with the only roots to trust; empty: the system's
    std::chrono::milliseconds limit = std::chrono::seconds(15);
};

/// Opens a TCP connection and, where asked for, completes a TLS handshake with certificate and name checked; sends nothing else.
/// Errors: NameNotResolved, NetworkUnreachable, TlsCertificateNotTrusted, TlsFailed, TimedOut, Cancelled; the subject is host:port.
[[nodiscard]] Result<void> probeConnection(const ProbeTarget &target, const std::stop_token &stop);

} // namespace cloudsync
