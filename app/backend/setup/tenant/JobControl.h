// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/setup/session/Session.h"

namespace cloudsync {

/// What an administrator does with jobs that exist (graph.md section 11).
enum class JobAction { Start, Pause, Restart, ClearQuarantine, AllowDeletes };

/// "start", "pause", "restart", "clearQuarantine", "allowDeletes": names of the command line.
[[nodiscard]] QString jobActionName(JobAction action);
[[nodiscard]] std::optional<JobAction> jobActionFromName(const QString &name);

struct JobActionRequest
{
    JobAction action = JobAction::Start;
    QString domain;
    QString templateId; ///< one job; empty: every job of the configuration that the action concerns
};

/// One object whose deletion is held back.
struct HeldDeletion
{
    QString object;
    QString objectId; ///< in the tenant; may be empty
    QDateTime at;
};

/// What an action would do, or did.
struct JobActionReport
{
    struct Job
    {
        QString id;
        QString templateId;
        QString state;          ///< status code before
        QString quarantine;     ///< "TooManyDeletes: …"; empty when it is in none
        bool concerned = false; ///< the action has something to do here
    };
    JobAction action = JobAction::Start;
    QString domain;
    QString servicePrincipalId;
    QVector<Job> jobs;
    QVector<HeldDeletion> deletions; ///< AllowDeletes: what would be deleted, as far as the log tells
    bool deletionsComplete = true;   ///< false: the log holds more than was read
    bool carriedOut = false;

    [[nodiscard]] bool hasWork() const;
    [[nodiscard]] QJsonObject toJson() const; ///< as in the command-line contract, without exitCode
};

/// Reads what the action would do. TenantNotFound when there is no such configuration or job.
[[nodiscard]] Result<JobActionReport> planJobAction(const std::shared_ptr<Session> &session,
                                                    const JobActionRequest &request, const std::stop_token &stop);
/// Does it, for the jobs that the report names as concerned. Paused or started by hand, a job stays so until the next
/// apply of answers that say otherwise.
[[nodiscard]] Result<JobActionReport> carryOutJobAction(const std::shared_ptr<Session> &session,
                                                        JobActionReport planned, const std::stop_token &stop);

/// The removal of a configuration: its service principal and application, with all jobs. What it synchronised stays in
/// the tenant (operations.md section 1).
struct RemovalReport
{
    QString domain;
    QString servicePrincipalId;
    QString applicationId; ///< object id; empty until it is asked for
    QString appId;
    QStringList jobs;          ///< templates
    QJsonObject counts;        ///< {"user to User": 250, …}: objects that stay in the tenant
    bool scopeIsEmpty = false; ///< true when nothing is left in step: removing it leaves nothing behind
    QString copy;              ///< path of the copy that was kept; empty before
    bool carriedOut = false;
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] Result<RemovalReport> planRemoval(const std::shared_ptr<Session> &session, const QString &domain,
                                                const std::stop_token &stop);
/// Keeps a copy of jobs, schemas and settings, then removes. `typed` must be the domain, letter for letter but case:
/// ConfirmationMissing otherwise, before anything is read.
[[nodiscard]] Result<RemovalReport> removeConfiguration(const std::shared_ptr<Session> &session, const QString &domain,
                                                        const QString &typed, const std::stop_token &stop);

} // namespace cloudsync
