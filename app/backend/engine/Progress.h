// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace cloudsync {

/// How a step of a run ended. The names in JSON are public (command-line contract).
enum class StepOutcome { Applied, AlreadyThere, Failed, Undone, LeftBehind, Skipped };

/// "applied", "alreadyThere", "failed", "undone", "leftBehind" or "skipped".
[[nodiscard]] QString stepOutcomeName(StepOutcome outcome);

/// What happens during a run, in order. `percent` is -1 where a step cannot tell.
struct ProgressEvent
{
    enum class Kind { RunStarted, StepStarted, StepProgress, StepEnded, RunEnded };
    Kind kind = Kind::StepProgress;
    QString step;    ///< task id; empty for the run's own events
    QString title;   ///< the step's title for people
    QString message; ///< what is going on right now; plain text
    int percent = -1;
    StepOutcome outcome = StepOutcome::Skipped; ///< StepEnded only
    qint64 milliseconds = 0;                    ///< StepEnded and RunEnded
    int done = 0;                               ///< steps ended so far
    int total = 0;                              ///< steps of the run
};

/// Receives events one at a time, on whatever thread the run works. An empty function is allowed.
using ProgressSink = std::function<void(const ProgressEvent &)>;

} // namespace cloudsync
