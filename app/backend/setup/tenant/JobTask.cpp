// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/JobTask.h"

#include "backend/setup/tenant/SchemaDocument.h"

#include <algorithm>
#include <utility>

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
    QStringList needs{where().taskId(QStringLiteral("secrets"))};
    if (m_templateId == exchangeWritebackTemplate())
        needs += {where().taskId(QStringLiteral("job.") + provisioningTemplate()), QStringLiteral("server.service")};
    return needs;
}

Result<void> JobTask::examineExchange(RunContext &context)
{
    if (m_templateId != exchangeWritebackTemplate() || m_exchangeSeen)
        return {};
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto job = where().requireJob(provisioningTemplate(), context.stop());
    if (!job)
        return fail(std::move(job.error()));
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto schema = (*tenant)->schema(configuration->servicePrincipalId, job->id, context.stop());
    if (!schema)
        return fail(std::move(schema.error()));
    const qsizetype index = provisioningRule(*schema);
    const QJsonObject rule = schema->value(QLatin1String("synchronizationRules")).toArray().at(index).toObject();
    const QJsonObject directory =
        directoryDefinition(*schema, rule.value(QLatin1String("sourceDirectoryName")).toString());
    if (index < 0 || directory.isEmpty())
        return fail(ErrorCode::TenantResponseInvalid, domain());
    auto discovered = (*tenant)->discover(configuration->servicePrincipalId, job->id,
                                          directory.value(QLatin1String("id")).toString(), context.stop());
    if (!discovered)
        return fail(std::move(discovered.error()));
    const QJsonObject user = objectDefinition(*discovered, QStringLiteral("user"));
    const QJsonArray attributes = user.value(QLatin1String("attributes")).toArray();
    const bool hasExchange = std::any_of(attributes.constBegin(), attributes.constEnd(), [](const QJsonValue &one) {
        return one.toObject()
            .value(QLatin1String("name"))
            .toString()
            .startsWith(QLatin1String("msExch"), Qt::CaseInsensitive);
    });
    if (!hasExchange || attributeDefinition(user, QStringLiteral("mailNickname")).isEmpty()) {
        return fail(
            ErrorCode::TenantConflict, domain(),
            tr("The agent finds no Exchange attributes in Active Directory, so Exchange hybrid writeback has nowhere "
               "to write. Extend the schema for Exchange and restart the agent, or leave it off."));
    }
    m_exchangeSeen = true;
    return {};
}

Result<State> JobTask::check(RunContext &context)
{
    m_lookedFor = false;
    auto job = where().job(m_templateId, context.stop());
    if (!job) {
        if (job.error().code == ErrorCode::TenantConflict)
            return State::conflict(std::move(job.error()));
        return fail(std::move(job.error()));
    }
    if (*job)
        return State::satisfied();
    m_lookedFor = true;
    const QString made = tr("A job of the template %1 is made.").arg(m_templateId);
    if (m_templateId != exchangeWritebackTemplate())
        return State::missing({made});
    const QString first = tr("The agent is asked first whether Active Directory has Exchange's attributes.");
    // Before the provisioning job and the agent are there, nobody can be asked; apply() asks then.
    if (auto examined = examineExchange(context); !examined) {
        if (examined.error().code == ErrorCode::TenantConflict)
            return State::conflict(std::move(examined.error()));
        if (examined.error().code == ErrorCode::Cancelled)
            return fail(std::move(examined.error()));
        return State::missing({first, made});
    }
    return State::missing({made});
}

Result<void> JobTask::apply(RunContext &context, UndoLog &undo)
{
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    if (!std::exchange(m_lookedFor, false)) {
        auto existing = where().job(m_templateId, context.stop());
        if (!existing)
            return fail(std::move(existing.error()));
        if (*existing)
            return {};
    }
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    if (auto examined = examineExchange(context); !examined)
        return examined;
    const QString servicePrincipal = configuration->servicePrincipalId;
    // The intention first: should the answer get lost, an undo knows that there was no such job before.
    if (auto recorded = undo.record(
            {{QStringLiteral("servicePrincipal"), servicePrincipal}, {QStringLiteral("intention"), m_templateId}});
        !recorded)
        return recorded;
    auto made = (*tenant)->createJob(servicePrincipal, m_templateId, context.stop());
    if (!made)
        return fail(std::move(made.error()));
    where().rememberMadeJob(*made);
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
