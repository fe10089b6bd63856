// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/HttpClient.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace cloudsync {

/// Decides whether a request is sent again, and after which pause (Microsoft Graph, "throttling guidance" and "error
/// responses"). Holds no state and does not wait.
class RetryPolicy
{
public:
    struct Limits
    {
        int busyAttempts = 8; ///< requests in all while the service says it is busy
        int lostAttempts = 4; ///< requests in all while answers get lost
        std::chrono::milliseconds total = std::chrono::minutes(10);
        std::chrono::milliseconds firstPause = std::chrono::milliseconds(500);
        std::chrono::milliseconds longestPause = std::chrono::seconds(30);
    };

    /// What is known after a request ended.
    struct Situation
    {
        int attempts = 1;                     ///< requests sent so far
        std::chrono::milliseconds elapsed{0}; ///< since the first one was sent
        bool repeatable = false;              ///< doing it twice is as good as once
        QDateTime now;                        ///< UTC, for a Retry-After that is a date
        double chance = 0;                    ///< 0 <= chance < 1, for the jitter
    };

    RetryPolicy() = default;
    explicit RetryPolicy(const Limits &limits) : m_limits(limits) {}

    /// Nothing: take the outcome as it is.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pause(const Result<HttpResponse> &outcome,
                                                                 const Situation &situation) const;

private:
    Limits m_limits;
};

} // namespace cloudsync
