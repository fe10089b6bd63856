// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/tenant/FirstCycleTask.h"

#include <algorithm>

namespace cloudsync {

namespace {

using namespace std::chrono_literals;

// The first cycle begins within some minutes of the start (operations.md section 1). Short looks at first, since small
// directories are done in seconds.
constexpr auto shortInterval = 2s;
constexpr auto longInterval = 10s;
constexpr int shortLooks = 15;
constexpr auto patience = 600s;
// A job that found no agent a while ago leaves its quarantine with the next attempt; one that stays in it has another
// reason.
constexpr auto quarantinePatience = 60s;

} // namespace

TaskId FirstCycleTask::id() const
{
    return where().taskId(QStringLiteral("verification"));
}

QString FirstCycleTask::title() const
{
    return tr("Verify the first synchronisation of %1").arg(domain());
}

QStringList FirstCycleTask::needs() const
{
    QStringList needs{where().taskId(QStringLiteral("start")), QStringLiteral("server.service"),
                      QStringLiteral("server.verification")};
    const Answers all = where().session()->answers();
    if (const DirectoryAnswers *directory = all.directory(domain()))
        needs.append(QStringLiteral("directory.%1.permissions").arg(directory->domain));
    return needs;
}

QString FirstCycleTask::neededRight() const
{
    return {};
}

Result<FirstCycleTask::View> FirstCycleTask::look(RunContext &context)
{
    View view;
    auto configuration = where().find(context.stop());
    if (!configuration)
        return fail(std::move(configuration.error()));
    const QStringList templates = wantedTemplates(answers());
    QVector<SyncJob> jobs;
    if (*configuration) {
        auto read = where().readJobs((*configuration)->servicePrincipalId, context.stop());
        if (!read)
            return fail(std::move(read.error()));
        jobs = *read;
    }
    for (const QString &templateId : templates) {
        const auto job =
            std::find_if(jobs.cbegin(), jobs.cend(), [&](const SyncJob &one) { return one.templateId == templateId; });
        if (job == jobs.cend()) {
            view.allStarted = false;
            continue;
        }
        view.allStarted = view.allStarted && isStarted(*job);
        if (isQuarantined(*job))
            view.quarantined =
                tr("The job is in quarantine: %1. %2").arg(templateTitle(templateId), quarantineText(*job));
        if (templateId == provisioningTemplate()) {
            view.firstCycleEnded = hasRun(*job);
            view.counts = countsText(*job);
        }
    }
    return view;
}

Result<bool> FirstCycleTask::anyAgentActive(RunContext &context)
{
    auto tenant = where().tenant(context.stop());
    if (!tenant)
        return fail(std::move(tenant.error()));
    auto agents = (*tenant)->agents(context.stop());
    if (!agents)
        return fail(std::move(agents.error()));
    return std::any_of(agents->cbegin(), agents->cend(), [](const SyncAgent &agent) { return agent.active; });
}

Result<State> FirstCycleTask::check(RunContext &context)
{
    auto view = look(context);
    if (!view)
        return fail(std::move(view.error()));
    if (view->allStarted && view->firstCycleEnded && view->quarantined.isEmpty())
        return State::satisfied();
    if (view->allStarted) {
        auto active = anyAgentActive(context);
        if (!active)
            return fail(std::move(active.error()));
        if (!*active)
            return State::satisfied();
    }
    // Not a conflict: what this run changes may be just what the job needs to get out of it.
    if (!view->quarantined.isEmpty())
        return State::missing({view->quarantined});
    return State::missing({tr("The first synchronisation cycle is waited for.")});
}

Result<void> FirstCycleTask::apply(RunContext &context, UndoLog &undo)
{
    Q_UNUSED(undo)
    Clock &clock = where().session()->ports().clock;
    const QDateTime begin = clock.now();
    const QDateTime end = begin.addMSecs(std::chrono::milliseconds(patience).count());
    for (int looks = 0;; ++looks) {
        auto view = look(context);
        if (!view)
            return fail(std::move(view.error()));
        if (view->allStarted && view->firstCycleEnded && view->quarantined.isEmpty()) {
            context.report(view->counts.isEmpty() ? tr("The first cycle has ended.")
                                                  : tr("The first cycle has ended: %1.").arg(view->counts),
                           100);
            return {};
        }
        if (looks == 0) {
            auto active = anyAgentActive(context);
            if (!active)
                return fail(std::move(active.error()));
            if (!*active) {
                context.report(tr("No agent is active in the tenant. The first cycle begins when one is."));
                return {};
            }
        }
        if (!view->quarantined.isEmpty() &&
            begin.msecsTo(clock.now()) >= std::chrono::milliseconds(quarantinePatience).count())
            return fail(ErrorCode::JobQuarantined, domain(), view->quarantined);
        const auto remaining = clock.now().msecsTo(end);
        if (remaining <= 0) {
            context.report(tr("The first cycle goes on. Its state can be looked at any time."));
            return {};
        }
        if (!view->quarantined.isEmpty())
            context.report(view->quarantined);
        else
            context.report(view->counts.isEmpty() ? tr("The first cycle is under way.")
                                                  : tr("The first cycle is under way: %1.").arg(view->counts));
        const std::chrono::milliseconds interval = looks < shortLooks ? shortInterval : longInterval;
        if (!clock.wait(std::min(interval, std::chrono::milliseconds(remaining)), context.stop()))
            return fail(ErrorCode::Cancelled, id());
    }
}

Result<void> FirstCycleTask::rollback(const UndoData &data, RunContext &context)
{
    Q_UNUSED(data)
    Q_UNUSED(context)
    return {};
}

} // namespace cloudsync
