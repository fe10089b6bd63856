// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Journal.h"
#include "backend/engine/JournalRecord.h"
#include "backend/engine/Plan.h"
#include "backend/engine/Progress.h"
#include "backend/engine/RunReport.h"

#include <QHash>

namespace cloudsync {

struct ExecuteOptions
{
    std::stop_token stop;
    ProgressSink progress;
    int parallel = 4;            ///< tasks side by side, at most
    bool undoOnFailure = true;   ///< take back what this run did when a step fails or a person stops
    /// What inspect() found right before, by task: taken instead of a second check as long as nothing that the task
    /// needs was changed by this run. Not for a run that is continued.
    QHash<TaskId, State> seen;
    std::optional<JournalRecord> resumed; ///< what the journal says of the run so far, when one is continued
};

/// Carries a plan out: check, and where something is missing apply, each apply between two journal lines. A failure or
/// a stop starts nothing new, lets what runs come to its end, then takes back what this run did in reverse order.
/// Returns how it ended; the report itself says what failed.
[[nodiscard]] RunReport execute(const Plan &plan, Journal &journal, const ExecuteOptions &options);

} // namespace cloudsync
