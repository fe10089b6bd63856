// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Clock.h"

namespace cloudsync {

/// The clock of this machine.
class SystemClock : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) override;
};

} // namespace cloudsync
