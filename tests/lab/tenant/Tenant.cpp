// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Tenant.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

std::vector<std::string> strings(const Json &object, std::string_view name)
{
    std::vector<std::string> out;
    for (const Json &entry : list(object, name))
        out.push_back(entry.get<std::string>());
    return out;
}

Json accountJson(const Account &account, bool withSecrets)
{
    Json out{{"objectId", account.objectId}, {"signInName", account.signInName}, {"roles", account.roles},
             {"eligibleRoles", account.eligibleRoles}};
    if (withSecrets)
        out["password"] = account.password;
    return out;
}

Json applicationJson(const Application &application)
{
    return {{"body", application.body},
            {"clientId", application.clientId},
            {"servicePrincipalId", application.servicePrincipalId},
            {"publicClient", application.publicClient},
            {"redirectUris", application.redirectUris},
            {"delegated", application.delegated},
            {"roles", application.roles},
            {"consented", application.consented},
            {"certificates", application.certificates}};
}

Json jobJson(const Job &job)
{
    return {{"body", job.body}, {"schema", job.schema}, {"full", job.full}, {"allowDeletes", job.allowDeletes},
            {"escrows", job.escrows}};
}

Json domainBody(const std::string &name, bool isInitial, bool isDefault, bool isVerified)
{
    return {{"id", name},
            {"authenticationType", "Managed"},
            {"availabilityStatus", nullptr},
            {"isAdminManaged", true},
            {"isDefault", isDefault},
            {"isInitial", isInitial},
            {"isRoot", true},
            {"isVerified", isVerified},
            {"supportedServices", Json::array({"Email", "OfficeCommunicationsOnline"})},
            {"passwordValidityPeriodInDays", nullptr},
            {"passwordNotificationWindowInDays", nullptr},
            {"state", nullptr}};
}

Json synchronizationBody(const std::string &tenantId)
{
    Json features = Json::object();
    for (const char *name :
         {"allowOnPremUpdateOfOnPremisesObjectIdentifierEnabled", "blockCloudObjectTakeoverThroughHardMatchEnabled",
          "blockSoftMatchEnabled", "bypassDirSyncOverridesEnabled", "cloudPasswordPolicyForPasswordSyncedUsersEnabled",
          "concurrentCredentialUpdateEnabled", "concurrentOrgIdProvisioningEnabled", "deviceWritebackEnabled",
          "directoryExtensionsEnabled", "fopeConflictResolutionEnabled", "groupWriteBackEnabled", "passwordSyncEnabled",
          "passwordWritebackEnabled", "quarantineUponProxyAddressesConflictEnabled", "quarantineUponUpnConflictEnabled",
          "softMatchOnUpnEnabled", "synchronizeUpnForManagedUsersEnabled", "unifiedGroupWritebackEnabled",
          "userForcePasswordChangeOnLogonEnabled", "userWritebackEnabled"})
        features[name] = false;
    // New tenants have these on (documented defaults of directory synchronisation features).
    for (const char *name : {"quarantineUponProxyAddressesConflictEnabled", "quarantineUponUpnConflictEnabled",
                             "softMatchOnUpnEnabled", "synchronizeUpnForManagedUsersEnabled"})
        features[name] = true;
    return {{"id", tenantId},
            {"configuration",
             {{"accidentalDeletionPrevention", {{"synchronizationPreventionType", "enabledForCount"}, {"alertThreshold", 500}}}}},
            {"features", features}};
}

} // namespace

Json servicePrincipalBody(const std::string &displayName, const std::string &appId, const std::string &templateId)
{
    const Json noTemplate = nullptr;
    return {{"id", newGuid()},
            {"deletedDateTime", nullptr},
            {"accountEnabled", true},
            {"alternativeNames", Json::array()},
            {"createdDateTime", graphTime(std::chrono::system_clock::now())},
            {"appDisplayName", displayName},
            {"appDescription", nullptr},
            {"appId", appId},
            {"applicationTemplateId", templateId.empty() ? noTemplate : Json(templateId)},
            {"appOwnerOrganizationId", nullptr},
            {"appRoleAssignmentRequired", false},
            {"description", nullptr},
            {"disabledByMicrosoftStatus", nullptr},
            {"displayName", displayName},
            {"homepage", nullptr},
            {"loginUrl", nullptr},
            {"logoutUrl", nullptr},
            {"notes", nullptr},
            {"notificationEmailAddresses", Json::array()},
            {"preferredSingleSignOnMode", nullptr},
            {"replyUrls", Json::array()},
            {"servicePrincipalNames", Json::array({appId})},
            {"servicePrincipalType", "Application"},
            {"signInAudience", "AzureADMyOrg"},
            {"tags", Json::array()},
            {"tokenEncryptionKeyId", nullptr}};
}

std::string Tenant::initialDomain() const
{
    for (const Json &domain : domains) {
        if (flag(domain, "isInitial"))
            return text(domain, "id");
    }
    return {};
}

