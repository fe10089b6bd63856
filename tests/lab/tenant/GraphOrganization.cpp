// SPDX-License-Identifier: GPL-3.0-or-later
// Organisation, domains, licences, the signed-in user and the roles (graph.md sections 2 and 3).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Query.h"
#include "tests/lab/tenant/Roles.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken $expand";

Reply getOrganizations(Lab &lab, Exchange &exchange)
{
    return collectionReply(lab, exchange, {"organization", "organization", false, true, {}, {}}, {lab.tenant.organization});
}

Reply getOrganization(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.name("id"), lab.tenant.id))
        return notFound(exchange, exchange.name("id"));
    return graphReply(lab, exchange, 200, "organization/$entity", selected(exchange, lab.tenant.organization, {}));
}

/// The principal under whose name synchronisation writes; switching the flag makes it anew (graph.md section 3).
void ensureSyncPrincipal(Tenant &tenant)
{
    const bool exists = std::any_of(tenant.servicePrincipals.begin(), tenant.servicePrincipals.end(), [](const ServicePrincipal &entry) {
        return text(entry.body, "displayName") == syncPrincipalName;
    });
    if (exists)
        return;
    ServicePrincipal principal;
    principal.body = servicePrincipalBody(std::string(syncPrincipalName), newGuid(), {});
    tenant.servicePrincipals.push_back(std::move(principal));
}

Reply patchOrganization(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.name("id"), lab.tenant.id))
        return notFound(exchange, exchange.name("id"));
    static const std::vector<std::string> writable{"marketingNotificationEmails", "securityComplianceNotificationMails",
                                                   "securityComplianceNotificationPhones", "technicalNotificationMails"};
    for (const auto &[name, content] : exchange.json->items()) {
        // Whether v1.0 takes the flag is not documented; beta does. The lab holds clients to beta.
        const bool flagOfBeta = name == "onPremisesSyncEnabled" && exchange.beta;
        if (!flagOfBeta && std::find(writable.begin(), writable.end(), name) == writable.end())
            return badRequest(exchange, "The property '" + name + "' is read-only here and cannot be set.");
        if (flagOfBeta && !content.is_boolean())
            return badRequest(exchange, "The value of onPremisesSyncEnabled must be true or false.");
    }
    for (const auto &[name, content] : exchange.json->items())
        lab.tenant.organization[name] = content;
    if (flag(*exchange.json, "onPremisesSyncEnabled"))
        ensureSyncPrincipal(lab.tenant);
    audit(lab, "Set DirSyncEnabled flag", "DirectoryManagement", "Update", initiatorOf(lab, exchange.caller),
          Json::array({{{"id", lab.tenant.id}, {"displayName", text(lab.tenant.organization, "displayName")}, {"type", "Other"}}}));
    return {};
}

Reply getDomains(Lab &lab, Exchange &exchange)
{
    std::vector<Json> items(lab.tenant.domains.begin(), lab.tenant.domains.end());
    return collectionReply(lab, exchange, {"domains", "domain", false, true, {}, {}}, std::move(items));
}

Reply getDomain(Lab &lab, Exchange &exchange)
{
    for (const Json &domain : lab.tenant.domains) {
        if (same(text(domain, "id"), exchange.name("id")))
            return graphReply(lab, exchange, 200, "domains/$entity", selected(exchange, domain, {}));
    }
    return notFound(exchange, exchange.name("id"));
}

Reply getSkus(Lab &lab, Exchange &exchange)
{
    std::vector<Json> items(lab.tenant.skus.begin(), lab.tenant.skus.end());
    return collectionReply(lab, exchange, {"subscribedSkus", "subscribedSku", false, false, {}, {}}, std::move(items));
}

Reply getMe(Lab &lab, Exchange &exchange)
{
    const DirectoryObject *user = lab.tenant.objects.byId(exchange.caller.objectId);
    if (!user)
        return notFound(exchange, exchange.caller.objectId);
    static const std::vector<std::string> shown{"businessPhones", "displayName", "givenName", "id", "jobTitle", "mail",
                                                "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName"};
    return graphReply(lab, exchange, 200, "users/$entity", selected(exchange, user->body, exchange.beta ? std::vector<std::string>{} : shown));
}

Json roleBody(const std::string &templateId)
{
    // The id of an activated role differs from its template's; a stable one of the lab's own is enough.
    const std::string id = "a" + templateId.substr(1);
    return {{"@odata.type", "#microsoft.graph.directoryRole"}, {"id", id}, {"deletedDateTime", nullptr},
            {"description", "Built-in role."}, {"displayName", std::string(roles::displayName(templateId))}, {"roleTemplateId", templateId}};
}

Reply getMyRoles(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.header("consistencylevel"), "eventual") || value(exchange.query, "$count") != "true") {
        return graphError(exchange, 400, "Request_UnsupportedQuery",
                          "A cast of this collection is an advanced query: ConsistencyLevel eventual and $count=true are needed.");
    }
    const Account *account = lab.tenant.accountOf(exchange.caller.objectId);
    std::vector<Json> items;
    for (const std::string &role : account ? account->roles : std::vector<std::string>{})
        items.push_back(roleBody(role));
    return collectionReply(lab, exchange, {"directoryRoles", "directoryRole", false, true, {}, {}}, std::move(items));
}

