// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Exchange.h"
#include "tests/lab/tenant/Lab.h"

namespace cloudsync::lab {

/// The lab's own interface below /lab/: no token, loopback alone, not recorded (README, "Control").
[[nodiscard]] Reply controlRoute(Lab &lab, Exchange &exchange);

} // namespace cloudsync::lab
