// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/JsonWebKeySet.h"
#include "backend/engine/Secret.h"

#include <QByteArray>
#include <QDateTime>

namespace cloudsync {

/// What an ID token must say to be believed.
struct IdTokenExpectation
{
    QString issuer; ///< "{tenantid}" in it stands for the token's own tenant
    QString clientId;
    QString tenantId; ///< empty: any
    QByteArray nonce; ///< empty: none was sent
    QDateTime now;    ///< UTC
};

/// Verifies an ID token (OpenID Connect Core 1.0 section 3.1.3.7) and gives its claims. Clocks may differ by five
/// minutes. SignInWrongTenant when a good token is of another tenant, SignInResponseInvalid otherwise.
[[nodiscard]] Result<QJsonObject> checkIdToken(const Secret &token, const JsonWebKeySet &keys,
                                               const IdTokenExpectation &expected);

/// True when the claims are those of a guest, or of a personal account, in the tenant.
[[nodiscard]] bool isGuestAccount(const QJsonObject &claims);

} // namespace cloudsync
