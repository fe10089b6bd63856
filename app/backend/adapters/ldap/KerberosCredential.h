// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/KdcExchange.h"
#include "backend/adapters/ldap/UserName.h"
#include "backend/engine/Secret.h"

#include <memory>

namespace cloudsync::ldap {

/// Kerberos tickets of one user in a cache in memory that nobody else knows, gone with this object.
class KerberosCredential
{
public:
    /// Gets a ticket-granting ticket with a password, by exactly one attempt. `realm` is the target domain's.
    /// Errors: DirectoryCredentialRefused and its kin when the password was looked at;
    /// DirectoryAuthenticationUnavailable when Kerberos is not to be had here (no password was refused); TimedOut;
    /// Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<KerberosCredential>>
    obtain(const UserName &user, const Secret &password, const QString &realm, const KdcExchange &exchange,
           const Limit &limit);
    /// A copy of the tickets that who runs this process has (the default credential cache), where they are of `realm`.
    /// DirectoryAuthenticationUnavailable when there are none.
    [[nodiscard]] static Result<std::unique_ptr<KerberosCredential>> ofCaller(const QString &realm);
    ~KerberosCredential();
    KerberosCredential(const KerberosCredential &) = delete;
    KerberosCredential &operator=(const KerberosCredential &) = delete;

    /// Gets a ticket for a service such as "ldap/dc1.contoso.com@CONTOSO.COM". False when no account has that name.
    [[nodiscard]] Result<bool> fetchTicket(const QString &service, const KdcExchange &exchange, const Limit &limit);

    /// For GSS-API: "MEMORY:…".
    [[nodiscard]] QString cacheName() const;

private:
    KerberosCredential();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace cloudsync::ldap
