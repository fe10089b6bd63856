// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main-ports.h"

namespace cloudsync {

/// The wizard's program from its arguments on: --answers FILE (fills the pages), --state-dir FOLDER, --log-file FILE. Returns the value for
/// the system.
[[nodiscard]] int runWizardProgram(int argc, char *argv[], const MachineFactory &machine = {});

} // namespace cloudsync
