// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <array>
#include <memory>
#include <mutex>

class QThread;

namespace cloudsync {

class HttpWorker;
class Log;

/// HttpClient on QNetworkAccessManager. All sockets live on one thread of this object; send() blocks its caller only.
/// TLS 1.2 or newer, no redirects, no cookies, no cache, HTTP/1.1. Besides the codes of the port: FileUnreadable when
/// the file with the trusted roots holds none, TenantResponseInvalid when the answer is longer than allowed. Logs
/// method, host, path, status, time and client-request-id; never a header, a query or a body. No call may be under way
/// when it is destroyed.
class QtHttpClient final : public HttpClient
{
public:
    explicit QtHttpClient(Log &log);
    ~QtHttpClient() override;

    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request, const HttpSettings &settings,
                                            const std::stop_token &stop) override;

private:
    /// One QNetworkAccessManager sends six requests to a host at a time and lets the others wait for theirs to end; Qt 6.4
    /// has no setting for it. What would have to wait takes the second lane, whose connections are its own.
    struct Lane
    {
        HttpWorker *worker; // lives on m_thread and ends with it
        int underWay = 0;
    };
    [[nodiscard]] Lane &enterLane();
    void leaveLane(Lane &lane);

    Log &m_log;
    std::unique_ptr<QThread> m_thread;
    std::mutex m_mutex;
    std::array<Lane, 2> m_lanes;
};

} // namespace cloudsync
