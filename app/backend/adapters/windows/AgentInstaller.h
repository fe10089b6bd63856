// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::windows {

/// Runs the agent's package and its uninstall entry. Neither is ever ended from here.
class AgentInstaller
{
public:
    using OnProgress = std::function<void(const QString &, int)>;

    /// PackageMissing; PackageNotTrusted when the file is no longer the one that was inspected; InstallerFailed when it did not start.
    [[nodiscard]] Result<InstallOutcome> install(const PackageFacts &package, const QStringList &arguments, const OnProgress &onProgress) const;
    /// InstallerFailed when there is no uninstall entry.
    [[nodiscard]] Result<InstallOutcome> uninstall(const OnProgress &onProgress) const;
    /// True while Windows Installer is at work.
    [[nodiscard]] bool isAnotherInProgress() const;
};

} // namespace cloudsync::windows
