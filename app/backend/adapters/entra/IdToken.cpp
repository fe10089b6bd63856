// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/IdToken.h"

#include "backend/adapters/entra/JsonWebToken.h"
#include "backend/adapters/entra/RsaSignature.h"

namespace cloudsync {

namespace {

constexpr qint64 clockSkewSeconds = 5 * 60;

/// The tenant in which all personal Microsoft accounts live (Microsoft, "ID token claims reference", claim tid).
[[nodiscard]] QLatin1String personalAccountsTenant()
{
    return QLatin1String("9188040d-6c67-4c5b-b112-36a304b66dad");
}

} // namespace

Result<QJsonObject> checkIdToken(const Secret &token, const JsonWebKeySet &keys, const IdTokenExpectation &expected)
{
    const auto invalid = [](const QString &why) {
        return fail(ErrorCode::SignInResponseInvalid, QStringLiteral("id_token"), why);
    };
    const Result<JsonWebToken> parsed = parseJsonWebToken(token.reveal());
    if (!parsed)
        return fail(parsed.error());
    const auto text = [&parsed](const char *claim) { return parsed->claims.value(QLatin1String(claim)).toString(); };

    // Entra signs with RS256 alone; taking the algorithm from the token would let its sender choose "none".
    const QString algorithm = parsed->header.value(QStringLiteral("alg")).toString();
    if (algorithm != jwsAlgorithmName(JwsAlgorithm::Rs256))
        return invalid(QStringLiteral("signed with %1 instead of RS256").arg(algorithm));
    EVP_PKEY *key = keys.key(parsed->header.value(QStringLiteral("kid")).toString());
    if (key == nullptr)
        return invalid(QStringLiteral("signed with a key that the issuer does not publish"));
    if (!verifyRsa(key, JwsAlgorithm::Rs256, parsed->signedPart, parsed->signature))
        return invalid(QStringLiteral("the signature does not hold"));

    const QString tenantId = text("tid").toLower();
    if (tenantId.isEmpty())
        return invalid(QStringLiteral("it names no tenant"));
    if (!expected.tenantId.isEmpty() && tenantId != expected.tenantId.toLower()) {
        const QString detail = tenantId == personalAccountsTenant()
                                   ? QStringLiteral("a personal Microsoft account was used")
                                   : QStringLiteral("the account was signed in to tenant %1").arg(tenantId);
        return fail(ErrorCode::SignInWrongTenant, expected.tenantId, detail);
    }
    if (tenantId == personalAccountsTenant())
        return fail(ErrorCode::SignInWrongTenant, tenantId, QStringLiteral("a personal Microsoft account was used"));
    if (text("iss") != QString(expected.issuer).replace(QLatin1String("{tenantid}"), tenantId))
        return invalid(QStringLiteral("it was issued by %1").arg(text("iss")));
    if (text("aud") != expected.clientId)
        return invalid(QStringLiteral("it is meant for another application"));
    if (!expected.nonce.isEmpty() && !equalInConstantTime(text("nonce").toUtf8(), expected.nonce))
        return invalid(QStringLiteral("it answers another request (nonce)"));

    const qint64 now = expected.now.toSecsSinceEpoch();
    const qint64 expires = parsed->claims.value(QStringLiteral("exp")).toInteger();
    const qint64 notBefore = parsed->claims.value(QStringLiteral("nbf")).toInteger();
    if (expires + clockSkewSeconds < now || notBefore - clockSkewSeconds > now)
        return invalid(QStringLiteral("it is valid from %1 to %2, and this computer's clock says %3")
                           .arg(QDateTime::fromSecsSinceEpoch(notBefore, Qt::UTC).toString(Qt::ISODate),
                                QDateTime::fromSecsSinceEpoch(expires, Qt::UTC).toString(Qt::ISODate),
                                expected.now.toString(Qt::ISODate)));
    return parsed->claims;
}

bool isGuestAccount(const QJsonObject &claims)
{
    // acct: 0 member, 1 guest (optional claim). idp: present and unlike iss when the account lives elsewhere.
    if (claims.value(QStringLiteral("acct")).toVariant().toInt() == 1)
        return true;
    const QString provider = claims.value(QStringLiteral("idp")).toString();
    const QString tenantId = claims.value(QStringLiteral("tid")).toString();
    if (!provider.isEmpty() && provider != claims.value(QStringLiteral("iss")).toString() &&
        !provider.contains(tenantId, Qt::CaseInsensitive))
        return true;
    return claims.value(QStringLiteral("preferred_username"))
               .toString()
               .contains(QLatin1String("#EXT#"), Qt::CaseInsensitive) ||
           claims.value(QStringLiteral("upn")).toString().contains(QLatin1String("#EXT#"), Qt::CaseInsensitive);
}

} // namespace cloudsync
