// SPDX-License-Identifier: GPL-3.0-or-later
// Users, groups and licences (graph.md section 14).
#include "tests/lab/tenant/Graph.h"

#include "tests/lab/tenant/Query.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

constexpr const char *collectionOptions = "$select $filter $top $orderby $count $skiptoken";

const std::vector<std::string> &defaultUserProperties()
{
    static const std::vector<std::string> names{"businessPhones", "displayName", "givenName", "id", "jobTitle", "mail",
                                                "mobilePhone", "officeLocation", "preferredLanguage", "surname", "userPrincipalName"};
    return names;
}

const std::vector<std::string> &extraProperties()
{
    // Published properties of user and group that the project's cut of the metadata leaves out.
    static const std::vector<std::string> names{"employeeType", "employeeHireDate", "employeeLeaveDateTime", "onPremisesExtensionAttributes",
                                                "userPrincipalName", "description", "mailEnabled", "securityEnabled", "groupTypes",
                                                "displayName", "mail", "mailNickname", "onPremisesSyncEnabled", "onPremisesSamAccountName",
                                                "onPremisesSecurityIdentifier", "onPremisesLastSyncDateTime", "proxyAddresses",
                                                "givenName", "surname", "companyName", "deletedDateTime"};
    return names;
}

Reply listObjects(Lab &lab, Exchange &exchange, const std::string &kind, const std::string &context, bool deleted)
{
    std::vector<Json> items;
    for (const auto &[id, object] : lab.tenant.objects.all()) {
        if (object.kind == kind && object.deleted == deleted)
            items.push_back(object.body);
    }
    const bool defaults = kind == "user" && !exchange.beta && !deleted;
    return collectionReply(lab, exchange,
                           {context, kind == "user" ? "user" : "directoryObject", false, true, defaults ? defaultUserProperties() : std::vector<std::string>{}, extraProperties()},
                           std::move(items));
}

Reply listUsers(Lab &lab, Exchange &exchange) { return listObjects(lab, exchange, "user", "users", false); }
Reply listGroups(Lab &lab, Exchange &exchange) { return listObjects(lab, exchange, "group", "groups", false); }
Reply listContacts(Lab &lab, Exchange &exchange) { return listObjects(lab, exchange, "contact", "contacts", false); }
Reply listDevices(Lab &lab, Exchange &exchange) { return listObjects(lab, exchange, "device", "devices", false); }
Reply listDeletedUsers(Lab &lab, Exchange &exchange) { return listObjects(lab, exchange, "user", "directoryObjects", true); }

Reply countUsers(Lab &lab, Exchange &exchange)
{
    if (!same(exchange.header("consistencylevel"), "eventual"))
        return graphError(exchange, 400, "Request_BadRequest", "$count is not currently supported without ConsistencyLevel eventual.");
    std::string why;
    const auto filter = has(exchange.query, "$filter") ? Filter::parse(value(exchange.query, "$filter"), false, why) : std::nullopt;
    if (has(exchange.query, "$filter") && !filter)
        return badRequest(exchange, "Invalid filter clause: " + why);
    const auto &all = lab.tenant.objects.all();
    const auto count = std::count_if(all.begin(), all.end(), [&](const auto &entry) {
        return entry.second.kind == "user" && !entry.second.deleted && (!filter || filter->matches(entry.second.body));
    });
    return {200, std::to_string(count), "text/plain", {}};
}

/// By id or, where it is a user, by name.
DirectoryObject *userOf(Lab &lab, const Exchange &exchange)
{
    const std::string wanted = exchange.name("id");
    DirectoryObject *object = lab.tenant.objects.byId(wanted);
    if (!object)
        object = lab.tenant.objects.byPrincipalName(wanted);
    return object && object->kind == "user" && !object->deleted ? object : nullptr;
}

Reply getUser(Lab &lab, Exchange &exchange)
{
    const DirectoryObject *user = userOf(lab, exchange);
    if (!user)
        return notFound(exchange, exchange.name("id"));
    return graphReply(lab, exchange, 200, "users/$entity",
                      selected(exchange, user->body, exchange.beta ? std::vector<std::string>{} : defaultUserProperties()));
}

Reply getMembers(Lab &lab, Exchange &exchange)
{
    const DirectoryObject *group = lab.tenant.objects.byId(exchange.name("id"));
    if (!group || group->kind != "group")
        return notFound(exchange, exchange.name("id"));
    std::vector<Json> items;
    for (const Json &id : list(group->lab, "members")) {
        if (const DirectoryObject *member = lab.tenant.objects.byId(id.get<std::string>()))
            items.push_back(member->body);
    }
    return collectionReply(lab, exchange, {"directoryObjects", "directoryObject", false, true, {}, extraProperties()}, std::move(items));
}

