// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"

#include <QCoreApplication>

#include <optional>

namespace cloudsync {

/// Needs:   tenant.<domain>.configuration.
/// Changes: the secrets Domain, AppKey and, where the answers speak of it, SyncNotificationSettings. The service
/// replaces the whole
///          list, so every other key goes back as it came, and whether it is still there is looked at afterwards. A key
///          that is hidden in an unknown way makes the step refuse: writing the list could overwrite it. What is replaced
///          is kept as a copy first, of foreign keys only the name.
/// Undo:    puts the previous values of its keys back where they are still as this run left them. Nothing when the same
/// run made
///          the configuration, which goes as a whole.
class SecretsTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(SecretsTask)
public:
    using DomainTask::DomainTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    /// The merged list; equal to `current` when nothing is to be done.
    [[nodiscard]] Result<QJsonArray> merged(const QJsonArray &current, QStringList *changes, RunContext &context);

    std::optional<QJsonArray> m_seen; ///< the list that the last check saw
};

} // namespace cloudsync
