// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <gssapi/gssapi.h>

#include <QByteArray>

#include <memory>

namespace cloudsync::ldap {

/// The client's side of a Kerberos security context (RFC 2743), with mutual authentication.
class GssContext
{
public:
    enum class Mechanism { Kerberos, Spnego };
    struct Settings
    {
        QString cacheName; ///< credential cache with the service ticket, for example "MEMORY:…"
        QString service;   ///< principal with realm: "ldap/dc1.contoso.com@CONTOSO.COM"
        Mechanism mechanism = Mechanism::Kerberos;
        QByteArray channelBinding; ///< empty: none
        bool seal = false;         ///< ask for confidentiality and integrity
    };

    /// DirectoryAuthenticationUnavailable when the cache or the name cannot be used.
    [[nodiscard]] static Result<std::unique_ptr<GssContext>> create(const Settings &settings);
    ~GssContext();
    GssContext(const GssContext &) = delete;
    GssContext &operator=(const GssContext &) = delete;

    /// Takes a token of the server (empty at first) and gives the next one for it; may be empty.
    [[nodiscard]] Result<QByteArray> step(const QByteArray &token);
    [[nodiscard]] bool isEstablished() const { return m_established; }
    /// True when the context offers confidentiality.
    [[nodiscard]] bool canSeal() const { return (m_flags & GSS_C_CONF_FLAG) != 0; }

    [[nodiscard]] Result<QByteArray> wrap(QByteArrayView message, bool seal);
    /// Fails too when `mustBeSealed` and the message is only signed.
    [[nodiscard]] Result<QByteArray> unwrap(QByteArrayView message, bool mustBeSealed);
    /// The longest message whose wrapped form does not exceed `largest` bytes.
    [[nodiscard]] qsizetype longestMessage(qsizetype largest) const;

private:
    GssContext() = default;
    Settings m_settings;
    gss_cred_id_t m_credential = GSS_C_NO_CREDENTIAL;
    gss_name_t m_target = GSS_C_NO_NAME;
    gss_ctx_id_t m_context = GSS_C_NO_CONTEXT;
    OM_uint32 m_flags = 0;
    bool m_established = false;
};

} // namespace cloudsync::ldap
