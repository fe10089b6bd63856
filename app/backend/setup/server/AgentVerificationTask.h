// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   server.service and what comes before it; the sign-in.
/// Changes: nothing. Waits until the tenant says that the agent of this server is active, the service runs and this
/// server can use the
///          service account.
/// Undo:    nothing.
class AgentVerificationTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(AgentVerificationTask)
public:
    using ServerTask::ServerTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    /// What is not as it has to be, or nothing.
    [[nodiscard]] Result<std::optional<Error>> look(RunContext &context);
};

} // namespace cloudsync
