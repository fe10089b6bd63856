// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <memory>

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
    Log &m_log;
    std::unique_ptr<QThread> m_thread;
    HttpWorker *m_worker; // lives on m_thread and ends with it
};

} // namespace cloudsync
