// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/HttpClientAccessManager.h"

namespace cloudsync {

HttpClientReply::HttpClientReply(EntraChannel &channel, const QNetworkRequest &request, FormFields fields,
                                 QObject *parent)
    : QNetworkReply(parent)
{
    setRequest(request);
    setUrl(request.url());
    setOperation(QNetworkAccessManager::PostOperation);
    open(QIODevice::ReadOnly);
    m_thread = std::jthread([this, &channel, url = request.url(), form = std::move(fields)](std::stop_token stop) {
        // A code can be redeemed once: never sent again by itself.
        auto response = std::make_shared<Result<HttpResponse>>(channel.postForm(url, form, Repeat::Never, stop));
        QMetaObject::invokeMethod(
            this, [this, response] { conclude(std::move(*response)); }, Qt::QueuedConnection);
    });
}

HttpClientReply::~HttpClientReply() = default;

void HttpClientReply::abort()
{
    m_thread.request_stop();
}

void HttpClientReply::conclude(Result<HttpResponse> response)
{
    m_response = std::move(response);
    setFinished(true);
    Q_EMIT finished();
}

HttpClientAccessManager::HttpClientAccessManager(EntraChannel &channel, QObject *parent)
    : QNetworkAccessManager(parent), m_channel(channel)
{
}

QNetworkReply *HttpClientAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                      QIODevice *body)
{
    Q_ASSERT(operation == PostOperation);
    Q_UNUSED(operation)
    // Taken apart and put together again by one encoder: Qt's leaves some characters of a form as they are.
    FormFields fields;
    const QByteArrayList pairs = (body != nullptr ? body->readAll() : QByteArray()).split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype mark = pair.indexOf('=');
        if (mark > 0)
            fields.append({QByteArray::fromPercentEncoding(pair.first(mark)),
                           QByteArray::fromPercentEncoding(pair.mid(mark + 1))});
    }
    return new HttpClientReply(m_channel, request, std::move(fields), this);
}

} // namespace cloudsync
