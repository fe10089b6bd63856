// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentRegistrationTask.h"

namespace cloudsync {

TaskId AgentRegistrationTask::id() const
{
    return QStringLiteral("server.agentRegistration");
}

QString AgentRegistrationTask::title() const
{
    return tr("Register the agent with the tenant");
}

QStringList AgentRegistrationTask::needs() const
{
    return {QStringLiteral("server.agentPackage")};
}

QString AgentRegistrationTask::neededRight() const
{
    return tr("Administrator of this server, Hybrid Identity Administrator in the tenant");
}

Result<State> AgentRegistrationTask::check(RunContext &context)
{
    auto organization = session().organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (agent->installed && agent->registered) {
        if (agent->tenantId.compare(organization->id, Qt::CaseInsensitive) == 0)
            return State::satisfied();
        return State::conflict(Error{
            ErrorCode::TenantConflict,
            agent->tenantId,
            tr("The agent of this server is registered with the tenant %1, and the answers name %2. One agent serves "
               "one tenant: remove the agent first, or use another server.")
                .arg(agent->tenantId, organization->id),
            {}});
    }
    return State::missing(
        {tr("The agent of this server is registered with the tenant %1.").arg(organization->displayName)});
}

Result<void> AgentRegistrationTask::apply(RunContext &context, UndoLog &undo)
{
    auto organization = session().organization(context.stop());
    if (!organization)
        return fail(std::move(organization.error()));
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (agent->registered && agent->tenantId.compare(organization->id, Qt::CaseInsensitive) == 0)
        return {};
    auto signedIn = session().signIn(context.stop());
    if (!signedIn)
        return fail(std::move(signedIn.error()));
    if (!signedIn->tokens)
        return fail(ErrorCode::SignInExpired, signedIn->accountName);
    auto token = signedIn->tokens->accessToken(context.stop());
    if (!token)
        return fail(std::move(token.error()));
    if (auto recorded = undo.record({{QStringLiteral("tenant"), organization->id},
                                     {QStringLiteral("withPackage"), changes().installedNow.load()}});
        !recorded) {
        return recorded;
    }
    if (auto registered = machine().registerAgent(organization->id, signedIn->accountName, *token, context.stop());
        !registered)
        return registered;
    changes().restartNeeded = true;
    return {};
}

Result<void> AgentRegistrationTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty() || data.effects.first().value(QLatin1String("withPackage")).toBool())
        return {};
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (agent->installed && agent->registered)
        context.leaveBehind(
            tr("The agent of this server stays registered with the tenant: a registration ends only with the agent."));
    return {};
}

} // namespace cloudsync
