// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Session.h"

#include <QCoreApplication>

#include <memory>

namespace cloudsync {

/// Needs:   the sign-in.
/// Changes: organization.onPremisesSyncEnabled becomes true (which also makes the sync service's own service
/// principal). Undo:    none. Switching directory synchronisation off again takes the service up to three days and
/// touches every synced object.
class SyncFlagTask : public Task
{
    Q_DECLARE_TR_FUNCTIONS(SyncFlagTask)
public:
    explicit SyncFlagTask(std::shared_ptr<Session> session) : m_session(std::move(session)) {}

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Reversibility reversibility() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    std::shared_ptr<Session> m_session;
};

} // namespace cloudsync