std::string Tenant::defaultDomain() const
{
    for (const Json &domain : domains) {
        if (flag(domain, "isDefault"))
            return text(domain, "id");
    }
    return initialDomain();
}

bool Tenant::isVerified(const std::string &domain) const
{
    return std::any_of(domains.begin(), domains.end(), [&](const Json &entry) {
        return flag(entry, "isVerified") && same(text(entry, "id"), domain);
    });
}

bool Tenant::isMe(const std::string &nameOrId) const { return same(nameOrId, id) || isVerified(nameOrId); }

ServicePrincipal *Tenant::servicePrincipal(const std::string &wanted)
{
    const auto found = std::find_if(servicePrincipals.begin(), servicePrincipals.end(),
                                    [&](const ServicePrincipal &entry) { return same(entry.id(), wanted); });
    return found == servicePrincipals.end() ? nullptr : &*found;
}

Application *Tenant::application(const std::string &clientId)
{
    const auto found = std::find_if(applications.begin(), applications.end(),
                                    [&](const Application &entry) { return same(entry.clientId, clientId); });
    return found == applications.end() ? nullptr : &*found;
}

Account *Tenant::accountOf(const std::string &objectId)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Account &entry) { return same(entry.objectId, objectId); });
    return found == accounts.end() ? nullptr : &*found;
}

Account *Tenant::accountByName(const std::string &signInName)
{
    const auto found = std::find_if(accounts.begin(), accounts.end(),
                                    [&](const Account &entry) { return same(entry.signInName, signInName); });
    return found == accounts.end() ? nullptr : &*found;
}

Job *Tenant::job(const std::string &wanted, ServicePrincipal **owner)
{
    for (ServicePrincipal &principal : servicePrincipals) {
        for (Job &entry : principal.jobs) {
            if (!same(entry.id(), wanted))
                continue;
            if (owner)
                *owner = &principal;
            return &entry;
        }
    }
    return nullptr;
}

Json Tenant::toJson(bool withSecrets) const
{
    Json out{{"tenantId", id}, {"organization", organization}, {"domains", domains}, {"skus", skus},
             {"synchronization", synchronization}, {"agents", agents}, {"agentGroupId", agentGroupId},
             {"publishedResources", publishedResources}};
    out["accounts"] = Json::array();
    for (const Account &account : accounts)
        out["accounts"].push_back(accountJson(account, withSecrets));
    out["applications"] = Json::array();
    for (const Application &entry : applications)
        out["applications"].push_back(applicationJson(entry));
    out["servicePrincipals"] = Json::array();
    for (const ServicePrincipal &entry : servicePrincipals) {
        Json jobs = Json::array();
        for (const Job &each : entry.jobs)
            jobs.push_back(jobJson(each));
        out["servicePrincipals"].push_back(
            {{"body", entry.body}, {"templateId", entry.templateId}, {"secrets", entry.secrets}, {"jobs", jobs}});
    }
    return out;
}

void Tenant::fromJson(const Json &saved)
{
    id = text(saved, "tenantId");
    organization = saved.value("organization", Json::object());
    domains = saved.value("domains", Json::array());
    skus = saved.value("skus", Json::array());
    synchronization = saved.value("synchronization", Json::object());
    agents = saved.value("agents", Json::array());
    agentGroupId = text(saved, "agentGroupId");
    publishedResources = saved.value("publishedResources", Json::array());
    accounts.clear();
    for (const Json &entry : list(saved, "accounts")) {
        accounts.push_back({text(entry, "objectId"), text(entry, "signInName"), text(entry, "password"), strings(entry, "roles"),
                            strings(entry, "eligibleRoles")});
    }
    applications.clear();
    for (const Json &entry : list(saved, "applications")) {
        applications.push_back({entry.value("body", Json::object()), text(entry, "clientId"), text(entry, "servicePrincipalId"),
                                flag(entry, "publicClient"), strings(entry, "redirectUris"), strings(entry, "delegated"),
                                strings(entry, "roles"), flag(entry, "consented"), strings(entry, "certificates")});
    }
    servicePrincipals.clear();
    for (const Json &entry : list(saved, "servicePrincipals")) {
        ServicePrincipal principal;
        principal.body = entry.value("body", Json::object());
        principal.templateId = text(entry, "templateId");
        principal.secrets = entry.value("secrets", Json::array());
        for (const Json &each : list(entry, "jobs")) {
            Job read;
            read.body = each.value("body", Json::object());
            read.schema = each.value("schema", Json::object());
            read.full = flag(each, "full");
            read.allowDeletes = flag(each, "allowDeletes");
            read.escrows = each.value("escrows", Json::object());
            if (text(read.body.value("schedule", Json::object()), "state") == "Active")
                read.nextRun = std::chrono::system_clock::now();
            principal.jobs.push_back(std::move(read));
        }
        servicePrincipals.push_back(std::move(principal));
    }
}

