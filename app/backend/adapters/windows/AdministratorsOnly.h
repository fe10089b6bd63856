// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

namespace cloudsync::windows {

/// Makes a folder that SYSTEM and administrators alone can enter, and sees to it where it is there already: ordinary users may make folders
/// in ProgramData, and what they put there must not pass for ours. FileUnwritable.
[[nodiscard]] Result<void> makeAdministratorsFolder(const QString &path);

} // namespace cloudsync::windows
