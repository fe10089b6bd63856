// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engine/Rollback.h"

#include <QElapsedTimer>
#include <QJsonArray>

namespace cloudsync {

void rollBack(Task &task, const UndoData &data, Journal &journal, const ProgressSink &progress, StepReport &step)
{
    QElapsedTimer timer;
    timer.start();
    const auto tell = [&](ProgressEvent::Kind kind, const QString &message, int percent) {
        if (!progress)
            return;
        ProgressEvent event;
        event.kind = kind;
        event.step = task.id();
        event.title = task.title();
        event.message = message;
        event.percent = percent;
        event.outcome = step.outcome;
        event.milliseconds = timer.elapsed();
        progress(event);
    };
    tell(ProgressEvent::Kind::StepStarted, {}, -1);
    RunContext context({}, [&](const QString &message, int percent) { tell(ProgressEvent::Kind::StepProgress, message, percent); });

    Result<void> result = journal.append(QStringLiteral("undoing"), {{QStringLiteral("task"), task.id()}});
    if (result) {
        if (data.effects.isEmpty() && data.interrupted) {
            // The record of what it did may be missing: look, and leave standing what may be somebody else's.
            auto state = task.check(context);
            if (!state)
                result = fail(std::move(state.error()));
            else if (state->kind == State::Kind::Satisfied)
                context.leaveBehind(task.title());
        } else {
            result = task.rollback(data, context);
        }
    }
    step.leftBehind = context.leftBehind();
    if (!result) {
        step.leftBehind.append(task.title());
        step.error = result.error();
    }
    const bool wasFailure = step.outcome == StepOutcome::Failed;
    if (step.leftBehind.isEmpty()) {
        if (!wasFailure)
            step.outcome = StepOutcome::Undone;
        if (auto written = journal.append(QStringLiteral("undone"), {{QStringLiteral("task"), task.id()}}); !written && !step.error)
            step.error = written.error();
    } else {
        if (!wasFailure)
            step.outcome = StepOutcome::LeftBehind;
        QJsonObject fields{{QStringLiteral("task"), task.id()},
                           {QStringLiteral("what"), QJsonArray::fromStringList(step.leftBehind)}};
        if (!result)
            fields.insert(QStringLiteral("error"), result.error().toJson());
        if (auto written = journal.append(QStringLiteral("leftBehind"), fields); !written && !step.error)
            step.error = written.error();
    }
    // A step that failed keeps the time it took until then.
    if (!wasFailure)
        step.milliseconds = timer.elapsed();
    tell(ProgressEvent::Kind::StepEnded, {}, 100);
}

} // namespace cloudsync
