// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QCoreApplication>

namespace cloudsync {

/// What the answers say of a job: it does its rounds, or it rests.
struct WantedRun
{
    QString templateId;
    bool runs = false;
};
/// Jobs that the answers speak of; a job they are silent about stays as it is.
[[nodiscard]] QVector<WantedRun> wantedRuns(const ConfigurationAnswers &answers);

/// Needs:   the jobs and the schema of the domain, tenant.syncFlag; where they are part of the plan server.service and
///          directory.<domain>.permissions, so that the first cycle meets an agent that may read.
/// Changes: starts the jobs that the answers want to run, pauses those that are to rest.
/// Undo:    pauses what it started, starts what it paused. What a cycle synchronised meanwhile stays.
class StartTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(StartTask)
public:
    using DomainTask::DomainTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;
};

} // namespace cloudsync
