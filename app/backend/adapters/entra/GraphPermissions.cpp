// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/adapters/entra/GraphPermissions.h"

namespace cloudsync {

namespace {

[[nodiscard]] QString prefixOf(const QString &audience)
{
    return audience.endsWith(u'/') ? audience : audience + u'/';
}

[[nodiscard]] const QStringList &openIdScopes()
{
    static const QStringList scopes{QStringLiteral("openid"), QStringLiteral("profile"), QStringLiteral("email"),
                                    QStringLiteral("offline_access")};
    return scopes;
}

} // namespace

QStringList defaultGraphPermissions()
{
    // Least permission of each call that the Tenant port makes (Microsoft Graph permissions reference).
    return {
        QStringLiteral("Application.ReadWrite.All"),                  // instantiate, find and remove a configuration
        QStringLiteral("AuditLog.Read.All"),                          // provisioning and audit logs
        QStringLiteral("Directory.Read.All"),                         // roles of the person, users found
        QStringLiteral("Domain.Read.All"),                            // verified domains
        QStringLiteral("LicenseAssignment.ReadWrite.All"),            // licence of a test user
        QStringLiteral("OnPremisesPublishingProfiles.ReadWrite.All"), // agents and the domains they serve
        QStringLiteral("Organization.ReadWrite.All"),    // tenant, licences, directory synchronization flag
        QStringLiteral("RoleEligibilitySchedule.Read.Directory"), // a role that is only eligible is told from a missing one
        QStringLiteral("Synchronization.ReadWrite.All"), // jobs, secrets, schema, on-demand provisioning
        QStringLiteral("User.ReadWrite.All"),            // usage location of a test user
    };
}

QString delegatedScope(const QString &audience, const QStringList &permissions)
{
    QStringList scopes;
    for (const QString &permission : permissions)
        scopes.append(prefixOf(audience) + permission);
    return (scopes + QStringList{QStringLiteral("openid"), QStringLiteral("profile"), QStringLiteral("offline_access")})
        .join(u' ');
}

QString applicationScope(const QString &audience)
{
    return prefixOf(audience) + QStringLiteral(".default");
}

QStringList permissionsOf(const QString &scope, const QString &audience)
{
    QStringList permissions;
    const QStringList parts = scope.split(u' ', Qt::SkipEmptyParts);
    for (QString part : parts) {
        if (openIdScopes().contains(part))
            continue;
        if (part.startsWith(prefixOf(audience)))
            part.remove(0, prefixOf(audience).size());
        permissions.append(part);
    }
    return permissions;
}

} // namespace cloudsync
