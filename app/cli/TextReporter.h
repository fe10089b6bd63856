// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Reporter.h"

namespace cloudsync {

/// Text for a person at a terminal. What comes from outside is stripped of control characters.
class TextReporter : public Reporter
{
public:
    TextReporter(const CliStreams &streams, bool quiet, bool colour) : m_streams(streams), m_quiet(quiet), m_colour(colour) {}
    void check(const CheckReport &report) override;
    void plan(const QVector<PlannedStep> &steps, ExitCode code) override;
    void run(const RunReport &report, const QString &reportFile, const QString &logFile) override;
    void status(const StatusReport &report) override;
    void error(const Error &error, ExitCode code, const QString &logFile) override;
    void progress(const ProgressEvent &event) override;
    void message(const QString &text, const QJsonObject &document) override;
    void signInHint(const QString &text, const QJsonObject &line) override;

private:
    enum class Tone { Plain, Good, Careful, Bad, Faint };
    void say(const QString &line);
    void complain(const Error &error, const QString &changed, const QString &logFile);
    [[nodiscard]] QString painted(const QString &text, Tone tone) const;
    CliStreams m_streams;
    bool m_quiet;
    bool m_colour;
};

} // namespace cloudsync
