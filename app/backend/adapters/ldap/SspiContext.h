// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/SaslRequest.h"

#include <windows.h>

#define SECURITY_WIN32
#include <sspi.h>

namespace cloudsync::ldap {

/// A security context of Windows' Kerberos package. Not of Negotiate, which goes on with NTLM where Kerberos is not to be had: NTLM
/// does not prove who the server is, and hosts of this kind are to do without it.
class SspiContext : public SaslContext
{
public:
    /// Takes the credential (null: that of who runs this process) into the system's hands; nothing is sent yet. DirectoryAuthenticationUnavailable.
    [[nodiscard]] static Result<std::unique_ptr<SspiContext>> create(const SaslRequest &request, const DirectoryCredential *credential);
    ~SspiContext() override;
    SspiContext(const SspiContext &) = delete;
    SspiContext &operator=(const SspiContext &) = delete;

    [[nodiscard]] Result<QByteArray> step(const QByteArray &token) override;
    [[nodiscard]] bool isEstablished() const override { return m_established; }
    [[nodiscard]] bool canSeal() const override { return (m_flags & ISC_RET_CONFIDENTIALITY) != 0; }
    [[nodiscard]] Result<QByteArray> wrap(QByteArrayView message, bool seal) override;
    [[nodiscard]] Result<QByteArray> unwrap(QByteArrayView message, bool mustBeSealed) override;
    [[nodiscard]] qsizetype longestMessage(qsizetype largest) const override;

private:
    explicit SspiContext(const SaslRequest &request);
    [[nodiscard]] Error errorOf(SECURITY_STATUS status) const;
    [[nodiscard]] SECURITY_STATUS decrypt(QByteArray &buffer, QByteArray &clear, quint32 &protection);

    QString m_user;
    QString m_target; ///< service principal name
    QByteArray m_bindings; ///< SEC_CHANNEL_BINDINGS and what belongs to it; empty: none
    bool m_seal;
    ULONG m_longestToken = 0;
    CredHandle m_credential{};
    CtxtHandle m_context{};
    bool m_hasCredential = false;
    bool m_hasContext = false;
    ULONG m_flags = 0;
    SecPkgContext_Sizes m_sizes{};
    bool m_established = false;
};

} // namespace cloudsync::ldap
