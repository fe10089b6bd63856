// SPDX-License-Identifier: GPL-3.0-or-later
// Agents, agent groups and published domains (graph.md section 2; beta alone).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Agents.h"
#include "tests/lab/tenant/Cycle.h"
#include "tests/lab/tenant/Query.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken $expand";

/// What Graph shows of an agent: no version, no domain (graph.md section 2).
Json agentShown(const Json &agent)
{
    return {{"id", text(agent, "id")}, {"machineName", text(agent, "machineName")}, {"externalIp", text(agent, "externalIp")},
            {"status", text(agent, "status")}, {"supportedPublishingTypes", Json::array({"provisioning"})}};
}

Json groupShown(const Lab &lab)
{
    return {{"id", lab.tenant.agentGroupId}, {"displayName", "Default group for provisioning"}, {"publishingType", "provisioning"}, {"isDefault", true}};
}

Json resourceShown(const Json &resource)
{
    return {{"id", text(resource, "id")}, {"displayName", text(resource, "displayName")}, {"resourceName", text(resource, "resourceName")}, {"publishingType", "provisioning"}};
}

bool expands(const Exchange &exchange, const std::string &name)
{
    const auto wanted = split(value(exchange.query, "$expand"), ',', false);
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string &entry) { return same(trimmed(entry), name); });
}

/// nullopt where every name of $expand is one of `known`.
std::optional<Reply> checkExpand(const Exchange &exchange, const std::vector<std::string> &known)
{
    for (const std::string &entry : split(value(exchange.query, "$expand"), ',', false)) {
        if (std::none_of(known.begin(), known.end(), [&](const std::string &name) { return same(trimmed(entry), name); }))
            return badRequest(exchange, "Could not find a property named '" + trimmed(entry) + "' to expand.");
    }
    return std::nullopt;
}

bool isProvisioning(const Exchange &exchange) { return same(exchange.name("profile"), "provisioning"); }

Reply getProfile(Lab &lab, Exchange &exchange)
{
    if (!isProvisioning(exchange))
        return notFound(exchange, exchange.name("profile"));
    return graphReply(lab, exchange, 200, "onPremisesPublishingProfiles/$entity",
                      {{"id", "provisioning"}, {"isEnabled", true}, {"isDefaultAccessEnabled", nullptr},
                       {"hybridAgentUpdaterConfiguration", {{"allowUpdateConfigurationOverride", false}, {"deferUpdateDateTime", nullptr}, {"updateWindow", nullptr}}}});
}

Reply listAgents(Lab &lab, Exchange &exchange)
{
    if (!isProvisioning(exchange))
        return notFound(exchange, exchange.name("profile"));
    if (auto refused = checkExpand(exchange, {"agentGroups"}))
        return *refused;
    std::vector<Json> items;
    for (const Json &agent : lab.tenant.agents) {
        Json shown = agentShown(agent);
        if (expands(exchange, "agentGroups"))
            shown["agentGroups"] = Json::array({groupShown(lab)});
        items.push_back(std::move(shown));
    }
    return collectionReply(lab, exchange, {"onPremisesPublishingProfiles('provisioning')/agents", "onPremisesAgent", false, false, {}, {}}, std::move(items));
}

Reply getAgent(Lab &lab, Exchange &exchange)
{
    for (const Json &agent : lab.tenant.agents) {
        if (isProvisioning(exchange) && same(text(agent, "id"), exchange.name("id")))
            return graphReply(lab, exchange, 200, "onPremisesPublishingProfiles('provisioning')/agents/$entity", agentShown(agent));
    }
    return notFound(exchange, exchange.name("id"));
}

Reply listGroups(Lab &lab, Exchange &exchange)
{
    if (!isProvisioning(exchange))
        return notFound(exchange, exchange.name("profile"));
    if (auto refused = checkExpand(exchange, {"agents", "publishedResources"}))
        return *refused;
    Json group = groupShown(lab);
    if (expands(exchange, "agents")) {
        group["agents"] = Json::array();
        for (const Json &agent : lab.tenant.agents)
            group["agents"].push_back(agentShown(agent));
    }
    if (expands(exchange, "publishedResources")) {
        group["publishedResources"] = Json::array();
        for (const Json &resource : lab.tenant.publishedResources)
            group["publishedResources"].push_back(resourceShown(resource));
    }
    return collectionReply(lab, exchange, {"onPremisesPublishingProfiles('provisioning')/agentGroups", "onPremisesAgentGroup", false, false, {}, {}}, {group});
}

