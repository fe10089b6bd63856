// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

namespace cloudsync {

/// Where journals and reports are kept when nobody says otherwise: %ProgramData%\CloudSyncSetup on Windows, elsewhere
/// $XDG_STATE_HOME/cloud-sync-setup or ~/.local/state/cloud-sync-setup. Absolute; not created.
[[nodiscard]] QString defaultStateFolder();

/// Makes the folder for its owner alone, on Windows for SYSTEM and administrators; one that is there keeps its permissions, but on Windows
/// it has to belong to administrators. FileUnwritable when that fails.
[[nodiscard]] Result<void> makeStateFolder(const QString &path);

} // namespace cloudsync
