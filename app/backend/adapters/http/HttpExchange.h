// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace cloudsync {

/// One exchange between the thread that asked and the thread that talks. Shared by both: the asking side may leave
/// early (cancelled, out of time) while the talking side still winds up.
class HttpExchange
{
public:
    HttpExchange(HttpRequest request, HttpSettings settings);

    const HttpRequest request;
    const HttpSettings settings;

    /// Called once by the talking side; later calls are ignored.
    void finish(Result<HttpResponse> result);
    /// Blocks until finish(), the request's time limit (TimedOut) or `stop` (Cancelled).
    [[nodiscard]] Result<HttpResponse> wait(const std::stop_token &stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::optional<Result<HttpResponse>> m_result;
};

} // namespace cloudsync
