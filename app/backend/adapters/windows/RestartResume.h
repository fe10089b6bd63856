// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QStringList>

namespace cloudsync::windows {

/// The restart of this computer, and the start of this program after it.
class RestartResume
{
public:
    /// Writes a RunOnce value: Windows takes it away before it starts the program, so it works once. RegistryFailed.
    [[nodiscard]] Result<void> resume(const QStringList &arguments) const;
    [[nodiscard]] Result<void> forget() const;
    /// Asks Windows to restart, as a planned restart for an installation. ServiceFailed where it refuses.
    [[nodiscard]] Result<void> restart() const;
};

} // namespace cloudsync::windows
