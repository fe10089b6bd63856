// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/entra/TokenEndpoint.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <optional>
#include <thread>

namespace cloudsync {

/// A reply of HttpClientAccessManager. Deleting it cancels the exchange.
class HttpClientReply final : public QNetworkReply
{
    Q_OBJECT

public:
    HttpClientReply(EntraChannel &channel, const QNetworkRequest &request, FormFields fields, QObject *parent);
    ~HttpClientReply() override;

    /// Set once finished() was emitted.
    [[nodiscard]] const std::optional<Result<HttpResponse>> &response() const { return m_response; }

    void abort() override;
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; } // who wants the body reads response()

private:
    void conclude(Result<HttpResponse> response);

    std::optional<Result<HttpResponse>> m_response;
    std::jthread m_thread;
};

/// Lets Qt Network Authorization send its token request through our HttpClient, so that roots, proxy, limits and
/// logging are the same as everywhere. Knows POST with a form alone, which is all that the code flow sends.
class HttpClientAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit HttpClientAccessManager(EntraChannel &channel, QObject *parent = nullptr);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override;

private:
    EntraChannel &m_channel;
};

} // namespace cloudsync
