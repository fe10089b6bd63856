// SPDX-License-Identifier: GPL-3.0-or-later
// Synchronization jobs: make, start, pause, restart, remove (graph.md sections 6, 11 and 12).
#include "backend/adapters/graph/GraphTenant.h"

#include "backend/engine/Log.h"

namespace cloudsync {

namespace {

[[nodiscard]] SyncJob jobFrom(const QJsonObject &object)
{
    SyncJob job;
    job.id = object.value(QStringLiteral("id")).toString();
    job.templateId = object.value(QStringLiteral("templateId")).toString();
    job.scheduleState = object.value(QStringLiteral("schedule")).toObject().value(QStringLiteral("state")).toString();
    job.statusCode = object.value(QStringLiteral("status")).toObject().value(QStringLiteral("code")).toString();
    job.raw = object;
    return job;
}

} // namespace

Result<QVector<SyncJob>> GraphTenant::jobs(const QString &servicePrincipalId, const std::stop_token &stop)
{
    const Result<QJsonArray> list = m_client.list(
        patient(GraphCall::get(synchronizationPath(servicePrincipalId, {QStringLiteral("jobs")})), servicePrincipalId),
        stop);
    if (!list)
        return fail(list.error());
    QVector<SyncJob> result;
    for (const QJsonValue &value : *list)
        result.append(jobFrom(value.toObject()));
    return result;
}

Result<std::optional<SyncJob>> GraphTenant::findNewJob(const QString &servicePrincipalId, const QString &templateId,
                                                       const std::stop_token &stop)
{
    std::chrono::milliseconds pause = std::chrono::seconds(1);
    for (int look = 0; look < 4; ++look) {
        if (!m_clock.wait(pause, stop))
            return fail(ErrorCode::Cancelled, templateId);
        pause *= 2;
        const Result<QVector<SyncJob>> list = jobs(servicePrincipalId, stop);
        if (!list)
            return fail(list.error());
        // One job a template is the rule, so the one that is there now is the one that was asked for.
        for (const SyncJob &job : *list) {
            if (job.templateId == templateId)
                return job;
        }
    }
    return std::nullopt;
}

Result<SyncJob> GraphTenant::createJob(const QString &servicePrincipalId, const QString &templateId,
                                       const std::stop_token &stop)
{
    const QStringList path = synchronizationPath(servicePrincipalId, {QStringLiteral("jobs")});
    constexpr int mostAttempts = 3;
    for (int attempt = 1;; ++attempt) {
        const GraphCall call =
            patient(GraphCall::post(path, QJsonObject{{QStringLiteral("templateId"), templateId}}), servicePrincipalId);
        const Result<QJsonObject> answer = m_client.object(call, stop);
        SyncJob made;
        if (answer)
            made = jobFrom(*answer);
        else if (!mayHaveHappened(answer.error()))
            return fail(answer.error());
        if (made.id.isEmpty()) {
            m_client.log().warning("graph.answerLost", {{"call", call.name()}, {"attempt", QString::number(attempt)}});
            const auto found = findNewJob(servicePrincipalId, templateId, stop);
            if (!found)
                return fail(found.error());
            if (*found) {
                made = **found;
            } else if (attempt < mostAttempts && !answer) {
                continue;
            } else {
                return answer ? fail(ErrorCode::TenantResponseInvalid, call.name(),
                                     QStringLiteral("the answer names no job"))
                              : fail(answer.error());
            }
        }
        m_recent.made(made.id, m_clock.now());
        return made;
    }
}

Result<void> GraphTenant::removeJob(const QString &servicePrincipalId, const QString &jobId,
                                    const std::stop_token &stop)
{
    Result<void> result =
        m_client.done(patient(GraphCall::remove(jobPath(servicePrincipalId, jobId)), servicePrincipalId, jobId), stop);
    if (result)
        m_recent.removed(jobId);
    return result;
}

// Starting what runs and pausing what rests changes nothing: both may be repeated.
Result<void> GraphTenant::startJob(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop)
{
    GraphCall call = GraphCall::post(jobPath(servicePrincipalId, jobId, {QStringLiteral("start")}));
    call.repeatable = true;
    return m_client.done(patient(std::move(call), servicePrincipalId, jobId), stop);
}

Result<void> GraphTenant::pauseJob(const QString &servicePrincipalId, const QString &jobId, const std::stop_token &stop)
{
    GraphCall call = GraphCall::post(jobPath(servicePrincipalId, jobId, {QStringLiteral("pause")}));
    call.repeatable = true;
    return m_client.done(patient(std::move(call), servicePrincipalId, jobId), stop);
}

Result<void> GraphTenant::restartJob(const QString &servicePrincipalId, const QString &jobId, const QString &resetScope,
                                     const std::stop_token &stop)
{
    GraphCall call = GraphCall::post(
        jobPath(servicePrincipalId, jobId, {QStringLiteral("restart")}),
        QJsonObject{{QStringLiteral("criteria"), QJsonObject{{QStringLiteral("resetScope"), resetScope}}}});
    // A second restart begins the same work once more, but ForceDeletes lets deletions pass once: that is not repeated.
    call.repeatable = !resetScope.contains(QLatin1String("ForceDeletes"));
    return m_client.done(patient(std::move(call), servicePrincipalId, jobId), stop);
}

} // namespace cloudsync
