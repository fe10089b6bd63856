// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/AuthorizationRequest.h"
#include "backend/adapters/entra/HttpClientAccessManager.h"
#include "backend/adapters/entra/LoopbackListener.h"
#include "backend/adapters/entra/LoopbackReplyHandler.h"

#include <QOAuth2AuthorizationCodeFlow>

#include <functional>

namespace cloudsync {

/// One run of the authorization code flow. Made on any thread, moved to one with an event loop, then start(). Calls
/// `concluded` once, after the browser has got its page.
class AuthorizationCodeFlow final : public QObject
{
    Q_OBJECT

public:
    using Accept = std::function<Result<void>(const TokenAnswer &)>;
    using Concluded = std::function<void(Result<TokenAnswer>)>;

    AuthorizationCodeFlow(EntraChannel &channel, AuthorizationRequest request, Accept accept, SignInPrompt &prompt,
                          Concluded concluded);

    void start();

private:
    void modify(QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) const;
    void handleResponse(const QVariantMap &values);
    void handleTokenReply(QNetworkReply *reply);
    void conclude(Result<TokenAnswer> result);

    EntraChannel &m_channel;
    const AuthorizationRequest m_request;
    const Accept m_accept;
    SignInPrompt &m_prompt;
    const Concluded m_concluded;
    LoopbackListener m_listener;
    LoopbackReplyHandler m_handler;
    HttpClientAccessManager m_access;
    QOAuth2AuthorizationCodeFlow m_flow;
};

} // namespace cloudsync
