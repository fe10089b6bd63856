// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/windows/PowerShell.h"
#include "backend/ports/Credential.h"

#include <QStringList>

namespace cloudsync::windows {

/// The domains that the agent was given.
struct AgentDomains
{
    QStringList names;
    std::optional<QStringList> controllers; ///< preferred ones of all of them, in order; absent where this release does not tell
};

/// The cmdlets of the agent's own module, Microsoft.CloudSync.PowerShell. Their names and parameters differ between releases: the script
/// looks for them before it uses them. AgentCommandFailed names the cmdlet and holds its message.
class AgentCommands
{
public:
    /// `folder` is where the agent is installed.
    explicit AgentCommands(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Result<AgentDomains> domains(const std::stop_token &stop) const;
    /// True when this release's command takes an access token, so that it needs no second sign-in.
    [[nodiscard]] Result<bool> takesToken(const std::stop_token &stop) const;
    [[nodiscard]] Result<void> registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken,
                                             const std::stop_token &stop) const;
    [[nodiscard]] Result<void> useServiceAccount(const QString &name, const std::stop_token &stop) const;
    [[nodiscard]] Result<void> addDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                         const std::stop_token &stop) const;
    [[nodiscard]] Result<void> setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop) const;

private:
    [[nodiscard]] Result<QJsonObject> run(const QString &operation, QJsonObject request, const QMap<QString, Secret> &secrets,
                                          const std::stop_token &stop) const;
    QString m_folder;
};

} // namespace cloudsync::windows
