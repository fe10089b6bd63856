// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/windows/AgentCommands.h"

#include <QFile>
#include <QJsonArray>

static void registerScript()
{
    Q_INIT_RESOURCE(agent_commands); // the library is static: nobody else asks for it
}

namespace cloudsync::windows {

namespace {

QByteArray script()
{
    registerScript();
    QFile file(QStringLiteral(":/cloud-sync-setup/windows/agent-commands.ps1"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<QJsonObject> AgentCommands::run(const QString &operation, QJsonObject request, const QMap<QString, Secret> &secrets,
                                       const std::stop_token &stop) const
{
    request.insert(QStringLiteral("operation"), operation);
    request.insert(QStringLiteral("module"), m_folder + QStringLiteral("\\Microsoft.CloudSync.PowerShell.dll"));
    QJsonObject result;
    std::optional<Error> problem;
    auto ended = PowerShell().run(
        script(), request, secrets,
        [&](const QJsonObject &line) {
            const QString kind = line.value(QStringLiteral("kind")).toString();
            if (kind == QStringLiteral("result"))
                result = line;
            else if (kind == QStringLiteral("error"))
                problem = Error{ErrorCode::AgentCommandFailed, line.value(QStringLiteral("command")).toString(),
                                line.value(QStringLiteral("message")).toString(), {}};
        },
        stop);
    if (problem)
        return fail(std::move(*problem));
    if (!ended)
        return fail(std::move(ended.error()));
    // A script that ends well has said so: silence is no success.
    if (result.isEmpty())
        return fail(ErrorCode::AgentCommandFailed, operation, QStringLiteral("Windows PowerShell gave no answer"));
    return result;
}

Result<AgentDomains> AgentCommands::domains(const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("domains"), {}, {}, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    AgentDomains domains;
    domains.names = answer->value(QStringLiteral("domains")).toVariant().toStringList();
    if (answer->contains(QStringLiteral("controllers")))
        domains.controllers = answer->value(QStringLiteral("controllers")).toVariant().toStringList();
    return domains;
}

Result<bool> AgentCommands::takesToken(const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("takesToken"), {}, {}, stop);
    if (!answer)
        return fail(std::move(answer.error()));
    return answer->value(QStringLiteral("takesToken")).toBool();
}

Result<void> AgentCommands::registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken,
                                          const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("register"), {{QStringLiteral("tenantId"), tenantId}, {QStringLiteral("account"), account}},
                      {{QStringLiteral("accessToken"), accessToken}}, stop);
    return answer ? Result<void>() : fail(std::move(answer.error()));
}

Result<void> AgentCommands::useServiceAccount(const QString &name, const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("serviceAccount"), {{QStringLiteral("name"), name}}, {}, stop);
    return answer ? Result<void>() : fail(std::move(answer.error()));
}

Result<void> AgentCommands::addDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                      const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("addDomain"),
                      {{QStringLiteral("domain"), domain},
                       {QStringLiteral("user"), credential.user},
                       {QStringLiteral("controllers"), QJsonArray::fromStringList(preferredControllers)}},
                      {{QStringLiteral("password"), credential.password}}, stop);
    return answer ? Result<void>() : fail(std::move(answer.error()));
}

Result<void> AgentCommands::setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop) const
{
    auto answer = run(QStringLiteral("passwordWriteback"), {{QStringLiteral("enabled"), enabled}}, {{QStringLiteral("accessToken"), accessToken}}, stop);
    return answer ? Result<void>() : fail(std::move(answer.error()));
}

} // namespace cloudsync::windows
