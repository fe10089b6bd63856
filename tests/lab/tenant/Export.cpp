// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Export.h"

#include "tests/lab/tenant/AttributeRules.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

/// Where a target attribute of the schema shows in Graph; empty: only the lab's own view has it.
std::string graphProperty(const std::string &target)
{
    static const std::map<std::string, std::string> names{
        {"accountenabled", "accountEnabled"},
        {"city", "city"},
        {"companyname", "companyName"},
        {"country", "country"},
        {"department", "department"},
        {"description", "description"},
        {"displayname", "displayName"},
        {"employeeid", "employeeId"},
        {"employeetype", "employeeType"},
        {"employeehiredate", "employeeHireDate"},
        {"employeeleavedatetime", "employeeLeaveDateTime"},
        {"facsimiletelephonenumber", "faxNumber"},
        {"givenname", "givenName"},
        {"jobtitle", "jobTitle"},
        {"mail", "mail"},
        {"mailenabled", "mailEnabled"},
        {"mailnickname", "mailNickname"},
        {"mobile", "mobilePhone"},
        {"onpremisedistinguishedname", "onPremisesDistinguishedName"},
        {"onpremisesdistinguishedname", "onPremisesDistinguishedName"},
        {"onpremisesecurityidentifier", "onPremisesSecurityIdentifier"},
        {"onpremisessamaccountname", "onPremisesSamAccountName"},
        {"onpremisesuserprincipalname", "onPremisesUserPrincipalName"},
        {"othermails", "otherMails"},
        {"physicaldeliveryofficename", "officeLocation"},
        {"postalcode", "postalCode"},
        {"preferreddatalocation", "preferredDataLocation"},
        {"preferredlanguage", "preferredLanguage"},
        {"securityenabled", "securityEnabled"},
        {"state", "state"},
        {"streetaddress", "streetAddress"},
        {"surname", "surname"},
        {"usagelocation", "usageLocation"},
        {"usertype", "userType"},
        {"deviceid", "deviceId"},
        {"deviceostype", "operatingSystem"},
        {"devicetrusttype", "trustType"},
    };
    const auto found = names.find(lower(target));
    return found == names.end() ? std::string() : found->second;
}

Json newBody(const std::string &kind, const std::string &id)
{
    Json body{{"id", id}, {"deletedDateTime", nullptr}, {"createdDateTime", graphTime(std::chrono::system_clock::now())}};
    if (kind == "user") {
        body["userType"] = "Member";
        body["usageLocation"] = nullptr;
        body["assignedLicenses"] = Json::array();
        body["onPremisesProvisioningErrors"] = Json::array();
    } else if (kind == "group") {
        body["groupTypes"] = Json::array();
    }
    return body;
}

void put(const Json &value, const std::string &target, Json &body)
{
    if (startsWith(target, "extensionAttribute"))
        body["onPremisesExtensionAttributes"][target] = value;
    else if (same(target, "telephoneNumber"))
        body["businessPhones"] = value.is_null() ? Json::array() : Json::array({value});
    else if (const std::string name = graphProperty(target); !name.empty())
        body[name] = value;
}

std::string shown(const Json &value)
{
    if (value.is_null())
        return {};
    return value.is_string() ? value.get<std::string>() : compact(value);
}

void noteChange(ExportOutcome &outcome, const std::string &name, const Json &before, const Json &after)
{
    outcome.modified.push_back({{"displayName", name},
                                {"oldValue", before.is_null() ? Json(nullptr) : Json(shown(before))},
                                {"newValue", after.is_null() ? Json(nullptr) : Json(shown(after))}});
}

/// The tenant's object for the source object: by anchor, else a cloud user with the same name or address (soft match).
DirectoryObject *match(Lab &lab, const FlowedObject &flowed, ExportOutcome &outcome)
{
    ObjectStore &objects = lab.tenant.objects;
    if (DirectoryObject *found = objects.byAnchor(flowed.kind, flowed.anchor)) {
        outcome.matchedBy = "sourceAnchor";
        return found;
    }
    if (flowed.kind != "user" || flag(lab.tenant.synchronization["features"], "blockSoftMatchEnabled"))
        return nullptr;
    const auto joinable = [&](DirectoryObject *candidate) {
        // A cloud user that holds a role is never taken over (documented protection of soft match).
        const Account *account = candidate ? lab.tenant.accountOf(candidate->id) : nullptr;
        return candidate && candidate->kind == "user" && candidate->anchor.empty() && (!account || account->roles.empty());
    };
    DirectoryObject *byName = objects.byPrincipalName(text(flowed.values, "userPrincipalName"));
    if (joinable(byName) && flag(lab.tenant.synchronization["features"], "softMatchOnUpnEnabled", true)) {
        outcome.matchedBy = "userPrincipalName";
        return byName;
    }
    for (const Json &entry : list(flowed.values, "proxyAddresses")) {
        const std::string address = entry.get<std::string>();
        if (!startsWith(address, "SMTP:"))
            continue;
        DirectoryObject *byAddress = objects.byAddress(address.substr(5));
        if (joinable(byAddress)) {
            outcome.matchedBy = "proxyAddresses";
            return byAddress;
        }
    }
    return nullptr;
}

