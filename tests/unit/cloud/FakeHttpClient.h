// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <mutex>

namespace cloudsync::test {

[[nodiscard]] HttpResponse jsonResponse(int status, const QJsonObject &body,
                                        QList<QPair<QByteArray, QByteArray>> headers = {});
[[nodiscard]] HttpResponse emptyResponse(int status, QList<QPair<QByteArray, QByteArray>> headers = {});

/// Answers from a script, in order, or from a handler; keeps every request. An unexpected request gets status 599.
class FakeHttpClient final : public HttpClient
{
public:
    using Handler = std::function<Result<HttpResponse>(const HttpRequest &)>;

    void script(QList<Result<HttpResponse>> answers);
    void setHandler(Handler handler);

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request, const HttpSettings &settings,
                                            const std::stop_token &stop) override;

    [[nodiscard]] QList<HttpRequest> requests() const;
    /// "GET /v1.0/domains", one for each request.
    [[nodiscard]] QStringList calls() const;
    [[nodiscard]] int left() const;

private:
    mutable std::mutex m_mutex;
    QList<Result<HttpResponse>> m_script;
    Handler m_handler;
    QList<HttpRequest> m_requests;
};

[[nodiscard]] QByteArray headerOf(const HttpRequest &request, const QByteArray &name);
/// The fields of a form, decoded.
[[nodiscard]] QMap<QString, QString> formOf(const HttpRequest &request);
[[nodiscard]] QJsonObject jsonOf(const HttpRequest &request);

} // namespace cloudsync::test
