// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule, status and quarantine of a job (graph.md sections 11 and 12, operations.md section 3).
#include "tests/lab/tenant/JobState.h"

#include "tests/lab/tenant/Agents.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

Json settingOf(const ServicePrincipal &principal, const std::string &key)
{
    for (const Json &entry : principal.secrets) {
        std::string why;
        if (text(entry, "key") != key)
            continue;
        if (auto parsed = parseJson(text(entry, "value"), why))
            return *parsed;
    }
    return Json::object();
}

std::chrono::seconds retryAfter(long long count)
{
    // 6, 12 and 24 hours, then daily (operations.md section 3).
    constexpr long long hours[] = {6, 12, 24};
    return std::chrono::hours(hours[std::clamp(count - 1, 0LL, 2LL)]);
}

void refuse(JobPicture &picture, const std::string &code, const std::string &message)
{
    picture.refusal = code;
    picture.refusalMessage = message;
}

Json execution(Time began, const CycleResult &result, const QuarantineCause &cause)
{
    const CycleCounts &counts = result.counts;
    Json error = nullptr;
    if (!cause.code.empty())
        error = {{"code", cause.code}, {"message", cause.message}, {"tenantActionable", cause.tenantActionable}};
    return {{"activityIdentifier", newGuid()},
            {"countEntitled", counts.inScope},
            {"countEntitledForProvisioning", counts.inScope},
            {"countEscrowed", counts.failed + counts.staged},
            {"countEscrowedRaw", counts.failed + counts.staged},
            {"countExported", counts.exports()},
            {"countExports", counts.exports()},
            {"countImported", counts.imported},
            {"countImportedDeltas", counts.exports()},
            {"countImportedReferenceDeltas", 0},
            {"error", error},
            {"state", !result.error.empty() ? "Failed" : counts.failed > 0 ? "EntryLevelErrors" : "Succeeded"},
            {"timeBegan", graphTime(began)},
            {"timeEnded", graphTime(std::chrono::system_clock::now())}};
}

std::chrono::milliseconds interval(const Lab &lab)
{
    return std::chrono::seconds(number(lab.options.config.value("cycle", Json::object()), "intervalSeconds", 120));
}

} // namespace

std::optional<JobPicture> pictureOf(Lab &lab, const std::string &jobId)
{
    ServicePrincipal *principal = nullptr;
    const Job *job = lab.tenant.job(jobId, &principal);
    if (!job)
        return std::nullopt;
    JobPicture picture;
    picture.jobId = job->id();
    picture.templateId = job->templateId();
    picture.principalId = principal->id();
    picture.principalName = text(principal->body, "displayName");
    picture.domain = text(settingOf(*principal, "Domain"), "domain");
    picture.schema = job->schema;
    picture.allowDeletes = job->allowDeletes;
    for (const Json &setting : list(job->body, "synchronizationJobSettings")) {
        if (text(setting, "name") == "QuarantineTooManyDeletesThreshold")
            picture.deleteThreshold = std::strtoll(text(setting, "value").c_str(), nullptr, 10);
    }
    const Json notification = settingOf(*principal, "SyncNotificationSettings");
    picture.thresholdEnabled = flag(notification, "DeleteThresholdEnabled", true);
    picture.deleteThreshold = number(notification, "DeleteThresholdValue", picture.deleteThreshold);
    const bool syncPrincipal = std::any_of(lab.tenant.servicePrincipals.begin(), lab.tenant.servicePrincipals.end(),
                                           [](const ServicePrincipal &entry) { return text(entry.body, "displayName") == syncPrincipalName; });
    if (picture.domain.empty()) {
        refuse(picture, "HybridIdentityServiceInvalidResource", "The configuration names no domain.");
    } else if (!syncPrincipal) {
        refuse(picture, "AzureDirectoryServiceAuthorizationFailed", "The tenant has no service principal for synchronisation: it is not switched on.");
    } else {
        switch (agentStateFor(lab, picture.domain)) {
        case AgentState::None:
            refuse(picture, "HybridIdentityServiceNoAgentsAssigned", "No agent is assigned to the domain " + picture.domain + '.');
            break;
        case AgentState::Inactive:
            refuse(picture, "HybridIdentityServiceNoActiveAgents", "No agent of the domain " + picture.domain + " is active.");
            break;
        case AgentState::Active:
            break;
        }
    }
    return picture;
}

