// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/graph/RetryPolicy.h"

#include <algorithm>

namespace cloudsync {

using std::chrono::milliseconds;

namespace {

[[nodiscard]] bool isLost(ErrorCode code)
{
    return code == ErrorCode::NetworkUnreachable || code == ErrorCode::TimedOut;
}

} // namespace

std::optional<milliseconds> RetryPolicy::pause(const Result<HttpResponse> &outcome, const Situation &situation) const
{
    // Doubled each time, and spread, so that tasks that were throttled together do not come back together.
    const int doublings = std::clamp(situation.attempts - 1, 0, 16);
    const milliseconds base = std::min(milliseconds(m_limits.firstPause.count() << doublings), m_limits.longestPause);
    const auto jitter = milliseconds(static_cast<qint64>(static_cast<double>(base.count()) * situation.chance / 2));
    milliseconds wanted = base + jitter;

    if (!outcome) {
        if (!isLost(outcome.error().code) || !situation.repeatable || situation.attempts >= m_limits.lostAttempts)
            return std::nullopt;
    } else {
        const int status = outcome->status;
        const auto asked = outcome->retryAfter(situation.now);
        // 429, and 503 with a time to come back, say that nothing was done. Other 5xx may come after the deed.
        const bool refused = status == 429 || (status == 503 && asked.has_value());
        const bool failed = status == 500 || status == 502 || status == 503 || status == 504;
        if (!refused && !(failed && situation.repeatable))
            return std::nullopt;
        if (situation.attempts >= m_limits.busyAttempts)
            return std::nullopt;
        if (asked)
            wanted = *asked + jitter;
    }
    if (situation.elapsed + wanted > m_limits.total)
        return std::nullopt;
    return wanted;
}

} // namespace cloudsync
