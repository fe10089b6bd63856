// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectoryTask.h"

namespace cloudsync {

/// A user to try the synchronisation with.
///
/// Needs:   the right to create users in the container; for a password a connection that is encrypted.
/// Changes: adds one user, enabled when the answers name a password, else disabled and without one.
/// Undo:    removes the very object (objectGUID). One that somebody has put to use since (a member of a group) stays and is reported.
class TestUserTask : public DirectoryTask
{
public:
    explicit TestUserTask(const std::shared_ptr<Session> &session);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] QString dn() const;
    [[nodiscard]] Result<std::optional<DirectoryEntry>> find(Directory &directory, const std::stop_token &stop) const;

    TestUserAnswers m_answers; ///< as they were when the plan was made
};

/// A password of 24 characters of all four kinds, from the system's random numbers (no characters that look alike).
[[nodiscard]] Secret randomPassword();

} // namespace cloudsync