Reply roleEntries(Lab &lab, Exchange &exchange, const std::string &context, bool eligible)
{
    std::vector<Json> items;
    for (const Account &account : lab.tenant.accounts) {
        for (const std::string &role : eligible ? account.eligibleRoles : account.roles) {
            items.push_back({{"id", base64Url(account.objectId + role).substr(0, 44)}, {"principalId", account.objectId},
                             {"roleDefinitionId", role}, {"directoryScopeId", "/"}, {"appScopeId", nullptr}});
        }
    }
    return collectionReply(lab, exchange, {"roleManagement/directory/" + context, "unifiedRoleAssignment", false, false, {}, {}}, std::move(items));
}

Reply getRoleAssignments(Lab &lab, Exchange &exchange) { return roleEntries(lab, exchange, "roleAssignments", false); }
Reply getEligibleRoles(Lab &lab, Exchange &exchange) { return roleEntries(lab, exchange, "roleEligibilityScheduleInstances", true); }

/// What the caller could activate, and that alone.
Reply getMyEligibleRoles(Lab &lab, Exchange &exchange)
{
    std::vector<Json> items;
    if (const Account *account = lab.tenant.accountOf(exchange.caller.objectId)) {
        for (const std::string &role : account->eligibleRoles) {
            items.push_back({{"id", base64Url(account->objectId + role).substr(0, 44)}, {"principalId", account->objectId},
                             {"roleDefinitionId", role}, {"directoryScopeId", "/"}, {"appScopeId", nullptr}, {"memberType", "Direct"}});
        }
    }
    return collectionReply(lab, exchange,
                           {"Collection(unifiedRoleEligibilityScheduleInstance)", "unifiedRoleEligibilityScheduleInstance", false, false, {}, {}},
                           std::move(items));
}

Reply getSynchronization(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.name("id"), lab.tenant.id))
        return notFound(exchange, exchange.name("id"));
    return graphReply(lab, exchange, 200, "directory/onPremisesSynchronization/$entity", selected(exchange, lab.tenant.synchronization, {}));
}

Reply listSynchronization(Lab &lab, Exchange &exchange)
{
    return collectionReply(lab, exchange, {"directory/onPremisesSynchronization", "onPremisesDirectorySynchronization", false, false, {}, {}},
                           {lab.tenant.synchronization});
}

Reply patchSynchronization(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.name("id"), lab.tenant.id))
        return notFound(exchange, exchange.name("id"));
    if (exchange.json->contains("id"))
        return badRequest(exchange, "The property 'id' is read-only.");
    const Json *features = find(*exchange.json, "features");
    if (features && features->contains("passwordWritebackEnabled"))
        return badRequest(exchange, "The feature 'passwordWritebackEnabled' cannot be changed here.");
    lab.tenant.synchronization.merge_patch(*exchange.json);
    return {};
}

} // namespace

std::vector<Route> organizationRoutes()
{
    using namespace permissions;
    return {
        {"GET", "organization", false, &organizationRead, "", getOrganizations, false, false, collectionOptions},
        {"GET", "organization/{id}", false, &organizationRead, "", getOrganization, false},
        {"PATCH", "organization/{id}", false, &organizationWrite, "object:organization", patchOrganization, true},
        {"GET", "domains", false, &domainRead, "", getDomains, false, false, collectionOptions},
        {"GET", "domains/{id}", false, &domainRead, "", getDomain, false},
        // The service documents no query option here (graph.md section 2).
        {"GET", "subscribedSkus", false, &skusRead, "", getSkus, false, false, ""},
        {"GET", "me", false, &me, "", getMe, false},
        {"GET", "me/transitiveMemberOf/microsoft.graph.directoryRole", false, &roleMembersRead, "", getMyRoles, false, false, collectionOptions},
        {"GET", "me/memberOf/microsoft.graph.directoryRole", false, &roleMembersRead, "", getMyRoles, false, false, collectionOptions},
        {"GET", "roleManagement/directory/roleAssignments", false, &roleAssignmentsRead, "", getRoleAssignments, false, false, collectionOptions},
        {"GET", "roleManagement/directory/roleEligibilityScheduleInstances", false, &roleAssignmentsRead, "", getEligibleRoles, false, false, collectionOptions},
        {"GET", "roleManagement/directory/roleEligibilityScheduleInstances/filterByCurrentUser(on='principal')", false, &eligibleRolesRead, "",
         getMyEligibleRoles, false, false, collectionOptions},
        {"GET", "directory/onPremisesSynchronization", false, &onPremisesSyncRead, "", listSynchronization, false, false, "$select $top"},
        {"GET", "directory/onPremisesSynchronization/{id}", false, &onPremisesSyncRead, "", getSynchronization, false},
        {"PATCH", "directory/onPremisesSynchronization/{id}", false, &onPremisesSyncWrite, "object:onPremisesDirectorySynchronization", patchSynchronization, true},
    };
}

} // namespace cloudsync::lab
