// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <QHash>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace cloudsync {

/// Reads that ask the same at the same time share one request: the parts of a run look at the organisation, the
/// configurations and the jobs independently of one another, and a host takes only so many requests at once.
///
/// A read that began before a write is never given to who asks after it: what a caller has written, it finds. Thread-safe.
class SharedReads
{
public:
    struct Answer
    {
        HttpResponse response;
        QByteArray clientRequestId;
        bool repeated = false; ///< an earlier request of the same call may have been carried out
    };
    using Send = std::function<Result<Answer>()>;

    /// `key` tells what is read. Waits for an equal read that is under way, else sends. Cancelled when `stop` is requested.
    [[nodiscard]] Result<Answer> read(const QByteArray &key, const Send &send, const std::stop_token &stop);
    /// Sends what may change something.
    [[nodiscard]] Result<Answer> write(const Send &send);

private:
    struct Flight
    {
        quint64 writes = 0;
        std::optional<Result<Answer>> answer;
    };

    std::mutex m_mutex;
    std::condition_variable_any m_landed;
    quint64 m_writes = 0; ///< grows when a write begins and when it ends
    QHash<QByteArray, std::shared_ptr<Flight>> m_flights;
};

} // namespace cloudsync
