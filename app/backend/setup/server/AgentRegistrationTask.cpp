// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentRegistrationTask.h"

#include <algorithm>

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
    QStringList changes{tr("The agent of this server is registered with the tenant %1.").arg(organization->displayName)};
    if (!agent->installed)
        return State::missing(changes); // what this release can do is known when it is there
    auto ways = machine().registrationWays();
    if (!ways)
        return fail(std::move(ways.error()));
    if (!ways->byCommand && !ways->byWindow)
        return State::conflict(Error{ErrorCode::AgentCommandFailed, agent->version, withoutPerson(), {}});
    if (!ways->byCommand)
        changes.append(tr("For it the agent's own window opens on this server, because this release cannot be registered by a command. "
                          "Sign in there as %1.").arg(signInAccount(context)));
    return State::missing(changes);
}

QString AgentRegistrationTask::signInAccount(RunContext &context) const
{
    auto signedIn = session().signIn(context.stop());
    return signedIn && !signedIn->accountName.isEmpty() ? signedIn->accountName : tr("a Hybrid Identity Administrator");
}

QString AgentRegistrationTask::withoutPerson()
{
    return tr("This release of the agent can be registered in its own window alone. Use the wizard on this server, or start "
              "AADConnectProvisioningAgentWizard.exe in the agent's folder, register the agent there, and start again.");
}

Result<void> AgentRegistrationTask::registerInWindow(const QString &tenantId, RunContext &context)
{
    context.report(tr("The agent's own window is open on this server. Sign in there as %1 and confirm to the end; when it is closed, "
                      "the set-up goes on.").arg(signInAccount(context)));
    if (auto closed = machine().registerAgentInWindow(context.stop()); !closed)
        return closed;
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (!agent->registered)
        return fail(ErrorCode::AgentCommandFailed, tr("the agent's own window"), tr("The window was closed before the agent was registered."));
    if (agent->tenantId.compare(tenantId, Qt::CaseInsensitive) != 0)
        return fail(ErrorCode::TenantConflict, agent->tenantId,
                    tr("In its own window the agent was registered with the tenant %1, and the answers name %2.").arg(agent->tenantId, tenantId));
    return {};
}

bool AgentRegistrationTask::needsPerson(const Error &error)
{
    if (error.code != ErrorCode::AgentCommandFailed)
        return false;
    // The codes with which the sign-in service asks for a second factor or a person (Microsoft Entra authentication and
    // authorization error codes); and the script's own words for a release whose command takes no token.
    static const QStringList signs{QStringLiteral("AADSTS50076"), QStringLiteral("AADSTS50079"), QStringLiteral("AADSTS50158"),
                                   QStringLiteral("AADSTS53000"), QStringLiteral("AADSTS53003"), QStringLiteral("interaction_required"),
                                   QStringLiteral("has no parameter AccessToken"), QStringLiteral("has no such command")};
    return std::any_of(signs.begin(), signs.end(), [&](const QString &sign) { return error.detail.contains(sign, Qt::CaseInsensitive); });
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
    auto ways = machine().registrationWays();
    if (!ways)
        return fail(std::move(ways.error()));
    changes().restartNeeded = true;
    if (!ways->byCommand)
        return ways->byWindow ? registerInWindow(organization->id, context) : fail(ErrorCode::AgentCommandFailed, agent->version, withoutPerson());
    auto registered = machine().registerAgent(organization->id, signedIn->accountName, *token, context.stop());
    if (!registered && ways->byWindow && needsPerson(registered.error()))
        return registerInWindow(organization->id, context);
    return registered;
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
