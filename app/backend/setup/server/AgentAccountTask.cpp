// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/AgentAccountTask.h"

#include "backend/setup/directory/ServiceAccountLookup.h"

namespace cloudsync {

namespace {

using namespace std::chrono_literals;

// The controller that this server asks may learn of the account only with the next replication.
constexpr auto usableInterval = 5s;
constexpr int usableAttempts = 36;

QString samAccountName(const QString &name)
{
    return name.endsWith(QLatin1Char('$')) ? name : name + QLatin1Char('$');
}

// nETBIOSName of the domain's crossRef object (MS-ADTS 6.1.1.2.1.1); empty when the directory cannot be asked.
QString netbiosFromDirectory(Session &session, const QString &domain, const std::stop_token &stop)
{
    if (!session.answers().directory(domain))
        return {};
    auto directory = session.directory(domain, stop);
    if (!directory)
        return {};
    DirectorySearch search;
    search.base = QStringLiteral("CN=Partitions,") + (*directory)->rootDse().configurationNamingContext;
    search.scope = SearchScope::OneLevel;
    search.filter = QStringLiteral("(&(objectClass=crossRef)(nETBIOSName=*)(dnsRoot=%1))").arg(escapeFilter(domain));
    search.attributes = {QStringLiteral("nETBIOSName")};
    auto found = (*directory)->list(search, stop);
    return found && !found->isEmpty() ? found->first().text(QStringLiteral("nETBIOSName")) : QString();
}

// The account's own logon name: one that the vendor's installer made is called pGMSA_<hex>$ and bears the name of the
// answers as its common name only.
QString nameInDirectory(Session &session, const ServiceAccountAnswers &account, const std::stop_token &stop)
{
    const QString wanted = samAccountName(account.name);
    if (!session.answers().directory(account.domain))
        return wanted;
    auto directory = session.directory(account.domain, stop);
    if (!directory)
        return wanted;
    auto holder = findNameHolder(**directory, account.name, stop);
    if (!holder || !*holder || !(*holder)->isServiceAccount)
        return wanted;
    const QString name = (*holder)->entry.text(QStringLiteral("sAMAccountName"));
    return name.isEmpty() ? wanted : name;
}

} // namespace

Result<QString> serviceAccountLogonName(Session &session, const AgentFacts &agent, const std::stop_token &stop)
{
    const Answers answers = session.answers();
    if (!answers.serviceAccount)
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/serviceAccount"));
    const QString name = nameInDirectory(session, *answers.serviceAccount, stop);
    QString netbios = netbiosFromDirectory(session, answers.serviceAccount->domain, stop);
    if (const DirectoryAnswers *directory = answers.directory(answers.serviceAccount->domain);
        netbios.isEmpty() && directory) {
        if (directory->credential.user.contains(QLatin1Char('\\')))
            netbios = directory->credential.user.section(QLatin1Char('\\'), 0, 0);
    }
    if (netbios.isEmpty() && agent.serviceAccount.section(QLatin1Char('\\'), 1).compare(name, Qt::CaseInsensitive) == 0)
        netbios = agent.serviceAccount.section(QLatin1Char('\\'), 0, 0);
    if (netbios.isEmpty()) {
        return fail(ErrorCode::AnswerMissing, QStringLiteral("/directories"),
                    QCoreApplication::translate(
                        "AgentAccountTask",
                        "The short name of the domain %1 is not known. Name the domain among the directories.")
                        .arg(answers.serviceAccount->domain));
    }
    return QStringLiteral("%1\\%2").arg(netbios, name);
}

TaskId AgentAccountTask::id() const
{
    return QStringLiteral("server.serviceAccount");
}

QString AgentAccountTask::title() const
{
    return tr("Let the agent run as its group managed service account");
}

QStringList AgentAccountTask::needs() const
{
    QStringList needs{QStringLiteral("server.agentRegistration")};
    if (const auto &account = session().answers().serviceAccount)
        needs.append(QStringLiteral("directory.%1.gmsa").arg(account->domain));
    return needs;
}

bool AgentAccountTask::isWanted(const AgentFacts &agent, const QString &account) const
{
    return agent.serviceAccount.compare(account, Qt::CaseInsensitive) == 0;
}

Result<State> AgentAccountTask::check(RunContext &context)
{
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    auto account = serviceAccountLogonName(session(), *agent, context.stop());
    if (!account) {
        if (account.error().code == ErrorCode::AnswerMissing)
            return State::conflict(std::move(account.error()));
        return fail(std::move(account.error()));
    }
    if (agent->installed && isWanted(*agent, *account))
        return State::satisfied();
    return State::missing(
        {agent->serviceAccount.isEmpty()
             ? tr("The agent's service runs as %1.").arg(*account)
             : tr("The agent's service runs as %1 instead of %2.").arg(*account, agent->serviceAccount)});
}

Result<void> AgentAccountTask::waitUntilUsable(const QString &account, RunContext &context)
{
    for (int attempt = 0;; ++attempt) {
        auto usable = machine().canUseServiceAccount(account);
        if (!usable)
            return fail(std::move(usable.error()));
        if (*usable)
            return {};
        if (attempt + 1 == usableAttempts) {
            return fail(ErrorCode::ServiceAccountUnusable, account,
                        tr("This server cannot retrieve the account's password. It has to be among the hosts that may "
                           "use the account. Where it "
                           "is so through a group, the server learns of it only when it restarts."));
        }
        context.report(tr("Waiting until this server can use the account."));
        if (!session().ports().clock.wait(usableInterval, context.stop()))
            return fail(ErrorCode::Cancelled, id());
    }
}

Result<void> AgentAccountTask::apply(RunContext &context, UndoLog &undo)
{
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    auto account = serviceAccountLogonName(session(), *agent, context.stop());
    if (!account)
        return fail(std::move(account.error()));
    if (isWanted(*agent, *account))
        return {};
    if (auto usable = waitUntilUsable(*account, context); !usable)
        return usable;
    if (auto recorded = undo.record({{QStringLiteral("account"), *account},
                                     {QStringLiteral("previous"), agent->serviceAccount},
                                     {QStringLiteral("withPackage"), changes().installedNow.load()}});
        !recorded) {
        return recorded;
    }
    if (auto used = machine().useServiceAccount(*account, context.stop()); !used)
        return used;
    changes().restartNeeded = true;
    return {};
}

Result<void> AgentAccountTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty() || data.effects.first().value(QLatin1String("withPackage")).toBool())
        return {};
    auto agent = machine().agent();
    if (!agent)
        return fail(std::move(agent.error()));
    const QString account = data.effects.first().value(QLatin1String("account")).toString();
    if (agent->installed && isWanted(*agent, account)) {
        context.leaveBehind(tr("The agent's service still runs as %1; before it was %2.")
                                .arg(account, data.effects.first().value(QLatin1String("previous")).toString()));
    }
    return {};
}

} // namespace cloudsync
