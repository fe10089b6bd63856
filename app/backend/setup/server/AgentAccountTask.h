// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// The account of the answers as Windows writes it, DOMAIN\name$. The domain's short name comes from the directory,
/// else from the credential of the answers, else from the account that the agent runs as already. AnswerMissing when
/// none of them tells it.
[[nodiscard]] Result<QString> serviceAccountLogonName(Session &session, const AgentFacts &agent,
                                                      const std::stop_token &stop);

/// Needs:   server.agentRegistration; directory.<domain>.gmsa where it is part of the plan.
/// Changes: lets the agent's service run as the group managed service account of the answers, once this server can use
/// it. Undo:    nothing where the agent's package goes too; otherwise named as left behind, since the agent's own
/// commands know no way back.
class AgentAccountTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentAccountTask)
public:
    using ServerTask::ServerTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] bool isWanted(const AgentFacts &agent, const QString &account) const;
    [[nodiscard]] Result<void> waitUntilUsable(const QString &account, RunContext &context);
};

} // namespace cloudsync
