// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/Pkce.h"
#include "backend/ports/SignIn.h"

namespace cloudsync {

/// What one authorization request by browser consists of, chance included.
struct AuthorizationRequest
{
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QString clientId;
    QString scope;
    QString account;   ///< login hint; may be empty
    QByteArray claims; ///< of a challenge that is to be met (JSON); empty: none
    QByteArray state = randomText();
    QByteArray nonce = randomText();
    QByteArray codeVerifier = newCodeVerifier();
};

} // namespace cloudsync
