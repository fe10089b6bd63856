// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cloudsync::lab {

/// What a Graph call needs. A delegated call also needs one of the directory roles, where any is listed.
struct Permission {
    std::vector<std::string_view> any; // any of these permissions, delegated or application; empty: a valid token is enough
    std::vector<std::string_view> roles;
    bool delegatedOnly = false;
};

/// True for a permission name that the lab's Graph has.
[[nodiscard]] bool isKnownPermission(std::string_view name);

namespace permissions {
// Least privileged first (graph.md, sections 2 to 14).
extern const Permission none, me, organizationRead, organizationWrite, domainRead, roleMembersRead, roleAssignmentsRead, eligibleRolesRead, skusRead,
    applicationRead, applicationWrite, synchronizationRead, synchronizationWrite, auditRead, agents, onPremisesSyncRead,
    onPremisesSyncWrite, userRead, userWrite, licenseWrite;
} // namespace permissions

} // namespace cloudsync::lab
