// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Session.h"

#include <memory>
#include <mutex>
#include <optional>

namespace cloudsync {

/// What the tasks of one domain share: its answers, the tenant, and the service principal once it is known.
/// Thread-safe.
class DomainConfiguration
{
public:
    DomainConfiguration(std::shared_ptr<Session> session, ConfigurationAnswers answers);

    [[nodiscard]] const std::shared_ptr<Session> &session() const { return m_session; }
    [[nodiscard]] const ConfigurationAnswers &answers() const { return m_answers; }
    [[nodiscard]] const QString &domain() const { return m_answers.domain; }
    /// "tenant.<domain>.<part>".
    [[nodiscard]] TaskId taskId(const QString &part) const;

    [[nodiscard]] Result<std::shared_ptr<Tenant>> tenant(const std::stop_token &stop) const;
    /// The configuration named after the domain; nullopt while the tenant has none. What was found, or found absent, is
    /// remembered, and several that ask at once share one question. TenantConflict when several bear the name.
    [[nodiscard]] Result<std::optional<SyncConfiguration>> find(const std::stop_token &stop);
    /// As find(), asking the tenant again unless it was found before.
    [[nodiscard]] Result<std::optional<SyncConfiguration>> findAnew(const std::stop_token &stop);
    /// As find(), TenantNotFound instead of nullopt.
    [[nodiscard]] Result<SyncConfiguration> require(const std::stop_token &stop);
    /// All its jobs; none while there is no configuration. Of a configuration that this run made, those that it made:
    /// they are what it was told when it made them, until forgetJobs().
    [[nodiscard]] Result<QVector<SyncJob>> jobs(const std::stop_token &stop);
    /// Those of a configuration as the tenant has them now.
    [[nodiscard]] Result<QVector<SyncJob>> readJobs(const QString &servicePrincipalId, const std::stop_token &stop);
    [[nodiscard]] Result<QJsonArray> readSecrets(const QString &servicePrincipalId, const std::stop_token &stop);
    [[nodiscard]] Result<QJsonObject> readSchema(const QString &servicePrincipalId, const QString &jobId,
                                                 const std::stop_token &stop);
    /// The job of a template; nullopt while there is none, or no configuration. TenantConflict when there are several.
    [[nodiscard]] Result<std::optional<SyncJob>> job(const QString &templateId, const std::stop_token &stop);
    [[nodiscard]] Result<SyncJob> requireJob(const QString &templateId, const std::stop_token &stop);

    /// Told by the task that made it: it need not be in the list yet, and what is put into it needs no undo of its own.
    void rememberMade(const SyncConfiguration &made);
    [[nodiscard]] bool wasMadeNow() const;
    /// The settings that a configuration made by this run was found with when it first answered; given out once.
    void rememberMadeSecrets(const QJsonArray &secrets);
    [[nodiscard]] std::optional<QJsonArray> takeMadeSecrets();
    void rememberMadeJob(const SyncJob &made);
    /// Told by who changes jobs: what is remembered of them no longer holds.
    void forgetJobs();
    void forget();

private:
    std::shared_ptr<Session> m_session;
    ConfigurationAnswers m_answers;
    std::mutex m_asking; ///< held while the tenant is asked, so that others wait for the same answer
    mutable std::mutex m_mutex;
    std::optional<SyncConfiguration> m_found;
    bool m_absent = false;
    bool m_madeNow = false;
    std::optional<QJsonArray> m_madeSecrets;
    std::optional<QVector<SyncJob>> m_madeJobs;
};

/// Templates of jobs (graph.md section 6).
[[nodiscard]] QString provisioningTemplate();
[[nodiscard]] QString passwordHashTemplate();
[[nodiscard]] QString exchangeWritebackTemplate();
[[nodiscard]] QString deviceSyncTemplate();
/// The templates that the answers want a job of.
[[nodiscard]] QStringList wantedTemplates(const ConfigurationAnswers &answers);
/// A job's name for people.
[[nodiscard]] QString templateTitle(const QString &templateId);

/// True when the job does its rounds: its schedule is active and it is neither paused nor without credentials. A job in
/// quarantine does its rounds, only slower (operations.md section 3).
[[nodiscard]] bool isStarted(const SyncJob &job);
[[nodiscard]] bool isQuarantined(const SyncJob &job);
/// "TooManyDeletes: <message>", from status.quarantine; empty when it is in none.
[[nodiscard]] QString quarantineText(const SyncJob &job);
/// True when an execution has come to its end.
[[nodiscard]] bool hasRun(const SyncJob &job);
/// "User 250, Group 40", from synchronizedEntryCountByType; empty when there are none.
[[nodiscard]] QString countsText(const SyncJob &job);

/// A task of the section "tenant" that belongs to one domain.
class DomainTask : public Task
{
public:
    explicit DomainTask(std::shared_ptr<DomainConfiguration> where) : m_where(std::move(where)) {}
    [[nodiscard]] QString section() const override;
    [[nodiscard]] QString neededRight() const override;

protected:
    [[nodiscard]] DomainConfiguration &where() const { return *m_where; }
    [[nodiscard]] const ConfigurationAnswers &answers() const { return m_where->answers(); }
    [[nodiscard]] const QString &domain() const { return m_where->domain(); }

private:
    std::shared_ptr<DomainConfiguration> m_where;
};

} // namespace cloudsync
