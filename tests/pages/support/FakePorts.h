// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/Backend.h"
#include "tests/unit/directory/FakeDirectory.h"
#include "tests/unit/server/FakeMachine.h"
#include "tests/unit/tenant/FakeTenant.h"
#include "wizard-pages/state/SetupState.h"

#include <QTemporaryDir>

#include <atomic>

namespace cloudsync::tests {

/// A gate that blocking calls of a fake pass. Closed, it holds them until it is opened or the caller is asked to stop.
class Gate
{
public:
    void close() { m_closed = true; }
    void open() { m_closed = false; }
    /// Returns false when `stop` came first.
    bool pass(const std::stop_token &stop = {});
    [[nodiscard]] int waiting() const { return m_waiting; }

private:
    std::atomic_bool m_closed{false};
    std::atomic_int m_waiting{0};
};

/// A clock that jumps instead of waiting.
class PageClock : public Clock
{
public:
    QDateTime now() const override;
    bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) override;

private:
    mutable std::mutex m_mutex;
    QDateTime m_time = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
};

/// Signs in to the domains that a test gives, with the password it gives; counts attempts.
class PageConnector : public DirectoryConnector
{
public:
    Result<std::shared_ptr<Directory>> connect(const DirectoryTarget &target, const DirectoryCredential &credential,
                                               const std::stop_token &stop) override;
    Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &stop) override;
    QVector<ControllerProbe> probe(const DirectoryTarget &target, const std::stop_token &stop) override;

    QHash<QString, std::shared_ptr<Directory>> directories;
    QString password = QStringLiteral("Correct-1");
    std::optional<Error> failure;
    Gate gate;
    std::atomic_int attempts{0};
};

/// What the person sees of a sign-in is scripted: which method shows what, and how it ends.
class PageSignIn : public SignIn
{
public:
    PageSignIn();
    QList<SignInMethod> availableMethods() const override
    {
        return methods;
    }
    QStringList defaultPermissions() const override
    {
        return {QStringLiteral("Organization.ReadWrite.All"), QStringLiteral("Synchronization.ReadWrite.All")};
    }
    Result<SignedIn> signIn(const SignInRequest &request, SignInPrompt &prompt, const std::stop_token &stop) override;

    QList<SignInMethod> methods{SignInMethod::Browser, SignInMethod::DeviceCode, SignInMethod::Certificate};
    SignedIn account;
    std::optional<Error> refusal;
    Gate gate;
    std::atomic_int attempts{0};
    /// User name at the proxy that the last attempt was given.
    [[nodiscard]] QString proxyUser() const
    {
        const std::lock_guard lock(m_mutex);
        return m_proxyUser;
    }

private:
    mutable std::mutex m_mutex;
    QString m_proxyUser;
};

/// Secrets as the wizard's composition root resolves them: what was typed, and one password for every file.
class PageSecrets : public SecretSource
{
public:
    explicit PageSecrets(std::shared_ptr<TypedSecrets> typed) : m_typed(std::move(typed)) {}
    Result<Secret> resolve(const SecretReference &reference, const QString &purpose) override;

private:
    std::shared_ptr<TypedSecrets> m_typed;
};

class PagePrompt : public SignInPrompt
{
public:
    void openBrowser(const QUrl &) override {}
    void showDeviceCode(const DeviceCode &) override {}
};

/// contoso.test with organizational units, people and groups.
[[nodiscard]] std::shared_ptr<FakeDirectory> contosoDomain();
/// Answers that set all of it up, as a person would have given them; the password comes from a file.
[[nodiscard]] Answers contosoAnswers();

/// One of each port, a backend on them and its state folder.
class World
{
public:
    /// `prompt` takes the place of the one that shows nothing.
    explicit World(SignInPrompt *prompt = nullptr);
    ~World();

    [[nodiscard]] std::unique_ptr<SetupState> state(Answers answers = {});

    std::shared_ptr<FakeDirectory> domain = contosoDomain();
    std::shared_ptr<FakeTenant> tenant = std::make_shared<FakeTenant>();
    FakeMachine machine;
    std::shared_ptr<TypedSecrets> typed = std::make_shared<TypedSecrets>();
    PageConnector directories;
    PageSignIn signIn;
    PageClock clock;
    Gate machineGate; ///< inspecting a package and installing pass it
    std::mutex mutex; ///< guards machine and tenant while a run works
    /// The machine is no Windows server from now on.
    void withoutWindows();

private:
    struct Parts;
    QTemporaryDir m_folder;
    std::unique_ptr<Parts> m_parts;

public:
    Backend &backend;
};

} // namespace cloudsync::tests
