// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/SigningCertificate.h"
#include "backend/engine/Secret.h"

namespace cloudsync {

/// A signed statement of the application about itself (RFC 7523 section 3; claims and header as in Microsoft's
/// "Microsoft identity platform application authentication certificate credentials"): valid for ten minutes from `now`,
/// for `tokenEndpoint` alone. PS256 is what Microsoft asks for today. SignInCertificateUnusable when the key cannot
/// sign.
[[nodiscard]] Result<Secret> makeClientAssertion(const SigningCertificate &certificate, const QString &clientId,
                                                 const QString &tokenEndpoint, const QDateTime &now,
                                                 JwsAlgorithm algorithm = JwsAlgorithm::Ps256);

} // namespace cloudsync
