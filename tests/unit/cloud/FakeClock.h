// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"

#include <QList>

#include <mutex>

namespace cloudsync::test {

/// A clock that moves only when somebody waits, and then at once. Thread-safe.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) override
    {
        if (stop.stop_requested())
            return false;
        const std::lock_guard lock(m_mutex);
        m_now = m_now.addMSecs(duration.count());
        m_waits.append(duration);
        return true;
    }
    void advance(std::chrono::milliseconds duration)
    {
        const std::lock_guard lock(m_mutex);
        m_now = m_now.addMSecs(duration.count());
    }
    [[nodiscard]] QList<std::chrono::milliseconds> waits() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waits;
    }
    [[nodiscard]] std::chrono::milliseconds waited() const
    {
        std::chrono::milliseconds sum{0};
        for (const auto wait : waits())
            sum += wait;
        return sum;
    }

private:
    mutable std::mutex m_mutex;
    QDateTime m_now{QDate(2026, 10, 1), QTime(12, 0), Qt::UTC};
    QList<std::chrono::milliseconds> m_waits;
};

} // namespace cloudsync::test
