// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Result.h"

#include <QString>

#include <stop_token>

namespace cloudsync::windows {

/// The agent's own configuration window (agent.md section 2). A person signs in there, with a second factor where the tenant asks for one.
class AgentWindow
{
public:
    /// `folder` is where the agent is installed.
    explicit AgentWindow(const QString &folder);

    [[nodiscard]] bool isThere() const;
    /// Opens it and returns when it was closed. Never ended by force: it may be at work. AgentCommandFailed when it does not start, TimedOut
    /// after an hour (it stays open then), Cancelled.
    [[nodiscard]] Result<void> show(const std::stop_token &stop) const;

private:
    QString m_program;
};

} // namespace cloudsync::windows
