// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/scan/ScanFinding.h"
#include "backend/setup/session/Session.h"

#include <memory>
#include <vector>

namespace cloudsync {

/// The values of one domain that the administrator agreed to change ("repairs" of the answers).
///
/// Needs:   the right to write the attribute of each object.
/// Changes: each value from the old one to the new one, or takes it away; one request an object and value, which the
///          controller refuses when the old value does not stand there any more. Nothing else of the object is touched.
/// Undo:    the same in reverse, where the new value still stands; what somebody changed since then stays and is named.
class DataRepairTask : public Task
{
public:
    DataRepairTask(std::shared_ptr<Session> session, QString domain);

    [[nodiscard]] TaskId id() const override; ///< "directory.<domain>.repairs"
    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString neededRight() const override;
    [[nodiscard]] Result<State> check(RunContext &context) override;
    [[nodiscard]] Result<void> apply(RunContext &context, UndoLog &undo) override;
    [[nodiscard]] Result<void> rollback(const UndoData &data, RunContext &context) override;

private:
    std::shared_ptr<Session> m_session;
    QString m_domain;
    QVector<DataRepairAnswers> m_repairs; ///< of this domain, as they were when the plan was made
};

/// One task for each domain that has repairs.
[[nodiscard]] std::vector<std::unique_ptr<Task>> dataRepairTasks(const std::shared_ptr<Session> &session);

/// The repair that a finding proposes; nothing when it proposes no value.
[[nodiscard]] std::optional<DataRepairAnswers> repairOf(const ScanFinding &finding);

} // namespace cloudsync
