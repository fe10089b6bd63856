// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

#include <QHash>
#include <QMap>

#include <functional>
#include <mutex>

namespace cloudsync::tests {

/// A Windows server in memory, healthy unless a test says otherwise. Every change is listed by name.
class FakeMachine : public Machine
{
public:
    FakeMachine()
    {
        host.name = QStringLiteral("SYNC1");
        host.fullName = QStringLiteral("sync1.contoso.com");
        host.osName = QStringLiteral("Windows Server 2022");
        host.osBuild = 20348;
        host.isServer = host.isDomainJoined = host.isElevated = true;
        host.domain = QStringLiteral("contoso.com");
        host.memoryBytes = 8LL * 1024 * 1024 * 1024;
        package.path = QStringLiteral("C:/temp/AADConnectProvisioningAgentSetup.exe");
        package.version = QStringLiteral("1.1.2505.0");
        package.signer = QStringLiteral("Microsoft Corporation");
        package.signatureValid = true;
        registry.insert(QStringLiteral(R"(SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full!Release)"), 528449U);
        services.insert(QStringLiteral("VaultSvc"),
                        {QStringLiteral("VaultSvc"), {}, ServiceState::Running, ServiceStart::Manual, {}});
    }

    // What a test sets and looks at.
    HostFacts host;
    PackageFacts package;
    AgentFacts installed;
    QMap<QString, QVariant> registry; ///< by "key!name"
    QMap<QString, ServiceInfo> services;
    int installExitCode = 0;
    int uninstallExitCode = 0;
    bool busy = false;
    int usableAfter = 0; ///< asks of canUseServiceAccount() that are answered with no
    bool unusable = false;
    QHash<QString, Error> probeErrors; ///< by host
    QStringList probed;                ///< "host:port tls"
    std::function<void()> duringInstall;
    QHash<QString, Error> failNext;
    QStringList writes;
    QStringList installArguments;
    QString passwordGiven;
    AgentRegistration ways;
    std::function<void()> inWindow; ///< what the person does in the agent's own window
    QStringList resumeArguments;    ///< empty: nothing starts after a restart

    Result<HostFacts> facts() override { return host; }

    Result<std::optional<QVariant>> registryValue(const RegistryAddress &address) override
    {
        const auto found = registry.constFind(text(address));
        return found == registry.constEnd() ? std::optional<QVariant>() : std::optional<QVariant>(*found);
    }
    Result<void> setRegistryValue(const RegistryAddress &address, const QVariant &value) override
    {
        if (auto failure = write("setRegistryValue"))
            return fail(*failure);
        registry.insert(text(address), value);
        return {};
    }
    Result<void> removeRegistryValue(const RegistryAddress &address) override
    {
        if (auto failure = write("removeRegistryValue"))
            return fail(*failure);
        registry.remove(text(address));
        return {};
    }

    Result<std::optional<ServiceInfo>> service(const QString &name) override
    {
        return services.contains(name) ? std::optional(services.value(name)) : std::nullopt;
    }
    Result<void> startService(const QString &name, const std::stop_token &) override
    {
        return setState("startService", name, ServiceState::Running);
    }
    Result<void> stopService(const QString &name, const std::stop_token &) override
    {
        return setState("stopService", name, ServiceState::Stopped);
    }

