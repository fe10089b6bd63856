// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/server/RegistryRepair.h"
#include "backend/setup/server/ServerExaminer.h"
#include "backend/setup/server/ServerSetup.h"

#include <QVersionNumber>

#include <utility>

namespace cloudsync {

namespace {

// Oldest agents for a feature (agent.md section 12).
const QVersionNumber oldestForWriteback(1, 1, 977);
const QVersionNumber oldestForWritebackInUsGov(1, 1, 2108); // 1.1.2102 had a defect there (agent.md section 12)
const QVersionNumber oldestForExchange(1, 1, 1107);
const QVersionNumber oldestWithoutHelp(1, 1, 2102);

} // namespace

ServerExaminer::ServerExaminer(std::shared_ptr<Session> session, const std::stop_token &stop, QVector<Error> *failures)
    : m_session(std::move(session)), m_stop(stop), m_answers(m_session->answers()),
      m_machine(m_session->ports().machine), m_failures(failures)
{
}

void ServerExaminer::add(const QString &part, Severity severity, const QString &title, const QString &evidence,
                         const QString &cause, const QString &remedy, bool canRepair)
{
    m_findings.append({QStringLiteral("server.") + part, severity, QStringLiteral("server"), title, evidence, cause,
                       remedy, canRepair});
}

void ServerExaminer::failed(const QString &part, const QString &title, const Error &error)
{
    add(part, Severity::Error, title, error.detail.isEmpty() ? errorCodeName(error.code) : error.detail,
        tr("The system did not answer."), tr("Check again as an administrator of this server."));
    if (m_failures)
        m_failures->append(error);
}

QVector<Finding> ServerExaminer::examine()
{
    auto agent = m_machine.agent();
    auto host = m_machine.facts();
    if (!agent && agent.error().code == ErrorCode::NotSupportedHere) {
        add(QStringLiteral("operatingSystem"), Severity::Error, tr("Operating system"),
            host && !host->osName.isEmpty() ? host->osName : tr("Not Windows."),
            tr("The agent runs on Windows Server only."),
            tr("Run this part on the server, or leave it out with the sections directory and tenant."));
        if (m_failures)
            m_failures->append(agent.error());
        return m_findings;
    }
    if (host) {
        examineSystem(*host);
        examineHost(*host);
        examineClock(*host);
    } else {
        failed(QStringLiteral("operatingSystem"), tr("Operating system"), host.error());
    }
    examineDotNet();
    const QStringList repairs = registryRepairs();
    for (const QString &repair : repairs)
        examineRepair(repair);
    examineExecutionPolicy();
    examineCredentialManager();
    examineFips();
    if (agent) {
        examineAgent(*agent);
        examinePackage(*agent);
    } else {
        failed(QStringLiteral("agent"), tr("Agent"), agent.error());
    }
    examineNetwork();
    return m_findings;
}

void ServerExaminer::examineAgent(const AgentFacts &agent)
{
    if (!agent.installed) {
        return add(QStringLiteral("agent"), m_answers.server ? Severity::Ok : Severity::Info, tr("Agent"),
                   tr("It is not installed yet."), {},
                   m_answers.server ? QString() : tr("The set-up installs it when the answers say so."));
    }
    const QString evidence =
        agent.registered
            ? tr("Version %1 is installed and registered with the tenant %2.").arg(agent.version, agent.tenantId)
            : tr("Version %1 is installed and not registered.").arg(agent.version);
    const QVersionNumber version = QVersionNumber::fromString(agent.version);
    const bool writeback = m_answers.passwordWriteback && m_answers.passwordWriteback->enabled;
    bool exchange = false;
    for (const ConfigurationAnswers &configuration : std::as_const(m_answers.configurations))
        exchange = exchange || configuration.exchangeHybridWriteback.value_or(false);
    const QString remedy = tr("Install the current version of the agent.");
    const bool isUsGov = !m_answers.customCloud && m_answers.cloud.startsWith(QLatin1String("usGov"));
    const QVersionNumber &needed = isUsGov ? oldestForWritebackInUsGov : oldestForWriteback;
    if (writeback && version < needed)
        add(QStringLiteral("agent"), Severity::Error, tr("Agent"), evidence,
            tr("Password writeback needs version %1 or newer.").arg(needed.toString()), remedy);
    else if (exchange && version < oldestForExchange)
        add(QStringLiteral("agent"), Severity::Error, tr("Agent"), evidence,
            tr("Exchange hybrid writeback needs version %1 or newer.").arg(oldestForExchange.toString()), remedy);
    else if (version < oldestWithoutHelp)
        add(QStringLiteral("agent"), Severity::Info, tr("Agent"), evidence,
            tr("Versions before %1 do not find out by themselves which cloud they belong to.")
                .arg(oldestWithoutHelp.toString()),
            remedy);
    else
        ok(QStringLiteral("agent"), tr("Agent"), evidence);
    for (const QString &name : {agentServiceName(), agentUpdaterServiceName()}) {
        const QString part =
            name == agentServiceName() ? QStringLiteral("agentService") : QStringLiteral("agentUpdater");
        const QString title = name == agentServiceName() ? tr("Agent's service") : tr("Agent's updater");
        auto service = m_machine.service(name);
        if (!service)
            failed(part, title, service.error());
        else if (!*service)
            add(part, Severity::Warning, title, tr("There is no service named %1.").arg(name),
                tr("The installation is not complete."), tr("Install the agent again."));
        else if ((*service)->state != ServiceState::Running)
            add(part, Severity::Warning, title, tr("The service %1 does not run.").arg(name), {},
                tr("Start it, and look at the event log when it does not start."), name == agentServiceName());
        else
            ok(part, title, tr("The service %1 runs as %2.").arg(name, (*service)->account));
    }
}

void ServerExaminer::examinePackage(const AgentFacts &agent)
{
    if (!m_answers.server || m_answers.server->agentPackage.isEmpty()) {
        if (m_answers.server && !agent.installed) {
            add(QStringLiteral("package"), Severity::Error, tr("Agent's package"),
                tr("The answers name no package, and the agent is not installed."), {},
                tr("Fetch the package in the Microsoft Entra admin center and name it in the answers."));
            if (m_failures)
                m_failures->append(Error{ErrorCode::PackageMissing, {}, {}, {}});
        }
        return;
    }
    const QString title = tr("Agent's package");
    auto package = m_machine.inspectPackage(m_answers.server->agentPackage);
    if (!package)
        return failed(QStringLiteral("package"), title, package.error());
    const bool trusted = package->signatureValid && package->signer == m_answers.server->publisher;
    if (!trusted) {
        const QString problem =
            package->signatureValid
                ? tr("It is signed by %1, not by %2.").arg(package->signer, m_answers.server->publisher)
            : package->signatureProblem.isEmpty() ? tr("It has no valid signature.")
                                                  : package->signatureProblem;
        add(QStringLiteral("package"), Severity::Error, title, package->path, problem,
            tr("Fetch the package again in the Microsoft Entra admin center. A package that is not trusted is never "
               "started."));
        if (m_failures)
            m_failures->append(Error{ErrorCode::PackageNotTrusted, package->path, problem, {}});
        return;
    }
    ok(QStringLiteral("package"), title,
       tr("%1, version %2, signed by %3.").arg(package->path, package->version, package->signer));
}

QVector<Finding> serverFindings(const std::shared_ptr<Session> &session, RunContext &context, QVector<Error> *failures)
{
    return ServerExaminer(session, context.stop(), failures).examine();
}

} // namespace cloudsync
