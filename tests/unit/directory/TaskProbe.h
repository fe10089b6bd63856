// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"

namespace cloudsync::tests {

/// Drives a task as the engine would, without a plan.
class TaskProbe
{
public:
    explicit TaskProbe(Task &task) : m_task(task) {}

    [[nodiscard]] State check()
    {
        auto state = m_task.check(m_context);
        return state ? *state
                     : State::conflict(
                           Error{ErrorCode::Internal, QStringLiteral("check failed"), state.error().toLogText(), {}});
    }
    /// Keeps what was recorded for undo(), also when it fails.
    [[nodiscard]] Result<void> apply()
    {
        UndoLog undo({});
        auto done = m_task.apply(m_context, undo);
        effects += undo.effects();
        return done;
    }
    [[nodiscard]] Result<void> undo(bool interrupted = false)
    {
        return m_task.rollback({effects, interrupted}, m_context);
    }
    [[nodiscard]] QStringList leftBehind() const { return m_context.leftBehind(); }

    QVector<QJsonObject> effects;

private:
    Task &m_task;
    RunContext m_context;
};

} // namespace cloudsync::tests
