// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Call.h"

namespace cloudsync {

// One function a verb, each in a file named after it (see the contract for what each prints). They report what they found or did and
// give the exit code.
[[nodiscard]] ExitCode runCheck(const Call &call);
[[nodiscard]] ExitCode runPlan(const Call &call);
[[nodiscard]] ExitCode runApply(const Call &call);
[[nodiscard]] ExitCode runUndo(const Call &call);
[[nodiscard]] ExitCode runStatus(const Call &call);
[[nodiscard]] ExitCode runProvision(const Call &call);
[[nodiscard]] ExitCode runLogs(const Call &call);
[[nodiscard]] ExitCode runJob(const Call &call);
[[nodiscard]] ExitCode runRemove(const Call &call);
[[nodiscard]] ExitCode runExport(const Call &call);
[[nodiscard]] ExitCode runCompare(const Call &call);
[[nodiscard]] ExitCode runScan(const Call &call);
[[nodiscard]] ExitCode runSimulate(const Call &call);
[[nodiscard]] ExitCode runReport(const Call &call);
[[nodiscard]] ExitCode runBundle(const Call &call);
[[nodiscard]] ExitCode runSchema(const Call &call);
[[nodiscard]] ExitCode runVersion(const Call &call);

/// The exit code that goes with a plan: conflicts are a failed check.
[[nodiscard]] ExitCode exitCodeOfPlan(const QVector<PlannedStep> &steps);

} // namespace cloudsync
