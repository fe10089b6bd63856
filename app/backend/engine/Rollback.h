// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Execute.h"

namespace cloudsync {

/// Takes one task back and writes how that went to the journal and into `step` (outcome, leftBehind, error). Shared by execute()
/// and undoRun(). Runs to its end: a rollback is not stopped midway.
void rollBack(Task &task, const UndoData &data, Journal &journal, const ProgressSink &progress, StepReport &step);

} // namespace cloudsync
