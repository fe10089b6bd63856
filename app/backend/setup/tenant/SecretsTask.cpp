// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/SecretsTask.h"

#include "backend/setup/tenant/SecretsDocument.h"
#include "backend/setup/tenant/TenantSetup.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

const QLatin1String withConfiguration("withConfiguration");

QJsonArray toArray(const QStringList &values)
{
    return QJsonArray::fromStringList(values);
}

QStringList toList(const QJsonValue &array)
{
    QStringList values;
    const QJsonArray entries = array.toArray();
    for (const QJsonValue &entry : entries)
        values.append(entry.toString());
    return values;
}

} // namespace

TaskId SecretsTask::id() const
{
    return where().taskId(QStringLiteral("secrets"));
}

QString SecretsTask::title() const
{
    return tr("Tell the configuration for %1 its domain, keys and notifications").arg(domain());
}

QStringList SecretsTask::needs() const
{
    return {where().taskId(QStringLiteral("configuration"))};
}

Result<QJsonArray> SecretsTask::merged(const QJsonArray &current, QStringList *changes, RunContext &context)
{
    // Whether the service keeps two application keys is not documented (graph.md section 5). Where the password hash
    // job is there, its key has done its work, and asking for it again at every run would never end.
    ConfigurationAnswers wanted = answers();
    if (wanted.passwordHashSync.value_or(false) && !hasScenario(current, passwordHashTemplate()) &&
        !secretValues(current, QStringLiteral("AppKey")).isEmpty()) {
        auto job = where().job(passwordHashTemplate(), context.stop());
        if (!job)
            return fail(std::move(job.error()));
        if (*job)
            wanted.passwordHashSync.reset();
    }
    QStringList found;
    QJsonArray result = mergedSecrets(current, wanted, &found);
    if (result != current) {
        if (const QStringList hidden = unreadableKeys(current); !hidden.isEmpty()) {
            return fail(ErrorCode::TenantConflict, domain(),
                        tr("The service hides the values of these keys, and writing the list could overwrite them: %1.")
                            .arg(hidden.join(QStringLiteral(", "))));
        }
    }
    if (changes)
        *changes = found;
    return result;
}

