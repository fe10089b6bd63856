// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/ClientAssertion.h"

#include "backend/adapters/entra/JsonWebToken.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace cloudsync {

Result<Secret> makeClientAssertion(const SigningCertificate &certificate, const QString &clientId,
                                   const QString &tokenEndpoint, const QDateTime &now, JwsAlgorithm algorithm)
{
    constexpr qint64 lifetimeSeconds = 10 * 60;
    const qint64 issued = now.toSecsSinceEpoch();
    const QJsonObject header{
        {QStringLiteral("alg"), jwsAlgorithmName(algorithm)},
        {QStringLiteral("typ"), QStringLiteral("JWT")},
        {QStringLiteral("x5t"), QString::fromLatin1(toBase64Url(certificate.sha1Thumbprint()))},
        {QStringLiteral("x5t#S256"), QString::fromLatin1(toBase64Url(certificate.sha256Thumbprint()))}};
    const QJsonObject claims{{QStringLiteral("aud"), tokenEndpoint},
                             {QStringLiteral("iss"), clientId},
                             {QStringLiteral("sub"), clientId},
                             {QStringLiteral("jti"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                             {QStringLiteral("iat"), issued},
                             {QStringLiteral("nbf"), issued},
                             {QStringLiteral("exp"), issued + lifetimeSeconds}};
    const QByteArray signedPart = toBase64Url(QJsonDocument(header).toJson(QJsonDocument::Compact)) + '.' +
                                  toBase64Url(QJsonDocument(claims).toJson(QJsonDocument::Compact));
    const std::optional<QByteArray> signature = signRsa(certificate.key(), algorithm, signedPart);
    if (!signature)
        return fail(ErrorCode::SignInCertificateUnusable, clientId,
                    QStringLiteral("the private key did not sign the assertion"));
    QByteArray assertion = signedPart + '.' + toBase64Url(*signature);
    return Secret(std::move(assertion));
}

} // namespace cloudsync
