// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/http/HttpExchange.h"

namespace cloudsync {

HttpExchange::HttpExchange(HttpRequest theRequest, HttpSettings theSettings)
    : request(std::move(theRequest)), settings(std::move(theSettings))
{
}

void HttpExchange::finish(Result<HttpResponse> result)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_result)
            return;
        m_result = std::move(result);
    }
    m_changed.notify_all();
}

Result<HttpResponse> HttpExchange::wait(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const bool finished = m_changed.wait_for(lock, stop, request.timeout, [this] { return m_result.has_value(); });
    if (finished)
        return std::move(*m_result);
    const QString host = request.url.host();
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, host);
    return fail(ErrorCode::TimedOut, host,
                QStringLiteral("no complete answer within %1 ms").arg(request.timeout.count()));
}

} // namespace cloudsync
