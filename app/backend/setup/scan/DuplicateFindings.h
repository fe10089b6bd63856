// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/scan/DuplicateStore.h"
#include "backend/setup/scan/ScanFinding.h"

namespace cloudsync {

/// The finding for a value that another object holds too: "<attribute>.duplicate", or
/// "<attribute>.duplicateAcrossAttributes" when no other object has it in the same attribute.
[[nodiscard]] ScanFinding duplicateFinding(const SharedValue &shared);

} // namespace cloudsync
