// SPDX-License-Identifier: GPL-3.0-or-later
// Job templates and jobs (graph.md sections 4, 6, 9, 11, 12).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Cycle.h"
#include "tests/lab/tenant/DefaultSchemas.h"
#include "tests/lab/tenant/Query.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken $expand";
constexpr const char *never = "0001-01-01T00:00:00Z";

std::string compactGuid(const std::string &id)
{
    std::string out = id;
    std::erase(out, '-');
    return out;
}

std::string jobsContext(const Exchange &exchange) { return "servicePrincipals('" + exchange.name("sp") + "')/synchronization/jobs"; }

Json newJobBody(const Lab &lab, const std::string &templateId)
{
    return {{"id", templateId + '.' + compactGuid(lab.tenant.id) + '.' + newGuid()},
            {"templateId", templateId},
            {"schedule", {{"expiration", nullptr}, {"interval", "PT40M"}, {"state", "Disabled"}}},
            {"status",
             {{"countSuccessiveCompleteFailures", 0},
              {"escrowsPruned", false},
              {"code", "NotConfigured"},
              {"lastExecution", nullptr},
              {"lastSuccessfulExecution", nullptr},
              {"lastSuccessfulExecutionWithExports", nullptr},
              {"quarantine", nullptr},
              {"steadyStateFirstAchievedTime", never},
              {"steadyStateLastAchievedTime", never},
              {"troubleshootingUrl", nullptr},
              {"progress", Json::array()},
              {"synchronizedEntryCountByType", Json::array()}}},
            {"synchronizationJobSettings", Json::array({{{"name", "QuarantineTooManyDeletesThreshold"}, {"value", "500"}}})}};
}

Json templateShown(const std::string &id, const ServicePrincipal &principal)
{
    return {{"id", id},
            {"applicationId", text(principal.body, "appId")},
            {"default", id == jobTemplatesOf(principal.templateId).front()},
            {"description", jobTemplateDescription(id)},
            {"discoverable", true},
            {"factoryTag", id},
            {"metadata", Json::array({{{"key", "isSynchronizationAgentRequired"}, {"value", "True"}}, {{"key", "isSynchronizationInPreview"}, {"value", "False"}}})}};
}

Reply listTemplates(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    std::vector<Json> items;
    for (const std::string &id : jobTemplatesOf(principal->templateId))
        items.push_back(templateShown(id, *principal));
    return collectionReply(lab, exchange, {"servicePrincipals('" + exchange.name("sp") + "')/synchronization/templates", "synchronizationTemplate", false, false, {}, {}},
                           std::move(items));
}

bool hasTemplate(const ServicePrincipal &principal, const std::string &id)
{
    const auto all = jobTemplatesOf(principal.templateId);
    return std::find(all.begin(), all.end(), id) != all.end();
}

Reply getTemplate(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal || !hasTemplate(*principal, exchange.name("template")))
        return notFound(exchange, exchange.name("template"));
    return graphReply(lab, exchange, 200, "servicePrincipals('" + principal->id() + "')/synchronization/templates/$entity",
                      templateShown(exchange.name("template"), *principal));
}

Reply getTemplateSchema(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal || !hasTemplate(*principal, exchange.name("template")))
        return notFound(exchange, exchange.name("template"));
    return graphReply(lab, exchange, 200, "servicePrincipals('" + principal->id() + "')/synchronization/templates('" + exchange.name("template") + "')/schema/$entity",
                      defaultSchema(exchange.name("template"), exchange.name("template")));
}

Reply listJobs(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    std::vector<Json> items;
    for (const Job &job : principal->jobs)
        items.push_back(job.body);
    return collectionReply(lab, exchange, {jobsContext(exchange), "synchronizationJob", false, false, {}, {}}, std::move(items));
}

Reply createJob(Lab &lab, Exchange &exchange)
{
    ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    for (const auto &[name, content] : exchange.json->items()) {
        if (name != "templateId" && name.find('@') == std::string::npos)
            return badRequest(exchange, "The property '" + name + "' cannot be set when a job is created.");
    }
    const std::string templateId = text(*exchange.json, "templateId");
    if (!hasTemplate(*principal, templateId))
        return badRequest(exchange, "The template '" + templateId + "' does not belong to this service principal.");
    if (std::any_of(principal->jobs.begin(), principal->jobs.end(), [&](const Job &job) { return job.templateId() == templateId; }))
        return graphError(exchange, 409, "Conflict", "The service principal has a job of the template '" + templateId + "' already.");
    Job job;
    job.body = newJobBody(lab, templateId);
    job.schema = defaultSchema(templateId, job.id());
    const Json answer = job.body;
    principal->jobs.push_back(std::move(job));
    return graphReply(lab, exchange, 201, jobsContext(exchange) + "/$entity", answer);
}

