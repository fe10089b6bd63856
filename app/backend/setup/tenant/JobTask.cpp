// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/JobTask.h"

#include <algorithm>

namespace cloudsync {

JobTask::JobTask(std::shared_ptr<DomainConfiguration> where, QString templateId)
    : DomainTask(std::move(where)), m_templateId(std::move(templateId))
{
}

TaskId JobTask::id() const
{
    return where().taskId(QStringLiteral("job.") + m_templateId);
}

QString JobTask::title() const
{
    return tr("Make the job for %1: %2").arg(domain(), templateTitle(m_templateId));
}

QStringList JobTask::needs() const
{
    return {where().taskId(QStringLiteral("secrets"))};
}

Result<State> JobTask::check(RunContext &context)
{
    auto job = where().job(m_templateId, context.stop());
    if (!job) {
        if (job.error().code == ErrorCode::TenantConflict)
            return State::conflict(std::move(job.error()));
        return fail(std::move(job.error()));
    }
    if (*job)
        return State::satisfied();
    return State::missing({tr("A job of the template %1 is made.").arg(m_templateId)});
}

Result<void> JobTask::apply(RunContext &context, UndoLog &undo)
{
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto existing = where().job(m_templateId, context.stop());
    if (!existing)
        return fail(std::move(existing.error()));
    if (*existing)
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString servicePrincipal = configuration->servicePrincipalId;
    // The intention first: should the answer get lost, an undo knows that there was no such job before.
    if (auto recorded = undo.record(
            {{QStringLiteral("servicePrincipal"), servicePrincipal}, {QStringLiteral("intention"), m_templateId}});
        !recorded)
        return recorded;
    auto made = (*tenant)->createJob(servicePrincipal, m_templateId, context.stop());
    if (!made)
        return fail(std::move(made.error()));
    return undo.record({{QStringLiteral("servicePrincipal"), servicePrincipal}, {QStringLiteral("job"), made->id}});
}

Result<void> JobTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString servicePrincipal = data.effects.first().value(QLatin1String("servicePrincipal")).toString();
    auto jobs = (*tenant)->jobs(servicePrincipal, context.stop());
    if (!jobs)
        return jobs.error().code == ErrorCode::TenantNotFound ? Result<void>() : fail(std::move(jobs.error()));
    const bool recorded = std::any_of(data.effects.begin(), data.effects.end(),
                                      [](const QJsonObject &effect) { return effect.contains(QLatin1String("job")); });
    for (const SyncJob &job : std::as_const(*jobs)) {
        const bool ours = std::any_of(data.effects.begin(), data.effects.end(), [&](const QJsonObject &effect) {
            return effect.value(QLatin1String("job")).toString() == job.id;
        });
        // Only the intention on record: there was no such job before, so one that never ran is the one whose answer was
        // lost.
        const bool lost = !recorded && job.templateId == m_templateId;
        if (lost && hasRun(job)) {
            context.leaveBehind(
                tr("The job %1 stays: it has run, and it is not on record that this run made it.").arg(job.id));
        } else if (ours || lost) {
            if (auto removed = (*tenant)->removeJob(servicePrincipal, job.id, context.stop());
                !removed && removed.error().code != ErrorCode::TenantNotFound) {
                return removed;
            }
        }
    }
    return {};
}

} // namespace cloudsync
