// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/ports/Machine.h"

namespace cloudsync::tests {

/// A system that is not Windows: it tells its name and refuses the rest.
class NoMachine : public Machine
{
public:
    using Text = const QString &;
    using Sink = std::function<void(const QString &, int)>;
    Result<HostFacts> facts() override
    {
        HostFacts host;
        host.name = QStringLiteral("HERE");
        return host;
    }
    Result<std::optional<QVariant>> registryValue(const RegistryAddress &) override { return refused(); }
    Result<void> setRegistryValue(const RegistryAddress &, const QVariant &) override { return refused(); }
    Result<void> removeRegistryValue(const RegistryAddress &) override { return refused(); }
    Result<std::optional<ServiceInfo>> service(Text) override { return refused(); }
    Result<void> startService(Text, const std::stop_token &) override { return refused(); }
    Result<void> stopService(Text, const std::stop_token &) override { return refused(); }
    Result<PackageFacts> inspectPackage(Text) override { return refused(); }
    Result<bool> installationInProgress() override { return refused(); }
    Result<InstallOutcome> install(const PackageFacts &, const QStringList &, const Sink &) override
    {
        return refused();
    }
    Result<InstallOutcome> uninstallAgent(const Sink &) override { return refused(); }
    Result<AgentFacts> agent() override { return refused(); }
    Result<void> registerAgent(Text, Text, const Secret &, const std::stop_token &) override { return refused(); }
    Result<void> useServiceAccount(Text, const std::stop_token &) override { return refused(); }
    Result<void> addAgentDomain(Text, const DirectoryCredential &, const QStringList &,
                                const std::stop_token &) override
    {
        return refused();
    }
    Result<void> setPasswordWriteback(bool, const Secret &, const std::stop_token &) override { return refused(); }
    Result<bool> canUseServiceAccount(Text) override { return refused(); }
    Result<void> probe(Text, int, bool, Text, const std::stop_token &) override { return refused(); }

private:
    static tl::unexpected<Error> refused() { return fail(ErrorCode::NotSupportedHere); }
};

} // namespace cloudsync::tests
