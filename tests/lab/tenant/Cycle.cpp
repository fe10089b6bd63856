// SPDX-License-Identifier: GPL-3.0-or-later
// One run of a job against the directory.
#include "tests/lab/tenant/Cycle.h"

#include "tests/lab/tenant/Export.h"
#include "tests/lab/tenant/JobState.h"

#include <algorithm>

namespace cloudsync::lab {

namespace {

/// A rule of the schema with its mappings ready.
struct ReadyRule {
    Json rule;
    std::vector<ObjectMapper> mappers;
};

const Json *directoryNamed(const Json &schema, const std::string &name)
{
    for (const Json &directory : list(schema, "directories")) {
        if (same(text(directory, "name"), name))
            return &directory;
    }
    return nullptr;
}

Json objectNamed(const Json &directory, const std::string &name)
{
    for (const Json &object : list(directory, "objects")) {
        if (same(text(object, "name"), name))
            return object;
    }
    return Json::object();
}

std::vector<ReadyRule> readyRules(const Json &schema)
{
    std::vector<ReadyRule> out;
    for (const Json &rule : list(schema, "synchronizationRules")) {
        const Json *target = directoryNamed(schema, text(rule, "targetDirectoryName"));
        if (!target || !same(text(rule, "sourceDirectoryName"), "Active Directory"))
            continue;
        ReadyRule ready;
        ready.rule = rule;
        for (const Json &mapping : list(rule, "objectMappings"))
            ready.mappers.emplace_back(mapping, objectNamed(*target, text(mapping, "targetObjectName")));
        out.push_back(std::move(ready));
    }
    return out;
}

std::vector<std::string> neededAttributes(const std::vector<ReadyRule> &rules)
{
    std::set<std::string> names{"objectClass", "objectGUID", "cn", "displayName", "sAMAccountName", "isCriticalSystemObject", "pwdLastSet",
                                "member", "objectSid", "userAccountControl", "mS-DS-ConsistencyGuid"};
    for (const ReadyRule &ready : rules) {
        for (const ObjectMapper &mapper : ready.mappers) {
            const std::set<std::string> more = mapper.attributes();
            names.insert(more.begin(), more.end());
        }
    }
    return {names.begin(), names.end()};
}

const ObjectMapper *mapperFor(const ReadyRule &ready, const std::string &kind)
{
    const auto found = std::find_if(ready.mappers.begin(), ready.mappers.end(),
                                    [&](const ObjectMapper &mapper) { return mapper.enabled() && same(mapper.sourceKind(), kind); });
    return found == ready.mappers.end() ? nullptr : &*found;
}

std::unordered_map<std::string, std::string> idsByName(const ExportContext &context)
{
    std::unordered_map<std::string, std::string> out;
    for (const auto &[id, object] : context.lab.tenant.objects.all()) {
        if (!object.deleted && same(object.domain, context.domain))
            out[comparableDn(text(object.lab, "dn"))] = id;
    }
    return out;
}

FlowedObject flowedOf(const DirectoryObject &object)
{
    FlowedObject flowed;
    flowed.sourceKind = object.kind;
    flowed.kind = object.kind;
    flowed.dn = text(object.lab, "dn");
    flowed.guid = text(object.lab, "objectGuid");
    flowed.anchor = object.anchor;
    flowed.name = text(object.body, "displayName");
    return flowed;
}

void count(CycleCounts &counts, const ExportOutcome &outcome)
{
    switch (outcome.action) {
    case ExportAction::Created: ++counts.created; break;
    case ExportAction::Updated: ++counts.updated; break;
    case ExportAction::Disabled: ++counts.disabled; break;
    case ExportAction::Deleted: ++counts.deleted; break;
    case ExportAction::Staged: ++counts.staged; break;
    case ExportAction::Unchanged: ++counts.unchanged; break;
    case ExportAction::Failed: ++counts.failed; break;
    case ExportAction::Skipped: ++counts.skipped; break;
    }
}

/// Objects of this configuration that are gone from the scope.
std::vector<std::string> leftScope(const ExportContext &context, const std::set<std::string> &kinds, const std::set<std::string> &wanted)
{
    std::vector<std::string> out;
    for (const auto &[id, object] : context.lab.tenant.objects.all()) {
        if (!object.deleted && kinds.count(object.kind) && text(object.lab, "owner") == context.principalId
            && wanted.count(object.kind + '|' + object.anchor) == 0)
            out.push_back(id);
    }
    return out;
}

void removeLeft(const ExportContext &context, const JobPicture &picture, const std::vector<std::string> &left, CycleResult &result,
                QuarantineCause &cause)
{
    const bool held = picture.thresholdEnabled && !picture.allowDeletes && static_cast<long long>(left.size()) >= picture.deleteThreshold;
    for (const std::string &id : left) {
        DirectoryObject *object = context.lab.tenant.objects.byId(id);
        const FlowedObject flowed = flowedOf(*object);
        ExportOutcome outcome;
        if (held) {
            outcome.action = ExportAction::Staged;
            outcome.objectId = id;
            outcome.matchedBy = "sourceAnchor";
            ++result.counts.staged;
            if (flag(object->lab, "staged"))
                continue; // told once in a series
            object->lab["staged"] = true;
            context.lab.objectsChanged = true;
        } else {
            outcome = exportDelete(context, *object);
            ++result.counts.deleted;
        }
        logOutcome(context, flowed, outcome);
    }
    if (held) {
        cause = {"TooManyDeletes", "TooManyDeletes",
                 std::to_string(left.size()) + " deletions reach the threshold of " + std::to_string(picture.deleteThreshold) + '.', true};
    }
}

void countEntries(const ExportContext &context, const std::vector<ReadyRule> &rules, const std::map<std::string, std::string> &sourceKinds,
                  CycleResult &result)
{
    for (const ReadyRule &ready : rules) {
        for (const ObjectMapper &mapper : ready.mappers) {
            std::string target = mapper.kind();
            target.front() = upper(target.substr(0, 1)).front();
            result.entries[mapper.sourceKind() + " to " + target] = 0;
        }
    }
    for (const auto &[id, object] : context.lab.tenant.objects.all()) {
        const auto kind = sourceKinds.find(object.kind + '|' + object.anchor);
        if (object.deleted || kind == sourceKinds.end() || text(object.lab, "owner") != context.principalId)
            continue;
        std::string target = object.kind;
        target.front() = upper(target.substr(0, 1)).front();
        ++result.entries[kind->second + " to " + target];
    }
}

/// The objects that a rule lets in, mapped.
struct Selection {
    std::vector<std::pair<FlowedObject, const ObjectMapper *>> entitled;
    std::set<std::string> kinds, keep; // kinds that the job owns; "kind|anchor" that must stay
    std::map<std::string, std::string> sourceKinds; // "kind|anchor" -> class in Active Directory
};

Selection select(const std::vector<ReadyRule> &rules, const std::vector<SourceObject> &objects)
{
    Selection out;
    for (const ReadyRule &ready : rules) {
        const RuleScope scope(ready.rule, objects);
        for (const ObjectMapper &mapper : ready.mappers)
            out.kinds.insert(mapper.kind());
        for (const SourceObject &object : objects) {
            const ObjectMapper *mapper = mapperFor(ready, object.kind());
            if (!mapper || isExcluded(object) || !scope.admits(object) || !mapper->passesScope(object))
                continue;
            FlowedObject flowed = mapper->map(object);
            const std::string key = flowed.kind + '|' + flowed.anchor;
            if (!out.keep.insert(key).second) {
                // operations.md section 4: more than one object of Active Directory for one link.
                flowed.trouble = "Another object in scope has the same source anchor.";
                flowed.troubleCode = "HybridSynchronizationActiveDirectoryUnexpectedDuplicateEntriesFound";
            } else {
                out.sourceKinds[key] = flowed.sourceKind;
            }
            if (mapper->passesInputFilter(object))
                out.entitled.emplace_back(std::move(flowed), mapper);
        }
    }
    return out;
}

void provision(Lab &lab, const JobPicture &picture, SourceDirectory &directory, CycleResult &result, QuarantineCause &cause)
{
    const std::vector<ReadyRule> rules = readyRules(picture.schema);
    std::string why;
    const auto objects = directory.readAll(neededAttributes(rules), why);
    if (!objects) {
        result.error = "HybridSynchronizationActiveDirectoryInternalServerError";
        cause = {"EncounteredQuarantineException", result.error, why, true};
        return;
    }
    const Selection selection = select(rules, *objects);
    const std::lock_guard lock(lab.mutex);
    const ExportContext context{lab, picture.principalId, picture.principalName, picture.jobId, newGuid(), picture.domain};
    result.counts.imported = static_cast<long long>(objects->size());
    result.counts.inScope = static_cast<long long>(selection.entitled.size());
    std::vector<ExportOutcome> outcomes;
    outcomes.reserve(selection.entitled.size());
    // Deletes come first: what leaves frees its name and addresses for what arrives.
    removeLeft(context, picture, leftScope(context, selection.kinds, selection.keep), result, cause);
    for (const auto &[flowed, mapper] : selection.entitled) {
        const bool known = lab.tenant.objects.byAnchor(flowed.kind, flowed.anchor) != nullptr;
        outcomes.push_back(mapper->allows(known ? "Update" : "Add") ? exportObject(context, flowed) : ExportOutcome{});
    }
    const auto ids = idsByName(context);
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        exportReferences(context, selection.entitled[i].first, ids, outcomes[i]);
        count(result.counts, outcomes[i]);
        if (outcomes[i].action != ExportAction::Unchanged)
            logOutcome(context, selection.entitled[i].first, outcomes[i]);
    }
    countEntries(context, rules, selection.sourceKinds, result);
    // operations.md section 3: thousands of failures that are a large part of the whole.
    if (cause.reason.empty() && (result.counts.failed > 40000 || (result.counts.failed > 5000 && result.counts.failed * 10 > result.counts.inScope * 4)))
        cause = {"EncounteredEscrowProportionThreshold", "EncounteredEscrowProportionThreshold", "Too many objects failed.", true};
}

/// The hash itself is out of reach of a stand-in; what it shows is which users would have one.
void synchronizeHashes(Lab &lab, const JobPicture &picture, SourceDirectory &directory, CycleResult &result, QuarantineCause &cause)
{
    std::string why;
    const auto objects = directory.readAll({"objectClass", "objectGUID", "cn", "displayName", "sAMAccountName", "isCriticalSystemObject", "pwdLastSet", "mS-DS-ConsistencyGuid"}, why);
    if (!objects) {
        result.error = "HybridSynchronizationActiveDirectoryInternalServerError";
        cause = {"EncounteredQuarantineException", result.error, why, true};
        return;
    }
    const std::lock_guard lock(lab.mutex);
    const ExportContext context{lab, picture.principalId, picture.principalName, picture.jobId, newGuid(), picture.domain};
    std::set<std::string> mapped; // classes whose mapping of the provisioning job holds CredentialData
    if (ServicePrincipal *principal = lab.tenant.servicePrincipal(picture.principalId)) {
        for (const Job &job : principal->jobs) {
            for (const ReadyRule &ready : job.templateId() == "AD2AADProvisioning" ? readyRules(job.schema) : std::vector<ReadyRule>{}) {
                for (const ObjectMapper &mapper : ready.mappers) {
                    if (mapper.mapsPasswordHash())
                        mapped.insert(mapper.sourceKind());
                }
            }
        }
    }
    result.counts.imported = static_cast<long long>(objects->size());
    long long withHash = 0;
    for (const SourceObject &source : *objects) {
        // inetOrgPerson has no password hash synchronisation (idfix-rules.md section 8).
        if (source.kind() != "user" || isExcluded(source))
            continue;
        const std::string guid = source.first("ms-ds-consistencyguid").empty() ? source.first("objectguid") : source.first("ms-ds-consistencyguid");
        DirectoryObject *user = lab.tenant.objects.byAnchor("user", base64(guid));
        if (!user || user->deleted)
            continue; // not in the tenant yet: the two jobs run on their own
        ++result.counts.inScope;
        FlowedObject flowed = flowedOf(*user);
        ExportOutcome outcome;
        outcome.objectId = user->id;
        outcome.matchedBy = "sourceAnchor";
        const std::string set = source.first("pwdlastset");
        const std::string reason = mapped.count("user") == 0 ? "CredentialData is not mapped in the provisioning job."
            : set.empty() || set == "0"                    ? "The password must be changed at the next sign-in; its hash is not synchronised before."
                                                           : std::string();
        const std::string state = reason.empty() ? set : reason;
        withHash += reason.empty() ? 1 : 0;
        if (text(user->lab, "passwordHash") == state) {
            ++result.counts.unchanged;
            continue;
        }
        user->lab["passwordHash"] = state;
        lab.objectsChanged = true;
        if (reason.empty()) {
            outcome.action = ExportAction::Updated;
            outcome.modified.push_back({{"displayName", "CredentialData"}, {"oldValue", nullptr}, {"newValue", "[redacted]"}});
            user->body["lastPasswordChangeDateTime"] = graphTime(std::chrono::system_clock::now());
        } else {
            outcome.action = ExportAction::Skipped;
            outcome.code = "PasswordHashNotSynchronized";
            outcome.message = reason;
        }
        count(result.counts, outcome);
        logOutcome(context, flowed, outcome);
    }
    result.entries["user to User"] = withHash;
}

} // namespace

