// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/tenant/Permissions.h"

#include "tests/lab/tenant/Roles.h"

#include <algorithm>
#include <array>

namespace cloudsync::lab {

bool isKnownPermission(std::string_view name)
{
    static constexpr std::array<std::string_view, 28> known{
        "Application.Read.All", "Application.ReadWrite.All", "Application.ReadWrite.OwnedBy", "AuditLog.Read.All",
        "Directory.Read.All", "Directory.ReadWrite.All", "Domain.Read.All", "Domain.ReadWrite.All", "Group.Read.All",
        "LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All", "OnPremDirectorySynchronization.Read.All",
        "OnPremDirectorySynchronization.ReadWrite.All", "OnPremisesPublishingProfiles.ReadWrite.All", "Organization.Read.All",
        "Organization.ReadWrite.All", "ProvisioningLog.Read.All", "RoleEligibilitySchedule.Read.Directory",
        "RoleManagement.Read.Directory", "RoleManagement.Read.All", "Synchronization.Read.All", "Synchronization.ReadWrite.All",
        "User.Read", "User.Read.All", "User.ReadWrite.All", "User-LifeCycleInfo.Read.All", "AppRoleAssignment.ReadWrite.All",
        "Device.Read.All"};
    return std::find(known.begin(), known.end(), name) != known.end();
}

namespace permissions {

using namespace roles;

const Permission none{{}, {}, false};
const Permission me{{"User.Read", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}, {}, true};
const Permission organizationRead{
    {"Organization.Read.All", "Organization.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}, {}, false};
const Permission organizationWrite{{"Organization.ReadWrite.All"}, {hybridIdentityAdministrator, globalAdministrator}, false};
const Permission domainRead{{"Domain.Read.All", "Domain.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}, {}, false};
const Permission roleMembersRead{{"Directory.Read.All", "Directory.ReadWrite.All", "RoleManagement.Read.Directory"}, {}, true};
const Permission roleAssignmentsRead{
    {"RoleEligibilitySchedule.Read.Directory", "RoleManagement.Read.Directory", "RoleManagement.Read.All", "Directory.Read.All"},
    {},
    false};
const Permission eligibleRolesRead{
    {"RoleEligibilitySchedule.Read.Directory", "RoleManagement.Read.Directory", "RoleManagement.Read.All"}, {}, true};
const Permission skusRead{{"LicenseAssignment.Read.All", "LicenseAssignment.ReadWrite.All", "Organization.Read.All",
                           "Organization.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"},
                          {},
                          false};
const Permission applicationRead{
    {"Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}, {}, false};
const Permission applicationWrite{{"Application.ReadWrite.All"},
                                  {hybridIdentityAdministrator, applicationAdministrator, cloudApplicationAdministrator,
                                   globalAdministrator},
                                  false};
const Permission synchronizationRead{{"Synchronization.Read.All", "Synchronization.ReadWrite.All"},
                                     {hybridIdentityAdministrator, applicationAdministrator, cloudApplicationAdministrator,
                                      globalAdministrator, globalReader, reportsReader, securityReader},
                                     false};
const Permission synchronizationWrite{{"Synchronization.ReadWrite.All"},
                                      {hybridIdentityAdministrator, applicationAdministrator, cloudApplicationAdministrator,
                                       globalAdministrator},
                                      false};
const Permission auditRead{{"AuditLog.Read.All"},
                           {hybridIdentityAdministrator, reportsReader, securityReader, applicationAdministrator,
                            cloudApplicationAdministrator, globalReader, globalAdministrator},
                           false};
const Permission agents{{"OnPremisesPublishingProfiles.ReadWrite.All"},
                        {hybridIdentityAdministrator, applicationAdministrator, globalAdministrator},
                        false};
const Permission onPremisesSyncRead{
    {"OnPremDirectorySynchronization.Read.All", "OnPremDirectorySynchronization.ReadWrite.All"}, {globalReader, globalAdministrator}, false};
const Permission onPremisesSyncWrite{{"OnPremDirectorySynchronization.ReadWrite.All"}, {globalAdministrator}, false};
const Permission userRead{{"User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"}, {}, false};
const Permission userWrite{
    {"User.ReadWrite.All", "Directory.ReadWrite.All"}, {userAdministrator, licenseAdministrator, globalAdministrator}, false};
const Permission licenseWrite{{"LicenseAssignment.ReadWrite.All", "User.ReadWrite.All", "Directory.ReadWrite.All"},
                              {licenseAdministrator, userAdministrator, globalAdministrator},
                              false};

} // namespace permissions

} // namespace cloudsync::lab
