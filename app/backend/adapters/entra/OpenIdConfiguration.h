// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/TokenEndpoint.h"

namespace cloudsync {

/// What the sign-in service publishes about a tenant (OpenID Connect Discovery 1.0 section 3).
struct OpenIdConfiguration
{
    QString issuer;   ///< may hold "{tenantid}" where the tenant was not named
    QString tenantId; ///< taken from the issuer; empty where it holds none
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl deviceAuthorizationEndpoint;
    QUrl keys;

    /// SignInWrongTenant when there is no such tenant, SignInResponseInvalid when the document is of no use.
    [[nodiscard]] static Result<OpenIdConfiguration> fetch(EntraChannel &channel, const CloudEndpoint &cloud,
                                                           const QString &tenant, const std::stop_token &stop);
};

} // namespace cloudsync
