// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Log.h"
#include "backend/ports/Clock.h"
#include "backend/ports/Directory.h"
#include "backend/ports/Machine.h"
#include "backend/ports/SecretSource.h"
#include "backend/ports/SignIn.h"
#include "backend/ports/Tenant.h"
#include "backend/setup/answers/Answers.h"
#include "backend/setup/session/StateCopies.h"

#include <QHash>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace cloudsync {

class EarlyReads;

/// The outer systems as the composition root hands them in. All outlive what they are handed to.
struct Ports
{
    DirectoryConnector &directories;
    TenantConnector &tenants;
    SignIn &signIn;
    Machine &machine;
    Clock &clock;
    SecretSource &secrets;
    SignInPrompt &prompt;
    Log &log;
};

/// The connections of one sitting, made when they are first asked for and then shared by checks, tasks and pages.
/// Thread-safe. A part of the answers that changes drops only the connections made from it. A refused password or sign-in is
/// remembered and answered again without a second attempt until the answers concerned change (or forgetRefusals()); so is every sign-in that
/// a person took part in and that failed, but for one that was cancelled.
class Session
{
public:
    /// `copies` keeps what is about to be replaced; null: nothing is kept.
    Session(Ports ports, Answers answers, std::shared_ptr<StateCopies> copies = nullptr);

    [[nodiscard]] Answers answers() const;
    void update(Answers answers);

    [[nodiscard]] const Ports &ports() const { return m_ports; }
    [[nodiscard]] const std::shared_ptr<StateCopies> &copies() const { return m_copies; }

    /// Asked before a password is presented to a directory, with the user's name; an error keeps it from being presented
    /// and is answered instead. For a look at how near the account is to its lockout.
    using CredentialGuard =
        std::function<Result<void>(const DirectoryTarget &target, const QString &user, const std::stop_token &stop)>;
    void guardCredentials(CredentialGuard guard) { m_guard = std::move(guard); }

    /// Signed-in connection to the domain of the answers' `directories`. AnswerMissing when the answers have no such directory.
    [[nodiscard]] Result<std::shared_ptr<Directory>> directory(const QString &domain, const std::stop_token &stop);
    /// The credential of that domain with its secret resolved (for the agent's own commands).
    [[nodiscard]] Result<DirectoryCredential> credential(const QString &domain);
    [[nodiscard]] static DirectoryTarget target(const DirectoryAnswers &answers);

    [[nodiscard]] Result<SignedIn> signIn(const std::stop_token &stop);
    [[nodiscard]] Result<std::shared_ptr<Tenant>> tenant(const std::stop_token &stop);
    /// organization(), read once for a sitting.
    [[nodiscard]] Result<Organization> organization(const std::stop_token &stop);
    void forgetRefusals();

    /// What the look that is under way has begun to read; null outside of one. See EarlyReads.
    [[nodiscard]] std::shared_ptr<EarlyReads> earlyReads() const;
    void setEarlyReads(std::shared_ptr<EarlyReads> reads);

private:
    struct Opened
    {
        DirectoryAnswers answers;
        Result<std::shared_ptr<Directory>> directory;
    };
    Ports m_ports;
    const std::shared_ptr<StateCopies> m_copies;
    CredentialGuard m_guard; // set before the session is shared
    mutable std::mutex m_answersMutex;
    Answers m_answers;
    std::shared_ptr<EarlyReads> m_early; // guarded by m_answersMutex
    std::mutex m_directoryMutex;
    QHash<QString, std::shared_ptr<Opened>> m_directories;
    std::mutex m_tenantMutex;
    std::optional<Result<SignedIn>> m_signedIn;
    std::shared_ptr<Tenant> m_tenant;
    std::optional<Organization> m_organization;
};

} // namespace cloudsync
