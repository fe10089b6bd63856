// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/lab/tenant/Flow.h"
#include "tests/lab/tenant/Lab.h"

#include <string>
#include <vector>

namespace cloudsync::lab {

/// Who exports, for ownership and for the log.
struct ExportContext {
    Lab &lab;
    std::string principalId, principalName, jobId, cycleId, domain;
};

enum class ExportAction { Created, Updated, Disabled, Deleted, Staged, Unchanged, Failed, Skipped };

/// What became of one object.
struct ExportOutcome {
    ExportAction action = ExportAction::Unchanged;
    std::string objectId;
    std::string matchedBy; // "sourceAnchor", "userPrincipalName", "proxyAddresses"; empty for a new object
    Json modified = Json::array();     // modifiedProperty
    std::vector<std::string> warnings; // values that were left out or replaced, and why
    std::string code, message;         // of a failure
};

/// Creates or updates the tenant's object, without its references. The caller holds the lab's lock for all calls here.
[[nodiscard]] ExportOutcome exportObject(const ExportContext &context, const FlowedObject &flowed);
/// Resolves member and manager; what changed is added to the outcome. `ids`: comparable name -> id.
void exportReferences(const ExportContext &context, const FlowedObject &flowed,
                      const std::unordered_map<std::string, std::string> &ids, ExportOutcome &outcome);
/// Users are soft-deleted; groups, contacts and devices are gone (operations.md section 12).
[[nodiscard]] ExportOutcome exportDelete(const ExportContext &context, DirectoryObject &object);
/// Writes the outcome to the provisioning log, and to the audit log where something was exported.
void logOutcome(const ExportContext &context, const FlowedObject &flowed, const ExportOutcome &outcome);

/// The steps of an outcome as the log and on-demand provisioning tell them.
[[nodiscard]] Json provisioningSteps(const FlowedObject &flowed, const ExportOutcome &outcome);
[[nodiscard]] const char *actionName(ExportAction action);
[[nodiscard]] const char *resultName(const ExportOutcome &outcome);
[[nodiscard]] Json sourceIdentity(const FlowedObject &flowed);
[[nodiscard]] Json targetIdentity(const ExportContext &context, const FlowedObject &flowed, const ExportOutcome &outcome);

} // namespace cloudsync::lab
