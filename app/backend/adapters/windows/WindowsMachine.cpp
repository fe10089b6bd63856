// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/WindowsMachine.h"

#include "backend/adapters/windows/AccountRights.h"
#include "backend/adapters/windows/AgentInstaller.h"
#include "backend/adapters/windows/AgentWindow.h"
#include "backend/adapters/windows/DomainMembership.h"
#include "backend/adapters/windows/HostInformation.h"
#include "backend/adapters/windows/PackageTrust.h"
#include "backend/adapters/windows/Registry.h"
#include "backend/adapters/windows/RestartResume.h"
#include "backend/adapters/windows/ServiceControl.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace cloudsync {

using namespace windows;

namespace {

// agent.md section 2.
const QString agentKey = QStringLiteral(R"(SOFTWARE\Microsoft\Azure AD Connect Agents\Azure AD Connect Provisioning Agent)");

} // namespace

Result<HostFacts> WindowsMachine::facts()
{
    return hostFacts();
}

Result<std::optional<QVariant>> WindowsMachine::registryValue(const RegistryAddress &address)
{
    return Registry().value(address);
}

Result<void> WindowsMachine::setRegistryValue(const RegistryAddress &address, const QVariant &value)
{
    auto done = Registry().set(address, value);
    m_log.info("registry.set", {{"key", address.key}, {"name", address.name}, {"result", done ? QStringLiteral("done") : done.error().toLogText()}});
    return done;
}

Result<void> WindowsMachine::removeRegistryValue(const RegistryAddress &address)
{
    auto done = Registry().remove(address);
    m_log.info("registry.remove", {{"key", address.key}, {"name", address.name}, {"result", done ? QStringLiteral("done") : done.error().toLogText()}});
    return done;
}

Result<std::optional<ServiceInfo>> WindowsMachine::service(const QString &name)
{
    return queryService(name);
}

Result<std::optional<ServiceInfo>> WindowsMachine::queryService(const QString &name)
{
    const std::lock_guard lock(m_services);
    return ServiceControl().query(name);
}

QString WindowsMachine::serviceProgram(const QString &name) const
{
    const std::lock_guard lock(m_services);
    return ServiceControl().program(name);
}

Result<void> WindowsMachine::startService(const QString &name, const std::stop_token &stop)
{
    auto done = ServiceControl().start(name, stop);
    m_log.info("service.start", {{"name", name}, {"result", done ? QStringLiteral("done") : done.error().toLogText()}});
    return done;
}

Result<void> WindowsMachine::stopService(const QString &name, const std::stop_token &stop)
{
    auto done = ServiceControl().stop(name, stop);
    m_log.info("service.stop", {{"name", name}, {"result", done ? QStringLiteral("done") : done.error().toLogText()}});
    return done;
}

Result<PackageFacts> WindowsMachine::inspectPackage(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::PackageMissing, path, file.errorString());
    PackageFacts facts;
    facts.path = QDir::toNativeSeparators(path);
    facts.size = file.size();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(ErrorCode::PackageMissing, path, file.errorString());
    facts.sha256 = hash.result();
    file.close();
    facts.version = fileVersion(facts.path);
    verifySignature(facts);
    return facts;
}

Result<bool> WindowsMachine::installationInProgress()
{
    return AgentInstaller().isAnotherInProgress();
}

Result<InstallOutcome> WindowsMachine::install(const PackageFacts &package, const QStringList &arguments,
                                               const std::function<void(const QString &, int)> &onProgress)
{
    forgetDomains();
    auto outcome = AgentInstaller().install(package, arguments, onProgress);
    m_log.info("package.install", {{"path", package.path},
                                   {"sha256", QString::fromLatin1(package.sha256.toHex())},
                                   {"result", outcome ? QString::number(outcome->exitCode) : outcome.error().toLogText()}});
    return outcome;
}

Result<InstallOutcome> WindowsMachine::uninstallAgent(const std::function<void(const QString &, int)> &onProgress)
{
    forgetDomains();
    auto outcome = AgentInstaller().uninstall(onProgress);
    m_log.info("package.uninstall", {{"result", outcome ? QString::number(outcome->exitCode) : outcome.error().toLogText()}});
    return outcome;
}

