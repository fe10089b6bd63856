// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "HostState.h"

#include "backend/ports/Directory.h"
#include "backend/ports/HttpClient.h"
#include "backend/ports/Machine.h"

#include <QUrl>

#include <atomic>

namespace cloudsync {

/// How the stand-in host is set up.
struct LabHostSettings
{
    QString folder;              ///< host.json and the package's authority (publisher-ca.pem)
    QString name = QStringLiteral("SYNC1");
    QString domain = QStringLiteral("contoso.test");
    QUrl tenant;                 ///< where the stand-in tenant takes agents
    QString tenantCaFile;
    DirectoryTarget directory;   ///< where the host, as its computer account, asks for a managed password
    QString computerPassword;
    QStringList installerArguments; ///< handed to the stand-in installer, for tests: --exit-code, --delay-ms
};

/// A Windows server as the product sees it through the Machine port, on a machine that is none. Services, registry and the agent
/// live in a file; packages are verified, run and awaited for real; the managed password is asked for in the real directory.
class LabMachine : public Machine
{
public:
    LabMachine(LabHostSettings settings, HttpClient &http, DirectoryConnector &directories, Machine &realMachine);

    Result<HostFacts> facts() override;
    Result<std::optional<QVariant>> registryValue(const RegistryAddress &address) override;
    Result<void> setRegistryValue(const RegistryAddress &address, const QVariant &value) override;
    Result<void> removeRegistryValue(const RegistryAddress &address) override;
    Result<std::optional<ServiceInfo>> service(const QString &name) override;
    Result<void> startService(const QString &name, const std::stop_token &stop) override;
    Result<void> stopService(const QString &name, const std::stop_token &stop) override;
    Result<PackageFacts> inspectPackage(const QString &path) override;
    Result<bool> installationInProgress() override;
    Result<InstallOutcome> install(const PackageFacts &package, const QStringList &arguments,
                                   const std::function<void(const QString &, int)> &onProgress) override;
    Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &onProgress) override;
    Result<AgentFacts> agent() override;
    Result<void> registerAgent(const QString &tenantId, const QString &account, const Secret &accessToken, const std::stop_token &stop) override;
    Result<void> useServiceAccount(const QString &account, const std::stop_token &stop) override;
    Result<void> addAgentDomain(const QString &domain, const DirectoryCredential &credential, const QStringList &preferredControllers,
                                const std::stop_token &stop) override;
    Result<void> setPasswordWriteback(bool enabled, const Secret &accessToken, const std::stop_token &stop) override;
    Result<bool> canUseServiceAccount(const QString &account) override;
    Result<void> probe(const QString &host, int port, bool tls, const QString &caFile, const std::stop_token &stop) override;

private:
    [[nodiscard]] Result<void> setServiceState(const QString &name, const QString &state);
    [[nodiscard]] Result<InstallOutcome> runInstaller(const QString &program, const QStringList &arguments,
                                                      const std::function<void(const QString &, int)> &onProgress);
    [[nodiscard]] Result<QJsonObject> tellTenant(const QByteArray &method, const QString &path, const QJsonObject &body, const Secret &token,
                                                 const std::stop_token &stop);

    LabHostSettings m_settings;
    HostState m_state;
    HttpClient &m_http;
    DirectoryConnector &m_directories;
    Machine &m_realMachine;
    std::atomic_bool m_installing{false};
};

} // namespace cloudsync
