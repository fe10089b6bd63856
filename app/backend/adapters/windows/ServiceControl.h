// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::windows {

/// Windows' service control manager. ServiceFailed where it refuses.
class ServiceControl
{
public:
    /// nullopt when there is no such service.
    [[nodiscard]] Result<std::optional<ServiceInfo>> query(const QString &name) const;
    /// Path of the service's program; empty when it cannot be told.
    [[nodiscard]] QString program(const QString &name) const;
    /// Return when the state is reached; TimedOut after two minutes, Cancelled.
    [[nodiscard]] Result<void> start(const QString &name, const std::stop_token &stop) const;
    [[nodiscard]] Result<void> stop(const QString &name, const std::stop_token &stop) const;
};

} // namespace cloudsync::windows
