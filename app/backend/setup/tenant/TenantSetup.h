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
    QJsonObject lastCycle;  ///< {"began","ended","state","inScope","imported","exported","failed"}; empty when it never ran
};
struct ConfigurationStatus
{
    QString domain;
    QString servicePrincipalId;
    QVector<JobStatus> jobs;
    /// "healthy", "waiting", "attention", "failing", "quarantined", "stopped" or "noAgent": whether it does its work, which
    /// is more than being there.
    QString health;
    QStringList reasons; ///< why it is not healthy, a sentence each
};
struct AgentStatus
{
    QString machine;
    QString status;  ///< "active" or "inactive"
    QString version; ///< only known for this machine; empty otherwise
    /// "healthy": active, and on this machine its service runs as an account that works. "registered": the tenant lists it
    /// as active and nothing more is known from here. "inactive", "notRunning".
    QString health;
};
/// A step of the answers' plan that would change something now: what runs differs from the answers.
struct Drift
{
    TaskId id;
    QString title;
    QString state; ///< "missing" or "conflict"
    QStringList changes;
};
struct StatusReport
{
    QDateTime at;
    QVector<AgentStatus> agents;
    QVector<ConfigurationStatus> configurations;
    QVector<ServiceInfo> services; ///< of this machine; empty where it is not Windows
    QStringList notes;             ///< what a person should know, a sentence each
    QVector<Drift> drift;          ///< empty: what was compared is as the answers say
    QStringList uncompared;        ///< why a section could not be compared, a sentence each
    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract, without exitCode
};
/// What runs now, for the configurations the answers name (all when they name none).
[[nodiscard]] Result<StatusReport> readStatus(const std::shared_ptr<Session> &session, const std::stop_token &stop);

/// Fills in health, reasons and notes from what was read.
void judge(StatusReport &report, const QStringList &servedDomains, bool accountWorks, const QString &thisMachine);

// Documents the tasks write; also what the review page and tests look at.
/// Reads, merges and returns the secrets to put: foreign keys come back as they were. `changes` gets a sentence for each difference.
[[nodiscard]] QJsonArray mergedSecrets(const QJsonArray &current, const ConfigurationAnswers &answers, QStringList *changes);
/// The schema with scope and mappings of the answers: everything unknown comes back as it was.
[[nodiscard]] Result<QJsonObject> mergedSchema(const QJsonObject &current, const ConfigurationAnswers &answers, QStringList *changes);

} // namespace cloudsync
