// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

namespace cloudsync::ldap {

/// Where a controller is: ldaps://host[:port] or ldap://host[:port].
struct ControllerUri
{
    bool tls = false; ///< ldaps: TLS from the first byte
    QString host;     ///< name or address, without brackets
    quint16 port = 389;

    /// AnswersInvalid when it is neither scheme, or has anything beside host and port.
    [[nodiscard]] static Result<ControllerUri> parse(const QString &text);
    /// The canonical form: scheme and host in lower case, the port only when it is not the usual one.
    [[nodiscard]] QString toText() const;
};

} // namespace cloudsync::ldap
