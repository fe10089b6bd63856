// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/tenant/FakeTenant.h"

#include "backend/engine/Task.h"
#include "backend/setup/session/Session.h"

#include <atomic>
#include <functional>
#include <memory>

namespace cloudsync::tests {

/// A clock that jumps instead of waiting; `onWait` lets the world go on meanwhile.
class FakeClock : public Clock
{
public:
    QDateTime now() const override { return time; }
    bool wait(std::chrono::milliseconds duration, const std::stop_token &stop) override
    {
        if (stop.stop_requested())
            return false;
        time = time.addMSecs(duration.count());
        ++waits;
        if (onWait)
            onWait();
        return !stop.stop_requested();
    }
    QDateTime time = QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    int waits = 0;
    std::function<void()> onWait;
};

class FakeTokens : public AccessTokens
{
public:
    Result<Secret> accessToken(const std::stop_token &) override
    {
        return Secret::fromString(QStringLiteral("canary-token"));
    }
    void invalidate() override {}
    Result<void> stepUp(const Secret &, const QByteArray &, const std::stop_token &) override
    {
        return fail(ErrorCode::SignInInteractionRequired);
    }
};

class FakeSignIn : public SignIn
{
public:
    QList<SignInMethod> availableMethods() const override { return {SignInMethod::Certificate}; }
    QStringList defaultPermissions() const override { return {}; }
    Result<SignedIn> signIn(const SignInRequest &, SignInPrompt &, const std::stop_token &) override
    {
        ++attempts;
        if (refusal)
            return fail(*refusal);
        return account;
    }
    SignedIn account{QStringLiteral("7f5d8c1e-0000-4000-8000-000000000001"),
                     QStringLiteral("admin@contoso.onmicrosoft.com"),
                     QStringLiteral("oid"),
                     false,
                     false,
                     {QStringLiteral("Organization.ReadWrite.All"), QStringLiteral("Application.ReadWrite.All"),
                      QStringLiteral("Synchronization.ReadWrite.All"),
                      QStringLiteral("OnPremisesPublishingProfiles.ReadWrite.All")},
                     std::make_shared<FakeTokens>()};
    std::optional<Error> refusal;
    int attempts = 0;
};

class FakeTenants : public TenantConnector
{
public:
    explicit FakeTenants(std::shared_ptr<FakeTenant> tenant) : m_tenant(std::move(tenant)) {}
    std::shared_ptr<Tenant> open(const CloudEndpoint &, std::shared_ptr<AccessTokens>) override { return m_tenant; }

private:
    std::shared_ptr<FakeTenant> m_tenant;
};

class NoPrompt : public SignInPrompt
{
public:
    void openBrowser(const QUrl &) override {}
    void showDeviceCode(const DeviceCode &) override {}
};

class FixedSecrets : public SecretSource
{
public:
    Result<Secret> resolve(const SecretReference &, const QString &) override
    {
        return Secret::fromString(QStringLiteral("canary-password"));
    }
};

class NoDirectories : public DirectoryConnector
{
public:
    Result<std::shared_ptr<Directory>> connect(const DirectoryTarget &target, const DirectoryCredential &,
                                               const std::stop_token &) override
    {
        return fail(ErrorCode::DirectoryUnreachable, target.domain);
    }
    Result<QStringList> discoverControllers(const QString &domain, const std::stop_token &) override
    {
        return fail(ErrorCode::NameNotResolved, domain);
    }
    QVector<ControllerProbe> probe(const DirectoryTarget &, const std::stop_token &) override { return {}; }
};

/// Ports around one tenant and one machine.
struct TenantPorts
{
    explicit TenantPorts(Machine &handedMachine) : machine(handedMachine) {}

    [[nodiscard]] std::shared_ptr<Session> session(const Answers &answers)
    {
        return std::make_shared<Session>(Ports{directories, tenants, signIn, machine, clock, secrets, prompt, log},
                                         answers);
    }

    std::shared_ptr<FakeTenant> tenant = std::make_shared<FakeTenant>();
    NoDirectories directories;
    FakeTenants tenants{tenant};
    FakeSignIn signIn;
    Machine &machine;
    FakeClock clock;
    FixedSecrets secrets;
    NoPrompt prompt;
    Log log;
};

/// What applying a list of tasks in order did.
struct Carried
{
    std::optional<Error> error;
    QStringList applied;                       ///< ids of tasks that were applied
    QVector<std::pair<Task *, UndoData>> done; ///< for undoAll()
    QStringList leftBehind;
};

/// Checks and applies the tasks in order, as a run does; stops at the first error.
inline Carried carryOut(const std::vector<std::unique_ptr<Task>> &tasks, const std::stop_token &stop = {})
{
    Carried carried;
    for (const auto &task : tasks) {
        RunContext context(stop);
        auto state = task->check(context);
        if (!state) {
            carried.error = state.error();
            return carried;
        }
        if (state->kind == State::Kind::Conflict) {
            carried.error = state->why;
            return carried;
        }
        if (state->kind == State::Kind::Satisfied)
            continue;
        UndoLog undo([](const QJsonObject &) -> Result<void> { return {}; });
        auto applied = task->apply(context, undo);
        carried.done.append({task.get(), UndoData{undo.effects(), false}});
        if (!applied) {
            carried.error = applied.error();
            return carried;
        }
        carried.applied.append(task->id());
    }
    return carried;
}

/// Takes back, newest first.
inline void undoAll(Carried &carried)
{
    for (auto it = carried.done.crbegin(); it != carried.done.crend(); ++it) {
        RunContext context;
        if (auto undone = it->first->rollback(it->second, context); !undone)
            carried.error = undone.error();
        carried.leftBehind += context.leftBehind();
    }
}

} // namespace cloudsync::tests
