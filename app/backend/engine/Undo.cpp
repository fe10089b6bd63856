// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Undo.h"

#include "backend/engine/Rollback.h"

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>
#include <utility>

namespace cloudsync {

RunReport undoRun(const JournalRecord &record, const Plan &plan, Journal &journal, const ProgressSink &progress, std::stop_token stop)
{
    RunReport report;
    report.runId = record.runId;
    report.started = QDateTime::currentDateTimeUtc();
    const auto total = static_cast<int>(
        std::count_if(record.tasks.begin(), record.tasks.end(), [](const JournalTask &task) { return task.hasEffects(); }));
    int done = 0;
    const ProgressSink counted = [&](const ProgressEvent &event) {
        if (!progress)
            return;
        ProgressEvent numbered = event;
        if (event.kind == ProgressEvent::Kind::StepEnded)
            ++done;
        numbered.done = done;
        numbered.total = total;
        progress(numbered);
    };

    bool left = false;
    bool stopped = false;
    for (auto task = record.tasks.crbegin(); task != record.tasks.crend(); ++task) {
        if (!task->hasEffects())
            continue;
        StepReport step;
        step.id = task->id;
        step.title = task->id;
        step.outcome = StepOutcome::Skipped;
        if (stop.stop_requested()) {
            stopped = true;
        } else if (Task *known = plan.find(task->id)) {
            step.section = known->section();
            step.title = known->title();
            rollBack(*known, {task->effects, task->phase == JournalTask::Phase::Applying}, journal, counted, step);
        } else {
            step.outcome = StepOutcome::LeftBehind;
            step.leftBehind.append(task->id);
            if (auto written = journal.append(QStringLiteral("leftBehind"),
                                              {{QStringLiteral("task"), task->id},
                                               {QStringLiteral("what"), QJsonArray::fromStringList(step.leftBehind)}});
                !written)
                step.error = written.error();
        }
        left = left || !step.leftBehind.isEmpty();
        if (step.error && !report.error)
            report.error = step.error;
        report.steps.append(step);
    }
    report.outcome = stopped ? RunOutcome::Cancelled : left ? RunOutcome::FailedLeftBehind : RunOutcome::Done;
    report.ended = QDateTime::currentDateTimeUtc();
    if (left && !report.error)
        report.error = Error{ErrorCode::UndoIncomplete, record.runId, report.allLeftBehind().join(QStringLiteral("; ")), {}};
    if (!stopped) {
        const QString outcome = left ? QStringLiteral("undoneLeftBehind") : QStringLiteral("undone");
        if (auto written = journal.append(QStringLiteral("runEnded"), {{QStringLiteral("outcome"), outcome}}); !written && !report.error)
            report.error = written.error();
    }
    return report;
}

} // namespace cloudsync
