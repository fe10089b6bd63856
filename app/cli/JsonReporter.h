// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Reporter.h"

namespace cloudsync {

/// One JSON document on standard output, progress as JSON Lines on standard error.
class JsonReporter : public Reporter
{
public:
    explicit JsonReporter(const CliStreams &streams) : m_streams(streams) {}
    void check(const CheckReport &report) override;
    void plan(const QVector<PlannedStep> &steps, ExitCode code) override;
    void run(const RunReport &report, const QString &reportFile, const QString &logFile) override;
    void status(const StatusReport &report) override;
    void error(const Error &error, ExitCode code, const QString &logFile) override;
    void progress(const ProgressEvent &event) override;
    void message(const QString &text, const QJsonObject &document) override;
    void signInHint(const QString &text, const QJsonObject &line) override;

private:
    void write(const QJsonObject &document);
    CliStreams m_streams;
};

} // namespace cloudsync
