// SPDX-License-Identifier: GPL-3.0-or-later
// Provisioning log and directory audit (graph.md section 13).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Query.h"

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken";

/// Newest first unless the client sorts.
std::vector<Json> newestFirst(const std::vector<Json> &entries) { return {entries.rbegin(), entries.rend()}; }

Reply provisioning(Lab &lab, Exchange &exchange)
{
    return collectionReply(lab, exchange, {"auditLogs/provisioning", "provisioningObjectSummary", true, false, {}, {}}, newestFirst(lab.provisioningLog));
}

Reply directoryAudits(Lab &lab, Exchange &exchange)
{
    return collectionReply(lab, exchange, {"auditLogs/directoryAudits", "directoryAudit", true, false, {}, {}}, newestFirst(lab.auditLog));
}

} // namespace

std::vector<Route> logRoutes()
{
    return {
        {"GET", "auditLogs/provisioning", false, &permissions::auditRead, "", provisioning, false, false, collectionOptions},
        {"GET", "auditLogs/directoryAudits", false, &permissions::auditRead, "", directoryAudits, false, false, collectionOptions},
    };
}

void audit(Lab &lab, const std::string &activity, const std::string &category, const std::string &operation, const Json &initiator,
           const Json &targets)
{
    constexpr std::size_t kept = 50000;
    if (lab.auditLog.size() >= kept)
        lab.auditLog.erase(lab.auditLog.begin(), lab.auditLog.begin() + kept / 10);
    Json resources = Json::array();
    for (Json target : targets) {
        for (const char *name : {"userPrincipalName", "groupType"}) {
            if (!target.contains(name))
                target[name] = nullptr;
        }
        if (!target.contains("modifiedProperties"))
            target["modifiedProperties"] = Json::array();
        resources.push_back(std::move(target));
    }
    lab.auditLog.push_back({{"id", "Directory_" + newGuid()},
                            {"category", category},
                            {"correlationId", newGuid()},
                            {"result", "success"},
                            {"resultReason", ""},
                            {"activityDisplayName", activity},
                            {"activityDateTime", graphTime(std::chrono::system_clock::now())},
                            {"loggedByService", "Core Directory"},
                            {"operationType", operation},
                            {"userAgent", nullptr},
                            {"initiatedBy", initiator},
                            {"targetResources", resources},
                            {"additionalDetails", Json::array()}});
    lab.changed = true;
}

Json initiatorOf(Lab &lab, const Caller &caller)
{
    if (caller.application) {
        const Application *application = lab.tenant.application(caller.clientId);
        return {{"app",
                 {{"appId", caller.clientId},
                  {"displayName", application ? text(application->body, "displayName") : std::string()},
                  {"servicePrincipalId", caller.objectId},
                  {"servicePrincipalName", nullptr}}},
                {"user", nullptr}};
    }
    const DirectoryObject *user = lab.tenant.objects.byId(caller.objectId);
    return {{"app", nullptr},
            {"user",
             {{"id", caller.objectId},
              {"displayName", user ? text(user->body, "displayName") : std::string()},
              {"userPrincipalName", user ? text(user->body, "userPrincipalName") : std::string()},
              {"ipAddress", nullptr}}}};
}

} // namespace cloudsync::lab
