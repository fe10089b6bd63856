// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/ConfigurationTask.h"

#include <algorithm>
#include <utility>

namespace cloudsync {

namespace {

using namespace std::chrono_literals;

// A new service principal reaches all parts of the service within seconds, seldom a minute (graph.md section 4).
constexpr auto answerInterval = 2s;
constexpr int answerAttempts = 60;

} // namespace

TaskId ConfigurationTask::id() const
{
    return where().taskId(QStringLiteral("configuration"));
}

QString ConfigurationTask::title() const
{
    return tr("Make the Cloud Sync configuration for %1").arg(domain());
}

Result<State> ConfigurationTask::check(RunContext &context)
{
    m_lookedFor = false;
    auto found = where().findAnew(context.stop());
    if (!found) {
        if (found.error().code == ErrorCode::TenantConflict)
            return State::conflict(std::move(found.error()));
        return fail(std::move(found.error()));
    }
    if (*found)
        return State::satisfied();
    m_lookedFor = true;
    return State::missing({tr("A Cloud Sync configuration named %1 is made in the tenant.").arg(domain())});
}

Result<void> ConfigurationTask::apply(RunContext &context, UndoLog &undo)
{
    // The check that comes right before has looked; without one it is looked for now.
    auto found = std::exchange(m_lookedFor, false) ? where().find(context.stop()) : where().findAnew(context.stop());
    if (!found)
        return fail(std::move(found.error()));
    if (*found)
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    // The intention first: should the answer get lost, an undo knows that nothing of this name stood there before.
    if (auto recorded = undo.record({{QStringLiteral("intention"), domain()}}); !recorded)
        return recorded;
    auto made = (*tenant)->createConfiguration(domain(), context.stop());
    if (!made)
        return fail(std::move(made.error()));
    where().rememberMade(*made);
    if (auto recorded = undo.record({{QStringLiteral("servicePrincipal"), made->servicePrincipalId},
                                     {QStringLiteral("application"), made->applicationId}});
        !recorded) {
        return recorded;
    }
    return waitUntilItAnswers(made->servicePrincipalId, context);
}

Result<void> ConfigurationTask::waitUntilItAnswers(const QString &servicePrincipalId, RunContext &context)
{
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    Clock &clock = where().session()->ports().clock;
    for (int attempt = 0;; ++attempt) {
        // What the next step has to read anyway.
        auto secrets = (*tenant)->secrets(servicePrincipalId, context.stop());
        if (secrets) {
            where().rememberMadeSecrets(*secrets);
            return {};
        }
        if (secrets.error().code != ErrorCode::TenantNotFound || attempt + 1 == answerAttempts)
            return fail(std::move(secrets.error()));
        context.report(tr("The service is getting the new configuration ready."));
        if (!clock.wait(answerInterval, context.stop()))
            return fail(ErrorCode::Cancelled, id());
    }
}

Result<void> ConfigurationTask::rollback(const UndoData &data, RunContext &context)
{
    const auto made = std::find_if(data.effects.begin(), data.effects.end(), [](const QJsonObject &effect) {
        return effect.contains(QLatin1String("servicePrincipal"));
    });
    if (made == data.effects.end())
        return data.effects.isEmpty() ? Result<void>() : removeUnrecorded(context);
    return remove(made->value(QLatin1String("servicePrincipal")).toString(),
                  made->value(QLatin1String("application")).toString(), context);
}

// Only the intention is on record: the answer to the creation was lost. What bears the name now came to be after we
// looked; it is ours to remove as long as it holds nothing, because nobody else has worked with it.
Result<void> ConfigurationTask::removeUnrecorded(RunContext &context)
{
    where().forget();
    auto found = where().find(context.stop());
    if (!found)
        return fail(std::move(found.error()));
    if (!*found)
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const SyncConfiguration configuration = **found;
    auto jobs = (*tenant)->jobs(configuration.servicePrincipalId, context.stop());
    if (!jobs && jobs.error().code != ErrorCode::TenantNotFound)
        return fail(std::move(jobs.error()));
    auto secrets = (*tenant)->secrets(configuration.servicePrincipalId, context.stop());
    if (!secrets && secrets.error().code != ErrorCode::TenantNotFound)
        return fail(std::move(secrets.error()));
    if ((jobs && !jobs->isEmpty()) || (secrets && !secrets->isEmpty())) {
        context.leaveBehind(
            tr("The configuration %1 stays: it is in use, and it is not on record that this run made it.")
                .arg(domain()));
        return {};
    }
    return remove(configuration.servicePrincipalId, configuration.applicationId, context);
}

Result<void> ConfigurationTask::remove(const QString &servicePrincipalId, const QString &applicationId,
                                       RunContext &context)
{
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    if (auto removed = (*tenant)->removeServicePrincipal(servicePrincipalId, context.stop());
        !removed && removed.error().code != ErrorCode::TenantNotFound) {
        return removed;
    }
    where().forget();
    if (applicationId.isEmpty()) {
        context.leaveBehind(
            tr("The application registration of the configuration %1 stays: the service did not tell its id.")
                .arg(domain()));
        return {};
    }
    if (auto removed = (*tenant)->removeApplication(applicationId, context.stop());
        !removed && removed.error().code != ErrorCode::TenantNotFound) {
        return removed;
    }
    return {};
}

} // namespace cloudsync
