// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Session.h"

#include <atomic>
#include <memory>

namespace cloudsync {

/// What the tasks of this server tell one another within a run.
struct AgentChanges
{
    std::atomic_bool installedNow =
        false; ///< this run installed the agent: an undo removes it with all that was done to it
    std::atomic_bool restartNeeded = false; ///< the service has to be restarted to take a change up
};

/// A task of the section "server".
class ServerTask : public Task
{
public:
    ServerTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes);

    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString neededRight() const override;

protected:
    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] Machine &machine() const { return m_session->ports().machine; }
    [[nodiscard]] AgentChanges &changes() const { return *m_changes; }
    /// The answers' part for this server; they were there when the task was made.
    [[nodiscard]] ServerAnswers serverAnswers() const;

private:
    std::shared_ptr<Session> m_session;
    std::shared_ptr<AgentChanges> m_changes;
};

} // namespace cloudsync
