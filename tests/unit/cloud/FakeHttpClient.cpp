// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/cloud/FakeHttpClient.h"

#include <QJsonDocument>

namespace cloudsync::test {

HttpResponse jsonResponse(int status, const QJsonObject &body, QList<QPair<QByteArray, QByteArray>> headers)
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    response.headers.emplaceBack("Content-Type", "application/json; charset=utf-8");
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

HttpResponse emptyResponse(int status, QList<QPair<QByteArray, QByteArray>> headers)
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    return response;
}

void FakeHttpClient::script(QList<Result<HttpResponse>> answers)
{
    const std::lock_guard lock(m_mutex);
    m_script = std::move(answers);
}

void FakeHttpClient::setHandler(Handler handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
}

Result<HttpResponse> FakeHttpClient::send(const HttpRequest &request, const HttpSettings &, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, request.url.host());
    Handler handler;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.append(request);
        if (!m_script.isEmpty())
            return m_script.takeFirst();
        handler = m_handler;
    }
    return handler ? handler(request) : emptyResponse(599);
}

QList<HttpRequest> FakeHttpClient::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

QStringList FakeHttpClient::calls() const
{
    QStringList result;
    const auto all = requests();
    for (const HttpRequest &request : all)
        result.append(QString::fromLatin1(request.method) + u' ' + request.url.path());
    return result;
}

int FakeHttpClient::left() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_script.size());
}

QByteArray headerOf(const HttpRequest &request, const QByteArray &name)
{
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QMap<QString, QString> formOf(const HttpRequest &request)
{
    QMap<QString, QString> fields;
    const auto pairs = request.body.split('&');
    for (const QByteArray &pair : pairs) {
        const qsizetype mark = pair.indexOf('=');
        fields.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(mark))),
                      QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(mark + 1))));
    }
    return fields;
}

QJsonObject jsonOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace cloudsync::test
