// SPDX-License-Identifier: GPL-3.0-or-later
// The agent's own commands on the stand-in host.
#include "LabMachine.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cloudsync {

Result<AgentFacts> LabMachine::agent()
{
    const QJsonObject host = m_state.read();
    const QJsonObject agent = host.value(QStringLiteral("agent")).toObject();
    AgentFacts facts;
    facts.installed = !agent.isEmpty();
    facts.version = agent.value(QStringLiteral("version")).toString();
    facts.installFolder = agent.value(QStringLiteral("installFolder")).toString();
    facts.tenantId = agent.value(QStringLiteral("tenantId")).toString();
    facts.registered = !facts.tenantId.isEmpty();
    facts.serviceAccount = host.value(QStringLiteral("services")).toObject().value(agentServiceName()).toObject().value(QStringLiteral("account")).toString();
    facts.domains = agent.value(QStringLiteral("domains")).toVariant().toStringList();
    facts.preferredControllers = agent.value(QStringLiteral("preferredControllers")).toVariant().toStringList();
    return facts;
}

Result<QJsonObject> LabMachine::tellTenant(const QByteArray &method, const QString &path, const QJsonObject &body, const Secret &token,
                                           const std::stop_token &stop)
{
    HttpRequest request;
    request.method = method;
    request.url = m_settings.tenant.resolved(QUrl(path));
    request.headers = {{"Content-Type", "application/json"}};
    if (!token.isEmpty())
        request.headers.append({"Authorization", "Bearer " + token.reveal().toByteArray()});
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto answer = m_http.send(request, {m_settings.tenantCaFile, QStringLiteral("none"), {}}, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    if (answer->status / 100 != 2)
        return fail(ErrorCode::AgentCommandFailed, QStringLiteral("registration"), QString::fromUtf8(answer->body));
    return QJsonDocument::fromJson(answer->body).object();
}

Result<void> LabMachine::registerAgent(const QString &tenantId, const QString &, const Secret &accessToken, const std::stop_token &stop)
{
    auto facts = agent();
    if (!facts)
        return fail(std::move(facts.error()));
    auto registered = tellTenant("POST", QStringLiteral("/lab/agents"),
                                 {{QStringLiteral("machineName"), m_settings.name.toLower() + u'.' + m_settings.domain},
                                  {QStringLiteral("version"), facts->version},
                                  {QStringLiteral("domains"), QJsonArray::fromStringList(facts->domains)}},
                                 accessToken, stop);
    if (!registered)
        return fail(std::move(registered.error()));
    return m_state.change([&](QJsonObject &host) {
        QJsonObject agent = host.value(QStringLiteral("agent")).toObject();
        agent.insert(QStringLiteral("tenantId"), tenantId);
        agent.insert(QStringLiteral("id"), registered->value(QStringLiteral("id")));
        host.insert(QStringLiteral("agent"), agent);
    });
}

Result<void> LabMachine::useServiceAccount(const QString &account, const std::stop_token &)
{
    auto usable = canUseServiceAccount(account);
    if (!usable)
        return fail(std::move(usable.error()));
    if (!*usable)
        return fail(ErrorCode::AgentCommandFailed, account, QStringLiteral("Unable to install service account %1 after 6 retries").arg(account));
    return m_state.change([&](QJsonObject &host) {
        QJsonObject services = host.value(QStringLiteral("services")).toObject();
        QJsonObject service = services.value(agentServiceName()).toObject();
        service.insert(QStringLiteral("account"), account);
        services.insert(agentServiceName(), service);
        host.insert(QStringLiteral("services"), services);
    });
}

Result<void> LabMachine::addAgentDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                        const std::stop_token &stop)
{
    // The real cmdlet signs in to the domain with the credential it is given.
    auto connected = m_directories.connect(m_settings.directory, credential, stop);
    if (!connected)
        return fail(ErrorCode::AgentCommandFailed, domain, connected.error().toLogText());
    const QJsonObject known = m_state.read().value(QStringLiteral("agent")).toObject();
    QStringList domains = known.value(QStringLiteral("domains")).toVariant().toStringList();
    if (!domains.contains(domain, Qt::CaseInsensitive))
        domains.append(domain);
    // From its registration on, the agent speaks for itself.
    auto told = tellTenant("PATCH", QStringLiteral("/lab/agents/") + known.value(QStringLiteral("id")).toString(),
                           {{QStringLiteral("domains"), QJsonArray::fromStringList(domains)}}, {}, stop);
    if (!told)
        return fail(std::move(told.error()));
    return m_state.change([&](QJsonObject &host) {
        QJsonObject agent = host.value(QStringLiteral("agent")).toObject();
        agent.insert(QStringLiteral("domains"), QJsonArray::fromStringList(domains));
        agent.insert(QStringLiteral("preferredControllers"), QJsonArray::fromStringList(preferredControllers));
        host.insert(QStringLiteral("agent"), agent);
    });
}

Result<void> LabMachine::setPasswordWriteback(bool enabled, const Secret &, const std::stop_token &)
{
    return m_state.change([&](QJsonObject &host) {
        QJsonObject agent = host.value(QStringLiteral("agent")).toObject();
        agent.insert(QStringLiteral("passwordWriteback"), enabled);
        host.insert(QStringLiteral("agent"), agent);
    });
}

Result<bool> LabMachine::canUseServiceAccount(const QString &account)
{
    // What Test-ADServiceAccount asks: does this computer get the managed password? Asked as the computer, in the real directory.
    DirectoryCredential computer;
    computer.user = m_settings.name + QStringLiteral("$@") + m_settings.domain;
    computer.password = Secret::fromString(m_settings.computerPassword);
    computer.mechanism = BindMechanism::Simple;
    auto connected = m_directories.connect(m_settings.directory, computer, {});
    if (!connected)
        return fail(std::move(connected.error()));
    DirectorySearch search;
    search.base = (*connected)->rootDse().defaultNamingContext;
    search.filter = QStringLiteral("(sAMAccountName=%1)").arg(escapeFilter(account.section(u'\\', -1)));
    search.attributes = {QStringLiteral("msDS-ManagedPassword")};
    auto found = (*connected)->list(search, {});
    if (!found)
        return fail(std::move(found.error()));
    return !found->isEmpty() && !found->first().value(QStringLiteral("msDS-ManagedPassword")).isEmpty();
}

} // namespace cloudsync
