// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <utility>

namespace cloudsync::ldap {

/// How long something may take, and who may end it earlier. Every wait of this adapter runs in slices and asks it
/// between.
class Limit
{
public:
    Limit(std::chrono::milliseconds duration, std::stop_token stop)
        : m_duration(duration), m_end(std::chrono::steady_clock::now() + duration), m_stop(std::move(stop))
    {
    }

    /// Cancelled or TimedOut when the wait has to end now. `subject` names what is waited for.
    [[nodiscard]] Result<void> check(const QString &subject) const
    {
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled, subject);
        if (std::chrono::steady_clock::now() >= m_end)
            return fail(ErrorCode::TimedOut, subject, QStringLiteral("no answer within %1 ms").arg(m_duration.count()));
        return {};
    }

    /// How long the next wait may last before check() is due: at most 50 ms, so that a stop is felt at once.
    [[nodiscard]] std::chrono::milliseconds slice() const
    {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_end - std::chrono::steady_clock::now());
        return std::clamp(left, std::chrono::milliseconds(1), std::chrono::milliseconds(50));
    }

    /// A limit of its own for a part of the work: not beyond this one, with the same stop.
    [[nodiscard]] Limit within(std::chrono::milliseconds duration) const
    {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_end - std::chrono::steady_clock::now());
        return {std::clamp(left, std::chrono::milliseconds(0), duration), m_stop};
    }

    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }

private:
    std::chrono::milliseconds m_duration;
    std::chrono::steady_clock::time_point m_end;
    std::stop_token m_stop;
};

} // namespace cloudsync::ldap
