// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/DirectorySetup.h"

namespace cloudsync::tests {

/// Carries the directory tasks of a session out in their order and takes them back in reverse.
class TaskRun
{
public:
    explicit TaskRun(const std::shared_ptr<Session> &session) : m_tasks(directoryTasks(session)) {}

    /// The first error's text, empty when all went well.
    [[nodiscard]] QString apply()
    {
        for (const auto &task : m_tasks) {
            UndoLog undo({});
            const auto done = task->apply(m_context, undo);
            m_effects.append(undo.effects());
            if (!done)
                return task->id() + u' ' + done.error().toLogText();
        }
        return {};
    }
    /// "satisfied", "missing" or "conflict" of each task, or its error.
    [[nodiscard]] QStringList states()
    {
        QStringList states;
        for (const auto &task : m_tasks) {
            const auto state = task->check(m_context);
            states.append(state ? stateName(state->kind) + (state->why ? u' ' + state->why->toLogText() : QString())
                                : state.error().toLogText());
        }
        return states;
    }
    /// Takes back as after a crash right after each last write: its confirmation is not on record.
    [[nodiscard]] QString undoWithoutConfirmations()
    {
        for (QVector<QJsonObject> &effects : m_effects) {
            if (effects.size() > 1)
                effects.removeLast();
        }
        return undo();
    }
    [[nodiscard]] QString undo()
    {
        for (qsizetype i = m_effects.size() - 1; i >= 0; --i) {
            const auto done = m_tasks.at(static_cast<std::size_t>(i))->rollback({m_effects.at(i), false}, m_context);
            if (!done)
                return m_tasks.at(static_cast<std::size_t>(i))->id() + u' ' + done.error().toLogText();
        }
        return m_context.leftBehind().join(u' ');
    }

private:
    RunContext m_context;
    std::vector<std::unique_ptr<Task>> m_tasks;
    QVector<QVector<QJsonObject>> m_effects;
};

} // namespace cloudsync::tests
