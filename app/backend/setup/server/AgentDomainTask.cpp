// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentDomainTask.h"

#include <QJsonArray>

#include <utility>

namespace cloudsync {

AgentDomainTask::AgentDomainTask(std::shared_ptr<Session> session, std::shared_ptr<AgentChanges> changes,
                                 QString domain)
    : ServerTask(std::move(session), std::move(changes)), m_domain(std::move(domain))
{
}

TaskId AgentDomainTask::id() const
{
    return QStringLiteral("server.agentDomain.") + m_domain;
}

QString AgentDomainTask::title() const
{
    return tr("Give the agent the domain %1").arg(m_domain);
}

QStringList AgentDomainTask::needs() const
{
    return {QStringLiteral("server.serviceAccount"), QStringLiteral("server.agentRegistration"),
            QStringLiteral("directory.%1.permissions").arg(m_domain)};
}

QString AgentDomainTask::neededRight() const
{
    return tr("Administrator of this server, administrator of the domain %1").arg(m_domain);
}

QStringList AgentDomainTask::preferredControllers() const
{
    const Answers answers = session().answers();
    const DirectoryAnswers *directory = answers.directory(m_domain);
    return directory ? directory->preferredControllers : QStringList();
}

bool AgentDomainTask::isDone(const AgentFacts &agent) const
{
    if (!agent.installed || !agent.domains.contains(m_domain, Qt::CaseInsensitive))
        return false;
    if (!agent.tellsControllers)
        return true; // otherwise they would be given to it anew in every run
    // The agent tells the controllers of all its domains in one list: ours have to be there, in their order.
    qsizetype position = 0;
    const QStringList wanted = preferredControllers();
    for (const QString &controller : wanted) {
        while (position < agent.preferredControllers.size() &&
               agent.preferredControllers.at(position).compare(controller, Qt::CaseInsensitive) != 0) {
            ++position;
        }
        if (position++ >= agent.preferredControllers.size())
            return false;
    }
    return true;
}

Result<State> AgentDomainTask::check(RunContext &context)
{
    Q_UNUSED(context)
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (isDone(*agent))
        return State::satisfied();
    QStringList sentences;
    if (!agent->domains.contains(m_domain, Qt::CaseInsensitive))
        sentences.append(tr("The agent is given the domain %1.").arg(m_domain));
    if (const QStringList wanted = preferredControllers(); !wanted.isEmpty())
        sentences.append(
            tr("For %1 the agent prefers the controllers %2.").arg(m_domain, wanted.join(QStringLiteral(", "))));
    return State::missing(sentences);
}

Result<void> AgentDomainTask::apply(RunContext &context, UndoLog &undo)
{
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (isDone(*agent))
        return {};
    auto credential = session().credential(m_domain);
    if (!credential)
        return fail(std::move(credential.error()));
    if (auto recorded = undo.record(
            {{QStringLiteral("domain"), m_domain},
             {QStringLiteral("wasThere"), agent->domains.contains(m_domain, Qt::CaseInsensitive)},
             {QStringLiteral("previousControllers"), QJsonArray::fromStringList(agent->preferredControllers)},
             {QStringLiteral("withPackage"), changes().installedNow.load()}});
        !recorded) {
        return recorded;
    }
    if (auto added = machine().addAgentDomain(m_domain, *credential, preferredControllers(), context.stop()); !added)
        return added;
    changes().restartNeeded = true;
    return {};
}

Result<void> AgentDomainTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty() || data.effects.first().value(QLatin1String("withPackage")).toBool())
        return {};
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    if (!agent->installed || !agent->domains.contains(m_domain, Qt::CaseInsensitive))
        return {};
    if (data.effects.first().value(QLatin1String("wasThere")).toBool())
        context.leaveBehind(tr("The agent keeps the preferred controllers that it was given for %1.").arg(m_domain));
    else
        context.leaveBehind(
            tr("The agent keeps the domain %1: it has no command that takes a domain back.").arg(m_domain));
    return {};
}

} // namespace cloudsync
