// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// What an exit code of the agent's installer means: nothing for 0, 3010 and 1641, else an error. The package is a WiX
/// Burn bundle, whose codes are those of Windows Installer.
[[nodiscard]] Result<void> installerResult(const InstallOutcome &outcome);
/// The restart that an exit code asks for.
[[nodiscard]] Restart installerRestart(int exitCode);

/// Needs:   the repairs of this server.
/// Changes: installs the agent's package quietly, or updates the agent. Only a package with a valid signature of the
/// publisher named in
///          the answers is ever started. The installer is never ended from outside: a stop is honoured when it has come
///          to its end.
/// Undo:    removes the agent when there was none before. An update stays, because the older package is not at hand.
class AgentPackageTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentPackageTask)
public:
    using ServerTask::ServerTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

    /// What a run that is continued had recorded of this task: an agent that it installed is as much ours as one that this
    /// process installs.
    void rememberEarlier(const QVector<QJsonObject> &effects);

private:
    /// The package, looked at and trusted; PackageMissing, PackageNotTrusted.
    [[nodiscard]] Result<PackageFacts> trustedPackage();
};

} // namespace cloudsync
