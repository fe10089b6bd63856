// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/JobControl.h"

#include "backend/setup/tenant/DomainConfiguration.h"
#include "backend/setup/tenant/TenantText.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

// The log is read newest first; a threshold is a few hundred, so this many show what matters.
constexpr int mostDeletions = 1000;

bool concerns(JobAction action, const SyncJob &job)
{
    switch (action) {
    case JobAction::Start:
        return !isStarted(job);
    case JobAction::Pause:
        return isStarted(job);
    case JobAction::Restart:
        return true;
    case JobAction::ClearQuarantine:
        return isQuarantined(job);
    case JobAction::AllowDeletes:
        return job.status().value(QLatin1String("quarantine")).toObject().value(QLatin1String("reason")).toString() ==
               QLatin1String("TooManyDeletes");
    }
    return false;
}

// The flags of synchronizationJobRestartScope (graph.md section 11).
QString resetScope(JobAction action)
{
    switch (action) {
    case JobAction::Restart:
        return QStringLiteral("Full");
    case JobAction::ClearQuarantine:
        return QStringLiteral("Watermark, Escrows, QuarantineState");
    case JobAction::AllowDeletes:
        return QStringLiteral("ForceDeletes");
    case JobAction::Start:
    case JobAction::Pause:
        break;
    }
    return {};
}

Result<void> readDeletions(Tenant &tenant, const SyncJob &job, JobActionReport &report, const std::stop_token &stop)
{
    // Since the job was put aside; the cycle that ran into the threshold wrote its entries before.
    const QJsonObject quarantine = job.status().value(QLatin1String("quarantine")).toObject();
    const QJsonObject last = job.status().value(QLatin1String("lastExecution")).toObject();
    QDateTime since =
        QDateTime::fromString(last.value(QLatin1String("timeBegan")).toString(), Qt::ISODateWithMs).toUTC();
    const QDateTime began =
        QDateTime::fromString(quarantine.value(QLatin1String("currentBegan")).toString(), Qt::ISODateWithMs).toUTC();
    if (!since.isValid() || (began.isValid() && began < since))
        since = began.isValid() ? began.addSecs(-3600) : QDateTime();
    else
        since = since.addSecs(-1);
    auto items = tenant.provisioningLogs(job.id, since, mostDeletions, stop);
    if (!items)
        return fail(std::move(items.error()));
    report.deletionsComplete = report.deletionsComplete && items->size() < mostDeletions;
    QStringList known;
    for (const QJsonValue &value : std::as_const(*items)) {
        const QJsonObject item = value.toObject();
        if (item.value(QLatin1String("provisioningAction")).toString() != QLatin1String("stagedDelete"))
            continue;
        const QJsonObject source = item.value(QLatin1String("sourceIdentity")).toObject();
        const QJsonObject target = item.value(QLatin1String("targetIdentity")).toObject();
        HeldDeletion held;
        held.objectId = target.value(QLatin1String("id")).toString();
        held.object = source.value(QLatin1String("displayName")).toString();
        if (held.object.isEmpty())
            held.object = target.value(QLatin1String("displayName")).toString();
        held.at =
            QDateTime::fromString(item.value(QLatin1String("activityDateTime")).toString(), Qt::ISODateWithMs).toUTC();
        const QString key = held.objectId.isEmpty() ? held.object : held.objectId;
        if (known.contains(key))
            continue; // each attempt writes it again
        known.append(key);
        report.deletions.append(held);
    }
    return {};
}

Result<void> act(Tenant &tenant, const JobActionReport &report, const QString &jobId, const std::stop_token &stop)
{
    switch (report.action) {
    case JobAction::Start:
        return tenant.startJob(report.servicePrincipalId, jobId, stop);
    case JobAction::Pause:
        return tenant.pauseJob(report.servicePrincipalId, jobId, stop);
    case JobAction::Restart:
    case JobAction::ClearQuarantine:
    case JobAction::AllowDeletes:
        return tenant.restartJob(report.servicePrincipalId, jobId, resetScope(report.action), stop);
    }
    return {};
}

ConfigurationAnswers named(const QString &domain)
{
    ConfigurationAnswers answers;
    answers.domain = domain;
    return answers;
}

} // namespace