void fail(ExportOutcome &outcome, const std::string &code, const std::string &message)
{
    outcome.action = ExportAction::Failed;
    outcome.code = code;
    outcome.message = message;
}

/// Name, addresses and mail of a user: rules of the tenant, not of the mapping. False where the object cannot be exported.
bool applyNames(Lab &lab, const FlowedObject &flowed, const Json &values, const std::string &id, Json &body, ExportOutcome &outcome)
{
    Tenant &tenant = lab.tenant;
    if (flowed.kind == "user") {
        const std::string wanted = text(values, "userPrincipalName");
        PrincipalName name = principalNameFor(tenant, wanted);
        if (!name.trouble.empty()) {
            fail(outcome, "AttributeValueInvalid", name.trouble);
            return false;
        }
        const DirectoryObject *owner = tenant.objects.byPrincipalName(name.value);
        if (owner && owner->id != id) {
            const std::string asked = name.value;
            name.value = uniquePrincipalName(tenant, asked, flowed.anchor);
            name.warning = "The user principal name " + asked + " is taken; " + name.value + " was given instead.";
            body["onPremisesProvisioningErrors"] = Json::array({{{"category", "PropertyConflict"}, {"occurredDateTime", graphTime(std::chrono::system_clock::now())}, {"propertyCausingError", "UserPrincipalName"}, {"value", asked}}});
        }
        if (!name.warning.empty())
            outcome.warnings.push_back(name.warning);
        body["userPrincipalName"] = name.value;
    }
    Json kept = Json::array();
    for (const Json &entry : list(values, "proxyAddresses")) {
        const std::string address = entry.get<std::string>();
        if (auto trouble = addressTrouble(address)) {
            outcome.warnings.push_back("The address '" + address + "' was left out: " + *trouble);
            continue;
        }
        const DirectoryObject *owner = tenant.objects.byAddress(lower(address.substr(address.find(':') + 1)));
        if (same(address.substr(0, 5), "smtp:") && owner && owner->id != id) {
            outcome.warnings.push_back("The address '" + address + "' was left out: another object has it.");
            body["onPremisesProvisioningErrors"].push_back({{"category", "PropertyConflict"}, {"occurredDateTime", graphTime(std::chrono::system_clock::now())}, {"propertyCausingError", "ProxyAddresses"}, {"value", address}});
            continue;
        }
        kept.push_back(entry);
    }
    if (values.contains("proxyAddresses"))
        body["proxyAddresses"] = kept;
    const std::string mail = text(values, "mail");
    const DirectoryObject *owner = mail.empty() ? nullptr : tenant.objects.byAddress(mail);
    if (owner && owner->id != id && text(owner->body, "mail").size() == mail.size() && same(text(owner->body, "mail"), mail)) {
        fail(outcome, "AttributeValueMustBeUnique", "Another object has the mail address " + mail + '.');
        return false;
    }
    return true;
}

} // namespace

