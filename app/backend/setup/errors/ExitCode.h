// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Error.h"
#include "backend/engine/RunReport.h"

namespace cloudsync {

/// Public exit codes (command-line contract; resources/exit-codes.json is the same table).
enum class ExitCode : int {
    Done = 0,
    AnswersWrong = 2,
    CheckFailed = 3,
    SignInFailed = 4,
    FailedUndone = 5,
    FailedLeftBehind = 6,
    Cancelled = 1602,
    AnotherRun = 1618,
    RestartInitiated = 1641,
    RestartRequired = 3010
};

[[nodiscard]] const QVector<ExitCode> &allExitCodes();
/// One sentence for people, translated.
[[nodiscard]] QString exitCodeMeaning(ExitCode code);
/// What an error means to the calling process when nothing was done yet. One switch over ErrorCode.
[[nodiscard]] ExitCode exitCodeFor(ErrorCode code);
/// What a run that began means to the calling process.
[[nodiscard]] ExitCode exitCodeFor(const RunReport &report);
/// The value handed to the system: on systems with 8-bit exit codes the low byte (3010 -> 194).
[[nodiscard]] int processExitCode(ExitCode code);

} // namespace cloudsync
