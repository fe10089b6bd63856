// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Progress.h"
#include "backend/engine/Task.h"

#include <QDateTime>

namespace cloudsync {

/// One step of a run as it ended.
struct StepReport
{
    TaskId id;
    QString section;
    QString title;
    StepOutcome outcome = StepOutcome::Skipped;
    qint64 milliseconds = 0;
    QStringList changes;      ///< what check said would change, for steps that were applied
    QStringList leftBehind;   ///< after a rollback: what had to stay
    std::optional<Error> error;
};

/// How a whole run ended.
enum class RunOutcome {
    Done,             ///< every step applied or already there
    Failed,           ///< a step failed; all that this run did is undone
    FailedLeftBehind, ///< a step failed; something is left, see the steps
    Cancelled,        ///< stopped by a person; undone or listed
    Refused           ///< nothing was done: a conflict or a failed check
};

/// "done", "failed", "failedLeftBehind", "cancelled" or "refused".
[[nodiscard]] QString runOutcomeName(RunOutcome outcome);

struct RunReport
{
    QString runId;
    QDateTime started;
    QDateTime ended;
    RunOutcome outcome = RunOutcome::Done;
    Restart restart = Restart::None;
    QVector<StepReport> steps;
    std::optional<Error> error; ///< what ended the run early

    [[nodiscard]] bool changedAnything() const;
    [[nodiscard]] QStringList allLeftBehind() const;
};

} // namespace cloudsync
