// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"

#include <QList>

#include <chrono>
#include <mutex>

namespace cloudsync {

/// Keeps a known limit of the service by itself: at most `most` requests within `span`. Thread-safe.
class RequestWindow
{
public:
    RequestWindow(int most, std::chrono::milliseconds span) : m_most(most), m_span(span) {}

    /// Blocks until one more request is allowed and counts it. False when it was stopped.
    [[nodiscard]] bool enter(Clock &clock, const std::stop_token &stop);

private:
    const int m_most;
    const std::chrono::milliseconds m_span;
    std::mutex m_mutex;
    QList<QDateTime> m_entered; // oldest first
};

} // namespace cloudsync
