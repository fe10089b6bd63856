// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/http/HttpExchange.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QPair>
#include <QSslConfiguration>

#include <memory>

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
        std::unique_ptr<QNetworkAccessManager> manager;
        QSslConfiguration tls;
    };
    struct Running;

    [[nodiscard]] Result<Route *> routeFor(const HttpSettings &settings);
    void readAvailable(QNetworkReply *reply);
    void finish(QNetworkReply *reply);

    // Connections are pooled by host and proxy alone: different trusted roots must never share a manager.
    QHash<QPair<QString, QString>, std::shared_ptr<Route>> m_routes;
    QHash<QNetworkReply *, std::shared_ptr<Running>> m_running;
};

} // namespace cloudsync
