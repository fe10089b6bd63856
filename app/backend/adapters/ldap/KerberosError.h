// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>

#include <optional>

namespace cloudsync::ldap {

/// What a key distribution centre says in a KRB-ERROR (RFC 4120 section 5.9.1).
struct KerberosError
{
    int code = 0; ///< of the protocol: 24 is KDC_ERR_PREAUTH_FAILED
    QString text;
    quint32 status = 0; ///< NTSTATUS that Active Directory adds in e-data (MS-KILE 2.2.1); 0 when there is none
};

/// Nothing when `reply` is not a KRB-ERROR.
[[nodiscard]] std::optional<KerberosError> parseKerberosError(const QByteArray &reply);

/// The error for a person's credential when the centre turned it down for good; nothing when the exchange may go on
/// (pre-authentication asked for, another realm named, …).
[[nodiscard]] std::optional<Error> credentialError(const KerberosError &error, const QString &user);

/// True for KDC_ERR_S_PRINCIPAL_UNKNOWN.
[[nodiscard]] bool isServiceUnknown(const KerberosError &error);

} // namespace cloudsync::ldap
