// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::windows {

/// What this computer is.
[[nodiscard]] HostFacts hostFacts();

/// True when this process has administrator's rights in effect.
[[nodiscard]] bool isElevated();

} // namespace cloudsync::windows
