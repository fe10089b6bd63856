// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

#include <QHash>

namespace cloudsync::tests {

/// Hands out directories that a test made, by domain, and counts attempts.
class FakeConnector : public DirectoryConnector
{
public:
    Result<std::shared_ptr<Directory>> connect(const DirectoryTarget &target, const DirectoryCredential &,
                                               const std::stop_token &) override
    {
        ++attempts;
        lastTarget = target;
        const bool catalog = target.controllers.value(0).endsWith(QStringLiteral(":3269"));
        if (catalog && globalCatalog)
            return globalCatalog;
        if (const auto error = errors.constFind(target.domain); error != errors.constEnd())
            return fail(*error);
        if (const auto directory = directories.value(target.domain); directory && !catalog)
            return directory;
        return fail(ErrorCode::DirectoryUnreachable, target.domain);
    }
    Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &) override
    {
        return fail(ErrorCode::NameNotResolved, domain);
    }
    QVector<ControllerProbe> probe(const DirectoryTarget &, const std::stop_token &) override { return {}; }

    QHash<QString, std::shared_ptr<Directory>> directories;
    QHash<QString, Error> errors;
    std::shared_ptr<Directory> globalCatalog;
    DirectoryTarget lastTarget;
    int attempts = 0;
};

class FixedClock : public Clock
{
public:
    QDateTime now() const override { return time; }
    bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) override
    {
        time = time.addMSecs(duration.count());
        return !stop.stop_requested();
    }
    QDateTime time = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
};

class FixedSecrets : public SecretSource
{
public:
    Result<Secret> resolve(const SecretReference &, const QString &) override
    {
        return Secret::fromString(QStringLiteral("password"));
    }
};

/// The ports that no test of the directory part reaches. Each call fails.
class NoTenants : public TenantConnector
{
public:
    std::shared_ptr<Tenant> open(const CloudEndpoint &, std::shared_ptr<AccessTokens>) override { return {}; }
};

class NoSignIn : public SignIn
{
public:
    QList<SignInMethod> availableMethods() const override { return {}; }
    QStringList defaultPermissions() const override { return {}; }
    Result<SignedIn> signIn(const SignInRequest &, SignInPrompt &, const std::stop_token &) override
    {
        return fail(ErrorCode::SignInMethodUnavailable);
    }
};

class NoPrompt : public SignInPrompt
{
public:
    void openBrowser(const QUrl &) override {}
    void showDeviceCode(const DeviceCode &) override {}
};

class NoMachine : public Machine
{
public:
    using Text = const QString &;
    Result<HostFacts> facts() override { return refused(); }
    Result<std::optional<QVariant>> registryValue(const RegistryAddress &) override { return refused(); }
    Result<void> setRegistryValue(const RegistryAddress &, const QVariant &) override { return refused(); }
    Result<void> removeRegistryValue(const RegistryAddress &) override { return refused(); }
    Result<std::optional<ServiceInfo>> service(Text) override { return refused(); }
    Result<void> startService(Text, const std::stop_token &) override { return refused(); }
    Result<void> stopService(Text, const std::stop_token &) override { return refused(); }
    Result<PackageFacts> inspectPackage(Text) override { return refused(); }
    Result<bool> installationInProgress() override { return refused(); }
    Result<InstallOutcome> install(const PackageFacts &, const QStringList &,
                                   const std::function<void(const QString &, int)> &) override
    {
        return refused();
    }
    Result<InstallOutcome> uninstallAgent(const std::function<void(const QString &, int)> &) override
    {
        return refused();
    }
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

/// One of each, and a session on them.
struct TestPorts
{
    FakeConnector directories;
    NoTenants tenants;
    NoSignIn signIn;
    NoMachine machine;
    FixedClock clock;
    FixedSecrets secrets;
    NoPrompt prompt;
    Log log;

    [[nodiscard]] std::shared_ptr<Session> session(const Answers &answers)
    {
        return std::make_shared<Session>(Ports{directories, tenants, signIn, machine, clock, secrets, prompt, log},
                                         answers);
    }
};

/// Answers for contoso.test: account provAgentgMSA with the given hosts and sets.
[[nodiscard]] inline Answers directoryAnswers(const QStringList &hosts = {QStringLiteral("SYNC1")},
                                              const QVector<PermissionSet> &sets = {PermissionSet::BasicRead})
{
    Answers answers;
    DirectoryAnswers directory;
    directory.domain = QStringLiteral("contoso.test");
    directory.controllers = QStringList{QStringLiteral("ldaps://dc1.contoso.test")};
    directory.credential.user = QStringLiteral("CONTOSO\\Administrator");
    answers.directories.append(directory);
    ServiceAccountAnswers account;
    account.name = QStringLiteral("provAgentgMSA");
    account.domain = QStringLiteral("contoso.test");
    account.hosts = hosts;
    account.permissions = sets;
    answers.serviceAccount = account;
    return answers;
}

} // namespace cloudsync::tests
