// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/graph/GraphCall.h"
#include "backend/adapters/graph/RetryPolicy.h"
#include "backend/adapters/graph/SharedReads.h"
#include "backend/ports/Clock.h"
#include "backend/ports/SignIn.h"

#include <QJsonArray>

#include <functional>
#include <memory>
#include <mutex>

namespace cloudsync {

class Log;

/// Sends calls to Graph: token, retries, a new token after the first 401, a stronger sign-in where the service asks, waiting out the lag of new objects, paging.
/// Equal reads at the same time are one request. Thread-safe.
class GraphClient
{
public:
    GraphClient(HttpClient &http, Clock &clock, Log &log, const CloudEndpoint &cloud,
                std::shared_ptr<AccessTokens> tokens, RetryPolicy policy = RetryPolicy());

    /// The answer's object; empty for 204.
    [[nodiscard]] Result<QJsonObject> object(const GraphCall &call, const std::stop_token &stop);
    /// For calls whose answer does not matter. A DELETE that was repeated and finds nothing has done its work.
    [[nodiscard]] Result<void> done(const GraphCall &call, const std::stop_token &stop);
    /// "value" of every page, up to `most` items (0: all). Pages of another host are refused.
    [[nodiscard]] Result<QJsonArray> list(const GraphCall &call, const std::stop_token &stop, int most = 0);

    /// The items of "value" of every page, one by one, until `onItem` returns false.
    [[nodiscard]] Result<void> forEach(const GraphCall &call, const std::function<bool(const QJsonValue &)> &onItem,
                                       const std::stop_token &stop);

    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] Log &log() { return m_log; }

private:
    using Answer = SharedReads::Answer;
    [[nodiscard]] Result<Answer> send(const GraphCall &call, const QUrl &url, const std::stop_token &stop);
    [[nodiscard]] Result<Answer> sendNow(const GraphCall &call, const QUrl &url, const std::stop_token &stop);
    [[nodiscard]] Error refusal(const GraphCall &call, const Answer &answer, const std::stop_token &stop);
    void renounce(const Secret &refused, const std::stop_token &stop);

    HttpClient &m_http;
    Clock &m_clock;
    Log &m_log;
    const QUrl m_root;
    const HttpSettings m_settings;
    const std::shared_ptr<AccessTokens> m_tokens;
    const RetryPolicy m_policy;
    std::mutex m_renounceMutex;
    SharedReads m_reads;
};

/// True when a request failed in a way that leaves open whether it was carried out.
[[nodiscard]] bool mayHaveHappened(const Error &error);

} // namespace cloudsync
