// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   server.serviceAccount; directory.<domain>.permissions where it is part of the plan.
/// Changes: gives the agent an Active Directory domain, with the controllers it is to prefer.
/// Undo:    nothing where the agent's package goes too; otherwise named as left behind, since no documented command
/// takes a
///          domain back (agent.md section 10).
class AgentDomainTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentDomainTask)
public:
    AgentDomainTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes, QString domain);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] QStringList preferredControllers() const;
    [[nodiscard]] bool isDone(const AgentFacts &agent) const;
    QString m_domain;
};

} // namespace cloudsync
