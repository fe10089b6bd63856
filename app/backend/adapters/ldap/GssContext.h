// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/ldap/SaslContext.h"

#include <gssapi/gssapi.h>

#include <memory>

namespace cloudsync::ldap {

/// A security context of Kerberos through GSS-API (RFC 2743).
class GssContext : public SaslContext
{
public:
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
    ~GssContext() override;
    GssContext(const GssContext &) = delete;
    GssContext &operator=(const GssContext &) = delete;

    [[nodiscard]] Result<QByteArray> step(const QByteArray &token) override;
    [[nodiscard]] bool isEstablished() const override { return m_established; }
    [[nodiscard]] bool canSeal() const override { return (m_flags & GSS_C_CONF_FLAG) != 0; }
    [[nodiscard]] Result<QByteArray> wrap(QByteArrayView message, bool seal) override;
    [[nodiscard]] Result<QByteArray> unwrap(QByteArrayView message, bool mustBeSealed) override;
    [[nodiscard]] qsizetype longestMessage(qsizetype largest) const override;

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