Json CycleCounts::toJson() const
{
    return {{"imported", imported}, {"inScope", inScope}, {"created", created}, {"updated", updated}, {"disabled", disabled},
            {"deleted", deleted}, {"staged", staged}, {"unchanged", unchanged}, {"failed", failed}, {"skipped", skipped}};
}

CycleResult runCycle(Lab &lab, const std::string &jobId)
{
    const std::lock_guard alone(lab.cycleMutex);
    const Time began = std::chrono::system_clock::now();
    CycleResult result;
    QuarantineCause cause;
    std::optional<JobPicture> picture;
    {
        const std::lock_guard lock(lab.mutex);
        picture = pictureOf(lab, jobId);
    }
    if (!picture)
        return result;
    result.ran = true;
    std::string why;
    const auto directory = picture->refusal.empty() ? lab.directories.forDomain(picture->domain, why) : nullptr;
    if (!picture->refusal.empty()) {
        result.error = picture->refusal;
        cause = {"EncounteredQuarantineException", picture->refusal, picture->refusalMessage, true};
    } else if (!directory) {
        result.error = "HybridSynchronizationActiveDirectoryInternalServerError";
        cause = {"EncounteredQuarantineException", result.error, why, true};
    } else if (picture->templateId == "AD2AADProvisioning" || picture->templateId == "AD2AADDeviceSync") {
        provision(lab, *picture, *directory, result, cause);
    } else if (picture->templateId == "AD2AADPasswordHash") {
        synchronizeHashes(lab, *picture, *directory, result, cause);
    } else if (picture->templateId == "AAD2ADExchangeHybridWriteback") {
        const auto attributes = directory->attributesOf("user", why);
        const bool exchange = attributes && std::any_of(attributes->begin(), attributes->end(), [](const SourceAttribute &entry) { return same(entry.name, "msExchArchiveStatus"); });
        if (!exchange) {
            result.error = "HybridSynchronizationActiveDirectoryInternalServerError";
            cause = {"EncounteredQuarantineException", result.error, "The directory has no Exchange schema.", true};
        }
    }
    const std::lock_guard lock(lab.mutex);
    finishRun(lab, jobId, began, result, cause);
    return result;
}

