// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"

#include <QList>

#include <QString>

#include <chrono>
#include <mutex>
#include <optional>
#include <utility>

namespace cloudsync {

/// Keeps a known limit of the service by itself: at most `most` requests within `span`. Thread-safe. With a file in a folder
/// that is there, other programs of this machine that use the same file are counted too; a file that cannot be used is
/// done without, because the service keeps its limit in any case.
class RequestWindow
{
public:
    RequestWindow(int most, std::chrono::milliseconds span, QString file = {})
        : m_most(most), m_span(span), m_file(std::move(file))
    {
    }

    /// Blocks until one more request is allowed and counts it. False when it was stopped.
    [[nodiscard]] bool enter(Clock &clock, const std::stop_token &stop);

private:
    /// Counts one more request when there is room for it; else how long to wait.
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseOrEnter(const QDateTime &now);
    void readShared();
    void writeShared() const;

    const int m_most;
    const std::chrono::milliseconds m_span;
    const QString m_file;
    std::mutex m_mutex;
    QList<QDateTime> m_entered; // oldest first
};

} // namespace cloudsync
