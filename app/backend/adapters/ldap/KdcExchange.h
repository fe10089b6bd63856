// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/Limit.h"

#include <QByteArray>
#include <QStringList>

namespace cloudsync::ldap {

/// Carries Kerberos messages to key distribution centres over TCP (RFC 4120 section 7.2.2).
///
/// libkrb5 could do that itself, but then nobody could stop it, it would need a krb5.conf or DNS records for a realm
/// that the administrator has just typed, and it repeats a refused password with the realm's "primary" centre
/// (krb5_get_init_creds_password): a second step towards lockout. Every domain controller is a key distribution centre,
/// so the controller in use is asked first.
class KdcExchange
{
public:
    /// `realm` is the domain's, `controller` the host that serves it.
    KdcExchange(QString realm, QString controller);

    /// Sends a request to the realm and returns the reply. `configured` are the hosts that krb5.conf names for it.
    /// DirectoryAuthenticationUnavailable when no centre could be reached; TimedOut when one took the request and did
    /// not answer: it may have counted the attempt.
    [[nodiscard]] Result<QByteArray> send(const QString &realm, const QByteArray &request,
                                          const QStringList &configured, const Limit &limit) const;

private:
    QString m_realm;
    QString m_controller;
};

} // namespace cloudsync::ldap
