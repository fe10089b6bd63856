// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/directory/HostPrincipals.h"
#include "backend/setup/directory/PasswordReaders.h"
#include "backend/setup/session/Session.h"

#include <memory>

namespace cloudsync {

/// The group managed service account itself.
///
/// Needs:   a connection to serviceAccount.domain; for a new account its container, a KDS root key in effect and a free
/// name. Changes: creates CN=<name> in the Managed Service Accounts container (AES only, password renewed every 30
/// days, enabled), or adopts
///          the account that is there. Either way each of the answers' hosts that may not retrieve the password yet is
///          let in. An adopted account keeps everything else as it is, and nobody loses a right.
/// Undo:    deletes the account that this run created, known by its objectGUID; of an adopted one takes out just the
/// entries that
///          this run added, or puts back the very bytes from before when nobody changed them since.
class ServiceAccountTask : public Task
{
public:
    explicit ServiceAccountTask(std::shared_ptr<Session> session);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    struct Outlook;
    [[nodiscard]] Result<Outlook> look(RunContext &context);
    [[nodiscard]] Result<void> lookForName(Outlook &outlook, RunContext &context);
    [[nodiscard]] Result<void> lookAtAccount(Outlook &outlook, RunContext &context);
    [[nodiscard]] Result<void> create(const Outlook &outlook, RunContext &context, UndoLog &undo);
    [[nodiscard]] Result<void> widenEncryption(const Outlook &outlook, RunContext &context, UndoLog &undo);
    [[nodiscard]] Result<void> letHostsIn(const Outlook &outlook, RunContext &context, UndoLog &undo);

    std::shared_ptr<Session> m_session;
    ServiceAccountAnswers m_answers; ///< as they were when the plan was made
};

} // namespace cloudsync