QString jobActionName(JobAction action)
{
    switch (action) {
    case JobAction::Start:
        return QStringLiteral("start");
    case JobAction::Pause:
        return QStringLiteral("pause");
    case JobAction::Restart:
        return QStringLiteral("restart");
    case JobAction::ClearQuarantine:
        return QStringLiteral("clearQuarantine");
    case JobAction::AllowDeletes:
        return QStringLiteral("allowDeletes");
    }
    return {};
}

std::optional<JobAction> jobActionFromName(const QString &name)
{
    for (const JobAction action : {JobAction::Start, JobAction::Pause, JobAction::Restart, JobAction::ClearQuarantine,
                                   JobAction::AllowDeletes}) {
        if (name == jobActionName(action))
            return action;
    }
    return std::nullopt;
}

bool JobActionReport::hasWork() const
{
    return std::any_of(jobs.begin(), jobs.end(), [](const Job &job) { return job.concerned; });
}

QJsonObject JobActionReport::toJson() const
{
    QJsonArray jobList;
    for (const Job &job : jobs) {
        jobList.append(QJsonObject{
            {QStringLiteral("id"), job.id},
            {QStringLiteral("template"), job.templateId},
            {QStringLiteral("state"), job.state},
            {QStringLiteral("quarantine"), job.quarantine.isEmpty() ? QJsonValue() : QJsonValue(job.quarantine)},
            {QStringLiteral("concerned"), job.concerned}});
    }
    QJsonObject document{{QStringLiteral("action"), jobActionName(action)},
                         {QStringLiteral("domain"), domain},
                         {QStringLiteral("jobs"), jobList},
                         {QStringLiteral("carriedOut"), carriedOut}};
    if (action == JobAction::AllowDeletes) {
        QJsonArray list;
        for (const HeldDeletion &held : deletions) {
            list.append(QJsonObject{
                {QStringLiteral("object"), held.object},
                {QStringLiteral("objectId"), held.objectId.isEmpty() ? QJsonValue() : QJsonValue(held.objectId)},
                {QStringLiteral("time"), held.at.toString(Qt::ISODate)}});
        }
        document.insert(QStringLiteral("deletions"), list);
        document.insert(QStringLiteral("deletionsComplete"), deletionsComplete);
    }
    return document;
}

Result<JobActionReport> planJobAction(const std::shared_ptr<Session> &session, const JobActionRequest &request,
                                      const std::stop_token &stop)
{
    JobActionReport report;
    report.action = request.action;
    report.domain = request.domain;
    DomainConfiguration where(session, named(request.domain));
    auto configuration = where.require(stop);
    if (!configuration)
        return fail(std::move(configuration.error()));
    report.servicePrincipalId = configuration->servicePrincipalId;
    auto jobs = where.jobs(stop);
    if (!jobs)
        return fail(std::move(jobs.error()));
    auto tenant = where.tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    for (const SyncJob &job : std::as_const(*jobs)) {
        if (!request.templateId.isEmpty() && job.templateId != request.templateId)
            continue;
        const bool concerned = concerns(request.action, job);
        report.jobs.append({job.id, job.templateId, job.statusCode.isEmpty() ? job.scheduleState : job.statusCode,
                            quarantineText(job), concerned});
        if (concerned && request.action == JobAction::AllowDeletes) {
            if (auto read = readDeletions(**tenant, job, report, stop); !read)
                return fail(std::move(read.error()));
        }
    }
    if (report.jobs.isEmpty())
        return fail(ErrorCode::TenantNotFound, request.templateId.isEmpty()
                                                   ? request.domain
                                                   : QStringLiteral("%1/%2").arg(request.domain, request.templateId));
    return report;
}

Result<JobActionReport> carryOutJobAction(const std::shared_ptr<Session> &session, JobActionReport planned,
                                          const std::stop_token &stop)
{
    auto tenant = session->tenant(stop);
    if (!tenant)
        return fail(std::move(tenant.error()));
    for (const JobActionReport::Job &job : std::as_const(planned.jobs)) {
        if (!job.concerned)
            continue;
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, planned.domain);
        if (auto done = act(**tenant, planned, job.id, stop); !done)
            return fail(std::move(done.error()));
        session->ports().log.info("job.action", {{"action", jobActionName(planned.action)}, {"job", job.id}});
        planned.carriedOut = true;
    }
    return planned;
}

} // namespace cloudsync