Reply listResources(Lab &lab, Exchange &exchange)
{
    if (!isProvisioning(exchange))
        return notFound(exchange, exchange.name("profile"));
    if (auto refused = checkExpand(exchange, {"agentGroups"}))
        return *refused;
    std::vector<Json> items;
    for (const Json &resource : lab.tenant.publishedResources) {
        Json shown = resourceShown(resource);
        if (expands(exchange, "agentGroups"))
            shown["agentGroups"] = Json::array({groupShown(lab)});
        items.push_back(std::move(shown));
    }
    return collectionReply(lab, exchange, {"onPremisesPublishingProfiles('provisioning')/publishedResources", "publishedResource", false, false, {}, {}}, std::move(items));
}

void publishDomains(Tenant &tenant, const Json &domains)
{
    for (const Json &domain : domains) {
        const std::string name = lower(domain.get<std::string>());
        const bool known = std::any_of(tenant.publishedResources.begin(), tenant.publishedResources.end(),
                                       [&](const Json &entry) { return text(entry, "resourceName") == name; });
        if (!known)
            tenant.publishedResources.push_back({{"id", newGuid()}, {"displayName", name}, {"resourceName", name}});
    }
}

} // namespace

Json registerAgent(Lab &lab, const std::string &machineName, const std::string &version, const Json &domains, const std::string &registeredBy)
{
    Json *agent = nullptr;
    for (Json &entry : lab.tenant.agents) {
        if (same(text(entry, "machineName"), machineName))
            agent = &entry;
    }
    if (!agent) {
        lab.tenant.agents.push_back({{"id", newGuid()}, {"machineName", machineName}, {"externalIp", "203.0.113.10"}});
        agent = &lab.tenant.agents.back();
    }
    (*agent)["status"] = "active";
    (*agent)["version"] = version;
    (*agent)["domains"] = domains;
    (*agent)["registeredBy"] = registeredBy;
    (*agent)["registered"] = graphTime(std::chrono::system_clock::now());
    const Json answer = *agent;
    publishDomains(lab.tenant, domains);
    lab.changed = true;
    retryAfterAgentChange(lab);
    return answer;
}

bool changeAgent(Lab &lab, const std::string &id, const Json &change)
{
    for (Json &agent : lab.tenant.agents) {
        if (!same(text(agent, "id"), id))
            continue;
        for (const char *name : {"status", "version", "domains"}) {
            if (change.contains(name))
                agent[name] = change[name];
        }
        publishDomains(lab.tenant, list(agent, "domains"));
        lab.changed = true;
        retryAfterAgentChange(lab);
        return true;
    }
    return false;
}

bool removeAgent(Lab &lab, const std::string &id)
{
    Json kept = Json::array();
    for (const Json &agent : lab.tenant.agents) {
        if (!same(text(agent, "id"), id))
            kept.push_back(agent);
    }
    const bool removed = kept.size() != lab.tenant.agents.size();
    lab.tenant.agents = std::move(kept);
    lab.changed = true;
    return removed;
}

AgentState agentStateFor(const Lab &lab, const std::string &domain)
{
    AgentState state = AgentState::None;
    for (const Json &agent : lab.tenant.agents) {
        const Json &served = list(agent, "domains");
        if (std::none_of(served.begin(), served.end(), [&](const Json &entry) { return same(entry.get<std::string>(), domain); }))
            continue;
        if (text(agent, "status") == "active")
            return AgentState::Active;
        state = AgentState::Inactive;
    }
    return state;
}

std::vector<Route> agentRoutes()
{
    const Permission *needed = &permissions::agents;
    return {
        {"GET", "onPremisesPublishingProfiles/{profile}", true, needed, "", getProfile, false},
        {"GET", "onPremisesPublishingProfiles/{profile}/agents", true, needed, "", listAgents, false, false, collectionOptions},
        {"GET", "onPremisesPublishingProfiles/{profile}/agents/{id}", true, needed, "", getAgent, false},
        {"GET", "onPremisesPublishingProfiles/{profile}/agentGroups", true, needed, "", listGroups, false, false, collectionOptions},
        {"GET", "onPremisesPublishingProfiles/{profile}/publishedResources", true, needed, "", listResources, false, false, collectionOptions},
    };
}

} // namespace cloudsync::lab