void startJob(Lab &lab, Job &job)
{
    job.body["schedule"]["state"] = "Active";
    Json &status = job.body["status"];
    const std::string code = text(status, "code");
    if (code == "NotConfigured" || code == "Paused")
        status["code"] = status["quarantine"].is_object() ? "Quarantine" : status["lastExecution"].is_null() ? "NotRun" : "Active";
    if (!job.nextRun) {
        const auto delay = std::chrono::milliseconds(number(lab.options.config.value("cycle", Json::object()), "firstDelayMilliseconds", 1000));
        job.nextRun = std::chrono::system_clock::now() + delay;
    }
    if (lab.wakeScheduler)
        lab.wakeScheduler();
}

void pauseJob(Job &job)
{
    job.body["schedule"]["state"] = "Paused";
    job.body["status"]["code"] = "Paused";
    job.nextRun.reset();
}

void restartJob(Lab &lab, Job &job, const std::vector<std::string> &scopes)
{
    const auto has = [&](const char *name) { return std::find(scopes.begin(), scopes.end(), name) != scopes.end(); };
    const bool full = has("Full");
    if (full || has("Watermark") || has("ConnectorDataStore"))
        job.full = true;
    if (full || has("Escrows"))
        job.escrows = Json::object();
    if (has("ForceDeletes"))
        job.allowDeletes = true;
    Json &status = job.body["status"];
    if (full || has("QuarantineState") || has("ForceDeletes")) {
        status["quarantine"] = nullptr;
        status["countSuccessiveCompleteFailures"] = 0;
        if (text(status, "code") == "Quarantine")
            status["code"] = status["lastExecution"].is_null() ? "NotRun" : "Active";
    }
    job.nextRun.reset();
    startJob(lab, job);
}

void retryAfterAgentChange(Lab &lab)
{
    for (ServicePrincipal &principal : lab.tenant.servicePrincipals) {
        for (Job &job : principal.jobs) {
            const Json quarantine = job.body["status"].value("quarantine", Json());
            const std::string code = quarantine.is_object() ? text(quarantine.value("error", Json::object()), "code") : std::string();
            if (job.nextRun && startsWith(code, "HybridIdentityServiceNo"))
                job.nextRun = std::chrono::system_clock::now();
        }
    }
    if (lab.wakeScheduler)
        lab.wakeScheduler();
}

void finishRun(Lab &lab, const std::string &jobId, Time began, const CycleResult &result, const QuarantineCause &cause)
{
    ServicePrincipal *principal = nullptr;
    Job *job = lab.tenant.job(jobId, &principal);
    if (!job)
        return; // deleted meanwhile
    const Time now = std::chrono::system_clock::now();
    Json &status = job->body["status"];
    const Json done = execution(began, result, cause);
    status["lastExecution"] = done;
    const bool paused = text(job->body["schedule"], "state") != "Active";
    if (result.error.empty()) {
        status["lastSuccessfulExecution"] = done;
        if (result.counts.exports() > 0)
            status["lastSuccessfulExecutionWithExports"] = done;
        status["countSuccessiveCompleteFailures"] = 0;
        if (startsWith(text(status, "steadyStateFirstAchievedTime"), "0001"))
            status["steadyStateFirstAchievedTime"] = graphTime(now);
        status["steadyStateLastAchievedTime"] = graphTime(now);
        Json counts = Json::array();
        for (const auto &[name, count] : result.entries)
            counts.push_back({{"key", name}, {"value", count}});
        status["synchronizedEntryCountByType"] = counts;
        job->full = false;
        job->allowDeletes = false;
        lab.tenant.organization["onPremisesLastSyncDateTime"] = graphTime(now);
    } else {
        status["countSuccessiveCompleteFailures"] = number(status, "countSuccessiveCompleteFailures") + 1;
    }
    auto next = now + interval(lab);
    if (cause.reason.empty()) {
        status["quarantine"] = nullptr;
        if (!paused)
            status["code"] = "Active";
    } else {
        const Json before = status.value("quarantine", Json());
        const long long count = before.is_object() ? number(before, "seriesCount") + 1 : 1;
        next = now + retryAfter(count);
        status["quarantine"] = {{"currentBegan", before.is_object() ? text(before, "currentBegan") : graphTime(now)},
                                {"nextAttempt", graphTime(next)},
                                {"reason", cause.reason},
                                {"seriesBegan", before.is_object() ? text(before, "seriesBegan") : graphTime(now)},
                                {"seriesCount", count},
                                {"error", {{"code", cause.code}, {"message", cause.message}, {"tenantActionable", cause.tenantActionable}}}};
        status["troubleshootingUrl"] = nullptr;
        if (!paused)
            status["code"] = "Quarantine";
    }
    if (!paused)
        job->nextRun = next;
    lab.changed = true;
}

} // namespace cloudsync::lab
