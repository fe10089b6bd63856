// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Execute.h"

#include "backend/engine/Rollback.h"

#include <QDateTime>
#include <QElapsedTimer>

#include <algorithm>
#include <condition_variable>
#include <thread>
#include <utility>

namespace cloudsync {

namespace {

/// One run of a plan. Worker threads take the first task that is free; one mutex guards everything that they share.
class Execution
{
public:
    Execution(const Plan &plan, Journal &journal, const ExecuteOptions &options)
        : m_plan(plan), m_journal(journal), m_options(options)
    {
        for (const auto &task : plan.tasks()) {
            Slot slot;
            slot.task = task.get();
            slot.needs = task->needs();
            slot.report.id = task->id();
            slot.report.section = task->section();
            slot.report.title = task->title();
            if (const JournalTask *before = options.resumed ? options.resumed->find(task->id()) : nullptr) {
                slot.effectsBefore = before->effects;
                slot.interruptedBefore = before->phase == JournalTask::Phase::Applying;
            }
            m_slots.push_back(std::move(slot));
        }
    }

    RunReport run()
    {
        QElapsedTimer timer;
        timer.start();
        RunReport report;
        report.runId = m_journal.runId();
        report.started = QDateTime::currentDateTimeUtc();
        tell(ProgressEvent::Kind::RunStarted, nullptr);
        if (auto valid = m_plan.validate(); !valid) {
            m_error = valid.error();
        } else {
            const std::stop_callback wake(m_options.stop, [this] {
                const std::lock_guard lock(m_mutex);
                m_changed.notify_all();
            });
            std::vector<std::jthread> threads;
            const auto count = std::min<std::size_t>(static_cast<std::size_t>(std::max(1, m_options.parallel)), m_slots.size());
            for (std::size_t i = 0; i < count; ++i)
                threads.emplace_back([this] { work(); });
        }
        const bool allDone = std::all_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.phase == Phase::Good; });
        const bool stopped = !allDone && m_options.stop.stop_requested();
        if (!allDone && !m_error && !stopped)
            m_error = Error{ErrorCode::Internal, {}, QStringLiteral("a task could not be reached"), {}};
        bool left = false;
        if (!allDone)
            left = takeBack();
        for (const Slot &slot : m_slots)
            report.steps.append(slot.report);
        report.restart = m_restart;
        report.ended = QDateTime::currentDateTimeUtc();
        report.error = m_error;
        if (allDone)
            report.outcome = RunOutcome::Done;
        else if (stopped || (m_error && m_error->code == ErrorCode::Cancelled))
            report.outcome = RunOutcome::Cancelled;
        else
            report.outcome = left ? RunOutcome::FailedLeftBehind : RunOutcome::Failed;
        if (report.outcome == RunOutcome::Cancelled && !report.error)
            report.error = Error{ErrorCode::Cancelled, {}, {}, {}};
        if (auto written = m_journal.append(QStringLiteral("runEnded"), {{QStringLiteral("outcome"), runOutcomeName(report.outcome)}});
            !written && !report.error)
            report.error = written.error();
        tell(ProgressEvent::Kind::RunEnded, nullptr, {}, 100, timer.elapsed());
        return report;
    }

private:
    enum class Phase { Waiting, Running, Good, Bad };
    struct Slot
    {
        Task *task = nullptr;
        QStringList needs;
        Phase phase = Phase::Waiting;
        StepReport report;
        QVector<QJsonObject> effectsBefore; ///< recorded before this run was continued
        QVector<QJsonObject> effects;
        bool interruptedBefore = false;
        bool touched = false; ///< this run changed something here, or in what it needs
        int order = -1; ///< when it began; tasks go back in reverse
    };

    void tell(ProgressEvent::Kind kind, const Slot *slot, const QString &message = {}, int percent = -1, qint64 milliseconds = 0)
    {
        if (!m_options.progress)
            return;
        const std::lock_guard lock(m_progressMutex);
        ProgressEvent event;
        event.kind = kind;
        event.message = message;
        event.percent = percent;
        event.milliseconds = milliseconds;
        if (slot) {
            event.step = slot->report.id;
            event.title = slot->report.title;
            event.outcome = slot->report.outcome;
        }
        if (kind == ProgressEvent::Kind::StepEnded)
            ++m_done;
        event.done = m_done;
        event.total = static_cast<int>(m_slots.size());
        m_options.progress(event);
    }

