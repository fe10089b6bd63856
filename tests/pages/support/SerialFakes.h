// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pages/support/FakePorts.h"

namespace cloudsync::tests {

/// Hands every call to the tenant on under one lock, and does what the service does by itself: a started job runs a
/// cycle.
class SerialTenant : public Tenant
{
public:
    SerialTenant(FakeTenant &tenant, std::mutex &mutex) : t(tenant), m(mutex) {}
    using Stop = const std::stop_token &;
    using Id = const QString &;

    Result<Organization> organization(Stop s) override
    {
        L l(m);
        return t.organization(s);
    }
    Result<void> setOnPremisesSyncEnabled(Id a, bool on, Stop s) override
    {
        L l(m);
        return t.setOnPremisesSyncEnabled(a, on, s);
    }
    Result<QVector<TenantDomain>> domains(Stop s) override
    {
        L l(m);
        return t.domains(s);
    }
    Result<QVector<SubscribedSku>> subscribedSkus(Stop s) override
    {
        L l(m);
        return t.subscribedSkus(s);
    }
    Result<QStringList> rolesOfSignedInUser(Stop s) override
    {
        L l(m);
        return t.rolesOfSignedInUser(s);
    }
    Result<QStringList> eligibleRolesOfSignedInUser(Stop s) override
    {
        L l(m);
        return t.eligibleRolesOfSignedInUser(s);
    }
    Result<QVector<SyncConfiguration>> configurations(Stop s) override
    {
        L l(m);
        return t.configurations(s);
    }
    Result<SyncConfiguration> createConfiguration(Id a, Stop s) override
    {
        L l(m);
        return t.createConfiguration(a, s);
    }
    Result<void> removeServicePrincipal(Id a, Stop s) override
    {
        L l(m);
        return t.removeServicePrincipal(a, s);
    }
    Result<QString> applicationOf(Id a, Stop s) override
    {
        L l(m);
        return t.applicationOf(a, s);
    }
    Result<void> removeApplication(Id a, Stop s) override
    {
        L l(m);
        return t.removeApplication(a, s);
    }
    Result<bool> servicePrincipalExists(Id a, Stop s) override
    {
        L l(m);
        return t.servicePrincipalExists(a, s);
    }
    Result<QJsonArray> secrets(Id a, Stop s) override
    {
        L l(m);
        return t.secrets(a, s);
    }
    Result<void> replaceSecrets(Id a, const QJsonArray &b, Stop s) override
    {
        L l(m);
        return t.replaceSecrets(a, b, s);
    }
    Result<QVector<SyncJob>> jobs(Id a, Stop s) override
    {
        L l(m);
        return t.jobs(a, s);
    }
    Result<SyncJob> createJob(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.createJob(a, b, s);
    }
    Result<void> removeJob(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.removeJob(a, b, s);
    }
    Result<void> startJob(Id a, Id b, Stop s) override
    {
        L l(m);
        const auto started = t.startJob(a, b, s);
        if (started) {
            for (SyncJob &job : t.find(a)->jobs) {
                if (job.id == b)
                    FakeTenant::finishCycle(job);
            }
        }
        return started;
    }
    Result<void> pauseJob(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.pauseJob(a, b, s);
    }
    Result<void> restartJob(Id a, Id b, Id c, Stop s) override
    {
        L l(m);
        return t.restartJob(a, b, c, s);
    }
    Result<QJsonObject> schemaOfTemplate(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.schemaOfTemplate(a, b, s);
    }
    Result<QJsonObject> schema(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.schema(a, b, s);
    }
    Result<void> replaceSchema(Id a, Id b, const QJsonObject &c, Stop s) override
    {
        L l(m);
        return t.replaceSchema(a, b, c, s);
    }
    Result<QJsonObject> discover(Id a, Id b, Id c, Stop s) override
    {
        L l(m);
        return t.discover(a, b, c, s);
    }
    Result<QJsonObject> parseExpression(Id a, Id b, const QJsonObject &c, Stop s) override
    {
        L l(m);
        return t.parseExpression(a, b, c, s);
    }
    Result<OnDemandResult> provisionOnDemand(Id a, Id b, Id c, Id d, Id e, Stop s) override
    {
        L l(m);
        return t.provisionOnDemand(a, b, c, d, e, s);
    }
    Result<QVector<SyncAgent>> agents(Stop s) override
    {
        L l(m);
        return t.agents(s);
    }
    Result<QJsonArray> publishedResources(Stop s) override
    {
        L l(m);
        return t.publishedResources(s);
    }
    Result<QJsonArray> provisioningLogs(Id a, const QDateTime &b, int c, Stop s) override
    {
        L l(m);
        return t.provisioningLogs(a, b, c, s);
    }
    Result<QJsonArray> directoryAudits(Id a, const QDateTime &b, int c, Stop s) override
    {
        L l(m);
        return t.directoryAudits(a, b, c, s);
    }
    Result<QJsonArray> users(Id a, const QStringList &b, Stop s) override
    {
        L l(m);
        return t.users(a, b, s);
    }
    Result<void> forEachObject(TenantCollection a, Id b, const QStringList &c,
                               const std::function<bool(const QJsonObject &)> &d, Stop s) override
    {
        L l(m);
        return t.forEachObject(a, b, c, d, s);
    }
    Result<void> updateUser(Id a, const QJsonObject &b, Stop s) override
    {
        L l(m);
        return t.updateUser(a, b, s);
    }
    Result<void> assignLicense(Id a, Id b, Stop s) override
    {
        L l(m);
        return t.assignLicense(a, b, s);
    }

private:
    using L = std::lock_guard<std::mutex>;
    FakeTenant &t;
    std::mutex &m;
};

/// The same for the machine; an agent that registers appears in the tenant.
class SerialMachine : public Machine
{
public:
    SerialMachine(FakeMachine &machine, FakeTenant &tenant, std::mutex &mutex, Gate &gate)
        : f(machine), t(tenant), m(mutex), g(gate)
    {
    }
    using Stop = const std::stop_token &;
    using Text = const QString &;
    using Told = const std::function<void(const QString &, int)> &;

