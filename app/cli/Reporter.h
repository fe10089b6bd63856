// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/Backend.h"
#include "cli/Arguments.h"
#include "cli/Streams.h"

#include <memory>

namespace cloudsync {

/// How results reach the person or program that asked. One reporter a call, thread-safe for progress.
class Reporter
{
public:
    virtual ~Reporter() = default;
    virtual void check(const CheckReport &report) = 0;
    virtual void plan(const QVector<PlannedStep> &steps, ExitCode code) = 0;
    virtual void run(const RunReport &report, const QString &reportFile, const QString &logFile) = 0;
    virtual void status(const StatusReport &report) = 0;
    virtual void error(const Error &error, ExitCode code, const QString &logFile) = 0;
    virtual void progress(const ProgressEvent &event) = 0;
    /// `text` for people, `document` for programs.
    virtual void message(const QString &text, const QJsonObject &document) = 0;
    /// Something the person has to do while signing in; never on standard output in JSON mode.
    virtual void signInHint(const QString &text, const QJsonObject &line) = 0;
};

[[nodiscard]] std::unique_ptr<Reporter> makeReporter(const Arguments &arguments, const CliStreams &streams);

} // namespace cloudsync
