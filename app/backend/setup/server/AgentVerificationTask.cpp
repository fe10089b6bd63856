// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentVerificationTask.h"

#include <algorithm>

namespace cloudsync {

namespace {

using namespace std::chrono_literals;

// An agent reports itself when its service starts, and every ten minutes (agent.md section 7).
constexpr auto interval = 5s;
constexpr auto patience = 600s;

} // namespace

TaskId AgentVerificationTask::id() const
{
    return QStringLiteral("server.verification");
}

QString AgentVerificationTask::title() const
{
    return tr("Verify that the agent of this server is active");
}

QStringList AgentVerificationTask::needs() const
{
    return {QStringLiteral("server.service")};
}

Result<std::optional<Error>> AgentVerificationTask::look(RunContext &context)
{
    auto service = machine().service(agentServiceName());
    if (!service)
        return fail(std::move(service.error()));
    if (!*service || (*service)->state != ServiceState::Running)
        return std::optional(
            Error{ErrorCode::ServiceFailed, agentServiceName(), tr("The agent's service does not run."), {}});
    // Test-ADServiceAccount's question makes sense for a managed account only.
    if (const QString account = (*service)->account; account.endsWith(QLatin1Char('$'))) {
        auto usable = machine().canUseServiceAccount(account);
        if (!usable)
            return fail(std::move(usable.error()));
        if (!*usable)
            return std::optional(Error{ErrorCode::ServiceAccountUnusable, account, {}, {}});
    }
    auto host = machine().facts();
    if (!host)
        return fail(std::move(host.error()));
    auto tenant = session().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto agents = (*tenant)->agents(context.stop());
    if (!agents)
        return fail(std::move(agents.error()));
    const bool active = std::any_of(agents->cbegin(), agents->cend(), [&](const SyncAgent &agent) {
        return agent.active && (agent.machineName.compare(host->name, Qt::CaseInsensitive) == 0 ||
                                agent.machineName.compare(host->fullName, Qt::CaseInsensitive) == 0);
    });
    if (!active)
        return std::optional(Error{ErrorCode::AgentInactive, host->fullName, {}, {}});
    return std::optional<Error>();
}

Result<State> AgentVerificationTask::check(RunContext &context)
{
    auto problem = look(context);
    if (!problem)
        return fail(std::move(problem.error()));
    if (!*problem)
        return State::satisfied();
    return State::missing({tr("It is waited for until the tenant reports the agent of this server as active.")});
}

Result<void> AgentVerificationTask::apply(RunContext &context, UndoLog &undo)
{
    Q_UNUSED(undo)
    Clock &clock = session().ports().clock;
    const QDateTime end = clock.now().addMSecs(std::chrono::milliseconds(patience).count());
    for (;;) {
        auto problem = look(context);
        if (!problem)
            return fail(std::move(problem.error()));
        if (!*problem)
            return {};
        if (clock.now() >= end)
            return fail(std::move(**problem));
        context.report(tr("Waiting until the tenant reports the agent as active."));
        if (!clock.wait(interval, context.stop()))
            return fail(ErrorCode::Cancelled, id());
    }
}

Result<void> AgentVerificationTask::rollback(const UndoData &data, RunContext &context)
{
    Q_UNUSED(data)
    Q_UNUSED(context)
    return {};
}

} // namespace cloudsync
