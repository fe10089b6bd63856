// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   tenant.<domain>.start, and where they are part of the plan server.verification and
/// directory.<domain>.permissions. Changes: nothing. Waits until the provisioning job has run once and no job of ours
/// is in quarantine. Undo:    nothing.
///
/// Where the tenant has no active agent a cycle cannot come; then the jobs count as verified as far as they are
/// started, and the finding "tenant.<domain>.firstCycle" says what is waited for. A first cycle that takes longer than
/// the wait (large directories need hours) is no failure and takes nothing back: the run ends well, and the next check
/// asks again.
class FirstCycleTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(FirstCycleTask)
public:
    using DomainTask::DomainTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    struct View
    {
        bool allStarted = true;
        bool firstCycleEnded = false;
        QString quarantined; ///< a sentence; empty when all is well
        QString counts;
    };
    [[nodiscard]] Result<View> look(RunContext &context);
    [[nodiscard]] Result<bool> anyAgentActive(RunContext &context);
};

} // namespace cloudsync
