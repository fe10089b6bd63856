// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/windows/Handle.h"
#include "backend/engine/Result.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace cloudsync::windows {

/// How to start a program. It inherits no handle of this process but its own three streams, and its environment is made anew: the
/// system's folders and the account's own, nothing else that happened to be set here.
struct ChildCommand
{
    QString program;     ///< full path
    QString commandLine; ///< as the program is to see it, its own name first
    QByteArray input;    ///< for its standard input; wiped by run()
    std::function<void(const QByteArray &line)> onLine; ///< each line of its standard output; absent: no streams at all
    std::optional<std::chrono::milliseconds> limit; ///< absent: as long as it takes
    bool mayBeEnded = false;   ///< ended, with all that it started, when the limit is over or a stop is asked for
    bool closeOnStop = false;  ///< asked for a stop, its windows are closed as a person would, and its end is awaited
};

/// Runs a program to its end and gives its exit code. Errors: FileUnreadable (could not be started), TimedOut, Cancelled.
[[nodiscard]] Result<int> runChild(ChildCommand command, const std::stop_token &stop);

/// One argument in the quoting that Windows programs undo (the rules of CommandLineToArgvW).
[[nodiscard]] QString quotedArgument(const QString &argument);

} // namespace cloudsync::windows
