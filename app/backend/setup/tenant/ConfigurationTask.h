// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QCoreApplication>

namespace cloudsync {

/// Needs:   the sign-in.
/// Changes: makes the configuration's service principal and application from the Cloud Sync template, named after the
/// domain,
///          and waits until the service answers for it. One that bears the name already is adopted as it is.
/// Undo:    removes the service principal and the application that it made, nothing else. Users that were synchronised
/// stay.
class ConfigurationTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(ConfigurationTask)
public:
    using DomainTask::DomainTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] Result<void> waitUntilItAnswers(const QString &servicePrincipalId, RunContext &context);
    [[nodiscard]] Result<void> removeUnrecorded(RunContext &context);
    [[nodiscard]] Result<void> remove(const QString &servicePrincipalId, const QString &applicationId,
                                      RunContext &context);

    bool m_lookedFor = false; ///< the last check found none
};

} // namespace cloudsync