Reply patchUser(Lab &lab, Exchange &exchange)
{
    DirectoryObject *user = userOf(lab, exchange);
    if (!user)
        return notFound(exchange, exchange.name("id"));
    // Of a synchronised user only what Active Directory does not own can be set.
    static const std::vector<std::string> cloudOwned{"usageLocation", "passwordPolicies", "preferredDataLocation"};
    const bool synchronised = flag(user->body, "onPremisesSyncEnabled");
    for (const auto &[name, content] : exchange.json->items()) {
        const bool readOnly = name == "id" || name == "createdDateTime" || startsWith(name, "onPremises") || name == "deletedDateTime"
            || name == "assignedLicenses" || name == "proxyAddresses";
        if (readOnly && !(name == "onPremisesImmutableId" && !synchronised))
            return badRequest(exchange, "Property '" + name + "' is read-only and cannot be set.");
        if (synchronised && std::find(cloudOwned.begin(), cloudOwned.end(), name) == cloudOwned.end()) {
            return badRequest(exchange, "Unable to update the specified properties for on-premises mastered Directory Sync objects: '" + name + "'.");
        }
        if (name == "usageLocation") {
            const std::string country = content.is_string() ? content.get<std::string>() : std::string();
            const bool good = content.is_null()
                || (country.size() == 2 && std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
            if (!good)
                return badRequest(exchange, "Invalid value specified for property 'usageLocation': two capital letters are needed.");
        }
    }
    user->body.update(*exchange.json);
    lab.tenant.objects.reindex(user->id);
    lab.objectsChanged = true;
    return {};
}

Json *skuOf(Lab &lab, const std::string &id)
{
    for (Json &sku : lab.tenant.skus) {
        if (same(text(sku, "skuId"), id))
            return &sku;
    }
    return nullptr;
}

Reply assignLicense(Lab &lab, Exchange &exchange)
{
    DirectoryObject *user = userOf(lab, exchange);
    if (!user)
        return notFound(exchange, exchange.name("id"));
    for (const char *name : {"addLicenses", "removeLicenses"}) {
        if (!exchange.json->contains(name))
            return badRequest(exchange, std::string("The parameter '") + name + "' is missing; an empty list will do.");
    }
    const Json &wanted = list(*exchange.json, "addLicenses");
    if (!wanted.empty() && text(user->body, "usageLocation").empty())
        return badRequest(exchange, "License assignment cannot be done for user with invalid usage location.");
    Json licences = user->body.value("assignedLicenses", Json::array());
    const auto without = [&](const std::string &id) {
        Json kept = Json::array();
        for (const Json &entry : licences) {
            if (!same(text(entry, "skuId"), id))
                kept.push_back(entry);
        }
        const bool had = kept.size() != licences.size();
        licences = std::move(kept);
        return had;
    };
    for (const Json &entry : list(*exchange.json, "removeLicenses")) {
        Json *sku = skuOf(lab, entry.get<std::string>());
        if (!sku || !without(entry.get<std::string>()))
            return badRequest(exchange, "User does not have a corresponding license.");
        (*sku)["consumedUnits"] = number(*sku, "consumedUnits") - 1;
    }
    for (const Json &entry : wanted) {
        Json *sku = skuOf(lab, text(entry, "skuId"));
        if (!sku)
            return badRequest(exchange, "License " + text(entry, "skuId") + " does not correspond to a valid company License.");
        if (!without(text(entry, "skuId"))) {
            if (number(*sku, "consumedUnits") >= number((*sku)["prepaidUnits"], "enabled"))
                return badRequest(exchange, "Subscription with SKU " + text(entry, "skuId") + " does not have any available licenses.");
            (*sku)["consumedUnits"] = number(*sku, "consumedUnits") + 1;
        }
        licences.push_back({{"disabledPlans", list(entry, "disabledPlans")}, {"skuId", text(entry, "skuId")}});
    }
    user->body["assignedLicenses"] = licences;
    lab.objectsChanged = true;
    return graphReply(lab, exchange, 200, "users/$entity", user->body);
}

} // namespace

std::vector<Route> userRoutes()
{
    using namespace permissions;
    return {
        {"GET", "users", false, &userRead, "", listUsers, false, false, collectionOptions},
        {"GET", "users/$count", false, &userRead, "", countUsers, false, false, "$filter"},
        {"GET", "users/{id}", false, &userRead, "", getUser, false},
        {"PATCH", "users/{id}", false, &userWrite, "object:user", patchUser, true},
        {"POST", "users/{id}/assignLicense", false, &licenseWrite, "action:assignLicense", assignLicense, true},
        {"GET", "groups", false, &userRead, "", listGroups, false, false, collectionOptions},
        {"GET", "groups/{id}/members", false, &userRead, "", getMembers, false, false, collectionOptions},
        {"GET", "contacts", false, &userRead, "", listContacts, false, false, collectionOptions},
        {"GET", "devices", false, &userRead, "", listDevices, false, false, collectionOptions},
        {"GET", "directory/deletedItems/microsoft.graph.user", false, &userRead, "", listDeletedUsers, false, false, collectionOptions},
    };
}

} // namespace cloudsync::lab
