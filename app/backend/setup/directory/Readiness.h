// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/directory/ServiceAccountLookup.h"
#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Session.h"

namespace cloudsync {

/// One domain under examination, and where its findings go.
class Readiness
{
public:
    Readiness(Session &session, const Answers &answers, const QString &domain, Directory &directory,
              const std::stop_token &stop);

    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] const Answers &answers() const { return m_answers; }
    [[nodiscard]] const QString &domain() const { return m_domain; }
    [[nodiscard]] Directory &directory() { return m_directory; }
    [[nodiscard]] const std::stop_token &stop() const { return m_stop; }

    /// The account that the answers ask for, when it belongs into this domain.
    [[nodiscard]] const ServiceAccountAnswers *account() const;
    /// True when the answers agree to this repair of the account's domain.
    [[nodiscard]] bool repairs(const char *repair) const;
    /// What bears its name there already; nullopt when nothing does. Read once.
    [[nodiscard]] Result<std::optional<NameHolder>> holder();
    /// True when a run would have to create the account in this domain.
    [[nodiscard]] Result<bool> createsAccount();

    void ok(const char *check, const QString &title, const QString &evidence);
    void info(const char *check, const QString &title, const QString &evidence, const QString &cause = {},
              const QString &remedy = {});
    void warning(const char *check, const QString &title, const QString &evidence, const QString &cause,
                 const QString &remedy);
    /// `failure`, for the exit code, where a code says more than that a check failed.
    void error(const char *check, const QString &title, const QString &evidence, const QString &cause,
               const QString &remedy, const std::optional<Error> &failure = {});
    /// A finding that the set-up can put right itself, when the answers agree to it.
    void repairable(Severity severity, const char *check, const QString &title, const QString &evidence,
                    const QString &cause, const QString &remedy, const std::optional<Error> &failure = {});
    /// Something could not be looked at. The error goes to failures() too.
    void failed(const char *check, const QString &title, const Error &error);
    void addFailure(const Error &error) { m_failures.append(error); }

    [[nodiscard]] const QVector<Finding> &findings() const { return m_findings; }
    [[nodiscard]] const QVector<Error> &failures() const { return m_failures; }

private:
    void add(Severity severity, const char *check, const QString &title, const QString &evidence, const QString &cause,
             const QString &remedy);

    Session &m_session;
    const Answers &m_answers;
    QString m_domain;
    Directory &m_directory;
    const std::stop_token &m_stop;
    std::optional<Result<std::optional<NameHolder>>> m_holder;
    QVector<Finding> m_findings;
    QVector<Error> m_failures;
};

/// credential.
void examineCredential(Readiness &readiness);
/// controllerWritable, clockSkew, functionalLevel.
void examineController(Readiness &readiness);
/// schemaVersion, exchangeSchema, recycleBin, kdsRootKey.
void examineForest(Readiness &readiness);
/// serviceAccountContainer, serviceAccountName, hosts, encryptionTypes, agentAccount, administratorRights.
void examineServiceAccount(Readiness &readiness);
/// permissions, surplusPermissions, permissionsProof, blockedInheritance, adminSdHolder.
void examinePermissions(Readiness &readiness);
/// scope, deletionThreshold.
void examineScope(Readiness &readiness);
/// minimumPasswordAge, passwordWritebackRights: where the answers want password writeback.
void examineWriteback(Readiness &readiness);
/// deviceConnectionPoint: where the answers want devices synchronised.
void examineDeviceSync(Readiness &readiness);

} // namespace cloudsync
