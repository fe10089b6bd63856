// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/adapters/windows/AgentCommands.h"
#include "backend/engine/Log.h"
#include "backend/ports/Machine.h"

#include <mutex>

namespace cloudsync {

/// This Windows server. Each part of the work is a class of its own beside this one.
class WindowsMachine : public Machine
{
public:
    /// `connections` answers probe(), which is the same on every system.
    /// `personPresent`: windows of other programs may be opened, because somebody sits before this one.
    WindowsMachine(Log &log, Machine &connections, bool personPresent) : m_log(log), m_connections(connections), m_personPresent(personPresent) {}

    [[nodiscard]] Result<HostFacts> facts() override;
    [[nodiscard]] Result<std::optional<QVariant>> registryValue(const RegistryAddress &address) override;
    [[nodiscard]] Result<void> setRegistryValue(const RegistryAddress &address, const QVariant &value) override;
    [[nodiscard]] Result<void> removeRegistryValue(const RegistryAddress &address) override;
    [[nodiscard]] Result<std::optional<ServiceInfo>> service(const QString &name) override;
    [[nodiscard]] Result<void> startService(const QString &name, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> stopService(const QString &name, const std::stop_token &stop) override;
    [[nodiscard]] Result<PackageFacts> inspectPackage(const QString &path) override;
    [[nodiscard]] Result<bool> installationInProgress() override;
    [[nodiscard]] Result<InstallOutcome> install(const PackageFacts &package, const QStringList &arguments,
                                                 const std::function<void(const QString &, int)> &onProgress) override;
    [[nodiscard]] Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &onProgress) override;
    [[nodiscard]] Result<AgentFacts> agent() override;
    [[nodiscard]] Result<void> registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken,
                                             const std::stop_token &stop) override;
    [[nodiscard]] Result<AgentRegistration> registrationWays() override;
    [[nodiscard]] Result<void> registerAgentInWindow(const std::stop_token &stop) override;
    [[nodiscard]] Result<void> useServiceAccount(const QString &account, const std::stop_token &stop) override;
    [[nodiscard]] Result<void> addAgentDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                              const std::stop_token &stop) override;
    [[nodiscard]] Result<void> setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop) override;
    [[nodiscard]] Result<bool> canUseServiceAccount(const QString &account) override;
    [[nodiscard]] Result<void> resumeAfterRestart(const QStringList &arguments) override;
    [[nodiscard]] Result<void> forgetResume() override;
    [[nodiscard]] Result<void> restartComputer() override;
    [[nodiscard]] Result<void> probe(const QString &host, int port, bool tls, const QString &caFile, const std::stop_token &stop) override;

private:
    [[nodiscard]] QString agentFolder() const;
    [[nodiscard]] Result<std::optional<ServiceInfo>> queryService(const QString &name);
    [[nodiscard]] QString serviceProgram(const QString &name) const;
    void forgetDomains();

    Log &m_log;
    Machine &m_connections;
    bool m_personPresent;
    std::mutex m_mutex;
    mutable std::mutex m_services; ///< one question at a time to the control manager: checks ask side by side, and Wine then mixes up their handles
    std::optional<windows::AgentDomains> m_domains; ///< as the module told them; asking takes seconds
};

} // namespace cloudsync
