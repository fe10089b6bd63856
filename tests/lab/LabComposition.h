// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main-ports.h"

namespace cloudsync {

/// The machine of the lab in the folder that LAB_FOLDER names (lab.json, written by lab.sh).
[[nodiscard]] Result<MachineFactory> labMachineFactory();

} // namespace cloudsync
