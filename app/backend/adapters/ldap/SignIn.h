// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/LdapConnection.h"
#include "backend/adapters/ldap/SaslContext.h"
#include "backend/engine/Log.h"

namespace cloudsync::ldap {

/// Presents a credential on a connection.
class SignIn
{
public:
    SignIn(const DirectoryTarget &target, const RootDse &rootDse, const LdapTimeouts &timeouts, Log &log);

    /// Signs in as the credential's mechanism says and returns the identity.
    ///
    /// Negotiate is Kerberos: with channel binding over TLS, sealed on ldap://. Where Kerberos cannot be had (no key
    /// distribution centre answers, the controller has no service principal name, the clocks differ) and so no password
    /// was refused, a simple bind over verified TLS takes its place; the log and the identity say so.
    /// Simple is never done without TLS; on ldap:// StartTLS comes first.
    [[nodiscard]] Result<QString> signIn(LdapConnection &connection, const DirectoryCredential &credential,
                                         const std::stop_token &stop);
    /// Signs in with the tickets of who runs this process: Kerberos alone, no password.
    [[nodiscard]] Result<QString> signInAsCaller(LdapConnection &connection, const std::stop_token &stop);

private:
    [[nodiscard]] Result<void> simple(LdapConnection &connection, const DirectoryCredential &credential,
                                      const std::stop_token &stop);
    /// With the tickets of who runs this process where `credential` is null.
    [[nodiscard]] Result<void> kerberos(LdapConnection &connection, const DirectoryCredential *credential,
                                        const std::stop_token &stop);
    [[nodiscard]] Result<void> exchangeTokens(LdapConnection &connection, std::unique_ptr<SaslContext> context,
                                              SaslContext::Mechanism mechanism, const std::stop_token &stop);
    [[nodiscard]] QString realm() const;

    const DirectoryTarget &m_target;
    const RootDse &m_rootDse;
    const LdapTimeouts &m_timeouts;
    Log &m_log;
};

} // namespace cloudsync::ldap
