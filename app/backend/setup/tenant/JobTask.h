// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   tenant.<domain>.secrets. Exchange hybrid writeback also the provisioning job and server.service: the agent is
///          asked first whether Active Directory has Exchange's attributes (graph.md section 7.1).
/// Changes: makes the one job of a template in the configuration; it does not run yet.
/// Undo:    deletes the job that it made. What the job synchronised stays.
class JobTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(JobTask)
public:
    JobTask(std::shared_ptr<DomainConfiguration> where, QString templateId);

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    /// Nothing: there are Exchange attributes, or they are not needed. An error that is a conflict: there are none.
    [[nodiscard]] Result<void> examineExchange(RunContext &context);

    QString m_templateId;
    bool m_lookedFor = false; ///< the last check found none
    bool m_exchangeSeen = false;
};

} // namespace cloudsync