    Result<PackageFacts> inspectPackage(const QString &path) override
    {
        if (path != package.path)
            return fail(ErrorCode::PackageMissing, path);
        return package;
    }
    Result<bool> installationInProgress() override { return busy; }
    Result<InstallOutcome> install(const PackageFacts &, const QStringList &arguments,
                                   const std::function<void(const QString &, int)> &onProgress) override
    {
        if (auto failure = write("install"))
            return fail(*failure);
        installArguments = arguments;
        if (onProgress)
            onProgress(QStringLiteral("copying"), 50);
        if (duringInstall)
            duringInstall();
        if (installExitCode == 0 || installExitCode == 3010 || installExitCode == 1641) {
            installed.installed = true;
            installed.version = package.version;
            installed.serviceAccount = QStringLiteral("NT SERVICE\\AADConnectProvisioningAgent");
            for (const QString &name : {agentServiceName(), agentUpdaterServiceName()})
                services.insert(name,
                                {name, name, ServiceState::Running, ServiceStart::Automatic, installed.serviceAccount});
        }
        return InstallOutcome{installExitCode, QStringLiteral("C:/temp/install.log"), Restart::None};
    }
    Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &) override
    {
        if (auto failure = write("uninstallAgent"))
            return fail(*failure);
        if (uninstallExitCode == 0) {
            installed = {};
            services.remove(agentServiceName());
            services.remove(agentUpdaterServiceName());
        }
        return InstallOutcome{uninstallExitCode, QStringLiteral("C:/temp/uninstall.log"), Restart::None};
    }

    Result<AgentFacts> agent() override { return installed; }
    Result<void> registerAgent(const QString &tenantId, const QString &, const Secret &,
                               const std::stop_token &) override
    {
        if (auto failure = write("registerAgent"))
            return fail(*failure);
        installed.registered = true;
        installed.tenantId = tenantId;
        return {};
    }
    Result<AgentRegistration> registrationWays() override { return ways; }
    Result<void> registerAgentInWindow(const std::stop_token &) override
    {
        if (auto failure = write("registerAgentInWindow"))
            return fail(*failure);
        if (inWindow)
            inWindow();
        return {};
    }
    Result<void> useServiceAccount(const QString &account, const std::stop_token &) override
    {
        if (auto failure = write("useServiceAccount"))
            return fail(*failure);
        installed.serviceAccount = account;
        services[agentServiceName()].account = account;
        return {};
    }
    Result<void> addAgentDomain(const QString &domain, const DirectoryCredential &credential,
                                const QStringList &preferred, const std::stop_token &) override
    {
        if (auto failure = write("addAgentDomain"))
            return fail(*failure);
        passwordGiven = QString::fromUtf8(credential.password.reveal().toByteArray());
        if (!installed.domains.contains(domain))
            installed.domains.append(domain);
        installed.preferredControllers = preferred;
        return {};
    }
    Result<void> setPasswordWriteback(bool enabled, const Secret &, const std::stop_token &) override
    {
        if (auto failure = write(enabled ? "passwordWritebackOn" : "passwordWritebackOff"))
            return fail(*failure);
        return {};
    }
    Result<bool> canUseServiceAccount(const QString &) override { return !unusable && usableAfter-- <= 0; }

    Result<void> resumeAfterRestart(const QStringList &arguments) override
    {
        if (auto failure = write("resumeAfterRestart"))
            return fail(*failure);
        resumeArguments = arguments;
        return {};
    }
    Result<void> forgetResume() override
    {
        resumeArguments.clear();
        return {};
    }
    Result<void> restartComputer() override
    {
        if (auto failure = write("restartComputer"))
            return fail(*failure);
        return {};
    }

    Result<void> probe(const QString &name, int port, bool tls, const QString &, const std::stop_token &) override
    {
        const std::lock_guard lock(m_mutex);
        probed.append(QStringLiteral("%1:%2%3").arg(name).arg(port).arg(tls ? QStringLiteral(" tls") : QString()));
        if (probeErrors.contains(name))
            return fail(probeErrors.value(name));
        return {};
    }

private:
    static QString text(const RegistryAddress &address) { return address.key + QLatin1Char('!') + address.name; }
    std::optional<Error> write(const char *call)
    {
        const QString name = QString::fromLatin1(call);
        writes.append(name);
        if (!failNext.contains(name))
            return std::nullopt;
        return failNext.take(name);
    }
    Result<void> setState(const char *call, const QString &name, ServiceState state)
    {
        if (auto failure = write(call))
            return fail(*failure);
        if (!services.contains(name))
            return fail(ErrorCode::ServiceFailed, name);
        services[name].state = state;
        return {};
    }
    std::mutex m_mutex;
};

} // namespace cloudsync::tests
