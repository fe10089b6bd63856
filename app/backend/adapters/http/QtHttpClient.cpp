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

QtHttpClient::QtHttpClient(Log &log) : m_log(log), m_thread(std::make_unique<QThread>()), m_lanes{Lane{new HttpWorker}, Lane{new HttpWorker}}
{
    m_thread->setObjectName(QStringLiteral("http"));
    for (const Lane &lane : m_lanes) {
        lane.worker->moveToThread(m_thread.get());
        QObject::connect(m_thread.get(), &QThread::finished, lane.worker, &QObject::deleteLater);
    }
    m_thread->start();
}

QtHttpClient::~QtHttpClient()
{
    m_thread->quit();
    m_thread->wait();
}

QtHttpClient::Lane &QtHttpClient::enterLane()
{
    constexpr int requestsAtATime = 6; // of a QNetworkAccessManager to one host
    const std::lock_guard lock(m_mutex);
    Lane &lane = m_lanes[0].underWay < requestsAtATime ? m_lanes[0] : m_lanes[1];
    ++lane.underWay;
    return lane;
}

void QtHttpClient::leaveLane(Lane &lane)
{
    const std::lock_guard lock(m_mutex);
    --lane.underWay;
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
    Lane &lane = enterLane();
    HttpWorker *worker = lane.worker;
    QMetaObject::invokeMethod(
        worker, [worker, exchange] { worker->start(exchange); }, Qt::QueuedConnection);
    Result<HttpResponse> result = exchange->wait(stop);
    leaveLane(lane);
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
