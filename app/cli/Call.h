// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Reporter.h"

#include <QJsonObject>

#include <stop_token>

namespace cloudsync {

/// One call of the command line: what every verb is handed, and the questions that several verbs ask.
struct Call
{
    const Arguments &arguments;
    const CliStreams &streams;
    Reporter &reporter;
    Backend &backend;
    QJsonObject libraries; ///< {"openssl": "…", …}
    std::stop_token stop;

    /// Reports the error and gives its exit code.
    [[nodiscard]] ExitCode failed(const Error &error) const;
    /// Reads --answers and opens a session on them.
    [[nodiscard]] Result<BackendRequest> request() const;
    /// A request on another answer file than --answers.
    [[nodiscard]] Result<BackendRequest> request(const QString &answersFile) const;
    /// --domain, or the only configuration that the answers name. AnswerMissing otherwise.
    [[nodiscard]] Result<QString> domain(const Answers &answers) const;
    /// Tells what was found or done and ends well.
    [[nodiscard]] ExitCode told(const QString &text, QJsonObject document) const;
    /// Nothing is changed before it was shown and agreed to: --yes, or a person at the terminal. ConfirmationMissing, Cancelled.
    [[nodiscard]] Result<void> agreed(const QString &question) const;
    /// Writes the report of a run that ended beside its journal, reports the run and gives its exit code.
    [[nodiscard]] ExitCode ended(const RunReport &result) const;
};

} // namespace cloudsync
