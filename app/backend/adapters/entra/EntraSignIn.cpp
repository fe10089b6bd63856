// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/EntraSignIn.h"

#include "backend/adapters/entra/AuthorizationRequest.h"
#include "backend/adapters/entra/CachedTokens.h"
#include "backend/adapters/entra/CertificateSignIn.h"
#include "backend/adapters/entra/DeviceCodeSignIn.h"
#include "backend/adapters/entra/GraphPermissions.h"
#include "backend/adapters/entra/IdToken.h"
#include "backend/adapters/entra/JsonWebToken.h"
#ifdef CLOUDSYNC_BROWSER_SIGN_IN
#include "backend/adapters/entra/BrowserSignIn.h"
#endif
#include "backend/engine/Log.h"

#include <QJsonArray>

namespace cloudsync {

namespace {

[[nodiscard]] QString methodName(SignInMethod method)
{
    switch (method) {
    case SignInMethod::Browser:
        return QStringLiteral("browser");
    case SignInMethod::DeviceCode:
        return QStringLiteral("deviceCode");
    case SignInMethod::Certificate:
        return QStringLiteral("certificate");
    }
    return {};
}

[[nodiscard]] CachedTokens::Renew renewByRefreshToken(EntraChannel channel, const QUrl &tokenEndpoint,
                                                      const QString &clientId, const QString &scope)
{
    return [channel, tokenEndpoint, clientId, scope](const Secret &refreshToken,
                                                     const std::stop_token &stop) mutable -> Result<TokenAnswer> {
        if (refreshToken.isEmpty())
            return fail(ErrorCode::SignInExpired, tokenEndpoint.host(),
                        QStringLiteral("the service gave no refresh token"));
        const FormFields fields{{"client_id", clientId.toUtf8()},
                                {"grant_type", "refresh_token"},
                                {"refresh_token", refreshToken.reveal().toByteArray()},
                                {"scope", scope.toUtf8()}};
        return channel.requestTokens(tokenEndpoint, fields, Repeat::WhenLost, stop);
    };
}

/// Verifies the ID token of a person and says who signed in.
[[nodiscard]] Result<SignedIn> describePerson(EntraChannel &channel, const OpenIdConfiguration &configuration,
                                              const SignInRequest &request, const TokenAnswer &tokens,
                                              const QByteArray &nonce, const std::stop_token &stop)
{
    if (tokens.idToken.isEmpty())
        return fail(ErrorCode::SignInResponseInvalid, QStringLiteral("id_token"),
                    QStringLiteral("the answer holds none"));
    const Result<QJsonObject> document = channel.getDocument(configuration.keys, stop);
    if (!document)
        return fail(document.error());
    const Result<JsonWebKeySet> keys = JsonWebKeySet::fromJson(*document);
    if (!keys)
        return fail(keys.error());
    const Result<QJsonObject> claims =
        checkIdToken(tokens.idToken, *keys,
                     {configuration.issuer, request.clientId, configuration.tenantId, nonce, channel.clock().now()});
    if (!claims)
        return fail(claims.error());
    const auto text = [&claims](const char *claim) { return claims->value(QLatin1String(claim)).toString(); };
    SignedIn result;
    result.tenantId = text("tid");
    result.accountId = text("oid");
    result.accountName = text("preferred_username").isEmpty() ? text("upn") : text("preferred_username");
    // The ID token says "guest" by its idp, or by acct where the registration asks for that; tokens for Graph carry
    // acct.
    const Result<JsonWebToken> access = parseJsonWebToken(tokens.accessToken.reveal());
    result.isGuest =
        isGuestAccount(*claims) || (access && access->claims.value(QStringLiteral("acct")).toVariant().toInt() == 1);
    result.grantedPermissions = permissionsOf(tokens.scope, request.cloud.audience);
    return result;
}

/// An access token is meant for Graph and may not be readable one day: what it says is taken where it can be read, and
/// nothing rests on it but the check that it is of the right tenant.
[[nodiscard]] Result<SignedIn> describeApplication(const OpenIdConfiguration &configuration,
                                                   const SignInRequest &request, const TokenAnswer &tokens)
{
    SignedIn result;
    result.isApplication = true;
    result.tenantId = configuration.tenantId;
    result.accountName = request.clientId;
    if (const Result<JsonWebToken> token = parseJsonWebToken(tokens.accessToken.reveal())) {
        const QString tenantId = token->claims.value(QStringLiteral("tid")).toString();
        if (!tenantId.isEmpty() && !result.tenantId.isEmpty() &&
            tenantId.compare(result.tenantId, Qt::CaseInsensitive) != 0)
            return fail(ErrorCode::SignInWrongTenant, request.tenant,
                        QStringLiteral("the application was signed in to tenant %1").arg(tenantId));
        if (result.tenantId.isEmpty())
            result.tenantId = tenantId;
        result.accountId = token->claims.value(QStringLiteral("oid")).toString();
        const QJsonArray roles = token->claims.value(QStringLiteral("roles")).toArray();
        for (const QJsonValue &role : roles)
            result.grantedPermissions.append(role.toString());
    }
    return result;
}

/// Who signed in, and the tokens of it.
struct Authenticated
{
    TokenAnswer tokens;
    SignedIn who;
};

[[nodiscard]] Result<Authenticated> authenticate(EntraChannel &channel, const OpenIdConfiguration &configuration,
                                                 const SignInRequest &request, SignInPrompt &prompt,
                                                 const std::stop_token &stop)
{
    Result<SignedIn> person = fail(ErrorCode::Internal);
    Result<TokenAnswer> tokens = fail(ErrorCode::SignInMethodUnavailable, methodName(request.method));
    switch (request.method) {
    case SignInMethod::Browser: {
#ifdef CLOUDSYNC_BROWSER_SIGN_IN
        AuthorizationRequest authorization;
        authorization.authorizationEndpoint = configuration.authorizationEndpoint;
        authorization.tokenEndpoint = configuration.tokenEndpoint;
        authorization.clientId = request.clientId;
        authorization.scope = delegatedScope(request.cloud.audience, request.permissions);
        authorization.account = request.account;
        authorization.claims = request.claims;
        // Before the browser shows a success: the ID token may be that of another tenant.
        const auto accept = [&](const TokenAnswer &answer) -> Result<void> {
            person = describePerson(channel, configuration, request, answer, authorization.nonce, stop);
            return person ? Result<void>() : fail(person.error());
        };
        tokens = requestTokensByBrowser(channel, authorization, accept, prompt, stop);
#endif
        break;
    }
    case SignInMethod::DeviceCode:
        tokens = requestTokensByDeviceCode(channel, configuration, request, prompt, stop);
        if (tokens)
            person = describePerson(channel, configuration, request, *tokens, {}, stop);
        break;
    case SignInMethod::Certificate:
        tokens = requestTokensByCertificate(channel, configuration, request, stop);
        if (tokens)
            person = describeApplication(configuration, request, *tokens);
        break;
    }
    if (!tokens)
        return fail(std::move(tokens.error()));
    if (!person)
        return fail(std::move(person.error()));
    return Authenticated{std::move(*tokens), std::move(*person)};
}

/// Signs the same person in again, so that a challenge of the service is met.
[[nodiscard]] CachedTokens::Prove proveAgain(EntraChannel channel, const OpenIdConfiguration &configuration,
                                             const SignInRequest &request, const SignedIn &who, SignInPrompt &prompt)
{
    return [channel, configuration, request, accountId = who.accountId, accountName = who.accountName,
            &prompt](const QByteArray &claims, const std::stop_token &stop) mutable -> Result<TokenAnswer> {
        SignInRequest stronger = request;
        stronger.claims = claims;
        stronger.account = accountName;
        channel.log().info("entra.stepUp", {{"method", methodName(request.method)}});
        Result<Authenticated> proved = authenticate(channel, configuration, stronger, prompt, stop);
        if (!proved)
            return fail(std::move(proved.error()));
        if (proved->who.accountId != accountId)
            return fail(ErrorCode::SignInRefused, proved->who.accountName,
                        QStringLiteral("the run began with the account %1").arg(accountName));
        return std::move(proved->tokens);
    };
}

} // namespace

EntraSignIn::EntraSignIn(HttpClient &http, Clock &clock, Log &log) : m_http(http), m_clock(clock), m_log(log) {}

QList<SignInMethod> EntraSignIn::availableMethods() const
{
    return {
#ifdef CLOUDSYNC_BROWSER_SIGN_IN
        SignInMethod::Browser,
#endif
        SignInMethod::DeviceCode, SignInMethod::Certificate};
}

QStringList EntraSignIn::defaultPermissions() const
{
    return defaultGraphPermissions();
}

Result<SignedIn> EntraSignIn::signIn(const SignInRequest &asked, SignInPrompt &prompt, const std::stop_token &stop)
{
    SignInRequest request = asked;
    if (request.permissions.isEmpty())
        request.permissions = defaultGraphPermissions();
    if (!availableMethods().contains(request.method))
        return fail(ErrorCode::SignInMethodUnavailable, methodName(request.method),
                    QStringLiteral("this build has no Qt Network Authorization"));

    EntraChannel channel(m_http, m_clock, m_log, request.cloud);
    const Result<OpenIdConfiguration> configuration =
        OpenIdConfiguration::fetch(channel, request.cloud, request.tenant, stop);
    if (!configuration)
        return fail(configuration.error());

    Result<Authenticated> authenticated = authenticate(channel, *configuration, request, prompt, stop);
    if (!authenticated) {
        m_log.warning("entra.signIn", {{"method", methodName(request.method)},
                                       {"tenant", request.tenant},
                                       {"error", authenticated.error().toLogText()}});
        return fail(std::move(authenticated.error()));
    }
    SignedIn result = std::move(authenticated->who);
    CachedTokens::Renew renew;
    CachedTokens::Prove prove;
    if (result.isApplication) {
        renew = [channel, configuration = *configuration, request](const Secret &,
                                                                   const std::stop_token &renewStop) mutable {
            return requestTokensByCertificate(channel, configuration, request, renewStop);
        };
    } else {
        renew = renewByRefreshToken(channel, configuration->tokenEndpoint, request.clientId,
                                    delegatedScope(request.cloud.audience, request.permissions));
        prove = proveAgain(channel, *configuration, request, result, prompt);
    }
    result.tokens = std::make_shared<CachedTokens>(std::move(authenticated->tokens), m_clock, std::move(renew),
                                                   std::move(prove));
    m_log.info("entra.signIn", {{"method", methodName(request.method)}, {"tenant", result.tenantId}});
    return result;
}

} // namespace cloudsync
