// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/OpenSslHandles.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cloudsync {

/// Signature algorithms of RFC 7518 section 3.1 that Microsoft Entra takes or gives.
enum class JwsAlgorithm {
    Rs256, ///< RSASSA-PKCS1-v1_5 with SHA-256
    Ps256  ///< RSASSA-PSS with SHA-256, MGF1 with SHA-256, salt as long as the hash
};

/// "RS256" or "PS256".
[[nodiscard]] QString jwsAlgorithmName(JwsAlgorithm algorithm);

/// Nothing when the key cannot sign (not RSA, too short).
[[nodiscard]] std::optional<QByteArray> signRsa(EVP_PKEY *key, JwsAlgorithm algorithm, const QByteArray &bytes);
[[nodiscard]] bool verifyRsa(EVP_PKEY *key, JwsAlgorithm algorithm, const QByteArray &bytes,
                             const QByteArray &signature);

} // namespace cloudsync
