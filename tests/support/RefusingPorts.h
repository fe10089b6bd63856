// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

#include <atomic>

namespace cloudsync {

// Outer systems that only refuse, and count how often they were asked: enough for everything that must end before anything is done.

class RefusingConnector : public DirectoryConnector
{
public:
    Error refusal{ErrorCode::DirectoryCredentialRefused, "CONTOSO\\Administrator", "data 52e", {}};
    std::atomic_int attempts{0};
    Result<std::shared_ptr<Directory>> connect(const DirectoryTarget &, const DirectoryCredential &, const std::stop_token &) override
    {
        ++attempts;
        return fail(refusal);
    }
    Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &) override { return fail(ErrorCode::NameNotResolved, domain); }
    QVector<ControllerProbe> probe(const DirectoryTarget &, const std::stop_token &) override { return {}; }
};

class RefusingSignIn : public SignIn
{
public:
    Error refusal{ErrorCode::SignInRefused, "contoso", "AADSTS50126", {}};
    std::atomic_int attempts{0};
    QList<SignInMethod> availableMethods() const override { return {SignInMethod::Certificate}; }
    QStringList defaultPermissions() const override { return {}; }
    Result<SignedIn> signIn(const SignInRequest &, SignInPrompt &, const std::stop_token &) override
    {
        ++attempts;
        return fail(refusal);
    }
};

class NoTenant : public TenantConnector
{
public:
    std::shared_ptr<Tenant> open(const CloudEndpoint &, std::shared_ptr<AccessTokens>) override { return {}; }
};

class OtherMachine : public Machine
{
    static tl::unexpected<Error> no() { return fail(ErrorCode::NotSupportedHere); }

public:
    Result<HostFacts> facts() override { return HostFacts{}; }
    Result<std::optional<QVariant>> registryValue(const RegistryAddress &) override { return no(); }
    Result<void> setRegistryValue(const RegistryAddress &, const QVariant &) override { return no(); }
    Result<void> removeRegistryValue(const RegistryAddress &) override { return no(); }
    Result<std::optional<ServiceInfo>> service(const QString &) override { return no(); }
    Result<void> startService(const QString &, const std::stop_token &) override { return no(); }
    Result<void> stopService(const QString &, const std::stop_token &) override { return no(); }
    Result<PackageFacts> inspectPackage(const QString &) override { return no(); }
    Result<bool> installationInProgress() override { return no(); }
    Result<InstallOutcome> install(const PackageFacts &, const QStringList &, const std::function<void(const QString &, int)> &) override { return no(); }
    Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &) override { return no(); }
    Result<AgentFacts> agent() override { return no(); }
    Result<void> registerAgent(const QString &, const QString &, const Secret &, const std::stop_token &) override { return no(); }
    Result<void> useServiceAccount(const QString &, const std::stop_token &) override { return no(); }
    Result<void> addAgentDomain(const QString &, const DirectoryCredential &, const QStringList &, const std::stop_token &) override { return no(); }
    Result<void> setPasswordWriteback(bool, const Secret &, const std::stop_token &) override { return no(); }
    Result<bool> canUseServiceAccount(const QString &) override { return no(); }
    Result<void> probe(const QString &, int, bool, const QString &, const std::stop_token &) override { return no(); }
};

class FixedClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
    bool wait(std::chrono::milliseconds, const std::stop_token &stop) override { return !stop.stop_requested(); }
};

class GivenSecret : public SecretSource
{
public:
    Result<Secret> resolve(const SecretReference &reference, const QString &purpose) override
    {
        if (reference.kind == SecretReference::Kind::Prompt)
            return fail(ErrorCode::AnswerMissing, purpose);
        return Secret::fromString(QStringLiteral("c4nary-password"));
    }
};

} // namespace cloudsync
