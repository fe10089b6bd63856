// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SchemaTask.h"

#include "backend/setup/tenant/SchemaInquiry.h"
#include "backend/setup/tenant/SchemaUndo.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <utility>

namespace cloudsync {

namespace {

constexpr int mergeAttempts = 3;
const QLatin1String withConfiguration("withConfiguration");
const QLatin1String copyMember("copy");
const QLatin1String digestMember("writtenSha256");

// Members in order, no blanks: equal documents have equal digests.
QString digest(const QJsonObject &document)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(QJsonDocument(document).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
            .toHex());
}

} // namespace

TaskId SchemaTask::id() const
{
    return where().taskId(QStringLiteral("schema"));
}

QString SchemaTask::title() const
{
    return tr("Set scope and attribute mappings for %1").arg(domain());
}

QStringList SchemaTask::needs() const
{
    return {where().taskId(QStringLiteral("job.") + provisioningTemplate())};
}

Result<QJsonObject> SchemaTask::prepare(const QJsonObject &current, const SyncConfiguration &configuration,
                                        const SyncJob &job, QStringList *changes, RunContext &context)
{
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    SchemaInquiry inquiry(**tenant, configuration.servicePrincipalId, job.id, context.stop());
    if (auto examined = inquiry.examine(current, answers(), m_knowledge); !examined)
        return fail(std::move(examined.error()));
    return mergedSchema(current, answers(), m_knowledge, changes);
}

Result<State> SchemaTask::check(RunContext &context)
{
    m_seen.reset();
    auto job = where().job(provisioningTemplate(), context.stop());
    if (!job)
        return fail(std::move(job.error()));
    if (!*job) {
        const QStringList wishes = schemaWishes(answers());
        return wishes.isEmpty()
                   ? State::missing({tr("The scope and the mappings of the new job are compared with the answers.")})
                   : State::missing(wishes);
    }
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto current = where().readSchema(configuration->servicePrincipalId, (*job)->id, context.stop());
    if (!current)
        return fail(std::move(current.error()));
    QStringList changes;
    auto merged = prepare(*current, *configuration, **job, &changes, context);
    if (!merged) {
        if (merged.error().code == ErrorCode::TenantConflict || merged.error().code == ErrorCode::ExpressionInvalid)
            return State::conflict(std::move(merged.error()));
        return fail(std::move(merged.error()));
    }
    m_seen = *current;
    return *merged == *current ? State::satisfied() : State::missing(changes);
}

Result<void> SchemaTask::apply(RunContext &context, UndoLog &undo)
{
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto job = where().requireJob(provisioningTemplate(), context.stop());
    if (!job)
        return fail(std::move(job.error()));
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString servicePrincipal = configuration->servicePrincipalId;
    // The merge may ask the service about expressions and attributes; meanwhile somebody else may write. So the schema
    // is read again right before it is put, and merged anew when it is no longer what the merge began with.
    std::optional<QJsonObject> base = std::exchange(m_seen, std::nullopt);
    for (int attempt = 0; attempt < mergeAttempts; ++attempt) {
        if (!base) {
            auto read = (*tenant)->schema(servicePrincipal, job->id, context.stop());
            if (!read)
                return fail(std::move(read.error()));
            base = *read;
        }
        auto merged = prepare(*base, *configuration, *job, nullptr, context);
        if (!merged)
            return fail(std::move(merged.error()));
        if (*merged == *base)
            return {};
        auto newest = (*tenant)->schema(servicePrincipal, job->id, context.stop());
        if (!newest)
            return fail(std::move(newest.error()));
        if (*newest != *base) {
            context.report(tr("The schema changed meanwhile and is merged again."));
            base = *newest;
            continue;
        }
        const QJsonObject place{{QStringLiteral("servicePrincipal"), servicePrincipal},
                                {QStringLiteral("job"), job->id},
                                {withConfiguration, where().wasMadeNow()}};
        if (auto kept = keepCopy(*base, *merged, place, undo); !kept)
            return kept;
        const QVector<QJsonObject> differences = schemaDifferences(*base, *merged);
        for (QJsonObject difference : differences) {
            for (auto it = place.constBegin(); it != place.constEnd(); ++it)
                difference.insert(it.key(), it.value());
            if (auto recorded = undo.record(difference); !recorded)
                return recorded;
        }
        return (*tenant)->replaceSchema(servicePrincipal, job->id, *merged, context.stop());
    }
    return fail(ErrorCode::TenantChangedMeanwhile, domain());
}

Result<void> SchemaTask::keepCopy(const QJsonObject &replaced, const QJsonObject &written, const QJsonObject &place,
                                  UndoLog &undo)
{
    const auto copies = where().session()->copies();
    if (!copies)
        return {};
    auto kept = copies->keep(domain() + QStringLiteral("-schema"), replaced);
    if (!kept)
        return fail(std::move(kept.error()));
    QJsonObject effect = place;
    effect.insert(copyMember, *kept);
    effect.insert(digestMember, digest(written));
    return undo.record(effect);
}

Result<void> SchemaTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty() || data.effects.first().value(withConfiguration).toBool())
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString servicePrincipal = data.effects.first().value(QLatin1String("servicePrincipal")).toString();
    const QString job = data.effects.first().value(QLatin1String("job")).toString();
    auto current = (*tenant)->schema(servicePrincipal, job, context.stop());
    if (!current)
        return current.error().code == ErrorCode::TenantNotFound ? Result<void>() : fail(std::move(current.error()));
    QStringList left;
    QVector<QJsonObject> differences;
    std::optional<QJsonObject> copy;
    for (const QJsonObject &effect : data.effects) {
        if (!effect.contains(copyMember)) {
            differences.append(effect);
            continue;
        }
        const auto copies = where().session()->copies();
        const auto kept = copies ? copies->read(effect.value(copyMember).toString()) : fail(ErrorCode::FileUnreadable);
        // Only what is still exactly as this run left it may be replaced as a whole.
        if (!copy && kept && effect.value(digestMember).toString() == digest(*current))
            copy = *kept;
    }
    const QJsonObject reverted = copy ? *copy : revertedSchema(*current, differences, &left);
    for (const QString &what : std::as_const(left))
        context.leaveBehind(tr("%1 in the schema for %2 stays: it was changed after this run.").arg(what, domain()));
    if (reverted == *current)
        return {};
    return (*tenant)->replaceSchema(servicePrincipal, job, reverted, context.stop());
}

} // namespace cloudsync
