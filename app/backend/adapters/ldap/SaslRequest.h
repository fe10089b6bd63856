// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/Limit.h"
#include "backend/adapters/ldap/SaslContext.h"
#include "backend/ports/Credential.h"

#include <QVector>

#include <memory>

namespace cloudsync::ldap {

/// What a sign-in by Kerberos is for.
struct SaslRequest
{
    QString realm;   ///< of the domain, in capitals
    QString host;    ///< the controller as it was addressed
    QString ownName; ///< what the controller calls itself; empty: unknown
    SaslContext::Mechanism mechanism = SaslContext::Mechanism::Spnego;
    QByteArray channelBinding; ///< empty: none
    bool seal = false;         ///< ask for confidentiality and integrity
};

/// The mechanisms that the system's Kerberos can carry out here, the better one first.
[[nodiscard]] QVector<SaslContext::Mechanism> saslMechanisms();

/// Prepares the exchange with the system's Kerberos: MIT's library (GssSignIn.cpp), on Windows SSPI (SspiContext.cpp).
/// Where `credential` is null the tickets of who runs this process are used.
/// Where the system tells it now: DirectoryCredentialRefused and its kin when the password was turned down,
/// DirectoryAuthenticationUnavailable when Kerberos is not to be had; otherwise the context's first step does. TimedOut; Cancelled.
[[nodiscard]] Result<std::unique_ptr<SaslContext>> openSaslContext(const SaslRequest &request, const DirectoryCredential *credential,
                                                                   const Limit &limit);

} // namespace cloudsync::ldap