ExportOutcome exportObject(const ExportContext &context, const FlowedObject &flowed)
{
    ExportOutcome outcome;
    Lab &lab = context.lab;
    if (!flowed.trouble.empty()) {
        fail(outcome, flowed.troubleCode, flowed.trouble);
        return outcome;
    }
    DirectoryObject *existing = match(lab, flowed, outcome);
    const bool creating = !existing || existing->anchor.empty();
    const bool restoring = existing && existing->deleted;
    const std::string id = existing ? existing->id : newGuid();
    Json values = flowed.values;
    const Json before = existing ? existing->lab.value("flowed", Json::object()) : Json::object();
    for (auto &[target, content] : values.items()) {
        const bool empty = content.is_null() || (content.is_array() && content.empty());
        if (creating && empty && flowed.defaults.contains(target))
            content = flowed.defaults[target];
        else if (!creating && flowed.onlyAtCreation.count(target) && before.contains(target))
            content = before[target];
    }
    if (auto trouble = attributeTrouble(values)) {
        fail(outcome, "AttributeValueInvalid", *trouble);
        return outcome;
    }
    if (existing && !creating && !restoring && before == values && text(existing->lab, "owner") == context.principalId
        && text(existing->lab, "dn") == flowed.dn) {
        outcome.objectId = id;
        return outcome;
    }
    Json body = existing ? existing->body : newBody(flowed.kind, id);
    if (flowed.kind == "user")
        body["onPremisesProvisioningErrors"] = Json::array();
    if (!applyNames(lab, flowed, values, id, body, outcome))
        return outcome;
    for (const auto &[target, content] : values.items()) {
        if (same(target, "userPrincipalName") || same(target, "proxyAddresses"))
            continue;
        put(content, target, body);
    }
    for (const auto &[target, content] : values.items()) {
        const Json old = before.contains(target) ? before[target] : Json(nullptr);
        const bool nothing = content.is_null() || (content.is_array() && content.empty());
        if (old == content || (old.is_null() && nothing))
            continue;
        const bool name = same(target, "userPrincipalName");
        noteChange(outcome, target, name && existing ? existing->body.value("userPrincipalName", Json()) : old, name ? body["userPrincipalName"] : content);
    }
    for (const auto &[target, old] : before.items()) {
        if (!values.contains(target)) { // its mapping is gone: the value stays, as in the service
            values[target] = old;
        }
    }
    const bool wasEnabled = existing && flag(existing->body, "accountEnabled", true);
    body["onPremisesSyncEnabled"] = true;
    body["onPremisesImmutableId"] = flowed.anchor;
    body["onPremisesDomainName"] = context.domain;
    body["onPremisesLastSyncDateTime"] = graphTime(std::chrono::system_clock::now());
    body["deletedDateTime"] = nullptr;
    Json labView = existing ? existing->lab : Json::object();
    labView["flowed"] = values;
    labView["owner"] = context.principalId;
    labView["dn"] = flowed.dn;
    labView["objectGuid"] = flowed.guid;
    labView.erase("staged");
    if (existing) {
        existing->body = std::move(body);
        existing->lab = std::move(labView);
        existing->anchor = flowed.anchor;
        existing->domain = context.domain;
        existing->deleted = false;
        lab.tenant.objects.reindex(id);
    } else {
        lab.tenant.objects.add({id, flowed.kind, std::move(body), flowed.anchor, context.domain, std::move(labView), false});
    }
    lab.objectsChanged = true;
    outcome.objectId = id;
    const bool disabled = existing && wasEnabled && !flag(lab.tenant.objects.byId(id)->body, "accountEnabled", true);
    outcome.action = !existing || restoring     ? ExportAction::Created
        : disabled                              ? ExportAction::Disabled
        : outcome.modified.empty() && !creating ? ExportAction::Unchanged
                                                : ExportAction::Updated;
    return outcome;
}

void exportReferences(const ExportContext &context, const FlowedObject &flowed,
                      const std::unordered_map<std::string, std::string> &ids, ExportOutcome &outcome)
{
    DirectoryObject *object = context.lab.tenant.objects.byId(outcome.objectId);
    if (!object || outcome.action == ExportAction::Failed)
        return;
    for (const auto &[target, names] : flowed.references) {
        const bool members = same(target, "member");
        Json resolved = Json::array();
        for (const std::string &name : names) {
            const auto found = ids.find(comparableDn(name));
            if (found != ids.end())
                resolved.push_back(found->second);
        }
        std::sort(resolved.begin(), resolved.end());
        const char *key = members ? "members" : "manager";
        const Json before = object->lab.value(key, Json::array());
        if (before == resolved)
            continue;
        noteChange(outcome, target, before.empty() ? Json(nullptr) : before, resolved.empty() ? Json(nullptr) : resolved);
        object->lab[key] = resolved;
        context.lab.objectsChanged = true;
        if (outcome.action == ExportAction::Unchanged)
            outcome.action = ExportAction::Updated;
    }
}

ExportOutcome exportDelete(const ExportContext &context, DirectoryObject &object)
{
    ExportOutcome outcome;
    outcome.action = ExportAction::Deleted;
    outcome.objectId = object.id;
    outcome.matchedBy = "sourceAnchor";
    ObjectStore &objects = context.lab.tenant.objects;
    context.lab.objectsChanged = true;
    if (object.kind != "user") {
        objects.erase(object.id);
        return outcome;
    }
    object.deleted = true;
    object.body["deletedDateTime"] = graphTime(std::chrono::system_clock::now());
    object.lab.erase("staged");
    objects.reindex(object.id);
    return outcome;
}

} // namespace cloudsync::lab
