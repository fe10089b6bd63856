// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   server.service; the sign-in.
/// Changes: switches password writeback through the agent's command, and notes in the registry of this server (own key)
/// what was asked
///          for and for which tenant. The note is there because neither the agent nor Microsoft Graph tells the state
///          (operations.md section 6): without it every run would switch it again.
/// Undo:    puts back what the note said before. Where there was none: switches it off again when it cannot have worked
/// before, because
///          this run installed the agent and no other one was active; else the state before is not known, and it is
///          named as left behind.
class PasswordWritebackTask : public ServerTask
{
    Q_DECLARE_TR_FUNCTIONS(PasswordWritebackTask)
public:
    using ServerTask::ServerTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] bool wanted() const;
    [[nodiscard]] Result<QString> note(); ///< "" when there is none
    [[nodiscard]] Result<QString> wantedNote(bool enabled, RunContext &context);
    /// True when password writeback can have been in use before this run.
    [[nodiscard]] Result<bool> canHaveBeenOn(RunContext &context);
    [[nodiscard]] Result<void> set(bool enabled, RunContext &context);
};

} // namespace cloudsync
