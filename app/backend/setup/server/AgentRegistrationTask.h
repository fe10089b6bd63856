// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   server.agentPackage; the sign-in.
/// Changes: registers the agent with the tenant (a client certificate on this server, an agent in the tenant). Where its
///          command cannot do it (a release without the parameter, a second factor), in the agent's own window, with a person.
/// Undo:    nothing where the agent's package goes too. There is no documented way to take a registration back alone
///          (agent.md section 8), so otherwise it is named as left behind.
class AgentRegistrationTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentRegistrationTask)
public:
    using ServerTask::ServerTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

    /// True when the command failed for want of a person, not for a reason that the agent's window would meet as well.
    [[nodiscard]] static bool needsPerson(const Error &error);

private:
    [[nodiscard]] Result<void> registerInWindow(const QString &tenantId, RunContext &context);
    [[nodiscard]] QString signInAccount(RunContext &context) const;
    [[nodiscard]] static QString withoutPerson();
};

} // namespace cloudsync