    [[nodiscard]] bool isFree(const Slot &slot) const
    {
        return std::all_of(slot.needs.begin(), slot.needs.end(), [this](const TaskId &need) {
            const auto found = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &other) { return other.report.id == need; });
            return found == m_slots.end() || found->phase == Phase::Good;
        });
    }

    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            if (m_error || m_options.stop.stop_requested())
                return;
            const auto next = std::find_if(m_slots.begin(), m_slots.end(), [this](const Slot &slot) {
                return slot.phase == Phase::Waiting && isFree(slot);
            });
            if (next == m_slots.end()) {
                const bool running = std::any_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.phase == Phase::Running; });
                if (!running)
                    return;
                m_changed.wait(lock);
                continue;
            }
            next->phase = Phase::Running;
            next->order = m_order++;
            lock.unlock();
            runOne(*next);
            lock.lock();
            m_changed.notify_all();
        }
    }

    void runOne(Slot &slot)
    {
        QElapsedTimer timer;
        timer.start();
        tell(ProgressEvent::Kind::StepStarted, &slot);
        RunContext context(m_options.stop, [&](const QString &message, int percent) {
            tell(ProgressEvent::Kind::StepProgress, &slot, message, percent);
        });
        const Result<void> result = carryOut(slot, context, timer);
        slot.report.milliseconds = timer.elapsed();
        {
            const std::lock_guard lock(m_mutex);
            m_restart = std::max(m_restart, context.restart());
            slot.phase = result ? Phase::Good : Phase::Bad;
            slot.touched = slot.report.outcome != StepOutcome::AlreadyThere || needsTouched(slot);
            if (!result) {
                slot.report.outcome = StepOutcome::Failed;
                slot.report.error = result.error();
                // A step that ended because it was told to is not why the run failed.
                if (!m_error && !(result.error().code == ErrorCode::Cancelled && m_options.stop.stop_requested()))
                    m_error = result.error();
            }
        }
        if (!result) {
            if (auto written = m_journal.append(QStringLiteral("failed"), {{QStringLiteral("task"), slot.report.id},
                                                                           {QStringLiteral("error"), result.error().toJson()}});
                !written) {
                slot.report.error->causes.append(written.error());
            }
        }
        tell(ProgressEvent::Kind::StepEnded, &slot, {}, 100, slot.report.milliseconds);
    }

    [[nodiscard]] bool needsTouched(const Slot &slot) const
    {
        return std::any_of(slot.needs.begin(), slot.needs.end(), [this](const TaskId &need) {
            return std::any_of(m_slots.begin(), m_slots.end(),
                               [&](const Slot &other) { return other.report.id == need && other.touched; });
        });
    }

    /// What was seen before the run, when it still holds: the task needs nothing that this run has changed.
    [[nodiscard]] std::optional<State> seenBefore(const Slot &slot)
    {
        const auto seen = m_options.seen.constFind(slot.report.id);
        if (seen == m_options.seen.constEnd() || m_options.resumed)
            return std::nullopt;
        const std::lock_guard lock(m_mutex);
        return needsTouched(slot) ? std::nullopt : std::optional(*seen);
    }

    Result<void> carryOut(Slot &slot, RunContext &context, const QElapsedTimer &timer)
    {
        const std::optional<State> before = seenBefore(slot);
        auto state = before ? Result<State>(*before) : slot.task->check(context);
        if (!state)
            return fail(std::move(state.error()));
        switch (state->kind) {
        case State::Kind::Satisfied:
            slot.report.outcome = StepOutcome::AlreadyThere;
            return m_journal.append(QStringLiteral("alreadyThere"), {{QStringLiteral("task"), slot.report.id}});
        case State::Kind::Conflict: {
            Error conflict{ErrorCode::PlanConflict, slot.report.title, {}, {}};
            if (state->why)
                conflict.causes.append(*state->why);
            return fail(std::move(conflict));
        }
        case State::Kind::Missing:
            break;
        }
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, slot.report.id);
        slot.report.changes = state->changes;
        if (auto written = m_journal.append(QStringLiteral("applying"), {{QStringLiteral("task"), slot.report.id}}); !written)
            return written;
        UndoLog undo([&](const QJsonObject &effect) {
            return m_journal.append(QStringLiteral("effect"), {{QStringLiteral("task"), slot.report.id}, {QStringLiteral("data"), effect}});
        });
        auto applied = slot.task->apply(context, undo);
        slot.effects = undo.effects();
        if (!applied)
            return applied;
        slot.report.outcome = StepOutcome::Applied;
        return m_journal.append(QStringLiteral("applied"),
                                {{QStringLiteral("task"), slot.report.id}, {QStringLiteral("milliseconds"), timer.elapsed()}});
    }

    // Returns true when something had to stay.
    bool takeBack()
    {
        std::vector<Slot *> order;
        for (Slot &slot : m_slots) {
            if (!slot.effects.isEmpty() || !slot.effectsBefore.isEmpty() || slot.interruptedBefore)
                order.push_back(&slot);
        }
        // Newest first; what only the resumed part of the run did is older than all that this process did.
        std::stable_sort(order.begin(), order.end(), [](const Slot *a, const Slot *b) { return a->order > b->order; });
        bool left = false;
        const ProgressSink counted = [this](const ProgressEvent &event) {
            if (!m_options.progress)
                return;
            ProgressEvent numbered = event;
            numbered.done = m_done;
            numbered.total = static_cast<int>(m_slots.size());
            m_options.progress(numbered);
        };
        for (Slot *slot : order) {
            UndoData data{slot->effectsBefore + slot->effects, slot->interruptedBefore && slot->order < 0};
            if (!m_options.undoOnFailure) {
                slot->report.leftBehind.append(slot->report.title);
                if (slot->report.outcome != StepOutcome::Failed)
                    slot->report.outcome = StepOutcome::LeftBehind;
            } else {
                rollBack(*slot->task, data, m_journal, counted, slot->report);
            }
            left = left || !slot->report.leftBehind.isEmpty();
        }
        return left;
    }

    const Plan &m_plan;
    Journal &m_journal;
    const ExecuteOptions &m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Slot> m_slots;
    std::optional<Error> m_error;
    Restart m_restart = Restart::None;
    int m_order = 0;
    std::mutex m_progressMutex;
    int m_done = 0;
};

} // namespace

RunReport execute(const Plan &plan, Journal &journal, const ExecuteOptions &options)
{
    return Execution(plan, journal, options).run();
}

} // namespace cloudsync
