// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace cloudsync {

/// Time, and waiting that can be ended. A test's clock does not wait.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0; ///< UTC
    /// Blocks for `duration`, or until `stop` is requested. Returns false when it was stopped.
    virtual bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) = 0;
};

} // namespace cloudsync
