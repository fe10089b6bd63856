// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/AuthorizationCodeFlow.h"

#include "backend/adapters/entra/EntraError.h"
#include "backend/engine/Log.h"

#include <QTimer>

namespace cloudsync {

AuthorizationCodeFlow::AuthorizationCodeFlow(EntraChannel &channel, AuthorizationRequest request, Accept accept,
                                             SignInPrompt &prompt, Concluded concluded)
    : m_channel(channel), m_request(std::move(request)), m_accept(std::move(accept)), m_prompt(prompt),
      m_concluded(std::move(concluded)), m_listener(m_request.state, this), m_handler(m_listener, this),
      m_access(channel, this),
      m_flow(m_request.clientId, m_request.authorizationEndpoint, m_request.tokenEndpoint, &m_access, this)
{
    m_flow.setReplyHandler(&m_handler);
    m_flow.setScope(m_request.scope);
    m_flow.setState(QString::fromLatin1(m_request.state));
    m_flow.setModifyParametersFunction(
        [this](QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) { modify(stage, parameters); });
    connect(&m_flow, &QAbstractOAuth::authorizeWithBrowser, this,
            [this](const QUrl &url) { m_prompt.openBrowser(url); });
    connect(&m_listener, &LoopbackListener::received, this, &AuthorizationCodeFlow::handleResponse);
    connect(&m_handler, &LoopbackReplyHandler::tokenReplyFinished, this, &AuthorizationCodeFlow::handleTokenReply);
}

void AuthorizationCodeFlow::start()
{
    if (!m_listener.listen()) {
        m_concluded(fail(ErrorCode::NetworkUnreachable, QStringLiteral("127.0.0.1"), m_listener.errorString()));
        return;
    }
    m_channel.log().info("entra.listen", {{"port", QString::number(m_listener.port())}});
    m_flow.grant();
}

// Qt 6.4 knows neither PKCE nor response_mode, and encodes some values once, some twice and some not at all: every
// parameter is put here anew, encoded once, as QUrlQuery wants it.
void AuthorizationCodeFlow::modify(QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) const
{
    const auto put = [parameters](const char *name, const QByteArray &value) {
        parameters->replace(QLatin1String(name), QString::fromLatin1(value.toPercentEncoding()));
    };
    put("client_id", m_request.clientId.toUtf8());
    put("redirect_uri", m_listener.redirectUri().toUtf8());
    put("scope", m_request.scope.toUtf8());
    switch (stage) {
    case QAbstractOAuth::Stage::RequestingAuthorization:
        put("response_mode", "query");
        put("state", m_request.state);
        put("nonce", m_request.nonce);
        put("code_challenge", codeChallenge(m_request.codeVerifier));
        put("code_challenge_method", "S256");
        if (!m_request.claims.isEmpty())
            put("claims", m_request.claims);
        if (m_request.account.isEmpty())
            put("prompt", "select_account"); // an administrator's browser often has another session
        else
            put("login_hint", m_request.account.toUtf8());
        break;
    case QAbstractOAuth::Stage::RequestingAccessToken:
        put("code_verifier", m_request.codeVerifier);
        break;
    case QAbstractOAuth::Stage::RequestingTemporaryCredentials:
    case QAbstractOAuth::Stage::RefreshingAccessToken:
        break;
    }
}

void AuthorizationCodeFlow::handleResponse(const QVariantMap &values)
{
    if (values.contains(QStringLiteral("error"))) {
        conclude(fail(EntraError::fromQuery(values).toError(m_request.authorizationEndpoint.host())));
        return;
    }
    Q_EMIT m_handler.callbackReceived(values); // Qt goes on and asks for the tokens
}

void AuthorizationCodeFlow::handleTokenReply(QNetworkReply *reply)
{
    reply->deleteLater();
    const auto *answer = qobject_cast<HttpClientReply *>(reply);
    if (answer == nullptr || !answer->response())
        return;
    const Result<HttpResponse> &response = *answer->response();
    if (!response) {
        conclude(fail(response.error()));
        return;
    }
    Result<TokenAnswer> tokens = tokensOrError(*response, m_request.tokenEndpoint, m_channel.clock().now());
    if (tokens) {
        if (const Result<void> accepted = m_accept(*tokens); !accepted)
            tokens = fail(accepted.error());
    }
    conclude(std::move(tokens));
}

void AuthorizationCodeFlow::conclude(Result<TokenAnswer> result)
{
    const LandingPage page = result ? LandingPage::signedIn() : LandingPage::notSignedIn(result.error().detail);
    auto shared = std::make_shared<std::optional<Result<TokenAnswer>>>(std::move(result));
    const auto tell = [this, shared] {
        if (!*shared)
            return;
        Result<TokenAnswer> told = std::move(**shared);
        shared->reset();
        m_concluded(std::move(told));
    };
    // The page goes first: the caller ends this thread as soon as it knows. A browser that does not read is not waited
    // for.
    constexpr std::chrono::seconds patience{2};
    connect(&m_listener, &LoopbackListener::answered, this, tell);
    QTimer::singleShot(patience, this, tell);
    m_listener.answer(page);
}

} // namespace cloudsync
