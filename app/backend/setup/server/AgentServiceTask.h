// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   every other change to this server.
/// Changes: starts the agent's service, and restarts it when this run changed something that it reads only at its
/// start.
/// Undo:    stops a service that was there before and rested; one that ran goes on, and an uninstall ends what this run installed.
class AgentServiceTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentServiceTask)
public:
    AgentServiceTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes, QStringList needs);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    QStringList m_needs;
};

} // namespace cloudsync
