// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/http/HttpExchange.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <vector>

class QNetworkReply;

namespace cloudsync {

/// The talking side: owns the network access managers and every reply. Lives on the client's thread; all members but
/// the constructor are called there.
class HttpWorker final : public QObject
{
    Q_OBJECT

public:
    HttpWorker();
    ~HttpWorker() override;

    void start(const std::shared_ptr<HttpExchange> &exchange);
    /// Ends an exchange whose asker has gone. Nothing happens when it is over already.
    void abort(const std::shared_ptr<HttpExchange> &exchange);

private:
    struct Route
    {
        HttpSettings settings;
        std::unique_ptr<QNetworkAccessManager> manager;
        std::vector<std::unique_ptr<QNetworkAccessManager>> retired; ///< replies of theirs may still be under way
        QSslConfiguration tls;
        bool offersCredential = false; ///< the proxy has asked
        bool proxyRefused = false;     ///< the proxy did not take the credential: it is not tried again
    };
    struct Running;

    [[nodiscard]] Result<Route *> routeFor(const HttpSettings &settings);
    [[nodiscard]] static Result<void> configureProxy(Route &route);
    void readAvailable(QNetworkReply *reply);
    void finish(QNetworkReply *reply);

    // Connections are pooled by host and proxy alone: different trusted roots must never share a manager, and a proxy's
    // credential is remembered by the manager.
    std::vector<std::unique_ptr<Route>> m_routes;
    QHash<QNetworkReply *, std::shared_ptr<Running>> m_running;
};

} // namespace cloudsync
