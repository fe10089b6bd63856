// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/StartTask.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace cloudsync {

namespace {

const QString startAction = QStringLiteral("start");
const QString pauseAction = QStringLiteral("pause");

const SyncJob *jobOf(const QVector<SyncJob> &jobs, const QString &templateId)
{
    const auto job =
        std::find_if(jobs.begin(), jobs.end(), [&](const SyncJob &one) { return one.templateId == templateId; });
    return job == jobs.end() ? nullptr : &*job;
}

// True when the job is not as wanted. A job that is wanted at rest and does not exist is at rest.
bool differs(const SyncJob *job, const WantedRun &wanted)
{
    return job ? isStarted(*job) != wanted.runs : wanted.runs;
}

} // namespace

QVector<WantedRun> wantedRuns(const ConfigurationAnswers &answers)
{
    QVector<WantedRun> runs;
    if (answers.enable)
        runs.append({provisioningTemplate(), *answers.enable});
    const auto further = [&](const std::optional<bool> &wanted, const QString &templateId) {
        // A job whose feature is switched off rests, whatever the rest of the configuration does.
        if (wanted && !*wanted)
            runs.append({templateId, false});
        else if (wanted && answers.enable)
            runs.append({templateId, *answers.enable});
    };
    further(answers.passwordHashSync, passwordHashTemplate());
    further(answers.exchangeHybridWriteback, exchangeWritebackTemplate());
    further(answers.deviceSync, deviceSyncTemplate());
    return runs;
}

TaskId StartTask::id() const
{
    return where().taskId(QStringLiteral("start"));
}

QString StartTask::title() const
{
    return answers().enable.value_or(false) ? tr("Start the synchronisation of %1").arg(domain())
                                            : tr("Pause jobs of the synchronisation of %1").arg(domain());
}

QStringList StartTask::needs() const
{
    QStringList needs{QStringLiteral("tenant.syncFlag"), where().taskId(QStringLiteral("schema")),
                      QStringLiteral("server.service")};
    const QStringList templates = wantedTemplates(answers());
    for (const QString &templateId : templates)
        needs.append(where().taskId(QStringLiteral("job.") + templateId));
    const Answers all = where().session()->answers();
    if (const DirectoryAnswers *directory = all.directory(domain()))
        needs.append(QStringLiteral("directory.%1.permissions").arg(directory->domain));
    return needs;
}

Result<State> StartTask::check(RunContext &context)
{
    QStringList changes;
    const QVector<WantedRun> wanted = wantedRuns(answers());
    auto jobs = where().jobs(context.stop());
    if (!jobs)
        return fail(std::move(jobs.error()));
    for (const WantedRun &one : wanted) {
        const SyncJob *job = jobOf(*jobs, one.templateId);
        if (differs(job, one)) {
            changes.append((one.runs ? tr("The job is started: %1.") : tr("The job is paused: %1."))
                               .arg(templateTitle(one.templateId)));
        } else if (job && isQuarantined(*job)) {
            context.report(
                tr("The job is in quarantine: %1. %2").arg(templateTitle(one.templateId), quarantineText(*job)));
        }
    }
    return changes.isEmpty() ? State::satisfied() : State::missing(changes);
}

Result<void> StartTask::apply(RunContext &context, UndoLog &undo)
{
    auto configuration = where().require(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    const QString servicePrincipal = configuration->servicePrincipalId;
    const QVector<WantedRun> wanted = wantedRuns(answers());
    auto jobs = where().jobs(context.stop());
    if (!jobs)
        return fail(std::move(jobs.error()));
    struct Change
    {
        QString job;
        bool runs = false;
        Result<void> outcome;
    };
    std::vector<Change> changes;
    for (const WantedRun &one : wanted) {
        const SyncJob *job = jobOf(*jobs, one.templateId);
        if (!differs(job, one))
            continue;
        if (!job)
            return fail(ErrorCode::TenantNotFound, QStringLiteral("%1/%2").arg(domain(), one.templateId));
        if (auto recorded = undo.record({{QStringLiteral("servicePrincipal"), servicePrincipal},
                                         {QStringLiteral("job"), job->id},
                                         {QStringLiteral("action"), one.runs ? startAction : pauseAction}});
            !recorded) {
            return recorded;
        }
        changes.push_back({job->id, one.runs, {}});
    }
    if (context.stopRequested())
        return fail(ErrorCode::Cancelled, id());
    where().forgetJobs();
    {
        // Jobs have nothing to wait for from one another.
        std::vector<std::jthread> threads;
        for (Change &change : changes) {
            threads.emplace_back([&] {
                change.outcome = change.runs ? (*tenant)->startJob(servicePrincipal, change.job, context.stop())
                                             : (*tenant)->pauseJob(servicePrincipal, change.job, context.stop());
            });
        }
    }
    for (Change &change : changes) {
        if (!change.outcome)
            return change.outcome;
    }
    return {};
}

Result<void> StartTask::rollback(const UndoData &data, RunContext &context)
{
    if (data.effects.isEmpty())
        return {};
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    for (auto effect = data.effects.crbegin(); effect != data.effects.crend(); ++effect) {
        const QString servicePrincipal = effect->value(QLatin1String("servicePrincipal")).toString();
        const QString id = effect->value(QLatin1String("job")).toString();
        auto jobs = (*tenant)->jobs(servicePrincipal, context.stop());
        if (!jobs && jobs.error().code == ErrorCode::TenantNotFound)
            continue;
        if (!jobs)
            return fail(std::move(jobs.error()));
        const auto job = std::find_if(jobs->cbegin(), jobs->cend(), [&](const SyncJob &one) { return one.id == id; });
        if (job == jobs->cend())
            continue;
        const bool weStarted = effect->value(QLatin1String("action")).toString() == startAction;
        if (weStarted != isStarted(*job))
            continue; // somebody did it already, or it never took effect
        auto done = weStarted ? (*tenant)->pauseJob(servicePrincipal, id, context.stop())
                              : (*tenant)->startJob(servicePrincipal, id, context.stop());
        if (!done && done.error().code != ErrorCode::TenantNotFound)
            return done;
    }
    return {};
}

} // namespace cloudsync
