// SPDX-License-Identifier: GPL-3.0-or-later
// Application templates, applications and service principals (graph.md sections 2 and 4).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/DefaultSchemas.h"
#include "tests/lab/tenant/Query.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken";

Json templateBody(const std::string &id)
{
    const std::string name = same(id, cloudSyncTemplate) ? "Active Directory to Microsoft Entra ID Provisioning"
        : same(id, groupProvisioningTemplate)            ? "Microsoft Entra ID to Active Directory Provisioning"
                                                         : "Exchange Online attribute writeback";
    return {{"id", lower(id)}, {"displayName", name}, {"publisher", "Microsoft"}, {"description", nullptr}, {"homePageUrl", nullptr},
            {"logoUrl", nullptr}, {"categories", Json::array()}, {"supportedProvisioningTypes", Json::array({"sync"})},
            {"supportedSingleSignOnModes", Json::array()}};
}

Reply getTemplate(Lab &lab, Exchange &exchange)
{
    if (jobTemplatesOf(exchange.name("id")).empty())
        return notFound(exchange, exchange.name("id"));
    return graphReply(lab, exchange, 200, "applicationTemplates/$entity", selected(exchange, templateBody(exchange.name("id")), {}));
}

Reply instantiate(Lab &lab, Exchange &exchange)
{
    const std::string templateId = lower(exchange.name("id"));
    const std::string displayName = text(*exchange.json, "displayName");
    if (jobTemplatesOf(templateId).empty())
        return notFound(exchange, templateId);
    if (trimmed(displayName).empty())
        return badRequest(exchange, "The parameter 'displayName' must hold a name.");
    const std::string appId = newGuid();
    Application application;
    application.clientId = appId;
    application.publicClient = false;
    application.body = {{"id", newGuid()},
                        {"appId", appId},
                        {"applicationTemplateId", templateId},
                        {"createdDateTime", graphTime(std::chrono::system_clock::now())},
                        {"displayName", displayName},
                        {"description", nullptr},
                        {"identifierUris", Json::array()},
                        {"publisherDomain", lab.tenant.defaultDomain()},
                        {"signInAudience", "AzureADMyOrg"},
                        {"tags", Json::array()}};
    ServicePrincipal principal;
    principal.body = servicePrincipalBody(displayName, appId, templateId);
    principal.body["appOwnerOrganizationId"] = lab.tenant.id;
    principal.body["tags"] = Json::array({"WindowsAzureActiveDirectoryIntegratedApp"});
    principal.templateId = templateId;
    const Json lag = lab.options.config.value("lag", Json::object());
    principal.lagRequests = static_cast<int>(number(lag, "requests", 2));
    principal.lagUntil = std::chrono::system_clock::now() + std::chrono::milliseconds(number(lag, "milliseconds", 1000));
    application.servicePrincipalId = principal.id();
    const Json answer{{"application", application.body}, {"servicePrincipal", principal.body}};
    audit(lab, "Add service principal", "ApplicationManagement", "Add", initiatorOf(lab, exchange.caller),
          Json::array({{{"id", principal.id()}, {"displayName", displayName}, {"type", "ServicePrincipal"}}}));
    lab.tenant.applications.push_back(std::move(application));
    lab.tenant.servicePrincipals.push_back(std::move(principal));
    return graphReply(lab, exchange, 201, "microsoft.graph.applicationServicePrincipal", answer);
}

Reply listPrincipals(Lab &lab, Exchange &exchange)
{
    std::vector<Json> items;
    for (const ServicePrincipal &principal : lab.tenant.servicePrincipals)
        items.push_back(principal.body);
    return collectionReply(lab, exchange, {"servicePrincipals", "servicePrincipal", false, true, {}, {"createdDateTime"}}, std::move(items));
}

Reply getPrincipal(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    return graphReply(lab, exchange, 200, "servicePrincipals/$entity", selected(exchange, principal->body, {}));
}