    Result<HostFacts> facts() override
    {
        L l(m);
        return f.facts();
    }
    Result<std::optional<QVariant>> registryValue(const RegistryAddress &a) override
    {
        L l(m);
        return f.registryValue(a);
    }
    Result<void> setRegistryValue(const RegistryAddress &a, const QVariant &b) override
    {
        L l(m);
        return f.setRegistryValue(a, b);
    }
    Result<void> removeRegistryValue(const RegistryAddress &a) override
    {
        L l(m);
        return f.removeRegistryValue(a);
    }
    Result<std::optional<ServiceInfo>> service(Text a) override
    {
        L l(m);
        return f.service(a);
    }
    Result<void> startService(Text a, Stop s) override
    {
        L l(m);
        return f.startService(a, s);
    }
    Result<void> stopService(Text a, Stop s) override
    {
        L l(m);
        return f.stopService(a, s);
    }
    Result<PackageFacts> inspectPackage(Text a) override
    {
        g.pass();
        L l(m);
        return f.inspectPackage(a);
    }
    Result<bool> installationInProgress() override
    {
        L l(m);
        return f.installationInProgress();
    }
    Result<InstallOutcome> install(const PackageFacts &a, const QStringList &b, Told c) override
    {
        g.pass();
        L l(m);
        return f.install(a, b, c);
    }
    Result<InstallOutcome> uninstallAgent(Told a) override
    {
        L l(m);
        return f.uninstallAgent(a);
    }
    Result<AgentFacts> agent() override
    {
        L l(m);
        return noWindows ? Result<AgentFacts>(fail(ErrorCode::NotSupportedHere)) : f.agent();
    }
    Result<void> registerAgent(Text a, Text b, const Secret &c, Stop s) override
    {
        L l(m);
        t.agentList = {{QStringLiteral("agent-1"), f.host.fullName, QStringLiteral("198.51.100.7"), true}};
        return f.registerAgent(a, b, c, s);
    }
    Result<AgentRegistration> registrationWays() override
    {
        L l(m);
        return f.registrationWays();
    }
    Result<void> registerAgentInWindow(Stop s) override
    {
        L l(m);
        t.agentList = {{QStringLiteral("agent-1"), f.host.fullName, QStringLiteral("198.51.100.7"), true}};
        return f.registerAgentInWindow(s);
    }
    Result<void> useServiceAccount(Text a, Stop s) override
    {
        L l(m);
        return f.useServiceAccount(a, s);
    }
    Result<void> addAgentDomain(Text a, const DirectoryCredential &b, const QStringList &c, Stop s) override
    {
        L l(m);
        return f.addAgentDomain(a, b, c, s);
    }
    Result<void> setPasswordWriteback(bool a, const Secret &b, Stop s) override
    {
        L l(m);
        return f.setPasswordWriteback(a, b, s);
    }
    Result<bool> canUseServiceAccount(Text a) override
    {
        L l(m);
        return f.canUseServiceAccount(a);
    }
    Result<void> resumeAfterRestart(const QStringList &a) override
    {
        L l(m);
        return f.resumeAfterRestart(a);
    }
    Result<void> forgetResume() override
    {
        L l(m);
        return f.forgetResume();
    }
    Result<void> restartComputer() override
    {
        L l(m);
        return f.restartComputer();
    }
    Result<void> probe(Text a, int b, bool c, Text d, Stop s) override { return f.probe(a, b, c, d, s); }

    bool noWindows = false;

private:
    using L = std::lock_guard<std::mutex>;
    FakeMachine &f;
    FakeTenant &t;
    std::mutex &m;
    Gate &g;
};

} // namespace cloudsync::tests
