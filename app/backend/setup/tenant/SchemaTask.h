// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/SchemaMerge.h"

#include <QCoreApplication>

#include <optional>

namespace cloudsync {

/// Needs:   the jobs of the domain.
/// Changes: in the schema of the provisioning job the scope, the mapping of the password hash, and the mappings that
/// the answers
///          name. The service replaces the whole schema, so everything else goes back as it came; it is written only
///          when something differs, and from the newest state. What is replaced is kept as a copy first.
/// Undo:    puts the copy back when the schema is still as this run left it; else puts scope, mappings and attribute definitions back where they are still as this run left them; what others
/// changed
///          stays. Nothing when the same run made the configuration, which goes as a whole.
class SchemaTask : public DomainTask
{
    Q_DECLARE_TR_FUNCTIONS(SchemaTask)
public:
    using DomainTask::DomainTask;

    [[nodiscard]] TaskId id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList needs() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    [[nodiscard]] Result<QJsonObject> prepare(const QJsonObject &current, const SyncConfiguration &configuration,
                                              const SyncJob &job, QStringList *changes, RunContext &context);

    [[nodiscard]] Result<void> keepCopy(const QJsonObject &replaced, const QJsonObject &written,
                                        const QJsonObject &place, UndoLog &undo);

    std::optional<QJsonObject> m_seen; ///< the schema that the last check saw
    SchemaKnowledge m_knowledge;
};

} // namespace cloudsync
