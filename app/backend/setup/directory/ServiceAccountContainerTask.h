// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectoryTask.h"

namespace cloudsync {

/// The domain's container for managed service accounts, where it was lost.
///
/// Needs:   a connection to serviceAccount.domain as a domain administrator.
/// Changes: makes CN=Managed Service Accounts below the domain root unless it is there, and lets otherWellKnownObjects
/// of
///          the domain name it, in place of a value that names a deleted object. Does nothing where the domain names a
///          container that is there.
/// Undo:    puts back the values from before, as far as they can be named again, and deletes the container that this
/// run
///          made when it is empty.
class ServiceAccountContainerTask : public DirectoryTask
{
public:
    explicit ServiceAccountContainerTask(const std::shared_ptr<Session> &session);

    [[nodiscard]] static TaskId idFor(const QString &domain);
    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;
};

} // namespace cloudsync