Reply patchPrincipal(Lab &lab, Exchange &exchange)
{
    ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    static const std::vector<std::string> writable{"accountEnabled", "appRoleAssignmentRequired", "description", "notes",
                                                   "notificationEmailAddresses", "tags", "displayName"};
    for (const auto &[name, content] : exchange.json->items()) {
        if (std::find(writable.begin(), writable.end(), name) == writable.end())
            return badRequest(exchange, "The property '" + name + "' is read-only here and cannot be set.");
    }
    principal->body.update(*exchange.json);
    return {};
}

Reply deletePrincipal(Lab &lab, Exchange &exchange)
{
    const ServicePrincipal *principal = principalOf(lab, exchange);
    if (!principal)
        return notFound(exchange, exchange.name("sp"));
    const std::string id = principal->id();
    audit(lab, "Remove service principal", "ApplicationManagement", "Delete", initiatorOf(lab, exchange.caller),
          Json::array({{{"id", id}, {"displayName", text(principal->body, "displayName")}, {"type", "ServicePrincipal"}}}));
    std::erase_if(lab.tenant.servicePrincipals, [&](const ServicePrincipal &entry) { return entry.id() == id; });
    return {};
}

Reply listApplications(Lab &lab, Exchange &exchange)
{
    std::vector<Json> items;
    for (const Application &application : lab.tenant.applications)
        items.push_back(application.body);
    return collectionReply(lab, exchange, {"applications", "application", false, true, {}, {"applicationTemplateId"}}, std::move(items));
}

Application *applicationByObjectId(Lab &lab, const std::string &id)
{
    const auto found = std::find_if(lab.tenant.applications.begin(), lab.tenant.applications.end(),
                                    [&](const Application &entry) { return same(text(entry.body, "id"), id); });
    return found == lab.tenant.applications.end() ? nullptr : &*found;
}

Reply getApplication(Lab &lab, Exchange &exchange)
{
    const Application *application = applicationByObjectId(lab, exchange.name("id"));
    if (!application)
        return notFound(exchange, exchange.name("id"));
    return graphReply(lab, exchange, 200, "applications/$entity", selected(exchange, application->body, {}));
}

/// Deleting an application takes its service principal along.
Reply deleteApplication(Lab &lab, Exchange &exchange)
{
    const Application *application = applicationByObjectId(lab, exchange.name("id"));
    if (!application)
        return notFound(exchange, exchange.name("id"));
    const std::string objectId = text(application->body, "id"), principalId = application->servicePrincipalId;
    std::erase_if(lab.tenant.servicePrincipals, [&](const ServicePrincipal &entry) { return entry.id() == principalId; });
    std::erase_if(lab.tenant.applications, [&](const Application &entry) { return text(entry.body, "id") == objectId; });
    return {};
}

} // namespace

std::vector<Route> applicationRoutes()
{
    using namespace permissions;
    return {
        {"GET", "applicationTemplates/{id}", false, &none, "", getTemplate, false},
        {"POST", "applicationTemplates/{id}/instantiate", false, &applicationWrite, "action:instantiate", instantiate, true},
        {"GET", "servicePrincipals", false, &applicationRead, "", listPrincipals, false, false, collectionOptions},
        {"GET", "servicePrincipals/{sp}", false, &applicationRead, "", getPrincipal, false},
        {"PATCH", "servicePrincipals/{sp}", false, &applicationWrite, "object:servicePrincipal", patchPrincipal, true},
        {"DELETE", "servicePrincipals/{sp}", false, &applicationWrite, "", deletePrincipal, true},
        {"GET", "applications", false, &applicationRead, "", listApplications, false, false, collectionOptions},
        {"GET", "applications/{id}", false, &applicationRead, "", getApplication, false},
        {"DELETE", "applications/{id}", false, &applicationWrite, "", deleteApplication, true},
    };
}

} // namespace cloudsync::lab