void Tenant::seed(const Json &config)
{
    const Time now = std::chrono::system_clock::now();
    id = text(config, "tenantId", newGuid());
    agentGroupId = newGuid();
    Json verified = Json::array();
    for (const Json &entry : list(config, "domains")) {
        const bool isVerifiedDomain = flag(entry, "isVerified", true);
        domains.push_back(domainBody(text(entry, "id"), flag(entry, "isInitial"), flag(entry, "isDefault"), isVerifiedDomain));
        if (isVerifiedDomain) {
            verified.push_back({{"capabilities", "Email, OfficeCommunicationsOnline"},
                                {"isDefault", flag(entry, "isDefault")},
                                {"isInitial", flag(entry, "isInitial")},
                                {"name", text(entry, "id")},
                                {"type", "Managed"}});
        }
    }
    organization = {{"id", id},
                    {"deletedDateTime", nullptr},
                    {"assignedPlans", Json::array()},
                    {"businessPhones", Json::array()},
                    {"city", nullptr},
                    {"country", nullptr},
                    {"countryLetterCode", text(config, "countryLetterCode")},
                    {"createdDateTime", "2024-05-02T09:00:00Z"},
                    {"displayName", text(config, "displayName")},
                    {"marketingNotificationEmails", Json::array()},
                    {"onPremisesLastSyncDateTime", nullptr},
                    {"onPremisesSyncEnabled", nullptr},
                    {"postalCode", nullptr},
                    {"preferredLanguage", "en"},
                    {"securityComplianceNotificationMails", Json::array()},
                    {"securityComplianceNotificationPhones", Json::array()},
                    {"state", nullptr},
                    {"street", nullptr},
                    {"technicalNotificationMails", Json::array()},
                    {"verifiedDomains", verified}};
    synchronization = synchronizationBody(id);
    for (const Json &sku : list(config, "skus")) {
        Json plans = Json::array();
        for (const Json &plan : list(sku, "plans")) {
            plans.push_back({{"servicePlanId", text(plan, "id")}, {"servicePlanName", text(plan, "name")},
                             {"provisioningStatus", "Success"}, {"appliesTo", "User"}});
        }
        skus.push_back({{"accountName", initialDomain()}, {"accountId", id}, {"appliesTo", "User"}, {"capabilityStatus", "Enabled"},
                        {"consumedUnits", 0}, {"id", id + '_' + text(sku, "skuId")}, {"skuId", text(sku, "skuId")},
                        {"skuPartNumber", text(sku, "skuPartNumber")},
                        {"prepaidUnits", {{"enabled", number(sku, "enabled", 25)}, {"suspended", 0}, {"warning", 0}}},
                        {"servicePlans", plans}, {"subscriptionIds", Json::array({newGuid()})}});
    }
    for (const Json &entry : list(config, "users")) {
        const std::string name = text(entry, "userPrincipalName");
        Json body{{"id", newGuid()},
                  {"deletedDateTime", nullptr},
                  {"accountEnabled", true},
                  {"displayName", text(entry, "displayName")},
                  {"userPrincipalName", name},
                  {"mail", text(entry, "userType") == "Guest" ? Json(text(entry, "signInName")) : Json(nullptr)},
                  {"mailNickname", name.substr(0, name.find_first_of("@#"))},
                  {"userType", text(entry, "userType", "Member")},
                  {"usageLocation", nullptr},
                  {"createdDateTime", graphTime(now)},
                  {"proxyAddresses", Json::array()},
                  {"assignedLicenses", Json::array()},
                  {"onPremisesSyncEnabled", nullptr},
                  {"onPremisesImmutableId", nullptr}};
        const std::string objectId = text(body, "id");
        objects.add({objectId, "user", body, {}, {}, Json::object(), false});
        accounts.push_back({objectId, text(entry, "signInName", name), text(entry, "password", base64Url(randomBytes(15))),
                            strings(entry, "roles"), strings(entry, "eligibleRoles")});
    }
    for (const Json &entry : list(config, "applications")) {
        Application application;
        application.clientId = text(entry, "clientId");
        application.publicClient = flag(entry, "publicClient", true);
        application.redirectUris = strings(entry, "redirectUris");
        application.delegated = strings(entry, "delegated");
        application.roles = strings(entry, "roles");
        application.consented = text(entry, "consent", "granted") == "granted";
        ServicePrincipal principal;
        principal.body = servicePrincipalBody(text(entry, "displayName"), application.clientId, {});
        principal.body["appOwnerOrganizationId"] = id;
        application.servicePrincipalId = principal.id();
        application.body = {{"id", newGuid()}, {"appId", application.clientId}, {"displayName", text(entry, "displayName")},
                            {"createdDateTime", graphTime(now)}, {"signInAudience", "AzureADMyOrg"},
                            {"isFallbackPublicClient", application.publicClient}, {"identifierUris", Json::array()},
                            {"tags", Json::array()}};
        servicePrincipals.push_back(std::move(principal));
        applications.push_back(std::move(application));
    }
}

} // namespace cloudsync::lab