std::optional<OnDemandResult> provisionOne(Lab &lab, const std::string &jobId, const std::string &ruleId, const std::string &dn,
                                           const std::string &objectTypeName, std::string &why)
{
    const std::lock_guard alone(lab.cycleMutex);
    std::optional<JobPicture> picture;
    {
        const std::lock_guard lock(lab.mutex);
        picture = pictureOf(lab, jobId);
    }
    if (!picture) {
        why = "The job does not exist.";
        return std::nullopt;
    }
    const std::vector<ReadyRule> rules = readyRules(picture->schema);
    const auto ready = std::find_if(rules.begin(), rules.end(), [&](const ReadyRule &entry) { return same(text(entry.rule, "id"), ruleId); });
    if (ready == rules.end()) {
        why = "The schema of the job has no rule '" + ruleId + "'.";
        return std::nullopt;
    }
    FlowedObject flowed;
    flowed.dn = dn;
    flowed.sourceKind = objectTypeName;
    flowed.kind = lower(objectTypeName);
    ExportOutcome outcome;
    const auto skip = [&](ExportAction action, const std::string &code, const std::string &message) {
        outcome.action = action;
        outcome.code = code;
        outcome.message = message;
    };
    const auto directory = picture->refusal.empty() ? lab.directories.forDomain(picture->domain, why) : nullptr;
    std::optional<std::vector<SourceObject>> found;
    std::vector<SourceObject> groups;
    if (directory) {
        const std::vector<std::string> attributes = neededAttributes({*ready});
        found = directory->readOne(dn, attributes, why);
        for (const Json &group : list(ready->rule.value("groupFilter", Json()), "includedGroups")) {
            if (auto read = directory->readOne(group.get<std::string>(), {"objectClass", "member"}, why); read && !read->empty())
                groups.push_back(read->front());
        }
    }
    const std::lock_guard lock(lab.mutex);
    const ExportContext context{lab, picture->principalId, picture->principalName, picture->jobId, newGuid(), picture->domain};
    const bool enforce = flag(lab.options.config.value("onDemand", Json::object()), "enforceScope", true);
    const ObjectMapper *mapper = found && !found->empty() ? mapperFor(*ready, found->front().kind()) : nullptr;
    if (!picture->refusal.empty()) {
        skip(ExportAction::Failed, picture->refusal, picture->refusalMessage);
    } else if (!found) {
        skip(ExportAction::Failed, "HybridSynchronizationActiveDirectoryInternalServerError", why);
    } else if (found->empty() || !same(found->front().kind(), objectTypeName)) {
        skip(ExportAction::Failed, "HybridSynchronizationActiveDirectoryObjectNotFound", "There is no " + objectTypeName + " named " + dn + '.');
    } else if (!mapper) {
        skip(ExportAction::Skipped, "NotMapped", "The rule does not map objects of the class " + objectTypeName + '.');
    } else if (isExcluded(found->front())) {
        flowed = mapper->map(found->front());
        skip(ExportAction::Skipped, "NotEffectivelyEntitled", "The object is a critical system object or the victim of a replication conflict.");
    } else if (enforce && !RuleScope(ready->rule, groups).admits(found->front())) {
        flowed = mapper->map(found->front());
        skip(ExportAction::Skipped, "JoinNotFound", "The object lies outside the scope of the configuration.");
    } else {
        flowed = mapper->map(found->front());
        outcome = exportObject(context, flowed);
        exportReferences(context, flowed, idsByName(context), outcome);
        if (outcome.action == ExportAction::Unchanged) {
            outcome.code = "RedundantExport";
            outcome.message = "The object is in step already.";
        }
    }
    logOutcome(context, flowed, outcome);
    const char *result = outcome.action == ExportAction::Failed ? "Failure" : outcome.code.empty() ? "Success" : "Skipped";
    OnDemandResult out;
    out.key = {{"result", result}, {"details", outcome.code.empty() ? Json(nullptr) : Json{{"errorCode", outcome.code}, {"errorMessage", outcome.message}}}};
    Json steps = provisioningSteps(flowed, outcome);
    for (Json &step : steps) {
        static const std::map<std::string, std::string> types{{"import", "Import"}, {"scoping", "Scoping"}, {"matching", "Matching"}, {"processing", "Processing"}, {"export", "Export"}};
        step["type"] = types.at(text(step, "provisioningStepType"));
        step["timestamp"] = graphTime(std::chrono::system_clock::now());
        step.erase("provisioningStepType");
    }
    out.value = {{"id", newGuid()},
                 {"jobId", picture->jobId},
                 {"action", actionName(outcome.action)},
                 {"provisioningSteps", steps},
                 {"modifiedProperties", outcome.modified},
                 {"statusInfo", {{"status", resultName(outcome)}, {"errorInformation", out.key["details"]}}},
                 {"sourceSystem", {{"displayName", "Active Directory"}, {"details", Json::object()}}},
                 {"targetSystem", {{"displayName", "Microsoft Entra ID"}, {"details", Json::object()}}},
                 {"sourceIdentity", sourceIdentity(flowed)},
                 {"targetIdentity", targetIdentity(context, flowed, outcome)}};
    return out;
}

} // namespace cloudsync::lab
