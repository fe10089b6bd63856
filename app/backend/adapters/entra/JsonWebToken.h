// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>

namespace cloudsync {

/// A JSON Web Token in compact form (RFC 7519), taken apart; nothing is verified by that.
struct JsonWebToken
{
    QJsonObject header;
    QJsonObject claims;
    QByteArray signedPart; ///< header and claims as they were signed
    QByteArray signature;
};

/// SignInResponseInvalid when it is not a token in compact form.
[[nodiscard]] Result<JsonWebToken> parseJsonWebToken(QByteArrayView compact);

/// RFC 4648 section 5 without padding.
[[nodiscard]] QByteArray toBase64Url(const QByteArray &bytes);
/// Nothing when a character does not belong there.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(QByteArrayView text);

/// Compares without telling by its duration where two values differ.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

} // namespace cloudsync
