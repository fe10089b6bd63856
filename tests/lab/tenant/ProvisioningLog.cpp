// SPDX-License-Identifier: GPL-3.0-or-later
// How outcomes are told: provisioning steps, provisioningObjectSummary, audit entries (graph.md sections 10 and 13).
#include "tests/lab/tenant/Export.h"

namespace cloudsync::lab {

namespace {

Json step(const char *name, const char *type, const char *status, const std::string &description, const Json &details)
{
    return {{"name", name}, {"provisioningStepType", type}, {"status", status}, {"description", description}, {"details", details}};
}

const char *exportedVerb(ExportAction action)
{
    switch (action) {
    case ExportAction::Created: return "created";
    case ExportAction::Updated: return "updated";
    case ExportAction::Disabled: return "disabled";
    case ExportAction::Deleted: return "deleted";
    case ExportAction::Staged: return "held back from deletion";
    case ExportAction::Unchanged:
    case ExportAction::Failed:
    case ExportAction::Skipped: return "not changed";
    }
    return "";
}

const char *auditName(ExportAction action)
{
    switch (action) {
    case ExportAction::Created: return "Add ";
    case ExportAction::Updated: return "Update ";
    case ExportAction::Disabled: return "Disable ";
    case ExportAction::Deleted: return "Delete ";
    case ExportAction::Staged:
    case ExportAction::Unchanged:
    case ExportAction::Failed:
    case ExportAction::Skipped: return nullptr;
    }
    return nullptr;
}

} // namespace

const char *actionName(ExportAction action)
{
    switch (action) {
    case ExportAction::Created: return "create";
    case ExportAction::Updated: return "update";
    case ExportAction::Disabled: return "disable";
    case ExportAction::Deleted: return "delete";
    case ExportAction::Staged: return "stagedDelete";
    case ExportAction::Unchanged:
    case ExportAction::Failed:
    case ExportAction::Skipped: return "other";
    }
    return "other";
}

const char *resultName(const ExportOutcome &outcome)
{
    switch (outcome.action) {
    case ExportAction::Failed: return "failure";
    case ExportAction::Skipped:
    case ExportAction::Unchanged: return "skipped";
    case ExportAction::Created:
    case ExportAction::Updated:
    case ExportAction::Disabled:
    case ExportAction::Deleted:
    case ExportAction::Staged: return outcome.warnings.empty() ? "success" : "warning";
    }
    return "success";
}

Json sourceIdentity(const FlowedObject &flowed)
{
    return {{"id", flowed.guid}, {"displayName", flowed.name}, {"identityType", flowed.sourceKind},
            {"details", {{"id", flowed.guid}, {"odatatype", flowed.sourceKind}, {"distinguishedName", flowed.dn}, {"DisplayName", flowed.name}}}};
}

Json targetIdentity(const ExportContext &context, const FlowedObject &flowed, const ExportOutcome &outcome)
{
    const DirectoryObject *object = context.lab.tenant.objects.byId(outcome.objectId);
    Json details{{"id", outcome.objectId}, {"odatatype", flowed.kind}};
    if (object && object->kind == "user")
        details["UserPrincipalName"] = text(object->body, "userPrincipalName");
    return {{"id", outcome.objectId}, {"displayName", flowed.name}, {"identityType", flowed.kind}, {"details", details}};
}

Json provisioningSteps(const FlowedObject &flowed, const ExportOutcome &outcome)
{
    Json steps = Json::array();
    steps.push_back(step("EntryImport", "import", "success", "The " + flowed.sourceKind + " " + flowed.dn + " was read from Active Directory.",
                         {{"objectGUID", flowed.guid}, {"distinguishedName", flowed.dn}}));
    if (outcome.action == ExportAction::Skipped) {
        steps.push_back(step("EntryScoping", "scoping", "skipped", outcome.message, {{"code", outcome.code}}));
        return steps;
    }
    const bool leaves = outcome.action == ExportAction::Deleted || outcome.action == ExportAction::Staged;
    steps.push_back(step("EntryScoping", "scoping", "success", leaves ? "The object is no longer in scope." : "The object is in scope.",
                         {{"Active in the source system", leaves ? "False" : "True"}}));
    steps.push_back(step("EntryMatch", "matching", "success",
                         outcome.matchedBy.empty() ? "No object of Microsoft Entra ID matches; a new one is needed." : "An object of Microsoft Entra ID matches by " + outcome.matchedBy + '.',
                         {{"matchedBy", outcome.matchedBy}}));
    if (outcome.action == ExportAction::Failed) {
        steps.push_back(step("EntryExport", "export", "failure", outcome.message, {{"code", outcome.code}}));
        return steps;
    }
    for (const std::string &warning : outcome.warnings)
        steps.push_back(step("EntryProcessing", "processing", "warning", warning, Json::object()));
    steps.push_back(step("EntryExport", "export", outcome.action == ExportAction::Unchanged ? "skipped" : "success",
                         "The object of Microsoft Entra ID was " + std::string(exportedVerb(outcome.action)) + '.', {{"id", outcome.objectId}}));
    return steps;
}

void logOutcome(const ExportContext &context, const FlowedObject &flowed, const ExportOutcome &outcome)
{
    Lab &lab = context.lab;
    constexpr std::size_t kept = 200000;
    if (lab.provisioningLog.size() >= kept)
        lab.provisioningLog.erase(lab.provisioningLog.begin(), lab.provisioningLog.begin() + kept / 10);
    Json error = nullptr;
    if (!outcome.code.empty()) {
        error = {{"errorCode", outcome.code}, {"reason", outcome.message},
                 {"errorCategory", outcome.action == ExportAction::Failed ? "failure" : "nonServiceFailure"},
                 {"additionalDetails", nullptr}, {"recommendedAction", "Correct the object in Active Directory; the next cycle tries again."}};
    }
    lab.provisioningLog.push_back(
        {{"id", newGuid()},
         {"activityDateTime", graphTime(std::chrono::system_clock::now())},
         {"tenantId", lab.tenant.id},
         {"jobId", context.jobId},
         {"cycleId", context.cycleId},
         {"changeId", newGuid()},
         {"provisioningAction", actionName(outcome.action)},
         {"durationInMilliseconds", 1},
         {"servicePrincipal", {{"id", context.principalId}, {"displayName", context.principalName}}},
         {"sourceSystem", {{"id", context.domain}, {"displayName", "Active Directory"}, {"details", Json::object()}}},
         {"targetSystem", {{"id", lab.tenant.id}, {"displayName", "Microsoft Entra ID"}, {"details", Json::object()}}},
         {"initiatedBy", {{"id", ""}, {"displayName", "Microsoft Entra provisioning service"}, {"initiatorType", "system"}}},
         {"sourceIdentity", sourceIdentity(flowed)},
         {"targetIdentity", targetIdentity(context, flowed, outcome)},
         {"provisioningStatusInfo", {{"status", resultName(outcome)}, {"errorInformation", error}}},
         {"provisioningSteps", provisioningSteps(flowed, outcome)},
         {"modifiedProperties", outcome.modified}});
    const char *verb = auditName(outcome.action);
    if (!verb)
        return;
    const DirectoryObject *object = lab.tenant.objects.byId(outcome.objectId);
    Json target{{"id", outcome.objectId}, {"displayName", flowed.name}, {"type", flowed.kind == "user" ? "User" : flowed.kind == "group" ? "Group" : "Other"}};
    if (object && object->kind == "user")
        target["userPrincipalName"] = text(object->body, "userPrincipalName");
    target["modifiedProperties"] = outcome.modified;
    Json app{{"appId", nullptr}, {"displayName", std::string(syncPrincipalName)}, {"servicePrincipalId", nullptr}, {"servicePrincipalName", nullptr}};
    for (const ServicePrincipal &principal : lab.tenant.servicePrincipals) {
        if (text(principal.body, "displayName") == syncPrincipalName)
            app["servicePrincipalId"] = principal.id();
    }
    audit(lab, verb + flowed.kind, flowed.kind == "user" ? "UserManagement" : "GroupManagement", outcome.action == ExportAction::Created ? "Add" : outcome.action == ExportAction::Deleted ? "Delete" : "Update",
          {{"app", app}, {"user", nullptr}}, Json::array({target}));
}

} // namespace cloudsync::lab
