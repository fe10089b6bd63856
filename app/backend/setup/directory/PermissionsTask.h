// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/directory/DomainPermissions.h"
#include "backend/setup/session/Session.h"

#include <memory>

namespace cloudsync {

/// The account's permissions on one domain.
///
/// Needs:   the account (directory.<its domain>.gmsa), and the right to change permissions of the domain root and of the
///          chosen parts of the domain.
/// Changes: adds the entries of the chosen permission sets that are not there yet, neither by inheritance nor through a
///          group, to the access lists of the chosen parts and, for rights that only a domain root knows, of the root:
///          one write of the discretionary list alone for each. Every other entry stays where it is, byte for byte.
///          Where the answers ask for it, explicit entries of the account that grant more are taken out in the same
///          write. Then computes the effective rights on sample objects: DirectoryRightMissing when another entry
///          denies one of them.
/// Undo:    takes out exactly the entries that this run added and puts back those that it took out; the very list from
///          before where nobody changed it since.
class PermissionsTask : public Task
{
public:
    PermissionsTask(std::shared_ptr<Session> session, QString domain);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] Result<void> grant(Directory &directory, const DomainPermissions &permissions,
                                     const PermissionTarget &target, RunContext &context, UndoLog &undo);
    [[nodiscard]] static Result<void> prove(Directory &directory, const DomainPermissions &permissions,
                                            RunContext &context);

    std::shared_ptr<Session> m_session;
    ServiceAccountAnswers m_answers; ///< as they were when the plan was made
    QString m_domain;
};

} // namespace cloudsync
