// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/directory/PermissionTable.h"
#include "backend/setup/session/Session.h"

#include <memory>

namespace cloudsync {

/// What the answers ask for on one domain, as far as it can be said now.
struct DomainPermissions
{
    QString target;               ///< DN of the domain root
    QString account;              ///< name with $
    std::optional<Sid> sid;       ///< nullopt: the account is not there yet
    ComposedPermissions composed; ///< with an empty SID as trustee while the account is not there
};
/// Reads the schema and the account (from its own domain). Writes nothing.
[[nodiscard]] Result<DomainPermissions> domainPermissions(Session &session, const ServiceAccountAnswers &answers,
                                                          const QString &domain, const std::stop_token &stop);

/// The account's permissions on one domain.
///
/// Needs:   the account (directory.<its domain>.gmsa), and the right to change permissions of the domain root.
/// Changes: adds the entries of the chosen permission sets that are not there yet to the access list of the domain
/// root, in one
///          write of the discretionary list alone. Every entry that is there stays where it is, byte for byte.
/// Undo:    takes out exactly the entries that this run added.
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
    std::shared_ptr<Session> m_session;
    ServiceAccountAnswers m_answers; ///< as they were when the plan was made
    QString m_domain;
};

} // namespace cloudsync
