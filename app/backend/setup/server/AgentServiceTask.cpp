// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentServiceTask.h"

#include <utility>

namespace cloudsync {

AgentServiceTask::AgentServiceTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes,
                                   QStringList needs)
    : ServerTask(std::move(session), std::move(changes)), m_needs(std::move(needs))
{
}

TaskId AgentServiceTask::id() const
{
    return QStringLiteral("server.service");
}

QString AgentServiceTask::title() const
{
    return tr("Start the agent's service");
}

QStringList AgentServiceTask::needs() const
{
    return m_needs;
}

Result<State> AgentServiceTask::check(RunContext &context)
{
    Q_UNUSED(context)
    auto service = machine().service(agentServiceName());
    if (!service)
        return fail(std::move(service.error()));
    if (*service && (*service)->state == ServiceState::Running)
        return changes().restartNeeded ? State::missing({tr("The agent's service is restarted.")}) : State::satisfied();
    return State::missing({tr("The agent's service is started.")});
}

Result<void> AgentServiceTask::apply(RunContext &context, UndoLog &undo)
{
    auto service = machine().service(agentServiceName());
    if (!service)
        return fail(std::move(service.error()));
    if (!*service)
        return fail(ErrorCode::ServiceFailed, agentServiceName(), tr("There is no such service on this server."));
    // A service that this run installed goes with its package; one that was there and rested is to rest again.
    if (auto recorded = undo.record({{QStringLiteral("withPackage"), changes().installedNow.load()},
                                     {QStringLiteral("wasRunning"), (*service)->state == ServiceState::Running}});
        !recorded) {
        return recorded;
    }
    if ((*service)->state == ServiceState::Running) {
        if (!changes().restartNeeded)
            return {};
        context.report(tr("Stopping the agent's service."));
        if (auto stopped = machine().stopService(agentServiceName(), context.stop()); !stopped)
            return stopped;
    }
    context.report(tr("Starting the agent's service."));
    if (auto started = machine().startService(agentServiceName(), context.stop()); !started)
        return started;
    changes().restartNeeded = false;
    return {};
}

Result<void> AgentServiceTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    const QJsonObject &first = data.effects.first();
    if (first.value(QLatin1String("withPackage")).toBool() || first.value(QLatin1String("wasRunning")).toBool(true))
        return {};
    auto service = machine().service(agentServiceName());
    if (!service)
        return fail(std::move(service.error()));
    if (!*service || (*service)->state != ServiceState::Running)
        return {};
    return machine().stopService(agentServiceName(), context.stop());
}

} // namespace cloudsync
