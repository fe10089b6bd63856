// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Plan.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace cloudsync {

Plan::Plan(std::vector<std::unique_ptr<Task>> tasks) : m_tasks(std::move(tasks)) {}

void Plan::add(std::unique_ptr<Task> task)
{
    m_tasks.push_back(std::move(task));
}

Task *Plan::find(const TaskId &id) const
{
    const auto found = std::find_if(m_tasks.begin(), m_tasks.end(), [&](const auto &task) { return task->id() == id; });
    return found == m_tasks.end() ? nullptr : found->get();
}

Result<void> Plan::validate() const
{
    QHash<TaskId, QStringList> open;
    for (const auto &task : m_tasks) {
        if (open.contains(task->id()))
            return fail(ErrorCode::Internal, task->id(), QStringLiteral("two tasks share this id"));
        open.insert(task->id(), task->needs());
    }
    // Kahn's algorithm: what can never become free is part of a circle.
    bool moved = true;
    while (moved && !open.isEmpty()) {
        moved = false;
        const QStringList ids = open.keys();
        for (const TaskId &id : ids) {
            const QStringList needs = open.value(id);
            const bool free = std::none_of(needs.begin(), needs.end(), [&](const TaskId &need) { return open.contains(need); });
            if (free) {
                open.remove(id);
                moved = true;
            }
        }
    }
    if (!open.isEmpty())
        return fail(ErrorCode::Internal, QStringList(open.keys()).join(u' '), QStringLiteral("the needs form a circle"));
    return {};
}

Result<QVector<PlannedStep>> inspect(const Plan &plan, RunContext &context)
{
    if (auto valid = plan.validate(); !valid)
        return fail(std::move(valid.error()));
    const auto &tasks = plan.tasks();
    std::vector<std::optional<Result<State>>> states(tasks.size());
    std::atomic_size_t next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size() && !context.stopRequested(); i = next++) {
            RunContext own(context.stop());
            states[i] = tasks[i]->check(own);
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t count = std::min<std::size_t>(8, tasks.size());
        for (std::size_t i = 0; i < count; ++i)
            threads.emplace_back(work);
    }
    QVector<PlannedStep> steps;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (!states[i])
            return fail(ErrorCode::Cancelled);
        if (!*states[i])
            return fail(std::move(states[i]->error()));
        const Task &task = *tasks[i];
        steps.append({task.id(), task.section(), task.title(), std::move(**states[i]), task.needs(), task.neededRight(),
                      task.reversibility()});
    }
    return steps;
}

} // namespace cloudsync
