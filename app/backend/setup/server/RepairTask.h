// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   nothing; the agent's package waits for it.
/// Changes: the registry values of one repair (RegistryRepair.h). A restart is asked for where Windows had the opposite
/// in force. Undo:    puts previous values back and removes those that were not there, where they still are as this run
/// left them.
class RepairTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(RepairTask)
public:
    RepairTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes, QString repair);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    QString m_repair;
};

} // namespace cloudsync