Reply getJob(Lab &lab, Exchange &exchange)
{
    const Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    Json body = selected(exchange, job->body, {});
    if (value(exchange.query, "$expand") == "schema")
        body["schema"] = job->schema;
    return graphReply(lab, exchange, 200, jobsContext(exchange) + "/$entity", body);
}

/// The users stay (operations.md section 1): a job that is deleted removes nothing.
Reply deleteJob(Lab &lab, Exchange &exchange)
{
    ServicePrincipal *principal = principalOf(lab, exchange);
    const Job *job = jobOf(lab, exchange);
    if (!principal || !job)
        return notFound(exchange, exchange.name("job"));
    const std::string id = job->id();
    std::erase_if(principal->jobs, [&](const Job &entry) { return entry.id() == id; });
    return {};
}

Reply start(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    startJob(lab, *job);
    audit(lab, "Start synchronization job", "ProvisioningManagement", "Update", initiatorOf(lab, exchange.caller),
          Json::array({{{"id", job->id()}, {"displayName", job->templateId()}, {"type", "Other"}}}));
    return {};
}

Reply pause(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    pauseJob(*job);
    return {};
}

Reply restart(Lab &lab, Exchange &exchange)
{
    Job *job = jobOf(lab, exchange);
    if (!job)
        return notFound(exchange, exchange.name("job"));
    const Json *criteria = find(*exchange.json, "criteria");
    std::vector<std::string> scopes;
    for (const std::string &entry : split(criteria && criteria->is_object() ? text(*criteria, "resetScope") : "Full", ',', false))
        scopes.push_back(trimmed(entry));
    if (scopes.empty())
        scopes.emplace_back("Full");
    restartJob(lab, *job, scopes);
    return {};
}

Reply validateCredentials(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal || (exchange.names.count("job") && !jobOf(lab, exchange)))
        return notFound(exchange, exchange.name(exchange.names.count("job") ? "job" : "sp"));
    const bool saved = flag(*exchange.json, "useSavedCredentials");
    const Json &credentials = saved ? principal->secrets : list(*exchange.json, "credentials");
    for (const Json &entry : credentials) {
        if (text(entry, "key") != "Domain")
            continue;
        std::string why;
        const auto domain = parseJson(text(entry, "value"), why);
        for (const Json &agent : lab.tenant.agents) {
            for (const Json &served : list(agent, "domains")) {
                if (domain && text(agent, "status") == "active" && same(served.get<std::string>(), text(*domain, "domain")))
                    return {};
            }
        }
        return badRequest(exchange, "HybridIdentityServiceNoActiveAgents: no active agent serves the domain.");
    }
    return badRequest(exchange, "HybridIdentityServiceInvalidResource: the credentials name no domain.");
}

} // namespace

std::vector<Route> jobRoutes()
{
    using namespace permissions;
    return {
        {"GET", "servicePrincipals/{sp}/synchronization/templates", false, &synchronizationRead, "", listTemplates, false, false, collectionOptions},
        {"GET", "servicePrincipals/{sp}/synchronization/templates/{template}", false, &synchronizationRead, "", getTemplate, false},
        {"GET", "servicePrincipals/{sp}/synchronization/templates/{template}/schema", false, &synchronizationRead, "", getTemplateSchema, false},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs", false, &synchronizationRead, "", listJobs, false, false, collectionOptions},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs", false, &synchronizationWrite, "object:synchronizationJob", createJob, true},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/validateCredentials", false, &synchronizationWrite, "action:validateCredentials", validateCredentials, false},
        {"GET", "servicePrincipals/{sp}/synchronization/jobs/{job}", false, &synchronizationRead, "", getJob, false, false, "$select $expand"},
        {"DELETE", "servicePrincipals/{sp}/synchronization/jobs/{job}", false, &synchronizationWrite, "", deleteJob, true},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/start", false, &synchronizationWrite, "", start, true},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/pause", false, &synchronizationWrite, "", pause, true},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/restart", false, &synchronizationWrite, "action:restart", restart, true},
        {"POST", "servicePrincipals/{sp}/synchronization/jobs/{job}/validateCredentials", false, &synchronizationWrite, "action:validateCredentials", validateCredentials, false},
    };
}

} // namespace cloudsync::lab