Result<State> SecretsTask::check(RunContext &context)
{
    m_seen.reset();
    auto configuration = where().find(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    QStringList changes;
    if (!*configuration) {
        [[maybe_unused]] const QJsonArray all = mergedSecrets({}, answers(), &changes);
        return State::missing(changes);
    }
    const auto made = where().takeMadeSecrets();
    auto current =
        made ? Result<QJsonArray>(*made) : where().readSecrets((*configuration)->servicePrincipalId, context.stop());
    if (!current)
        return fail(std::move(current.error()));
    auto wanted = merged(*current, &changes, context);
    if (!wanted) {
        if (wanted.error().code == ErrorCode::TenantConflict)
            return State::conflict(std::move(wanted.error()));
        return fail(std::move(wanted.error()));
    }
    m_seen = *current;
    return *wanted == *current ? State::satisfied() : State::missing(changes);
}

Result<void> SecretsTask::apply(RunContext &context, UndoLog &undo)
{
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString id = configuration->servicePrincipalId;
    // Nobody but this run knows a configuration that it has just made: what the check saw is what stands there.
    const auto seen = std::exchange(m_seen, std::nullopt);
    auto current = seen && where().wasMadeNow() ? Result<QJsonArray>(*seen) : (*tenant)->secrets(id, context.stop());
    if (!current)
        return fail(std::move(current.error()));
    if (seen && *seen != *current)
        context.report(
            tr("The settings of the configuration for %1 changed meanwhile and are merged again.").arg(domain()));
    auto wanted = merged(*current, nullptr, context);
    if (!wanted)
        return fail(std::move(wanted.error()));
    if (*wanted == *current)
        return {};
    if (const auto copies = where().session()->copies()) {
        auto kept = copies->keep(domain() + QStringLiteral("-settings"),
                                 {{QStringLiteral("what"), QStringLiteral("secrets")},
                                  {QStringLiteral("servicePrincipal"), id},
                                  {QStringLiteral("value"), withoutConfidentialValues(*current)}});
        if (!kept)
            return fail(std::move(kept.error()));
    }
    QStringList touched;
    const QStringList own = ownSecretKeys();
    for (const QString &key : own) {
        const QStringList before = secretValues(*current, key);
        const QStringList after = secretValues(*wanted, key);
        if (before == after)
            continue;
        touched.append(key);
        if (auto recorded = undo.record({{QStringLiteral("servicePrincipal"), id},
                                         {QStringLiteral("key"), key},
                                         {QStringLiteral("previous"), toArray(before)},
                                         {QStringLiteral("written"), toArray(after)},
                                         {withConfiguration, where().wasMadeNow()}});
            !recorded) {
            return recorded;
        }
    }
    if (auto replaced = (*tenant)->replaceSecrets(id, *wanted, context.stop()); !replaced)
        return replaced;
    // With a configuration of its own goes everything at undo, and there is no foreign key that could have got lost.
    const bool onlyOurs = std::all_of(current->constBegin(), current->constEnd(), [&](const QJsonValue &entry) {
        return own.contains(entry.toObject().value(QLatin1String("key")).toString());
    });
    if (where().wasMadeNow() && onlyOurs)
        return {};
    // The service may keep less than it was sent, or in another form: what it says now is what an undo will meet.
    auto kept = (*tenant)->secrets(id, context.stop());
    if (!kept)
        return fail(std::move(kept.error()));
    if (const QStringList lost = lostKeys(*current, *kept); !lost.isEmpty()) {
        return fail(ErrorCode::TenantResponseInvalid, domain(),
                    tr("The service did not keep these keys of the configuration as they were: %1.")
                        .arg(lost.join(QStringLiteral(", "))));
    }
    for (const QString &key : std::as_const(touched)) {
        const QStringList values = secretValues(*kept, key);
        if (std::all_of(values.begin(), values.end(), isMask) || areSecretsAmong(values, secretValues(*wanted, key)))
            continue;
        if (auto recorded = undo.record({{QStringLiteral("servicePrincipal"), id},
                                         {QStringLiteral("key"), key},
                                         {QStringLiteral("kept"), toArray(values)}});
            !recorded) {
            return recorded;
        }
    }
    return {};
}

Result<void> SecretsTask::rollback(const UndoData &data, RunContext &context)
{
    struct Change
    {
        QStringList previous;
        QStringList ours;
    };
    QMap<QString, Change> changes;
    QString id;
    for (const QJsonObject &effect : data.effects) {
        if (effect.value(withConfiguration).toBool())
            return {};
        id = effect.value(QLatin1String("servicePrincipal")).toString();
        const QString key = effect.value(QLatin1String("key")).toString();
        if (!changes.contains(key))
            changes.insert(key, {toList(effect.value(QLatin1String("previous"))), {}});
        changes[key].ours +=
            toList(effect.value(QLatin1String("written"))) + toList(effect.value(QLatin1String("kept")));
    }
    if (changes.isEmpty())
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto current = (*tenant)->secrets(id, context.stop());
    if (!current)
        return current.error().code == ErrorCode::TenantNotFound ? Result<void>() : fail(std::move(current.error()));
    QJsonArray restored = *current;
    for (auto it = changes.cbegin(); it != changes.cend(); ++it) {
        const QStringList now = secretValues(*current, it.key());
        if (now.size() == it->previous.size() && areSecretsAmong(now, it->previous))
            continue;
        // Of a key that is shown as a mask nobody can tell whose it is, and a mask brings nothing back.
        const bool masked = std::any_of(now.begin(), now.end(), isMask) ||
                            std::any_of(it->previous.begin(), it->previous.end(), isMask);
        if (masked || now.isEmpty() || !areSecretsAmong(now, it->ours)) {
            context.leaveBehind(tr("The setting %1 of the configuration for %2 stays: it was changed after this run, "
                                   "or it cannot be read.")
                                    .arg(it.key(), domain()));
            continue;
        }
        restored = withSecretValues(restored, it.key(), it->previous);
    }
    if (restored == *current)
        return {};
    if (const QStringList hidden = unreadableKeys(*current); !hidden.isEmpty()) {
        context.leaveBehind(tr("The settings of the configuration for %1 stay: the service hides the value of %2.")
                                .arg(domain(), hidden.join(QStringLiteral(", "))));
        return {};
    }
    return (*tenant)->replaceSecrets(id, restored, context.stop());
}

} // namespace cloudsync
