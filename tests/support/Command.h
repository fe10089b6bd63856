// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>

namespace cloudsync::tests {

/// What a program that a test ran left behind.
struct CommandOutput
{
    int exitCode = -1; ///< -1: did not start, crashed or was stopped at the limit; errors says which
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] bool ok() const { return exitCode == 0; }
    /// Output and errors together, for the message of a failed check.
    [[nodiscard]] QByteArray all() const { return output + errors; }
};

/// Runs a program to its end, with empty or given input, within a limit. Blocks the calling thread.
[[nodiscard]] CommandOutput
runCommand(const QString &program, const QStringList &arguments,
           const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment(),
           const QByteArray &input = {}, std::chrono::seconds limit = std::chrono::seconds(60));

} // namespace cloudsync::tests
