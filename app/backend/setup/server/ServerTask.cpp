// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/ServerTask.h"

#include <QCoreApplication>

#include <utility>

namespace cloudsync {

ServerTask::ServerTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes)
    : m_session(std::move(session)), m_changes(std::move(changes))
{
}

QString ServerTask::section() const
{
    return QStringLiteral("server");
}

QString ServerTask::neededRight() const
{
    return QCoreApplication::translate("ServerSetup", "Administrator of this server");
}

ServerAnswers ServerTask::serverAnswers() const
{
    return m_session->answers().server.value_or(ServerAnswers());
}

} // namespace cloudsync
