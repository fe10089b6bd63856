// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/setup/scan/CloudAnchors.h"

#include "backend/setup/scan/ScanText.h"

#include <QHash>

namespace cloudsync {

Result<void> CloudAnchors::read(Tenant &tenant, const std::stop_token &stop)
{
    return tenant.forEachObject(
        TenantCollection::Users, QStringLiteral("onPremisesSyncEnabled eq true"),
        {QStringLiteral("id"), QStringLiteral("onPremisesImmutableId")},
        [this](const QJsonObject &user) {
            const QString anchor = user.value(QStringLiteral("onPremisesImmutableId")).toString();
            if (!anchor.isEmpty())
                m_hashes.insert(qHash(anchor));
            return true;
        },
        stop);
}

bool CloudAnchors::holds(const ScannedObject &object) const
{
    return object.isPerson() && m_hashes.contains(qHash(object.sourceAnchor()));
}

ScanFinding CloudAnchors::finding(const QString &domain, const ScannedObject &object)
{
    ScanFinding finding;
    finding.rule = QStringLiteral("sourceAnchor.inTenant");
    finding.severity = Severity::Warning;
    finding.domain = domain;
    finding.dn = object.dn;
    finding.attribute =
        object.consistencyGuid.isEmpty() ? QStringLiteral("objectGUID") : QStringLiteral("mS-DS-ConsistencyGuid");
    finding.value = object.sourceAnchor();
    finding.message = ScanText::tr("A user of the tenant is synchronised from this object already, and there is no "
                                   "configuration of Cloud Sync for this domain.");
    finding.proposal = ScanText::tr("Take the object out of the scope of Connect Sync first: never let both own it.");
    return finding;
}

} // namespace cloudsync
