// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace cloudsync {

/// `bytes` random bytes of the system, base64url: for states, nonces, verifiers and token ids.
[[nodiscard]] QByteArray randomText(int bytes = 32);

/// A code verifier of RFC 7636 section 4.1: 43 characters with 256 bits of chance.
[[nodiscard]] QByteArray newCodeVerifier();
/// The S256 challenge of a verifier (RFC 7636 section 4.2).
[[nodiscard]] QByteArray codeChallenge(const QByteArray &verifier);

} // namespace cloudsync
