// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/http/QtHttpClient.h"

#include "backend/adapters/http/HttpWorker.h"
#include "backend/engine/Log.h"

#include <QElapsedTimer>
#include <QThread>

namespace cloudsync {

namespace {

[[nodiscard]] QString clientRequestId(const HttpRequest &request)
{
    for (const auto &[name, value] : request.headers) {
        if (name.compare("client-request-id", Qt::CaseInsensitive) == 0)
            return QString::fromLatin1(value);
    }
    return {};
}

} // namespace

QtHttpClient::QtHttpClient(Log &log) : m_log(log), m_thread(std::make_unique<QThread>()), m_worker(new HttpWorker)
{
    m_thread->setObjectName(QStringLiteral("http"));
    m_worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
}

QtHttpClient::~QtHttpClient()
{
    m_thread->quit();
    m_thread->wait();
}

Result<HttpResponse> QtHttpClient::send(const HttpRequest &request, const HttpSettings &settings,
                                        const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, request.url.host());
    if (!request.url.isValid() || request.url.scheme() != QLatin1String("https"))
        return fail(ErrorCode::TlsFailed, request.url.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo),
                    QStringLiteral("only https addresses are used"));

    QElapsedTimer timer;
    timer.start();
    const auto exchange = std::make_shared<HttpExchange>(request, settings);
    HttpWorker *worker = m_worker;
    QMetaObject::invokeMethod(
        worker, [worker, exchange] { worker->start(exchange); }, Qt::QueuedConnection);
    Result<HttpResponse> result = exchange->wait(stop);
    if (!result && (result.error().code == ErrorCode::Cancelled || result.error().code == ErrorCode::TimedOut))
        QMetaObject::invokeMethod(
            worker, [worker, exchange] { worker->abort(exchange); }, Qt::QueuedConnection);

    m_log.write(result ? LogLevel::Debug : LogLevel::Warning, "http.exchange",
                {{"method", QString::fromLatin1(request.method)},
                 {"host", request.url.host()},
                 {"path", request.url.path()},
                 {"status", result ? QString::number(result->status) : errorCodeName(result.error().code)},
                 {"ms", QString::number(timer.elapsed())},
                 {"clientRequestId", clientRequestId(request)}});
    return result;
}

} // namespace cloudsync
