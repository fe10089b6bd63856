// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/directory/AccessList.h"
#include "backend/setup/session/Session.h"

#include <memory>

namespace cloudsync {

/// Who may do what with the account's own object, after the vendor's "restricted permissions".
///
/// Needs:   the account (directory.<domain>.gmsa); an identity that is Domain Admin, Enterprise Admin or member of
/// Administrators, because
///          nobody else keeps the right to undo it.
/// Changes: blocks inheritance on the account's object and replaces its access list: full control for the system and
/// the three kinds of
///          administrators, reading for domain controllers and signed-in users, entries of the object itself (SELF)
///          kept.
/// Undo:    puts back the very list from before, unless somebody changed it since: then it stays and is reported.
class RestrictedPermissionsTask : public Task
{
public:
    /// For the account of the session's answers.
    explicit RestrictedPermissionsTask(std::shared_ptr<Session> session);
    RestrictedPermissionsTask(std::shared_ptr<Session> session, ServiceAccountAnswers account);

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

    std::shared_ptr<Session> m_session;
    ServiceAccountAnswers m_answers; ///< as they were when the plan was made
};

/// The restricted list: entries of SELF from `before`, then the vendor's table for a domain and its forest's root
/// domain.
[[nodiscard]] SecurityDescriptor restrictedDescriptor(const SecurityDescriptor &before, const Sid &domain,
                                                      const Sid &rootDomain);
/// True when both are protected and hold the same entries, in whatever order.
[[nodiscard]] bool isSameAccess(const SecurityDescriptor &a, const SecurityDescriptor &b);

} // namespace cloudsync
