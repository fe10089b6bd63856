// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Execute.h"
#include "backend/engine/JournalRecord.h"

namespace cloudsync {

/// Takes back what a recorded run made, newest first. `plan` supplies the tasks by id; a task with effects that the plan
/// does not know is reported as left behind. Safe to run again after it failed midway.
[[nodiscard]] RunReport undoRun(const JournalRecord &record, const Plan &plan, Journal &journal,
                                const ProgressSink &progress, std::stop_token stop = {});

} // namespace cloudsync
