// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/OpenIdConfiguration.h"

#include <QRegularExpression>

namespace cloudsync {

Result<OpenIdConfiguration> OpenIdConfiguration::fetch(EntraChannel &channel, const CloudEndpoint &cloud,
                                                       const QString &tenant, const std::stop_token &stop)
{
    // The tenant becomes a part of a path: nothing but a domain name or an id may pass.
    static const QRegularExpression tenantPattern(QStringLiteral("^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$"));
    if (!tenantPattern.match(tenant).hasMatch())
        return fail(ErrorCode::SignInWrongTenant, tenant, QStringLiteral("neither a domain name nor an id"));
    QUrl url = cloud.authority;
    QString path = url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + tenant + QStringLiteral("/v2.0/.well-known/openid-configuration"));

    const Result<QJsonObject> document = channel.getDocument(url, stop);
    if (!document) {
        Error error = document.error();
        // Every refusal of this public document is about the tenant's name.
        if (error.code == ErrorCode::SignInRefused)
            error.code = ErrorCode::SignInWrongTenant;
        if (error.code == ErrorCode::SignInWrongTenant)
            error.subject = tenant;
        return fail(std::move(error));
    }
    const auto address = [&document](const char *key) {
        return QUrl(document->value(QLatin1String(key)).toString(), QUrl::StrictMode);
    };
    OpenIdConfiguration result;
    result.issuer = document->value(QStringLiteral("issuer")).toString();
    result.authorizationEndpoint = address("authorization_endpoint");
    result.tokenEndpoint = address("token_endpoint");
    result.deviceAuthorizationEndpoint = address("device_authorization_endpoint");
    result.keys = address("jwks_uri");
    for (const QUrl &endpoint : {result.authorizationEndpoint, result.tokenEndpoint, result.keys}) {
        if (!endpoint.isValid() || endpoint.scheme() != QLatin1String("https"))
            return fail(ErrorCode::SignInResponseInvalid, url.host(),
                        QStringLiteral("the OpenID configuration lacks an address, or one is not https"));
    }
    static const QRegularExpression idPattern(QStringLiteral("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"));
    result.tenantId = idPattern.match(QUrl(result.issuer).path()).captured().toLower();
    if (result.issuer.isEmpty())
        return fail(ErrorCode::SignInResponseInvalid, url.host(),
                    QStringLiteral("the OpenID configuration names no issuer"));
    return result;
}

} // namespace cloudsync
