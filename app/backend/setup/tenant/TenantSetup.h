// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engine/Task.h"
#include "backend/setup/session/Finding.h"
#include "backend/setup/session/Session.h"

#include <memory>
#include <vector>

namespace cloudsync {

/// Tasks of the section "tenant" for the session's answers: "tenant.syncFlag", and for each configuration "tenant.<domain>.configuration"
/// (service principal), ".secrets", ".job.<templateId>", ".schema", ".start", ".verification".
[[nodiscard]] std::vector<std::unique_ptr<Task>> tenantTasks(const std::shared_ptr<Session> &session);

/// Findings of the tenant: sign-in, role or permissions, licences, verified domains, agents, existing configurations.
/// A failed sign-in is an Error finding "tenant.signIn"; its Error is appended to `failures` too, for the exit code.
[[nodiscard]] QVector<Finding> tenantFindings(const std::shared_ptr<Session> &session, RunContext &context,
                                              QVector<Error> *failures = nullptr);

struct JobStatus
{
    QString id;
    QString templateId;
    QString state;          ///< statusCode, or scheduleState while it never ran
    QJsonObject quarantine; ///< synchronizationQuarantine as it came; empty when none
    QDateTime lastRun;      ///< end of the last execution; invalid when it never ran
    QString lastRunState;   ///< Succeeded, Failed, EntryLevelErrors
    QJsonObject counts;     ///< {"User": 250, …} from synchronizedEntryCountByType
    QString troubleshootingUrl;
};
struct ConfigurationStatus
{
    QString domain;
    QString servicePrincipalId;
    QVector<JobStatus> jobs;
};
struct AgentStatus
{
    QString machine;
    QString status;  ///< "active" or "inactive"
    QString version; ///< only known for this machine; empty otherwise
};
struct StatusReport
{
    QDateTime at;
    QVector<AgentStatus> agents;
    QVector<ConfigurationStatus> configurations;
    QVector<ServiceInfo> services; ///< of this machine; empty where it is not Windows
    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract, without exitCode
};
/// What runs now, for the configurations the answers name (all when they name none).
[[nodiscard]] Result<StatusReport> readStatus(const std::shared_ptr<Session> &session, const std::stop_token &stop);

// Documents the tasks write; also what the review page and tests look at.
/// Reads, merges and returns the secrets to put: foreign keys come back as they were. `changes` gets a sentence for each difference.
[[nodiscard]] QJsonArray mergedSecrets(const QJsonArray &current, const ConfigurationAnswers &answers, QStringList *changes);
/// The schema with scope and mappings of the answers: everything unknown comes back as it was.
[[nodiscard]] Result<QJsonObject> mergedSchema(const QJsonObject &current, const ConfigurationAnswers &answers, QStringList *changes);

} // namespace cloudsync