QString WindowsMachine::agentFolder() const
{
    QString folder = Registry().text(agentKey, QStringLiteral("InstallDir"));
    if (folder.isEmpty())
        folder = serviceProgram(agentServiceName()).section(u'\\', 0, -2);
    while (folder.endsWith(u'\\'))
        folder.chop(1);
    return folder;
}

void WindowsMachine::forgetDomains()
{
    const std::lock_guard lock(m_mutex);
    m_domains.reset();
}

Result<AgentFacts> WindowsMachine::agent()
{
    auto service = queryService(agentServiceName());
    if (!service)
        return fail(std::move(service.error()));
    AgentFacts facts;
    if (!*service)
        return facts;
    facts.installed = true;
    facts.installFolder = agentFolder();
    facts.serviceAccount = (*service)->account;
    facts.version = fileVersion(serviceProgram(agentServiceName()));
    facts.tenantId = Registry().text(agentKey, QStringLiteral("TenantID"));
    facts.registered = !facts.tenantId.isEmpty();
    if (!facts.registered)
        return facts;
    const std::lock_guard lock(m_mutex);
    if (!m_domains) {
        auto told = AgentCommands(facts.installFolder).domains({});
        if (!told)
            return fail(std::move(told.error()));
        m_domains = std::move(*told);
    }
    facts.domains = m_domains->names;
    facts.tellsControllers = m_domains->controllers.has_value();
    facts.preferredControllers = m_domains->controllers.value_or(QStringList());
    return facts;
}

Result<void> WindowsMachine::registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken, const std::stop_token &stop)
{
    forgetDomains();
    return AgentCommands(agentFolder()).registerAgent(tenantId, account, accessToken, stop);
}

Result<AgentRegistration> WindowsMachine::registrationWays()
{
    const QString folder = agentFolder();
    auto takesToken = AgentCommands(folder).takesToken({});
    if (!takesToken)
        return fail(std::move(takesToken.error()));
    return AgentRegistration{*takesToken, m_personPresent && AgentWindow(folder).isThere()};
}

Result<void> WindowsMachine::registerAgentInWindow(const std::stop_token &stop)
{
    forgetDomains();
    auto closed = AgentWindow(agentFolder()).show(stop);
    m_log.info("agent.window", {{"result", closed ? QStringLiteral("closed") : closed.error().toLogText()}});
    return closed;
}

Result<void> WindowsMachine::useServiceAccount(const QString &account, const std::stop_token &stop)
{
    // Policies of the domain may have taken away what the agent's command relies on (prerequisites.md section 3).
    if (auto allowed = allowLogOnAsService(account); !allowed)
        m_log.warning("account.logOnAsService", {{"account", account}, {"why", allowed.error().toLogText()}});
    return AgentCommands(agentFolder()).useServiceAccount(account.section(u'\\', -1), stop);
}

Result<void> WindowsMachine::addAgentDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                            const std::stop_token &stop)
{
    forgetDomains();
    return AgentCommands(agentFolder()).addDomain(domain, credential, preferredControllers, stop);
}

Result<void> WindowsMachine::setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop)
{
    return AgentCommands(agentFolder()).setPasswordWriteback(enabled, accessToken, stop);
}

Result<bool> WindowsMachine::canUseServiceAccount(const QString &account)
{
    return canUseManagedAccount(account.section(u'\\', -1));
}

Result<void> WindowsMachine::resumeAfterRestart(const QStringList &arguments)
{
    return RestartResume().resume(arguments);
}

Result<void> WindowsMachine::forgetResume()
{
    return RestartResume().forget();
}

Result<void> WindowsMachine::restartComputer()
{
    auto begun = RestartResume().restart();
    m_log.info("computer.restart", {{"result", begun ? QStringLiteral("begun") : begun.error().toLogText()}});
    return begun;
}

Result<void> WindowsMachine::probe(const QString &host, int port, bool tls, const QString &caFile, const std::stop_token &stop)
{
    return m_connections.probe(host, port, tls, caFile, stop);
}

} // namespace cloudsync
