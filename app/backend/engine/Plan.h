// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"

#include <memory>
#include <vector>

namespace cloudsync {

/// Tasks in the order in which they are shown. A task runs when all it needs has ended well; tasks that do not depend
/// on one another run side by side. A need that is not part of the plan (left out by a filter) counts as met.
class Plan
{
public:
    Plan() = default;
    explicit Plan(std::vector<std::unique_ptr<Task>> tasks);
    Plan(Plan &&) noexcept = default;
    Plan &operator=(Plan &&) noexcept = default;

    void add(std::unique_ptr<Task> task);
    [[nodiscard]] const std::vector<std::unique_ptr<Task>> &tasks() const { return m_tasks; }
    [[nodiscard]] Task *find(const TaskId &id) const;
    [[nodiscard]] bool isEmpty() const { return m_tasks.empty(); }

    /// Fails with Internal when two tasks share an id or needs form a circle.
    [[nodiscard]] Result<void> validate() const;

private:
    std::vector<std::unique_ptr<Task>> m_tasks;
};

/// A task as it is shown before anything is done.
struct PlannedStep
{
    TaskId id;
    QString section;
    QString title;
    State state;
    QStringList needs;
    QString neededRight;
    Reversibility reversibility;
};

/// Runs every check, independent ones side by side, and returns the steps in the plan's order. Reads only.
/// Fails with the first check that failed, or Cancelled.
[[nodiscard]] Result<QVector<PlannedStep>> inspect(const Plan &plan, RunContext &context);

} // namespace cloudsync
